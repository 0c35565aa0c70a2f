/** What may become of a thing (去向). All but the first end its custody. */
export const TURNS = {
  handed: '移交保管',
  returned: '返还',
  transferred: '移送有关机关',
  confiscated: '没收入库',
  consumed: '检验耗用',
  destroyed: '销毁',
} as const
export type Turn = keyof typeof TURNS

/** One handing over (交接): given by one, and received, refused or not yet answered by the other. Moments are milliseconds. */
export interface Handover {
  readonly number: number
  readonly turn: Turn
  readonly from: string
  readonly to: string
  readonly place: string
  readonly given: number
  readonly answer?: { readonly accepted: boolean; readonly at: number }
}
/** One keeper's time (保管时段); without an end it goes on. */
export interface Span {
  readonly holder: string
  readonly place: string
  readonly from: number
  readonly until?: number
}
/** A time at which nobody answered for the thing (无人保管的时段). */
export interface Gap {
  readonly from: number
  readonly until?: number
  readonly because: string
}
export interface Chain {
  readonly spans: readonly Span[]
  readonly gaps: readonly Gap[]
  /** Somebody has it; it was given and not yet taken; it was given back, handed on, used up or destroyed. */
  readonly standing: 'held' | 'underWay' | 'ended'
  readonly ending?: Turn
}

/** A hand-over on the spot takes so long; more is a time at which nobody had it. */
export const ON_THE_SPOT_MS = 10 * 60_000

/**
 * One thing's way from hand to hand (保管链): who had it where and when, and every time at which nobody did.
 *
 * What was refused stays with who offered it. What was given and not yet received is nobody's; after ten minutes that is a gap.
 */
export function chainOf(first: Omit<Span, 'until'>, handovers: readonly Handover[], now: number): Chain {
  const spans: Span[] = []
  const gaps: Gap[] = first.holder === '' ? [{ from: first.from, because: '没有写明由谁保管' }] : []
  let held: Span = first
  for (const { turn, from, to, place, given, answer } of handovers) {
    if (answer !== undefined && !answer.accepted) continue
    if (given < held.from) gaps.push({ from: given, until: held.from, because: `${from}的移交时间早于其接收时间` })
    spans.push({ ...held, until: Math.max(given, held.from) })
    if (answer === undefined) {
      if (now - given > ON_THE_SPOT_MS) gaps.push({ from: given, because: `${from}已移交，${to}没有确认接收` })
      return { spans, gaps, standing: 'underWay' }
    }
    if (answer.at - given > ON_THE_SPOT_MS) gaps.push({ from: given, until: answer.at, because: `${from}移交之后，${to}接收之前` })
    if (turn !== 'handed') return { spans, gaps, standing: 'ended', ending: turn }
    held = { holder: to, place, from: answer.at }
  }
  return { spans: [...spans, held], gaps, standing: 'held' }
}
