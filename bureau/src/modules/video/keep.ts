import type { ClipSink } from '../pictures/contract.ts'
import { cutClip } from './clip.ts'
import type { VideoRules } from './rules.ts'
import type { Stream } from './streams.ts'
import type { ClipView, NewClip } from './wire.ts'

/** Of whose watching a clip is kept. */
interface Keeper {
  readonly name: string
  readonly reason: string
  readonly stream: Stream
  readonly clips: Map<string, ClipView>
}
interface ShelfParts {
  readonly clips: ClipSink
  readonly newId: () => string
  readonly nowMs: () => number
  readonly rules: VideoRules
  readonly onFault: (fault: unknown) => void
}
/** Keeps clips while their streams go on (留存片段), and says of each what became of it. */
export function clipShelf({ clips, newId, nowMs, rules, onFault }: ShelfParts): { readonly keep: (keeper: Keeper, clip: NewClip) => ClipView; readonly settled: () => Promise<void> } {
  const atWork = new Set<Promise<void>>()

  async function kept({ name, reason, stream: { source, truck, plate, terminal, channel } }: Keeper, clip: ClipView, untilMs: number): Promise<ClipView> {
    const cut = await cutClip(source, { sinceMs: Date.parse(clip.from), untilMs, mostBytes: rules.clipBytes, nowMs })
    if (cut === undefined) return { ...clip, state: 'empty' }
    const fate = await clips({ ...cut, truckId: truck, plate, terminal, channel, receivedMs: nowMs(), who: name, reason })
    return { ...clip, from: new Date(cut.fromMs).toISOString(), state: fate.kind, ...(fate.kind === 'kept' ? { picture: fate.id, sha256: fate.sha256 } : {}) }
  }
  function keep(keeper: Keeper, { before, after }: NewClip): ClipView {
    const clip: ClipView = { id: newId(), state: 'recording', from: new Date(nowMs() - before * 1000).toISOString() }
    keeper.clips.set(clip.id, clip)
    const work = kept(keeper, clip, nowMs() + after * 1000)
      .catch((fault: unknown): ClipView => {
        onFault(fault)
        return { ...clip, state: 'failed' }
      })
      .then((found) => {
        keeper.clips.set(clip.id, found)
        atWork.delete(work)
      })
    atWork.add(work)
    return clip
  }
  return { keep, settled: async () => void (await Promise.all(atWork)) }
}
