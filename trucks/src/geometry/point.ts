/** A place on the earth: degrees, WGS 84, north and east positive. */
export interface Point {
  readonly lat: number
  readonly lon: number
}
