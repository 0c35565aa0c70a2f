import type { MediaCaller } from '@zhunsheng/jt808/stream/media-caller.ts'
import type { Cameras, OrderOutcome } from '../terminals/contract.ts'
import type { Admit } from './media-port.ts'
import type { VideoRules } from './rules.ts'
import { openSource, type Source } from './source.ts'
import type { VideoState } from './wire.ts'

/** A channel that somebody watches (一路视频). */
export interface Stream {
  readonly truck: string
  readonly plate: string
  readonly terminal: string
  readonly channel: number
  readonly source: Source
  state: VideoState
  said: string
  /** Set while the terminal is connected. */
  close: (() => void) | undefined
}
/** Where a terminal is told to go, for which stream, in whose name. */
export interface MediaPlace {
  readonly host: string
  readonly port: number
}
interface Wanted extends Pick<Stream, 'truck' | 'plate' | 'terminal' | 'channel'> {
  readonly isMain: boolean
  readonly who: string
}
/** The streams that go on (正在进行的视频), from the wish to the terminal's last packet. */
export interface Streams {
  readonly find: (terminal: string, channel: number) => Stream | undefined
  readonly count: () => number
  /** Asks the terminal, and waits for nobody. */
  readonly begin: (wanted: Wanted, place: MediaPlace) => Stream
  /** Nobody wants it any more: the terminal is told so. */
  readonly stop: (stream: Stream, said: string) => void
  readonly admit: Admit
  readonly endAll: (said: string) => void
}

export function openStreams({ cameras, rules, nowMs, onFault }: { readonly cameras: Cameras; readonly rules: VideoRules; readonly nowMs: () => number; readonly onFault: (fault: unknown) => void }): Streams {
  const streams = new Map<string, Stream>()

  function end(stream: Stream, state: 'ended' | 'refused', said: string): void {
    if (isOver(stream)) return
    Object.assign(stream, { state, said })
    const key = keyOf(stream.terminal, stream.channel)
    if (streams.get(key) === stream) streams.delete(key)
    const { close } = stream
    stream.close = undefined
    close?.()
    stream.source.end()
  }
  function stop(stream: Stream, said: string): void {
    if (isOver(stream)) return
    end(stream, 'ended', said)
    cameras.stop(stream.terminal, stream.channel, '系统').catch(onFault)
  }
  function asked(stream: Stream, { state, said }: OrderOutcome): void {
    // A terminal may be slow to answer and quick to send.
    if (state !== 'confirmed' && stream.state !== 'running') return end(stream, 'refused', said)
    if (stream.state === 'asking') Object.assign(stream, { state: 'waiting', said: '终端已应答，等待视频接入' })
    setTimeout(() => { if (stream.state === 'waiting') stop(stream, `终端应答以后 ${rules.askedMs / 1000} 秒内没有接入视频端口`) }, rules.askedMs).unref()
  }
  return {
    stop,
    find: (terminal, channel) => streams.get(keyOf(terminal, channel)),
    count: () => streams.size,
    begin: ({ isMain, who, ...of }, place) => {
      const stream: Stream = { ...of, source: openSource(rules, nowMs), state: 'asking', said: '正在请求终端', close: undefined }
      streams.set(keyOf(of.terminal, of.channel), stream)
      cameras.ask(of.terminal, { ...place, channel: of.channel, isMain }, who).then((outcome) => asked(stream, outcome), (fault: unknown) => {
        end(stream, 'refused', '没能向终端下发')
        onFault(fault)
      })
      return stream
    },
    admit: (caller, close) => {
      const stream = [...streams.values()].find((one) => one.channel === caller.channel && isOf(one.terminal, caller))
      if (stream === undefined) return 'unasked'
      if (stream.close !== undefined) return 'second'
      Object.assign(stream, { state: 'running', said: '视频已接入', close })
      return { hear: stream.source.hear, closed: () => end(stream, 'ended', '终端断开了视频连接') }
    },
    endAll: (said) => {
      for (const stream of streams.values()) end(stream, 'ended', said)
    },
  }
}
const isOver = ({ state }: Stream): boolean => state === 'ended' || state === 'refused'
const keyOf = (terminal: string, channel: number): string => `${terminal} ${channel}`
/** Six bytes hold the last twelve digits of a longer number. Whether terminals of 2019 write them so is not said by the standard. */
const isOf = (terminal: string, { phone, phoneBytes }: MediaCaller): boolean => plain(phoneBytes === 6 ? terminal.slice(-12) : terminal) === plain(phone)
const plain = (phone: string): string => phone.replace(/^0+/, '')
