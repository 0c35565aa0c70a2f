import type { Server } from 'node:net'
import type { MediaCaller } from '@zhunsheng/jt808/stream/media-caller.ts'
import type { Clock } from '../../platform/clock.ts'
import type { ClipSink } from '../pictures/contract.ts'
import type { Cameras, OrderOutcome } from '../terminals/contract.ts'
import { cutClip } from './clip.ts'
import { mediaPort, type Admit } from './media-port.ts'
import type { VideoRules } from './rules.ts'
import { openSource, type Source } from './source.ts'
import type { ClipView, NewClip, NewWatch, VideoState } from './wire.ts'

export interface DeskParts {
  readonly cameras: Cameras
  readonly clips: ClipSink
  readonly clock: Clock
  readonly newId: () => string
  readonly rules: VideoRules
  readonly onFault: (fault: unknown) => void
}
/** A channel that somebody watches (一路视频). */
export interface Stream {
  readonly truck: string
  readonly plate: string
  readonly terminal: string
  readonly channel: number
  readonly source: Source
  readonly watches: Set<Watching>
  state: VideoState
  said: string
  /** Set while the terminal is connected. */
  close: (() => void) | undefined
}
/** One officer at one stream, for one reason (一次查看). */
export interface Watching {
  readonly id: string
  readonly officer: string
  readonly name: string
  readonly reason: string
  readonly stream: Stream
  readonly untilMs: number
  readonly clips: Map<string, ClipView>
  /** When the officer's page last asked, and how many films of it are open. */
  seenMs: number
  films: number
}
/** Where a terminal is told to go. */
export interface MediaPlace {
  readonly host: string
  readonly port: number
}
/** The desk of live pictures (实时视频). It remembers only what goes on; what was looked at, ordered and kept stands in the database. */
export interface VideoDesk {
  readonly watch: (wish: NewWatch, place: MediaPlace, who: { readonly id: string; readonly name: string }) => Watching | 'off-line' | 'too-many'
  readonly find: (id: string, officer: string) => Watching | undefined
  readonly leave: (watching: Watching) => void
  readonly keep: (watching: Watching, clip: NewClip) => ClipView
  readonly streams: () => number
  readonly counts: () => Readonly<Record<string, number>>
  readonly port: () => Server
  /** Ends what is over; to be done every few seconds. */
  readonly turn: () => void
  /** Ends all, and waits for the clips that are being kept. */
  readonly close: () => Promise<void>
}

export function videoDesk({ cameras, clips, clock, newId, rules, onFault }: DeskParts): VideoDesk {
  const streams = new Map<string, Stream>()
  const watchings = new Map<string, Watching>()
  const atWork = new Set<Promise<void>>()
  const tally = new Map<string, number>()
  const nowMs = (): number => clock.now().getTime()
  const count = (what: string, times = 1): void => void tally.set(what, (tally.get(what) ?? 0) + times)
  const isOver = ({ state }: Stream): boolean => state === 'ended' || state === 'refused'

  function end(stream: Stream, state: 'ended' | 'refused', said: string): void {
    if (isOver(stream)) return
    Object.assign(stream, { state, said })
    if (streams.get(keyOf(stream)) === stream) streams.delete(keyOf(stream))
    const { close } = stream
    stream.close = undefined
    close?.()
    stream.source.end()
  }
  function stopped(stream: Stream, said: string): void {
    const wasWanted = !isOver(stream)
    end(stream, 'ended', said)
    if (wasWanted) cameras.stop(stream.terminal, stream.channel, '系统').catch(onFault)
  }
  function asked(stream: Stream, { state, said }: OrderOutcome): void {
    if (state !== 'confirmed') {
      // A terminal may be slow to answer and quick to send.
      if (stream.state !== 'running') end(stream, 'refused', said)
      return
    }
    if (stream.state === 'asking') Object.assign(stream, { state: 'waiting', said: '终端已应答，等待视频接入' })
    setTimeout(() => { if (stream.state === 'waiting') stopped(stream, `终端应答以后 ${rules.askedMs / 1000} 秒内没有接入视频端口`) }, rules.askedMs).unref()
  }
  const admit: Admit = (caller, close) => {
    const stream = [...streams.values()].find((one) => one.channel === caller.channel && isOf(one.terminal, caller))
    if (stream === undefined || isOver(stream)) return 'unasked'
    if (stream.close !== undefined) return 'second'
    Object.assign(stream, { state: 'running', said: '视频已接入', close })
    return { hear: stream.source.hear, closed: () => end(stream, 'ended', '终端断开了视频连接') }
  }
  function opened(truck: string, channel: number, there: NonNullable<ReturnType<Cameras['ofTruck']>>): Stream {
    return { truck, channel, plate: there.plate, terminal: there.terminal, source: openSource(rules, nowMs), watches: new Set(), state: 'asking', said: '正在请求终端', close: undefined }
  }
  const watch: VideoDesk['watch'] = ({ truck, channel, main, reason }, place, who) => {
    const there = cameras.ofTruck(truck)
    if (there === undefined) return 'off-line'
    const key = keyOf({ terminal: there.terminal, channel })
    const running = streams.get(key)
    if (running === undefined && streams.size >= rules.streams) return 'too-many'
    const stream = running ?? opened(truck, channel, there)
    const watching: Watching = { id: newId(), officer: who.id, name: who.name, reason, stream, untilMs: nowMs() + rules.watchMs, clips: new Map(), seenMs: nowMs(), films: 0 }
    stream.watches.add(watching)
    watchings.set(watching.id, watching)
    if (running !== undefined) return watching
    streams.set(key, stream)
    cameras.ask(there.terminal, { ...place, channel, isMain: main }, who.name).then((outcome) => asked(stream, outcome), (fault: unknown) => {
      end(stream, 'refused', '没能向终端下发')
      onFault(fault)
    })
    return watching
  }
  function leave(watching: Watching): void {
    const { stream } = watching
    watchings.delete(watching.id)
    stream.watches.delete(watching)
    if (stream.watches.size === 0) stopped(stream, '没有人观看')
  }
  function keep(watching: Watching, { before, after }: NewClip): ClipView {
    const { stream: { source, truck, plate, terminal, channel }, reason, name } = watching
    const sinceMs = nowMs() - before * 1000
    const clip: ClipView = { id: newId(), state: 'recording', from: new Date(sinceMs).toISOString() }
    watching.clips.set(clip.id, clip)
    const kept = cutClip(source, { sinceMs, untilMs: nowMs() + after * 1000, mostBytes: rules.clipBytes, nowMs }).then(async (cut) => {
      if (cut === undefined) return void watching.clips.set(clip.id, { ...clip, state: 'empty' })
      const fate = await clips({ ...cut, truckId: truck, plate, terminal, channel, receivedMs: nowMs(), who: name, reason })
      watching.clips.set(clip.id, { ...clip, from: new Date(cut.fromMs).toISOString(), state: fate.kind, ...(fate.kind === 'kept' ? { picture: fate.id, sha256: fate.sha256 } : {}) })
    }).catch((fault: unknown) => {
      watching.clips.set(clip.id, { ...clip, state: 'failed' })
      onFault(fault)
    }).finally(() => void atWork.delete(kept))
    atWork.add(kept)
    return clip
  }
  return {
    watch, leave, keep,
    find: (id, officer) => { const found = watchings.get(id); return found?.officer === officer ? found : undefined },
    streams: () => streams.size,
    counts: () => Object.fromEntries(tally),
    port: () => mediaPort({ rules, admit, count }),
    turn: () => {
      for (const watching of watchings.values()) {
        if (watching.films > 0) watching.seenMs = nowMs()
        const isRecording = [...watching.clips.values()].some(({ state }) => state === 'recording')
        if (nowMs() > watching.untilMs || (!isRecording && nowMs() - watching.seenMs > rules.idleMs)) leave(watching)
      }
    },
    close: async () => {
      for (const stream of [...streams.values()]) end(stream, 'ended', '服务器正在关闭')
      watchings.clear()
      await Promise.all(atWork)
    },
  }
}
const keyOf = ({ terminal, channel }: Pick<Stream, 'terminal' | 'channel'>): string => `${terminal} ${channel}`
/** Six bytes hold the last twelve digits of a longer number. Whether terminals of 2019 write them so is not said by the standard. */
const isOf = (terminal: string, { phone, phoneBytes }: MediaCaller): boolean => plain(phoneBytes === 6 ? terminal.slice(-12) : terminal) === plain(phone)
const plain = (phone: string): string => phone.replace(/^0+/, '')
