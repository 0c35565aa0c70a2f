import { createHash, createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { BucketPlace } from './files-in-bucket.ts'

/** A small store of our own that speaks S3, for tests: it counts every signature again and believes no digest. */
export interface TestBucket {
  readonly place: BucketPlace
  readonly objects: Map<string, Buffer>
  /** Uploads in parts that were begun and neither ended nor given up. */
  readonly open: () => number
  readonly asked: string[]
  /** Makes requests fail from now on that this says something about: an S3 error code. */
  failing: (method: string, query: string) => string | undefined
  readonly close: () => Promise<void>
}

const ACCESS = 'test-access'
const SECRET = 'test-secret'
const REGION = 'cq-1'
const STATUS: Readonly<Record<string, number>> = { AccessDenied: 403, SignatureDoesNotMatch: 403, BadDigest: 400, NoSuchUpload: 404, NoSuchBucket: 404, InternalError: 500, XMinioStorageFull: 507 }

export async function testBucket(partBytes?: number): Promise<TestBucket> {
  const kept: Kept = { objects: new Map(), uploads: new Map() }
  const asked: string[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const { searchParams, search } = new URL(request.url ?? '', 'http://bucket')
      const method = request.method ?? ''
      const body = await buffer(request)
      asked.push(`${method} ${search}`)
      const wrong = bucket.failing(method, search) ?? wrongRequest(request, body)
      const { status, text = '', headers = {} } = wrong === undefined ? answerTo(kept, request, searchParams, body) : failed(wrong)
      response.writeHead(status, headers).end(method === 'HEAD' ? '' : text)
    })()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const bucket: TestBucket = {
    place: { url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/evidence`, region: REGION, accessKey: ACCESS, secretKey: SECRET, ...(partBytes === undefined ? {} : { partBytes }) },
    objects: kept.objects,
    open: () => kept.uploads.size,
    asked,
    failing: () => undefined,
    close: () => new Promise((done) => {
      server.closeAllConnections()
      server.close(() => done())
    }),
  }
  return bucket
}

interface Kept {
  readonly objects: Map<string, Buffer>
  readonly uploads: Map<string, Map<number, Buffer>>
}
interface Said {
  readonly status: number
  readonly text?: string | Buffer
  readonly headers?: Readonly<Record<string, string | number>>
}
const failed = (code: string): Said => ({ status: STATUS[code] ?? 500, text: `<Error><Code>${code}</Code></Error>` })

function answerTo({ objects, uploads }: Kept, { method, url = '', headers }: IncomingMessage, query: URLSearchParams, body: Buffer): Said {
  const { pathname: key } = new URL(url, 'http://bucket')
  const upload = query.get('uploadId')
  if (upload !== null) return partOf({ objects, uploads }, { method, key, upload, number: Number(query.get('partNumber')), body })
  if (method === 'POST' && query.has('uploads')) {
    const id = `u/${randomUUID()}`
    uploads.set(id, new Map())
    return { status: 200, text: `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>` }
  }
  if (method === 'PUT') {
    objects.set(key, body)
    return { status: 200, headers: { etag: tagOf(body) } }
  }
  if (method === 'DELETE') {
    objects.delete(key)
    return { status: 204 }
  }
  const object = objects.get(key)
  if (object === undefined) return { status: 404, text: '<Error><Code>NoSuchKey</Code></Error>' }
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? []
  const part = first === undefined || last === undefined ? object : object.subarray(Number(first), Number(last) + 1)
  return { status: first === undefined ? 200 : 206, text: part, headers: { etag: tagOf(object), 'last-modified': 'Tue, 10 Aug 2021 08:00:00 GMT', 'content-length': part.length } }
}

interface PartAsked {
  readonly method: string | undefined
  readonly key: string
  readonly upload: string
  readonly number: number
  readonly body: Buffer
}
/** One request about a file that goes in parts: a part, its end, or that it is given up. */
function partOf({ objects, uploads }: Kept, { method, key, upload, number, body }: PartAsked): Said {
  const parts = uploads.get(upload)
  if (parts === undefined) return failed('NoSuchUpload')
  if (method === 'PUT') {
    parts.set(number, body)
    return { status: 200, headers: { etag: tagOf(body) } }
  }
  uploads.delete(upload)
  if (method === 'DELETE') return { status: 204 }
  const listed = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>([^<]+)<\/ETag>/g)].map(([, place, tag]) => ({ part: parts.get(Number(place)), tag }))
  if (listed.length !== parts.size || listed.some(({ part, tag }) => part === undefined || tagOf(part) !== tag)) return { status: 200, text: '<Error><Code>InvalidPart</Code></Error>' }
  objects.set(key, Buffer.concat(listed.flatMap(({ part }) => part ?? [])))
  return { status: 200, text: `<CompleteMultipartUploadResult><ETag>${tagOf(body)}</ETag></CompleteMultipartUploadResult>` }
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
const tagOf = (bytes: Buffer): string => `"${createHash('md5').update(bytes).digest('hex')}"`

/** AWS Signature Version 4, counted from what arrived; and whether the body is what its digest says. */
function wrongRequest(request: IncomingMessage, body: Buffer): string | undefined {
  const said = String(request.headers['x-amz-content-sha256'])
  if (said !== 'UNSIGNED-PAYLOAD' && said !== createHash('sha256').update(body).digest('hex')) return 'BadDigest'
  const [, credential = '', signed = '', signature = ''] = /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(request.headers.authorization ?? '') ?? []
  const [access, day = '', region = '', service = '', end = ''] = credential.split('/')
  if (access !== ACCESS || region !== REGION) return 'AccessDenied'
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://bucket')
  const query = [...searchParams].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).sort().join('&')
  const headers = signed.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`).join('')
  const canonical = [request.method, pathname, query, headers, signed, said].join('\n')
  const text = ['AWS4-HMAC-SHA256', String(request.headers['x-amz-date']), [day, region, service, end].join('/'), createHash('sha256').update(canonical).digest('hex')].join('\n')
  const key = [region, service, end].reduce((before, word) => hmac(before, word), hmac(`AWS4${SECRET}`, day))
  return hmac(key, text).toString('hex') === signature ? undefined : 'SignatureDoesNotMatch'
}
