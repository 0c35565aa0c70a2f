import type { Point } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { GeoJSONSource, Map as Library, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { outlines } from './districts.ts'
import type { MapAsk, MapHandle } from './handle.ts'
import { movingMarks } from './moving-marks.ts'
import { featuresOf, shiftsOf } from './shapes.ts'
import { FAMILY, styleOf } from './style.ts'

// The worker is a file of our own: the security policy allows no script made on the way.
setWorkerUrl(worker)

const NOWHERE: Point = [106.5, 29.5]
const ZOOM = { far: 6, first: 11, closest: 20, fitted: 17 }
const MARGIN = 36
/** Six decimals are a tenth of a metre. */
const DECIMALS = 1e6
const rounded = (degrees: number): number => Math.round(degrees * DECIMALS) / DECIMALS

/** The one file that knows the library of the map (MapLibre), loaded when a map is first looked at. */
export function openMap(ask: MapAsk): MapHandle {
  const { container, base, hasOutlines } = ask
  const { onto, back } = shiftsOf(base)
  const map = libraryMap(ask, onto(NOWHERE))
  const styled = new Promise<void>((ready) => void map.once('style.load', () => ready()))
  /** Letters come in pieces; what is written before its piece has come would stay a box. */
  const write = async (source: 'ground' | 'districts' | 'names', data: Parameters<GeoJSONSource['setData']>[0], letters: string) => {
    await Promise.all([styled, document.fonts.load(`12px ${FAMILY}`, letters).catch(() => undefined)])
    const found = map.getSource(source)
    if (found instanceof GeoJSONSource) void found.setData(data)
  }
  if (hasOutlines) void outlines(onto).then(({ data, letters }) => write('districts', data, letters), () => undefined)
  return {
    ...viewOf(map, onto),
    sizeNow: () => ({ width: container.clientWidth, height: container.clientHeight }),
    pixel: (point) => {
      const { x, y } = map.project(onto(point))
      return [x, y]
    },
    point: ([x, y]) => {
      const { lng, lat } = map.unproject([x, y])
      const [longitude, latitude] = back([lng, lat])
      return [rounded(longitude), rounded(latitude)]
    },
    show: (shapes) => void write('ground', featuresOf(shapes, onto), shapes.map(({ name }) => name).join('')),
    onMove: (heard) => {
      map.on('move', heard)
      map.on('resize', heard)
      // When all is drawn, what lies over it is told once more: between a change of size and the next picture places are of neither.
      map.on('idle', heard)
      return () => void map.off('move', heard).off('resize', heard).off('idle', heard)
    },
    onPick: (heard) => {
      const click = ({ point: { x, y } }: { readonly point: { readonly x: number; readonly y: number } }) => heard([x, y])
      map.on('click', click)
      return () => void map.off('click', click)
    },
    marks: (atlas) => movingMarks(map, { atlas, onto, styled, write: (data, letters) => write('names', data, letters) }),
    close: () => map.remove(),
  }
}

/** North stays up and the ground flat: nobody has to find his way back from a turned map. */
function libraryMap({ container, title, base, isCooperative, isPrinted }: MapAsk, center: Point): Library {
  const map = new Library({
    container,
    style: styleOf(base),
    center,
    zoom: ZOOM.first,
    minZoom: ZOOM.far,
    maxZoom: ZOOM.closest,
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    attributionControl: false,
    cooperativeGestures: isCooperative,
    localIdeographFontFamily: FAMILY,
    locale: wordsFor(title),
    canvasContextAttributes: { preserveDrawingBuffer: isPrinted },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 110 }), 'bottom-left')
  return map
}

/** What is looked at: all that is to be seen, until the person looks elsewhere. */
function viewOf(map: Library, onto: (point: Point) => Point): Pick<MapHandle, 'fit' | 'whole' | 'centre' | 'closer' | 'farther'> {
  let [isLookedElsewhere, wanted]: [boolean, readonly Point[]] = [false, []]
  const fit = (isSudden: boolean) => {
    const [longitudes, latitudes] = [wanted.map((point) => onto(point)[0]), wanted.map((point) => onto(point)[1])]
    if (wanted.length > 0) map.fitBounds([[least(longitudes), least(latitudes)], [most(longitudes), most(latitudes)]], { padding: MARGIN, maxZoom: ZOOM.fitted, ...(isSudden ? { duration: 0 } : {}) })
  }
  const zoom = (by: number) => {
    isLookedElsewhere = true
    map.zoomTo(map.getZoom() + by)
  }
  map.on('movestart', ({ originalEvent }) => {
    if (originalEvent !== undefined) isLookedElsewhere = true
  })
  map.on('resize', () => {
    if (!isLookedElsewhere) fit(true)
  })
  return {
    fit: (points) => {
      wanted = points
      if (!isLookedElsewhere) fit(true)
    },
    whole: (points) => {
      wanted = points
      isLookedElsewhere = false
      fit(false)
    },
    centre: (point) => {
      isLookedElsewhere = true
      map.easeTo({ center: onto(point) })
    },
    closer: () => zoom(1),
    farther: () => zoom(-1),
  }
}
const least = (all: readonly number[]): number => all.reduce((one, other) => Math.min(one, other), Infinity)
const most = (all: readonly number[]): number => all.reduce((one, other) => Math.max(one, other), -Infinity)

const wordsFor = (title: string): Record<string, string> => ({
  'Map.Title': title,
  'ScaleControl.Meters': '米',
  'ScaleControl.Kilometers': '公里',
  'CooperativeGesturesHandler.WindowsHelpText': '按住 Ctrl 再滚动，缩放地图',
  'CooperativeGesturesHandler.MacHelpText': '按住 ⌘ 再滚动，缩放地图',
  'CooperativeGesturesHandler.MobileHelpText': '用两个手指移动地图',
})
