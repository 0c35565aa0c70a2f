import type { Server } from 'node:net'
import type { Clock } from '../../platform/clock.ts'
import type { ClipSink } from '../pictures/contract.ts'
import type { Camera, Cameras } from '../terminals/contract.ts'
import { clipShelf } from './keep.ts'
import { mediaPort } from './media-port.ts'
import type { VideoRules } from './rules.ts'
import { openStreams, type MediaPlace, type Stream } from './streams.ts'
import type { ClipView, NewClip, NewWatch } from './wire.ts'

export interface DeskParts {
  readonly cameras: Cameras
  readonly clips: ClipSink
  readonly clock: Clock
  readonly newId: () => string
  readonly rules: VideoRules
  readonly onFault: (fault: unknown) => void
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
/** The desk of live pictures (实时视频). It remembers only what goes on; what was looked at, ordered and kept stands in the database. */
export interface VideoDesk {
  readonly watch: (wish: NewWatch, at: { readonly there: Camera; readonly place: MediaPlace }, who: { readonly id: string; readonly name: string }) => Watching | 'too-many'
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

export function videoDesk(parts: DeskParts): VideoDesk {
  const { clock, newId, rules } = parts
  const nowMs = (): number => clock.now().getTime()
  const streams = openStreams({ ...parts, nowMs })
  const shelf = clipShelf({ ...parts, nowMs })
  const watchings = new Map<string, Watching>()
  const tally = new Map<string, number>()

  function leave(watching: Watching): void {
    watchings.delete(watching.id)
    if (![...watchings.values()].some(({ stream }) => stream === watching.stream)) streams.stop(watching.stream, '没有人观看')
  }
  const watch: VideoDesk['watch'] = ({ truck, channel, main, reason }, { there, place }, { id: officer, name }) => {
    const running = streams.find(there.terminal, channel)
    if (running === undefined && streams.count() >= rules.streams) return 'too-many'
    const stream = running ?? streams.begin({ truck, channel, plate: there.plate, terminal: there.terminal, isMain: main, who: name }, place)
    const watching: Watching = { id: newId(), officer, name, reason, stream, untilMs: nowMs() + rules.watchMs, clips: new Map(), seenMs: nowMs(), films: 0 }
    watchings.set(watching.id, watching)
    return watching
  }
  function turn(): void {
    for (const watching of watchings.values()) {
      if (watching.films > 0) watching.seenMs = nowMs()
      const isRecording = [...watching.clips.values()].some(({ state }) => state === 'recording')
      if (nowMs() > watching.untilMs || (!isRecording && nowMs() - watching.seenMs > rules.idleMs)) leave(watching)
    }
  }
  return {
    watch, leave, turn,
    keep: shelf.keep,
    find: (id, officer) => { const found = watchings.get(id); return found?.officer === officer ? found : undefined },
    streams: streams.count,
    counts: () => Object.fromEntries(tally),
    port: () => mediaPort({ rules, admit: streams.admit, count: (what) => void tally.set(what, (tally.get(what) ?? 0) + 1) }),
    close: async () => {
      streams.endAll('服务器正在关闭')
      watchings.clear()
      await shelf.settled()
    },
  }
}
