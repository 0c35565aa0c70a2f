import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas, GlobalFonts, loadImage, type Image } from '@napi-rs/canvas'
import { sizeOfPicture } from './picture-size.ts'

/** A picture larger than this is not decoded: a few kilobytes can claim billions of points. */
const POINTS_MAX = 60_000_000
const THUMBNAIL = 480
/** Points along the longer side: a plate can still be read. */
const PLAIN = 2560
const JPEG_QUALITY = 82
const FAMILY = 'Evidence'

/** The face is brought along, so that Chinese shows on a machine that has no Chinese font. */
let isReady = false
function face(): void {
  if (isReady) return
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'))
  GlobalFonts.registerFromPath(join(folder, '400Regular', 'NotoSerifSC_400Regular.ttf'), FAMILY)
  isReady = true
}

async function decoded(bytes: Uint8Array): Promise<Image | undefined> {
  // Asked before it is decoded: the decoder takes memory for every point that is claimed.
  const size = sizeOfPicture(bytes)
  if (size === undefined || size.width * size.height > POINTS_MAX) return undefined
  try {
    return await loadImage(Buffer.from(bytes))
  } catch {
    return undefined
  }
}

/** A small copy for lists (缩略图), JPEG; nothing where the bytes are no picture. */
export const thumbnail = (bytes: Uint8Array): Promise<Buffer | undefined> => drawnAnew(bytes, THUMBNAIL)
/** A copy in which only what is seen is left (去除元数据副本): no position, no telephone, drawn the right way up. */
export const plainCopy = (bytes: Uint8Array): Promise<Buffer | undefined> => drawnAnew(bytes, PLAIN)

async function drawnAnew(bytes: Uint8Array, longest: number): Promise<Buffer | undefined> {
  const image = await decoded(bytes)
  if (image === undefined) return undefined
  const scale = Math.min(1, longest / Math.max(image.width, image.height))
  const canvas = createCanvas(Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)))
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.encode('jpeg', JPEG_QUALITY)
}

/** A copy that says when, where, by whom and for which case it was taken (水印副本); the original stays as it is. */
export async function watermarked(bytes: Uint8Array, lines: readonly string[]): Promise<Buffer | undefined> {
  const image = await decoded(bytes)
  if (image === undefined) return undefined
  face()
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const size = Math.max(12, Math.round(Math.min(image.width, image.height) / 28))
  const step = Math.round(size * 1.5)
  const height = step * lines.length + size
  context.fillStyle = 'rgba(0, 0, 0, 0.55)'
  context.fillRect(0, image.height - height, image.width, height)
  context.fillStyle = '#ffffff'
  context.font = `${size}px ${FAMILY}`
  context.textBaseline = 'top'
  for (const [index, line] of lines.entries()) context.fillText(line, size, image.height - height + size / 2 + index * step, image.width - 2 * size)
  return canvas.encode('jpeg', JPEG_QUALITY)
}
