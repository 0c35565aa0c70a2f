import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Http } from '../../platform/http.ts'
import { changedMeanwhile, malformed, notAllowed, notFound, Problem } from '../../platform/problem.ts'
import type { Actor, Officers } from '../officers/contract.ts'
import type { Camera, Cameras } from '../terminals/contract.ts'
import type { NoteLook } from '../tracking/contract.ts'
import { mayTake } from './access.ts'
import type { VideoDesk, Watching } from './desk.ts'
import { counted } from './media-port.ts'
import type { VideoRules } from './rules.ts'
import type { MediaPlace } from './streams.ts'
import { ClipView, NewClip, NewWatch, Port, Watch } from './wire.ts'

export interface VideoRouteParts {
  readonly officers: Officers
  readonly clock: Clock
  readonly cameras: Cameras
  readonly desk: VideoDesk
  readonly rules: VideoRules
  readonly noteLook: NoteLook
  /** The port that is open; undefined: none is. */
  readonly listens: () => number | undefined
}
const tags = ['渣土车辆']
const Id = z.object({ id: z.string().max(64) })

/** Live pictures over HTTP (实时视频接口): asked for with a reason, which is written before the terminal is asked. */
export function videoRoutes(http: Http, parts: VideoRouteParts): void {
  const { desk, clock, rules } = parts
  const allow = async (request: FastifyRequest): Promise<Actor> => {
    const actor = await parts.officers.actor(request)
    if (!mayTake(actor, 'watch')) throw notAllowed('实时视频显示驾驶员和车辆的行踪，您的岗位不能查看')
    return actor
  }
  const mine = async (request: FastifyRequest, id: string): Promise<Watching> => {
    const { id: officer } = await allow(request)
    const found = desk.find(id, officer)
    if (found === undefined) throw notFound('这次查看已经结束，请重新填写理由后查看')
    found.seenMs = clock.now().getTime()
    return found
  }
  http.get('/api/trucks/video', { schema: { tags, summary: '视频接入端口和计数', response: { 200: Port } } }, async (request) => {
    await allow(request)
    const port = parts.listens()
    return { ...(port === undefined ? {} : { listens: `TCP ${port}` }), streams: desk.streams(), most: rules.streams, counts: counted(desk.counts()) }
  })
  http.post('/api/trucks/video', { schema: { tags, summary: '请求实时视频，查看留痕', body: NewWatch, response: { 201: Watch } } }, async (request, reply) => {
    const actor = await allow(request)
    const { truck, channel, reason } = request.body
    const { there, place } = await reachable(parts, truck)
    const now = clock.now().toISOString()
    await parts.noteLook({ who: actor.name, truck, plate: there.plate, from: now, until: now, reason: `实时视频（通道 ${channel}）：${reason}` })
    const watching = desk.watch(request.body, { there, place }, actor)
    if (watching === 'too-many') throw new Problem('too-many', `同时最多观看 ${rules.streams} 路视频，请先停止其他视频`)
    return reply.status(201).send(view(watching))
  })
  http.get('/api/trucks/video/:id', { schema: { tags, summary: '一次查看的状态', params: Id, response: { 200: Watch } } }, async (request) => view(await mine(request, request.params.id)))
  http.get('/api/trucks/video/:id/film.mp4', { schema: { tags, summary: '实时视频流（分段 MP4）', params: Id } }, async (request, reply) => {
    const watching = await mine(request, request.params.id)
    const { source, state } = watching.stream
    const form = source.form()
    if (state !== 'running' || form === undefined) throw changedMeanwhile('视频还没有接入，或者已经结束')
    const { stream } = source.view()
    watching.films += 1
    stream.once('close', () => (watching.films -= 1))
    return reply.type(`video/mp4; codecs="${form.codec}"`).header('x-accel-buffering', 'no').send(stream)
  })
  http.post('/api/trucks/video/:id/clips', { schema: { tags, summary: '留存一段视频', params: Id, body: NewClip, response: { 201: ClipView } } }, async (request, reply) => {
    const watching = await mine(request, request.params.id)
    if (watching.stream.state !== 'running') throw changedMeanwhile('视频没有在播放，不能留存')
    if (request.body.before + request.body.after < 1) throw malformed([{ path: 'before', because: '请至少留存一秒' }])
    return reply.status(201).send(desk.keep(watching, request.body))
  })
  http.delete('/api/trucks/video/:id', { schema: { tags, summary: '停止查看', params: Id } }, async (request, reply) => {
    desk.leave(await mine(request, request.params.id))
    return reply.status(204).send()
  })
}

/** The truck's terminal, and where it is told to bring its pictures. */
async function reachable({ cameras, rules, listens }: VideoRouteParts, truck: string): Promise<{ readonly there: Camera; readonly place: MediaPlace }> {
  const open = listens()
  if (open === undefined) throw notFound('本机没有开启视频接入端口：请管理员以 --media-port 启动')
  const there = await cameras.ofTruck(truck)
  if (there === undefined) throw notFound('这辆车的终端不在线，不能请求视频')
  const host = rules.host ?? there.reached
  if (host === undefined) throw notFound('终端以 UDP 接入，或者由另一进程接入，不知道它能到达的地址：请管理员在 bureau.json 中写明视频接入地址（trucks.video.host）')
  return { there, place: { host, port: rules.port ?? open } }
}
function view({ id, stream, untilMs, clips }: Watching): Watch {
  const { truck, plate, terminal, channel, state, said, source } = stream
  const form = source.form()
  return {
    id, truck, plate, terminal, channel, state, said,
    ...(form === undefined ? {} : { media: `video/mp4; codecs="${form.codec}"`, width: form.width, height: form.height }),
    viewers: source.viewers(), until: new Date(untilMs).toISOString(), clips: [...clips.values()], counts: counted(source.counts()),
  }
}
