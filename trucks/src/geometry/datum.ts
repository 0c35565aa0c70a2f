import type { Point } from './point.ts'

/**
 * GCJ-02 is the state's obfuscated datum, which printed and on-line maps of the mainland use; BD-09 is Baidu's on top of it.
 * No authority has published either. The formula and its constants are those of eviltransform (googollee, 2015, MIT),
 * the ellipsoid is Krasovsky's of 1940; BD-09 follows coolypf's note of 2013, on which the libraries agree.
 */
const AXIS_M = 6_378_245
const ECCENTRICITY_2 = 0.006_693_421_622_965_943
const BAIDU = (Math.PI * 3000) / 180
const RADIANS = Math.PI / 180

/** The rectangle within which the libraries shift; outside of it GCJ-02 is WGS 84. It is not the state's border. */
const SHIFTED = { south: 0.8293, north: 55.8271, west: 72.004, east: 137.8347 } as const

const isShifted = ({ lat, lon }: Point): boolean => lat > SHIFTED.south && lat < SHIFTED.north && lon > SHIFTED.west && lon < SHIFTED.east

/** From WGS 84, as satellites give it, to GCJ-02, as maps of the mainland show it. */
export function gcjFromWgs(wgs: Point): Point {
  if (!isShifted(wgs)) return wgs
  const { lat, lon } = shift(wgs)
  return { lat: wgs.lat + lat, lon: wgs.lon + lon }
}

/** Back again, by approaching: within 1e-9 degrees (0.1 mm) of the WGS 84 point that it came from. */
export function wgsFromGcj(gcj: Point): Point {
  if (!isShifted(gcj)) return gcj
  let guess = gcj
  for (let round = 0; round < 12; round += 1) {
    const seen = gcjFromWgs(guess)
    const off = { lat: seen.lat - gcj.lat, lon: seen.lon - gcj.lon }
    guess = { lat: guess.lat - off.lat, lon: guess.lon - off.lon }
    if (Math.abs(off.lat) < 1e-11 && Math.abs(off.lon) < 1e-11) break
  }
  return guess
}

/** From GCJ-02 to Baidu's BD-09. */
export function bdFromGcj({ lat, lon }: Point): Point {
  const radius = Math.hypot(lon, lat) + 0.000_02 * Math.sin(lat * BAIDU)
  const angle = Math.atan2(lat, lon) + 0.000_003 * Math.cos(lon * BAIDU)
  return { lat: radius * Math.sin(angle) + 0.006, lon: radius * Math.cos(angle) + 0.0065 }
}

/** Back again, by approaching: within 1e-9 degrees. The libraries' own inverse is wrong by up to a metre. */
export function gcjFromBd(bd: Point): Point {
  let guess = { lat: bd.lat - 0.006, lon: bd.lon - 0.0065 }
  for (let round = 0; round < 12; round += 1) {
    const seen = bdFromGcj(guess)
    const off = { lat: seen.lat - bd.lat, lon: seen.lon - bd.lon }
    guess = { lat: guess.lat - off.lat, lon: guess.lon - off.lon }
    if (Math.abs(off.lat) < 1e-11 && Math.abs(off.lon) < 1e-11) break
  }
  return guess
}

/** How far GCJ-02 lies from WGS 84 at a point, in degrees. */
function shift(wgs: Point): Point {
  const x = wgs.lon - 105
  const y = wgs.lat - 35
  const root = Math.sqrt(Math.abs(x))
  const ripple = 20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)
  const north =
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root +
    ((ripple + 20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI) + 160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y / 30) * Math.PI)) * 2) / 3
  const east =
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root +
    ((ripple + 20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI) + 150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * 2) / 3
  const sine = Math.sin(wgs.lat * RADIANS)
  const bulge = 1 - ECCENTRICITY_2 * sine * sine
  return {
    lat: north / (((AXIS_M * (1 - ECCENTRICITY_2)) / (bulge * Math.sqrt(bulge))) * RADIANS),
    lon: east / ((AXIS_M / Math.sqrt(bulge)) * Math.cos(wgs.lat * RADIANS) * RADIANS),
  }
}
