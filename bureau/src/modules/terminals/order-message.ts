import type { Version } from '@zhunsheng/jt808/version.ts'
import type { Registered } from '../trucks/contract.ts'
import type { Session, Spoken } from './session.ts'
import { numberOf, shapeOf, type Shape } from './shapes.ts'
import { SETTABLE, SHAPES, type LineOrder, type NewOrder } from './wire.ts'

/** An order made into a message of the terminal's language (下发消息), with what is written down of it; or why it cannot be. */
export type Made = { readonly ok: true; readonly text: string; readonly spoken: Spoken | undefined } | { readonly ok: false; readonly path: string; readonly because: string }

/** Bits 2 and 3 of the flags: on the screen of the terminal, and by its voice. */
const SHOWN_AND_READ = 0b1100
/** New in 2019: a notice. */
const NOTICE = 1
/** Commands of 0x8105. */
const [RESET, FACTORY] = [4, 5]
/** One picture of 640 by 480, sent at once; quality from 1, the best, to 10. */
const ONE_PICTURE = { command: 1, everySeconds: 0, save: 0, resolution: 2, quality: 5, brightness: 128, contrast: 64, saturation: 64, chroma: 128 } as const
/** Sound and picture, or picture alone: nobody listens to a cab here (个人信息保护法 第六条), so only pictures are asked for. */
const PICTURES_ONLY = 1
/** Of 0x9102: the stream is closed, its sound and its picture. */
const [CLOSE, BOTH] = [0, 0]
const NAMES: ReadonlyMap<number, readonly [string, string, number, number]> = new Map(Object.entries(SETTABLE).map(([id, [name, unit, least, most]]) => [Number(id), [name, unit, least, most]]))

export const snapshotBy = (session: Session, channel: number): Spoken | undefined => session.order('cameraOrder', { channel, ...ONE_PICTURE })

/** Whom an order is for: its line, and the edition that it speaks. */
export interface Addressee {
  readonly session: Session
  readonly edition: Version
}
/** `record` is what the order names in the register, where it names something. */
export function messageOf({ session, edition }: Addressee, order: LineOrder, record: Registered | undefined): Made {
  const made = (text: string, spoken: Spoken | undefined): Made => ({ ok: true, text, spoken })
  switch (order.kind) {
    case 'text': return made(order.text, session.order('text', { flags: SHOWN_AND_READ, ...(edition === 2019 ? { type: NOTICE } : {}), text: order.text }))
    case 'locate': return made('', session.order('locationQuery', {}))
    case 'track': return made(`每 ${order.every} 秒一次，共 ${order.seconds} 秒`, session.order('tracking', { everySeconds: order.every, forSeconds: order.seconds }))
    case 'snapshot': return made(`通道 ${order.channel}`, snapshotBy(session, order.channel))
    case 'parameters': return made('', session.order('parametersQuery', {}))
    case 'set': return made(order.parameters.map(({ id, value }) => { const [name = '', unit = ''] = NAMES.get(id) ?? []; return `${name} ${value} ${unit}` }).join('；'), session.order('parametersSetting', { parameters: order.parameters }))
    case 'reset': return made(order.reason, session.order('control', { command: RESET, parameters: '' }))
    case 'factory': return made(order.reason, session.order('control', { command: FACTORY, parameters: '' }))
    case 'watch':
    case 'unwatch': return drawn({ session, edition }, order, record)
    case 'live': return made(`通道 ${order.channel}，${order.isMain ? '主码流' : '子码流'}，发往 ${order.host}:${order.port}`, session.order('live', { host: order.host, tcpPort: order.port, udpPort: 0, channel: order.channel, content: PICTURES_ONLY, stream: order.isMain ? 0 : 1 }))
    case 'unlive': return made(`通道 ${order.channel}`, session.order('liveControl', { channel: order.channel, command: CLOSE, close: BOTH, stream: 0 }))
    case 'clear': return made(`全部${SHAPES[order.shape]}`, session.order(REMOVALS[order.shape], { ids: [] }))
  }
}
const REMOVALS = { circle: 'circlesRemoval', rectangle: 'rectanglesRemoval', polygon: 'polygonsRemoval', route: 'routesRemoval' } as const satisfies Readonly<Record<Shape['kind'], string>>

function drawn({ session, edition }: Addressee, { kind, gate }: Extract<NewOrder, { readonly record: string }>, record: Registered | undefined): Made {
  if (record === undefined) return { ok: false, path: 'record', because: '登记中没有这一项，或者已经注销' }
  const shaped = shapeOf(record, gate, edition)
  if (!shaped.ok) return { ok: false, path: 'record', because: shaped.because }
  const { shape } = shaped
  const text = `${record.title}${gate ? '出入口' : ''}（${SHAPES[shape.kind]}，编号 ${numberOf(gate ? `${record.id} gate` : record.id)}）`
  return { ok: true, text, spoken: kind === 'unwatch' ? session.order(REMOVALS[shape.kind], { ids: [shape.id] }) : sent(session, shape) }
}
function sent(session: Session, shape: Shape): Spoken | undefined {
  switch (shape.kind) {
    case 'circle': return session.order('circles', shape.body)
    case 'rectangle': return session.order('rectangles', shape.body)
    case 'polygon': return session.order('polygon', shape.body)
    case 'route': return session.order('route', shape.body)
  }
}
