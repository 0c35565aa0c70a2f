import type { Point } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import type { Pixel, Size, View } from '../trucks/plane.ts'

/** What a painter gets: the pen, and where places lie. */
export interface Sheet {
  readonly pen: CanvasRenderingContext2D
  readonly size: Size
  readonly view: View
  readonly pixel: (point: Point) => Pixel
}
