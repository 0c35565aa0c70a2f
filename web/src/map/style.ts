import type { MapBase } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { FONT } from '../app/theme.ts'
import type { Drawn } from './drawn.ts'
import { INKS } from './inks.ts'

/** Letters are drawn by the browser in the font of the page: no glyph is fetched. */
const FAMILIES = FONT.split(', ').map((family) => family.replaceAll("'", ''))
export const FAMILY = FAMILIES.filter((family) => family !== 'sans-serif').map((family) => `"${family}"`).concat('sans-serif').join(', ')
const EMPTY = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } as const
const TILE = 256
/** Closer than this a band as wide as its way can be seen, farther names would cover the map. */
const NAMED_FROM = 11
/** The outlines are true to a hundred metres: closer they would say what they do not know. */
const OUTLINED_UNTIL = 14
const MOST_ZOOM = 24
const KINDS = ['zone', 'site', 'disposal', 'road', 'route', 'way', 'gate', 'held'] as const satisfies readonly Drawn['kind'][]

/** Everything that stands still on a map (地图样式), built here: no style, sprite or glyph comes from another host. */
export function styleOf({ tiles }: MapBase): StyleSpecification {
  return {
    version: 8,
    sources: {
      ...(tiles === undefined ? {} : { tiles: { type: 'raster', tiles: [tiles.url], tileSize: TILE, maxzoom: tiles.mostZoom } }),
      districts: EMPTY,
      ground: EMPTY,
      names: EMPTY,
    },
    layers: [
      // The plain ground is the page's own colour below: painting it would cost a machine without a graphics card a good part of every picture.
      ...(tiles === undefined ? [] : [{ id: 'tiles', type: 'raster', source: 'tiles', paint: { 'raster-fade-duration': 0 } } satisfies LayerSpecification]),
      { id: 'districts', type: 'line', source: 'districts', maxzoom: OUTLINED_UNTIL, filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'line-color': '#aebccd', 'line-width': 1.5 } },
      { id: 'district-names', type: 'symbol', source: 'districts', filter: ['==', ['geometry-type'], 'Point'], layout: { 'text-field': ['get', 'name'], 'text-font': FAMILIES, 'text-size': 13, 'text-letter-spacing': 0.2 }, paint: { 'text-color': '#7a8899', 'text-halo-color': '#f7f9fc', 'text-halo-width': 1.5 } },
      ...KINDS.flatMap(layersOf),
      { id: 'names', type: 'symbol', source: 'ground', minzoom: NAMED_FROM, filter: ['has', 'name'], layout: { 'text-field': ['get', 'name'], 'text-font': FAMILIES, 'text-size': 12, 'text-max-width': 12, 'text-anchor': 'bottom', 'text-offset': [0, -0.5] }, paint: { 'text-color': '#1c2530', 'text-halo-color': '#ffffff', 'text-halo-width': 1.5 } },
      { id: 'mark-names', type: 'symbol', source: 'names', layout: { 'text-field': ['get', 'name'], 'text-font': FAMILIES, 'text-size': 12, 'text-anchor': 'bottom', 'text-offset': [0, -0.9], 'symbol-sort-key': ['get', 'rank'], 'text-allow-overlap': false }, paint: { 'text-color': '#1c2530', 'text-halo-color': '#ffffff', 'text-halo-width': 1.5 } },
    ],
  }
}

function layersOf(kind: Drawn['kind']): LayerSpecification[] {
  const { line, width, fill, dashes } = INKS[kind]
  const of = (type: 'Polygon' | 'LineString' | 'Point'): ['all', ['==', ['get', 'kind'], string], ['==', ['geometry-type'], string], ['!', ['has', 'name']]] => ['all', ['==', ['get', 'kind'], kind], ['==', ['geometry-type'], type], ['!', ['has', 'name']]]
  if (kind === 'gate') return [{ id: kind, type: 'circle', source: 'ground', filter: of('Point'), paint: { 'circle-radius': 5, 'circle-color': fill ?? line, 'circle-stroke-color': line, 'circle-stroke-width': width } }]
  // A cross is a letter too.
  if (kind === 'held') return [{ id: kind, type: 'symbol', source: 'ground', filter: of('Point'), layout: { 'text-field': '×', 'text-font': FAMILIES, 'text-size': 18, 'text-allow-overlap': true, 'text-ignore-placement': true }, paint: { 'text-color': line } }]
  const drawn = { id: kind, type: 'line', source: 'ground', filter: of(fill === undefined ? 'LineString' : 'Polygon'), layout: { 'line-join': 'round' }, paint: { 'line-color': line, 'line-width': width, ...(dashes === undefined ? {} : { 'line-dasharray': [...dashes] }) } } satisfies LayerSpecification
  if (fill !== undefined) return [{ id: `${kind}-fill`, type: 'fill', source: 'ground', filter: of('Polygon'), paint: { 'fill-color': fill, 'fill-opacity': 0.2 } }, drawn]
  return [{ id: `${kind}-band`, type: 'line', source: 'ground', filter: ['all', of('LineString'), ['has', 'band']], layout: { 'line-join': 'round' }, paint: { 'line-color': line, 'line-opacity': 0.16, 'line-width': ['interpolate', ['exponential', 2], ['zoom'], 0, ['get', 'band'], MOST_ZOOM, ['*', ['get', 'band'], 2 ** MOST_ZOOM]] } }, drawn]
}
