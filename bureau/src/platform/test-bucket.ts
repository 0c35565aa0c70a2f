import { createHash, createHmac } from 'node:crypto'
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
  const objects = new Map<string, Buffer>()
  const uploads = new Map<string, Map<number, Buffer>>()
  const asked: string[] = []
  let begun = 0
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname: key, searchParams, search } = new URL(request.url ?? '', 'http://bucket')
      const method = request.method ?? ''
      const body = await buffer(request)
      asked.push(`${method} ${search}`)
      const say = (status: number, text: string | Buffer = '', headers: Readonly<Record<string, string | number>> = {}) => response.writeHead(status, headers).end(method === 'HEAD' ? '' : text)
      const fail = (code: string) => say(STATUS[code] ?? 500, `<Error><Code>${code}</Code></Error>`)
      const wrong = bucket.failing(method, search) ?? wrongRequest(request, body)
      if (wrong !== undefined) return void fail(wrong)
      const upload = searchParams.get('uploadId')
      const parts = upload === null ? undefined : uploads.get(upload)
      if (upload !== null && parts === undefined) return void fail('NoSuchUpload')
      if (method === 'POST' && searchParams.has('uploads')) {
        begun += 1
        uploads.set(`u/${begun}`, new Map())
        return void say(200, `<InitiateMultipartUploadResult><UploadId>u/${begun}</UploadId></InitiateMultipartUploadResult>`)
      }
      if (upload !== null && parts !== undefined) {
        if (method === 'PUT') {
          parts.set(Number(searchParams.get('partNumber')), body)
          return void say(200, '', { etag: tagOf(body) })
        }
        uploads.delete(upload)
        if (method === 'DELETE') return void say(204)
        const listed = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>([^<]+)<\/ETag>/g)].map(([, number, tag]) => ({ part: parts.get(Number(number)), tag }))
        if (listed.length !== parts.size || listed.some(({ part, tag }) => part === undefined || tagOf(part) !== tag)) return void say(200, '<Error><Code>InvalidPart</Code></Error>')
        objects.set(key, Buffer.concat(listed.flatMap(({ part }) => part ?? [])))
        return void say(200, `<CompleteMultipartUploadResult><ETag>${tagOf(body)}</ETag></CompleteMultipartUploadResult>`)
      }
      if (method === 'PUT') return void (objects.set(key, body), say(200, '', { etag: tagOf(body) }))
      if (method === 'DELETE') return void (objects.delete(key), say(204))
      const object = objects.get(key)
      if (object === undefined) return void say(404, '<Error><Code>NoSuchKey</Code></Error>')
      const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
      const headers = { etag: tagOf(object), 'last-modified': 'Tue, 10 Aug 2021 08:00:00 GMT', 'content-length': object.length }
      if (first === undefined || last === undefined) return void say(200, object, headers)
      const part = object.subarray(Number(first), Number(last) + 1)
      return void say(206, part, { ...headers, 'content-length': part.length })
    })()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const bucket: TestBucket = {
    place: { url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/evidence`, region: REGION, accessKey: ACCESS, secretKey: SECRET, ...(partBytes === undefined ? {} : { partBytes }) },
    objects,
    open: () => uploads.size,
    asked,
    failing: () => undefined,
    close: () => new Promise((done) => {
      server.closeAllConnections()
      server.close(() => done())
    }),
  }
  return bucket
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
