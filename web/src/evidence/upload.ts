import type { Item } from '@zhunsheng/bureau/modules/evidence/wire.ts'
import { Upload } from 'tus-js-client'
import { keepFile } from '../offline/kept-file.ts'
import { hasLine } from '../offline/line.ts'

/** A file of more than this is hashed by the server alone: a phone does not hold it in memory twice. */
const HASHED_MAX = 256 * 1024 * 1024
/** So much goes at a time; after a broken connection at most so much is sent again. */
const CHUNK = 4 * 1024 * 1024
const RETRIES_MS = [0, 1000, 3000, 5000, 10_000, 30_000]
/** A position that takes longer is done without: the photograph does not wait for the sky. */
const POSITION_MS = 3000

type Words = Readonly<Record<string, string>>

/** Takes a file into the record: at once where there is a line, and otherwise onto this device, to be sent before the act that refers to it. */
export async function takeEvidence(file: File, onProgress: (percent: number) => void): Promise<Pick<Item, 'sha256'>> {
  const [sha256, place] = await Promise.all([hashOf(file), placeNow()])
  const words = { filename: file.name, takenAt: new Date(file.lastModified).toISOString(), device: navigator.userAgent.slice(0, 200), ...(sha256 === undefined ? {} : { sha256 }), ...place }
  if (hasLine() || sha256 === undefined) return sendFile(file, words, onProgress)
  return keepFile(file, sha256, words)
}

/** Sends a file resumably (断点续传): hashed on the device, with its clock and, where it is allowed, its place. */
export function sendFile(file: Blob, words: Words, onProgress: (percent: number) => void): Promise<Item> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: '/api/uploads',
      chunkSize: CHUNK,
      retryDelays: RETRIES_MS,
      removeFingerprintOnSuccess: true,
      metadata: { ...words, sentAt: new Date().toISOString() },
      // Measured anew at every try: one that waited half a minute for the network would look like a clock that is half a minute slow.
      onBeforeRequest: (request) => request.setHeader('x-device-clock', new Date().toISOString()),
      onProgress: (sent, total) => onProgress(total === 0 ? 0 : Math.floor((sent / total) * 100)),
      onError: (failure) => reject(new Error(reasonOf(failure))),
      onSuccess: ({ lastResponse }) => {
        const item: Item = JSON.parse(lastResponse.getBody())
        resolve(item)
      },
    })
    void upload.findPreviousUploads().then(([begun]) => {
      if (begun !== undefined) upload.resumeFromPreviousUpload(begun)
      upload.start()
    })
  })
}

/** What the server said, in its own words. */
function reasonOf(failure: Error): string {
  const body = 'originalResponse' in failure && typeof failure.originalResponse === 'object' && failure.originalResponse !== null && 'getBody' in failure.originalResponse && typeof failure.originalResponse.getBody === 'function' ? String(failure.originalResponse.getBody()) : ''
  try {
    const said: unknown = JSON.parse(body)
    if (typeof said === 'object' && said !== null && 'detail' in said && typeof said.detail === 'string') return said.detail
  } catch {
    return '网络中断，已经传上去的部分没有丢失；再选同一个文件即可继续'
  }
  return '上传没有成功，请重试'
}

/** Browsers hash only on a secure page; elsewhere the server's digest stands alone, and the item says so. */
async function hashOf(file: File): Promise<string | undefined> {
  if (!window.isSecureContext || file.size > HASHED_MAX) return undefined
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Where the device is, where that is allowed: latitude, longitude, accuracy in metres. */
export function placeNow(): Promise<Words> {
  if (!window.isSecureContext || !('geolocation' in navigator)) return Promise.resolve({})
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve({}), POSITION_MS)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        clearTimeout(late)
        resolve({ latitude: String(coords.latitude), longitude: String(coords.longitude), accuracy: String(Math.round(coords.accuracy)) })
      },
      () => {
        clearTimeout(late)
        resolve({})
      },
      { timeout: POSITION_MS, maximumAge: 60_000 },
    )
  })
}
