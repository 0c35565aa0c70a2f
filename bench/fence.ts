import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { readyArea, type Area } from '@zhunsheng/trucks/geometry/area.ts'
import { readyCorridor, type Corridor } from '@zhunsheng/trucks/geometry/corridor.ts'
import { moved } from '@zhunsheng/trucks/geometry/distance.ts'
import { fencesOf, scan, type Fences } from '@zhunsheng/trucks/geometry/fences.ts'
import type { Point } from '@zhunsheng/trucks/geometry/point.ts'
import { randomOf } from '@zhunsheng/trucks/sim/random.ts'
import Flatbush from 'flatbush'
import { mustAgree, repeat, type Benchmark } from './match.ts'

const [SHAPES, POINTS, HALF_SIDE_M] = [500, 8_192, 15_000]
const random = randomOf(8)
const CENTRE: Point = { lat: 29.5, lon: 106.5 }
const somewhere = (): Point => moved(CENTRE, random.between(-HALF_SIDE_M, HALF_SIDE_M), random.between(-HALF_SIDE_M, HALF_SIDE_M))

/** A site or a no-go area: 8 to 24 corners, 100 to 600 m from its middle. */
function anArea(id: number): { readonly id: number; readonly ring: readonly Point[]; readonly area: Area } {
  const [middle, corners, radiusM] = [somewhere(), Math.floor(random.between(8, 25)), random.between(100, 600)]
  const ring = Array.from({ length: corners }, (_, corner) => {
    const [angle, away] = [(corner / corners) * 2 * Math.PI, radiusM * random.between(0.6, 1)]
    return moved(middle, away * Math.cos(angle), away * Math.sin(angle))
  })
  return { id, ring, area: { kind: 'polygon', rings: [ring] } }
}
/** A route of some ten kilometres, a bend every 250 m, 40 m to either side. */
function aRoute(id: number): { readonly id: number; readonly corridor: Corridor } {
  let [at, heading] = [somewhere(), random.between(0, 2 * Math.PI)]
  const path = [at]
  for (let piece = 0; piece < 40; piece += 1) {
    heading += random.normal() * 0.3
    at = moved(at, 250 * Math.cos(heading), 250 * Math.sin(heading))
    path.push(at)
  }
  return { id, corridor: { path, halfWidthM: 40 } }
}

const areas = Array.from({ length: SHAPES }, (_, id) => anArea(id))
const routes = Array.from({ length: SHAPES }, (_, id) => aRoute(id))
/** Trucks are on roads: three points in four lie along a route. */
const points = Array.from({ length: POINTS }, (_, index) => {
  const path = routes[index % SHAPES]?.corridor.path ?? []
  return index % 4 === 0 ? somewhere() : moved(path[index % path.length] ?? CENTRE, random.normal() * 30, random.normal() * 30)
})

type Asked = Fences<{ readonly id: number }, { readonly id: number }>

/** Flatbush finds what is near, Turf tells whether it is within; Turf has nothing for corridors that is made for this, so their pieces are measured as ours are. */
function flatbushAndTurf(): Asked {
  const polygons = areas.map(({ ring }) => ({ type: 'Polygon' as const, coordinates: [[...ring, ...ring.slice(0, 1)].map(({ lat, lon }) => [lon, lat])] }))
  const near = new Flatbush(areas.length)
  for (const { area } of areas) {
    const { west, south, east, north } = readyArea(area).box
    near.add(west, south, east, north)
  }
  near.finish()
  const pieces = routes.flatMap((route) => {
    const ready = readyCorridor(route.corridor)
    return Array.from({ length: ready.pieces }, (_, piece) => ({ route, ready, piece, box: ready.pieceBox(piece) }))
  })
  const along = new Flatbush(pieces.length)
  for (const { box } of pieces) along.add(box.west, box.south, box.east, box.north)
  along.finish()
  return {
    areasAt: (lat, lon) => near.search(lon, lat, lon, lat).flatMap((index) => {
      const [polygon, area] = [polygons[index], areas[index]]
      return polygon !== undefined && area !== undefined && booleanPointInPolygon([lon, lat], polygon) ? [area] : []
    }),
    corridorsAt: (lat, lon) => [...new Set(along.search(lon, lat, lon, lat).flatMap((index) => {
      const one = pieces[index]
      return one !== undefined && one.ready.pieceAwayM(one.piece, lat, lon) <= one.ready.halfWidthM ? [one.route] : []
    }))],
  }
}

let kept = 0
const asking = (asked: Asked, batch: number) => {
  let next = 0
  return (ms: number) =>
    repeat(ms, batch, () => {
      for (let count = 0; count < batch; count += 1) {
        const { lat, lon } = points[next++ % POINTS] ?? CENTRE
        kept += asked.areasAt(lat, lon).length + asked.corridorsAt(lat, lon).length
      }
    })
}

/** Where a position lies among five hundred areas and five hundred routes. */
export const FENCE: Benchmark = {
  name: 'fence',
  says: `which of ${SHAPES} areas and ${SHAPES} routes a position lies in`,
  open: () => {
    const [grid, all, tree] = [fencesOf(areas, routes), scan(areas, routes), flatbushAndTurf()]
    const ids = (found: readonly { readonly id: number }[]) => found.map(({ id }) => id).sort((a, b) => a - b).join()
    let [inAreas, onRoutes] = [0, 0]
    for (const { lat, lon } of points) {
      const [area, route] = [ids(all.areasAt(lat, lon)), ids(all.corridorsAt(lat, lon))]
      mustAgree(ids(grid.areasAt(lat, lon)) === area && ids(tree.areasAt(lat, lon)) === area, `areas at ${lat}, ${lon}`)
      mustAgree(ids(grid.corridorsAt(lat, lon)) === route && ids(tree.corridorsAt(lat, lon)) === route, `routes at ${lat}, ${lon}`)
      inAreas += area === '' ? 0 : 1
      onRoutes += route === '' ? 0 : 1
    }
    return Promise.resolve([
      {
        name: 'point in 500 areas and 500 routes',
        unit: 'points',
        target: 1_000_000,
        product: { name: 'grid', work: asking(grid, 1_024) },
        peers: [
          { name: 'flatbush and Turf', work: asking(tree, 1_024) },
          { name: 'every shape in turn', work: asking(all, 4) },
        ],
        notes: [`same answers for ${POINTS} points, ${inAreas} of them in an area, ${onRoutes} on a route`],
      },
    ])
  },
}
