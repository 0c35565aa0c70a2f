import type { MapBase, Point } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import type { Drawn } from './drawn.ts'

/** Right and down from the upper left corner of a map, in CSS pixels. */
export type Pixel = readonly [number, number]
export interface Size {
  readonly width: number
  readonly height: number
}

/** What an opening map is told (开图). */
export interface MapAsk {
  readonly container: HTMLElement
  /** What readers of screens hear of it. */
  readonly title: string
  readonly base: MapBase
  /** Outlines of the districts lie below: not on the pages for everybody. */
  readonly hasOutlines: boolean
  /** The page scrolls under one finger and under the wheel; the map moves under two fingers, and with Ctrl. */
  readonly isCooperative: boolean
  /** Its picture is kept for the printer, which costs a copy of every picture. */
  readonly isPrinted: boolean
}

/** An open map, without a word of the library that draws it: places are WGS-84 here, whatever the datum of the ground below. */
export interface MapHandle {
  readonly sizeNow: () => Size
  readonly pixel: (point: Point) => Pixel
  readonly point: (pixel: Pixel) => Point
  readonly show: (shapes: readonly Drawn[]) => void
  /** Shows all of it, unless the person has looked elsewhere meanwhile. */
  readonly fit: (points: readonly Point[]) => void
  /** Shows all of it, and goes on following what is to be seen. */
  readonly whole: (points: readonly Point[]) => void
  readonly centre: (point: Point) => void
  readonly closer: () => void
  readonly farther: () => void
  /** Tells of every change of the view; gives back what ends that. */
  readonly onMove: (heard: () => void) => () => void
  readonly onPick: (heard: (at: Pixel) => void) => () => void
  readonly marks: (atlas: Atlas) => MovingMarks
  readonly close: () => void
}

/** Pictures of marks, a row for each kind and a column for each heading (图标集). */
export interface Atlas {
  readonly picture: HTMLCanvasElement
  readonly columns: number
  /** Of each row, how many CSS pixels of its middle hold anything: less of it is less to paint. */
  readonly sizes: readonly number[]
  /** Side of a cell in CSS pixels. */
  readonly side: number
}
/** Where a mark is drawn at a moment. */
export interface Spot {
  readonly at: Point
  /** Degrees clockwise from north. */
  readonly heading: number
}
export interface MovingMark {
  readonly row: number
  readonly from: Spot
  readonly to: Spot
  /** Written above it where there is room. */
  readonly name: string
  /** Its name is written in any case. */
  readonly isChosen: boolean
}
export interface MovingMarks {
  /** All of them, the last painted over the others; they arrive so many milliseconds after the given moment. */
  readonly show: (marks: readonly MovingMark[], sinceMs: number, forMs: number) => void
}
