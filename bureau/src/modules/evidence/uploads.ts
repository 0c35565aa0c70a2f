import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { ERRORS, Server, type Upload } from '@tus/server'
import type { FastifyRequest } from 'fastify'
import type { Http } from '../../platform/http.ts'
import { malformed, notAllowed, Problem } from '../../platform/problem.ts'
import type { CaseRecords } from '../enforcement/contract.ts'
import type { Actor, Officers } from '../officers/contract.ts'
import { mayTake } from './access.ts'
import { takeIn, type IntakeParts } from './intake.ts'
import { Said } from './wire.ts'

const PATH = '/api/uploads'
/** A recorder's file of an hour fits; larger ones are cut by the recorder itself. */
const VIDEO_BYTES_MAX = 2 * 1024 ** 3
const LIMIT = '2 GB'
/** An upload that nobody continues for so long is forgotten. */
const FORGOTTEN_MS = 24 * 60 * 60 * 1000

/** The device's clock at the moment of this very request; the words that go along were written before it was tried again. */
const DEVICE_CLOCK = 'x-device-clock'

export interface UploadParts extends IntakeParts {
  readonly officers: Officers
  readonly records: Pick<CaseRecords, 'usesOf'>
  readonly folder: string
}

/** Resumable uploads (断点续传), tus 1.0: what has come is kept until the rest comes, and is no evidence before it is whole. */
export function uploadRoutes(http: Http, parts: UploadParts): void {
  const { officers, folder, outside } = parts
  const place = join(folder, 'uploads')
  const actors = new WeakMap<object, Actor>()
  const store = new FileStore({ directory: place, expirationPeriodInMilliseconds: FORGOTTEN_MS })
  const actorOf = (request: { readonly runtime?: { readonly node?: { readonly req: object } | undefined } | undefined }): Actor => {
    const actor = actors.get(request.runtime?.node?.req ?? {})
    if (actor === undefined) throw new Error('an upload without a person')
    return actor
  }

  const tus = new Server({
    path: PATH,
    datastore: store,
    maxSize: VIDEO_BYTES_MAX,
    relativeLocation: true,
    onUploadCreate: async (request, upload) => {
      const sentAt = deviceClock(request.headers.get(DEVICE_CLOCK)) ?? saidBy(upload).sentAt
      const offset = sentAt === undefined ? undefined : (Date.parse(sentAt) - outside.now().getTime()) / 1000
      return { metadata: { ...upload.metadata, owner: actorOf(request).id, ...(offset === undefined ? {} : { clockOffset: String(Math.round(offset)) }) } }
    },
    onIncomingRequest: async (request, id) => {
      if (id === '' || request.method === 'POST') return
      const known = await store.getUpload(id).catch(() => undefined)
      if (known !== undefined && known.metadata?.['owner'] !== actorOf(request).id) throw toTus(notAllowed('这是别人开始的上传'))
    },
    onUploadFinish: async (request, upload) => {
      const offset = upload.metadata?.['clockOffset']
      try {
        const item = await takeIn(parts, { content: createReadStream(join(place, upload.id)), said: saidBy(upload), actor: actorOf(request), limit: LIMIT, ...(offset === undefined || offset === null ? {} : { clockOffset: Number(offset) }) })
        return { status_code: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(item) }
      } catch (failure) {
        throw failure instanceof Problem ? toTus(failure) : failure
      } finally {
        await store.remove(upload.id).catch(() => undefined)
      }
    },
    // The store says this of a full disk too, and of a sender who went away, who does not hear it.
    onResponseError: (_, failure) => ('body' in failure && failure.body === ERRORS.FILE_WRITE_ERROR.body ? toTus(NOT_WRITTEN) : undefined),
  })

  http.addContentTypeParser('application/offset+octet-stream', (_, __, done) => done(null))
  const hand = async (request: FastifyRequest, reply: { readonly hijack: () => unknown; readonly raw: FastifyRequest['raw'] extends infer _ ? Parameters<typeof tus.handle>[1] : never }) => {
    const actor = await officers.actor(request)
    if (!mayTake(actor, 'upload')) throw notAllowed('您的岗位不能进行这项操作')
    actors.set(request.raw, actor)
    reply.hijack()
    await tus.handle(request.raw, reply.raw)
  }
  const schema = { tags: ['证据'], summary: '断点续传（tus 1.0）' }
  http.post(PATH, { schema }, hand)
  for (const method of ['HEAD', 'PATCH', 'DELETE'] as const) http.route({ method, url: `${PATH}/:id`, schema, handler: hand })
}

function saidBy({ metadata }: Upload): Said {
  const parsed = Said.safeParse(Object.fromEntries(Object.entries(metadata ?? {}).filter(([, value]) => value !== null && value !== '')))
  if (parsed.success) return parsed.data
  throw toTus(malformed(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), because: message }))))
}

const deviceClock = (written: string | null): string | undefined => (written !== null && /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(written) && !Number.isNaN(Date.parse(written)) ? written : undefined)

const NOT_WRITTEN = new Problem('store-full', '服务器没有能够保存收到的内容，存储空间可能已满；已经传上去的部分没有丢失，请保留设备上的原文件，联系管理员后再选同一个文件继续')

/** A no in the form that the tus server passes on. */
const toTus = ({ status, type, detail, extra }: Problem): { readonly status_code: number; readonly body: string } => ({ status_code: status, body: JSON.stringify({ type, title: detail, status, detail, ...extra }) })
