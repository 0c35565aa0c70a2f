import { createServer, type Server, type Socket } from 'node:net'
import { MEDIA_CALLER_BYTES, mediaCallers, type MediaCaller } from '@zhunsheng/jt808/stream/media-caller.ts'
import { openMediaReader, type MediaPiece, type MediaReader } from '@zhunsheng/jt808/stream/media-reader.ts'
import type { VideoRules } from './rules.ts'

/** Who takes the packets of a connection. */
export interface Receiver {
  readonly hear: (piece: MediaPiece) => void
  readonly closed: () => void
}
/** Answers who takes what a terminal sends of a channel, or why nobody does (视频接入核对). */
export type Admit = (caller: MediaCaller, close: () => void) => Receiver | 'unasked' | 'second'

/** Connections that wait to say who they are, beside those that were asked for. */
const MOST_STRANGERS = 32
const FIRST_PACKET_MS = 5000
/** So many bytes that are no packet, and the connection is closed. */
const MOST_STRANGE_BYTES = 256 * 1024

interface PortParts {
  readonly rules: VideoRules
  readonly admit: Admit
  readonly count: (what: string) => void
}
/** The port where terminals bring their pictures (视频接入端口，TCP). Who was not asked is counted and closed. */
export function mediaPort(parts: PortParts): Server {
  const { rules, count } = parts
  let strangers = 0
  const server = createServer({ noDelay: true, keepAlive: true }, (socket) => {
    if (strangers >= MOST_STRANGERS) {
      count('too-many')
      socket.destroy()
      return
    }
    strangers += 1
    serve(socket, parts, () => void (strangers -= 1))
  })
  server.maxConnections = rules.streams + MOST_STRANGERS
  server.on('drop', () => count('too-many'))
  return server
}

interface Admitted {
  readonly caller: MediaCaller
  readonly receiver: Receiver
  readonly reader: MediaReader
}
function serve(socket: Socket, { rules, admit, count }: PortParts, recognised: () => void): void {
  count('connections')
  let head = Buffer.alloc(0)
  let admitted: Admitted | undefined
  const close = (why: string): void => {
    if (!socket.destroyed) count(why)
    socket.destroy()
  }
  const first = setTimeout(() => close('silent'), FIRST_PACKET_MS).unref()
  socket.setTimeout(rules.silentMs, () => close('silent'))
  socket.on('error', () => undefined)
  socket.once('close', () => {
    clearTimeout(first)
    if (admitted === undefined) recognised()
    admitted?.receiver.closed()
  })
  function admittedBy(callers: readonly MediaCaller[]): Admitted | string {
    const answers = callers.map((caller) => ({ caller, receiver: admit(caller, () => socket.destroy()) }))
    for (const { caller, receiver } of answers) if (typeof receiver !== 'string') return { caller, receiver, reader: openMediaReader({ phoneBytes: caller.phoneBytes, most: rules.bodyBytes }) }
    return answers.some(({ receiver }) => receiver === 'second') ? 'second' : callers.length === 0 ? 'garbled' : 'unasked'
  }
  socket.on('data', (piece: Buffer) => {
    let fed = piece
    if (admitted === undefined) {
      head = Buffer.concat([head, piece])
      if (head.length < MEDIA_CALLER_BYTES) return
      const found = admittedBy(mediaCallers(head))
      if (typeof found === 'string') return close(found)
      clearTimeout(first)
      recognised()
      admitted = found
      fed = head
      head = Buffer.alloc(0)
    }
    const { caller, receiver, reader } = admitted
    for (const one of reader.feed(fed)) {
      if (one.header.channel === caller.channel && one.header.phone === caller.phone) receiver.hear(one)
      else count('foreign')
    }
    if (reader.counts().brokenBytes > MOST_STRANGE_BYTES) close('garbled')
  })
}

/** What the counts of the port and of a stream are called. */
export const VIDEO_TITLES: Readonly<Record<string, string>> = {
  connections: '建立的视频连接', unasked: '没有请求过而拒绝的连接', second: '同一通道的第二个连接', garbled: '不是音视频流而断开', silent: '静默超时而断开', 'too-many': '超过连接数而拒绝', foreign: '混入的其他终端或者通道的包',
  units: '完整的帧', lost: '丢失的包', unfinished: '没有收完的帧', stray: '没有开头的分包', tooLarge: '过大的帧',
  frames: '播放的画面', sound: '没有播放的音频帧', passed: '透传数据', otherCoding: '不是 H.264 的画面', bPictures: '没有播放的 B 帧', withoutKey: '等待关键帧而舍去的画面', jumps: '时间戳跳变', skipped: '观看端过慢而跳过的画面',
}
export const counted = (counts: Readonly<Record<string, number>>): { key: string; name: string; count: number }[] => Object.entries(counts).filter(([, count]) => count > 0).map(([key, count]) => ({ key, count, name: VIDEO_TITLES[key] ?? key }))
