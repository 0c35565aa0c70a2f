import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { malformed, Problem } from '../../platform/problem.ts'
import { NewTipoff, PHOTO_MEGABYTES, PHOTOS_MOST } from './wire.ts'

const REPORT_MAX = 20_000
const PHOTO_MAX = PHOTO_MEGABYTES * 1024 * 1024

/** A report as a form sends it: its words first, so that photographs of a wrong one are not even read. */
export interface Sent {
  readonly report: NewTipoff
  readonly photos: readonly Buffer[]
}

/** Reads the form (读取举报表单): one field 「report」 with JSON, then up to three files 「photo」. */
export async function readForm(request: FastifyRequest, check: (report: NewTipoff) => NewTipoff): Promise<Sent> {
  let report: NewTipoff | undefined
  const photos: Buffer[] = []
  for await (const part of request.parts({ limits: { files: PHOTOS_MOST + 1, fileSize: PHOTO_MAX, fields: 1, fieldSize: REPORT_MAX } })) {
    if (part.type === 'field') {
      if (part.fieldname === 'report') report = check(wordsIn(part.value))
      continue
    }
    if (report === undefined) throw malformed([{ path: 'report', because: '照片之前应当先有举报内容' }])
    if (photos.length === PHOTOS_MOST) throw malformed([{ path: 'photo', because: `照片最多 ${PHOTOS_MOST} 张` }])
    photos.push(await bytesOf(part))
  }
  if (report === undefined) throw malformed([{ path: 'report', because: '没有举报内容' }])
  return { report, photos }
}

function wordsIn(written: unknown): NewTipoff {
  const parsed = NewTipoff.safeParse(jsonIn(written))
  if (!parsed.success) throw malformed(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), because: message })))
  return parsed.data
}
function jsonIn(written: unknown): unknown {
  try {
    return JSON.parse(String(written))
  } catch {
    throw malformed([{ path: 'report', because: '举报内容不是有效的 JSON' }])
  }
}

async function bytesOf(part: MultipartFile): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of part.file) if (piece instanceof Uint8Array) pieces.push(piece)
  if (part.file.truncated) throw new Problem('too-large', `单张照片不能超过 ${PHOTO_MEGABYTES} MB，请压缩后再上传`)
  return Buffer.concat(pieces)
}
