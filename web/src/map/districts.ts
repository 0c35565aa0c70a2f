import type { Point } from '@zhunsheng/bureau/modules/trucks/wire.ts'

interface Outlines {
  readonly type: 'FeatureCollection'
  readonly features: readonly { readonly properties: { readonly name: string }; readonly geometry: { readonly coordinates: readonly (readonly (readonly Point[])[])[] } }[]
}
interface Feature {
  readonly type: 'Feature'
  readonly properties: { readonly name: string }
  readonly geometry: { readonly type: 'MultiPolygon'; readonly coordinates: number[][][][] } | { readonly type: 'Point'; readonly coordinates: number[] }
}
interface Written {
  readonly data: { readonly type: 'FeatureCollection'; features: Feature[] }
  readonly letters: string
}

/** The outlines of Chongqing's districts (区县轮廓), each with a place for its name. Where they come from, `public/districts-license.txt` says. */
export async function outlines(onto: (point: Point) => Point): Promise<Written> {
  const answer = await fetch('/districts.geojson')
  if (!answer.ok) throw new Error(String(answer.status))
  const { features }: Outlines = await answer.json()
  return {
    letters: features.map(({ properties }) => properties.name).join(''),
    data: {
      type: 'FeatureCollection',
      features: features.flatMap(({ properties: { name }, geometry: { coordinates } }): Feature[] => [
        { type: 'Feature', properties: { name }, geometry: { type: 'MultiPolygon', coordinates: coordinates.map((area) => area.map((ring) => ring.map((point) => [...onto(point)]))) } },
        { type: 'Feature', properties: { name }, geometry: { type: 'Point', coordinates: [...onto(middleOf(coordinates.flatMap((area) => area[0] ?? [])))] } },
      ]),
    },
  }
}

function middleOf(points: readonly Point[]): Point {
  const [longitudes, latitudes] = [points.map(([longitude]) => longitude), points.map(([, latitude]) => latitude)]
  return [(Math.min(...longitudes) + Math.max(...longitudes)) / 2, (Math.min(...latitudes) + Math.max(...latitudes)) / 2]
}
