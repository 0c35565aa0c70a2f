import { createHash } from 'node:crypto'
import { open, readFile, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { AwsClient } from 'aws4fetch'
import { storeFull, type Shelf, type StoredFile } from './files.ts'
import { Problem } from './problem.ts'

/** A bucket of a store that speaks S3 (对象存储), such as MinIO, Ceph or a public cloud's. */
export interface BucketPlace {
  /** The address of the bucket itself, with its name in the host or in the path. */
  readonly url: string
  readonly region: string
  readonly accessKey: string
  readonly secretKey: string
  /** From so many bytes on a file goes in parts; S3 asks five million of every part but the last. */
  readonly partBytes?: number
}

const PART_BYTES = 16 * 1024 * 1024
const RETRIES = 2
/** A part of sixteen million bytes passes in a minute even through ten megabits. */
const PATIENCE_MS = 60_000
const NOT_FOUND = 404

/** Files in a bucket: each put signed, its content named by its digest so that the store itself refuses other bytes. */
export function bucketShelf({ url, region, accessKey, secretKey, partBytes = PART_BYTES }: BucketPlace): Shelf {
  const aws = new AwsClient({ accessKeyId: accessKey, secretAccessKey: secretKey, service: 's3', region, retries: RETRIES })
  const placeOf = (sha256: string) => `${url.replace(/\/$/, '')}/${sha256.slice(0, 2)}/${sha256}`
  /** Sends one request; what the store refuses is a fault that says so. */
  async function ask(place: string, { method, body, headers = {}, query = '' }: Asking): Promise<Response> {
    const answer = await aws.fetch(`${place}${query}`, { method, headers, signal: AbortSignal.timeout(PATIENCE_MS), ...(body === undefined ? {} : { body: new Uint8Array(body) }) }).catch((failure: unknown) => {
      throw down(`连接不上文件存储（${reasonOf(failure)}）`)
    })
    if (answer.ok || answer.status === NOT_FOUND) return answer
    throw refusal(answer.status, method === 'HEAD' ? '' : await answer.text())
  }
  const stat: Shelf['stat'] = async (sha256) => {
    const answer = await ask(placeOf(sha256), { method: 'HEAD' })
    return answer.status === NOT_FOUND ? undefined : { size: Number(answer.headers.get('content-length')), stamp: `${answer.headers.get('etag')} ${answer.headers.get('last-modified')}` }
  }
  const erase: Shelf['erase'] = async (sha256) => void (await ask(placeOf(sha256), { method: 'DELETE' }))

  async function putWhole({ sha256 }: StoredFile, path: string): Promise<void> {
    found(await ask(placeOf(sha256), { method: 'PUT', body: await readFile(path), headers: { 'x-amz-content-sha256': sha256 } }))
  }
  async function putInParts({ sha256, size }: StoredFile, path: string): Promise<void> {
    const place = placeOf(sha256)
    const upload = encodeURIComponent(wordIn(await found(await ask(place, { method: 'POST', query: '?uploads=' })).text(), 'UploadId'))
    const file = await open(path, 'r')
    try {
      const tags: string[] = []
      for (let start = 0; start < size; start += partBytes) {
        const body = await partFrom(file, start, Math.min(partBytes, size - start))
        const answer = found(await ask(place, { method: 'PUT', query: `?partNumber=${tags.length + 1}&uploadId=${upload}`, body, headers: { 'x-amz-content-sha256': digestOf(body) } }))
        tags.push(answer.headers.get('etag') ?? '')
      }
      const list = `<CompleteMultipartUpload>${tags.map((tag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${tag}</ETag></Part>`).join('')}</CompleteMultipartUpload>`
      const body = Buffer.from(list)
      // This answer may begin with 200 and still tell a failure in its body.
      wordIn(await found(await ask(place, { method: 'POST', query: `?uploadId=${upload}`, body, headers: { 'x-amz-content-sha256': digestOf(body) } })).text(), 'ETag')
    } catch (failure) {
      await ask(place, { method: 'DELETE', query: `?uploadId=${upload}` }).catch(() => undefined)
      throw failure
    } finally {
      await file.close()
    }
  }

  return {
    put: async (stored, path) => {
      await (stored.size > partBytes ? putInParts(stored, path) : putWhole(stored, path))
      if ((await stat(stored.sha256))?.size === stored.size) return
      await erase(stored.sha256)
      throw down('文件存储收下的内容不完整，已经撤回')
    },
    stat,
    read: async (sha256, part) => {
      const answer = await ask(placeOf(sha256), { method: 'GET', headers: part === undefined ? {} : { range: `bytes=${part.start}-${part.end}` } })
      if (answer.status === NOT_FOUND || answer.body === null) throw down('文件存储中没有这个文件')
      return Readable.fromWeb(answer.body)
    },
    erase,
  }
}

interface Asking {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE'
  readonly query?: string
  readonly body?: Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const reasonOf = (failure: unknown): string => (failure instanceof Error ? (failure.cause instanceof Error ? failure.cause.message : failure.message) : String(failure))
const down = (because: string): Problem => new Problem('store-down', `${because}；文件没有入卷或者暂时不能读取，请稍后重试并告知管理员`)
function refusal(status: number, said: string): Problem {
  const [, code = ''] = /<Code>([^<]*)<\/Code>/.exec(said) ?? []
  if (status === 507 || /StorageFull|QuotaExceeded/.test(code)) return storeFull()
  return down(status === 403 ? `文件存储拒绝了访问（${code || status}），请管理员核对存储的地址和密钥` : `文件存储应答 ${status}${code === '' ? '' : `（${code}）`}`)
}
/** Where a bucket is missing, even a put is answered with 404. */
function found(answer: Response): Response {
  if (answer.status === NOT_FOUND) throw down('文件存储中没有所配置的存储桶')
  return answer
}
function wordIn(text: string, name: string): string {
  const [, word] = new RegExp(`<${name}>([^<]+)</${name}>`).exec(text) ?? []
  if (word === undefined) throw refusal(200, text)
  return word
}
async function partFrom(file: FileHandle, start: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start)
  if (bytesRead !== length) throw new Error('the waiting file became shorter')
  return buffer
}
