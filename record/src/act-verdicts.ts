import type { Bundle } from './bundle.ts'
import type { FindingCode } from './finding.ts'
import type { Verdict } from './verify-bundle.ts'

/**
 * What the check came to for one act (逐项结论): `sound`, it is as it was logged; `changed`, with every reason;
 * `unchecked`, nothing was found against it, but what would vouch for it cannot be believed.
 */
export interface ActVerdict {
  readonly seq: number
  /** Nothing where the contents had been erased. */
  readonly title: string | undefined
  readonly index: bigint
  readonly state: 'sound' | 'changed' | 'unchecked'
  readonly because: readonly string[]
}

/** Without these nothing vouches for an act. */
const GROUNDS: readonly FindingCode[] = ['bundle-unreadable', 'checkpoint-changed', 'inventory-changed', 'inventory-mismatch', 'log-untrusted', 'witnesses-missing']

/** The verdict on each act of a bundle, in the order in which the bundle shows them. */
export function actVerdicts({ acts }: Bundle, { findings }: Verdict): readonly ActVerdict[] {
  const isGroundless = findings.some(({ code }) => GROUNDS.includes(code))
  return acts.map(({ contents, entry, index }) => {
    const because = findings.filter(({ place }) => actIn(place) === entry.seq).map((finding) => finding.because)
    const state = because.length > 0 ? 'changed' : isGroundless ? 'unchecked' : 'sound'
    return { seq: entry.seq, title: contents.state === 'open' ? contents.act.title : undefined, index, state, because }
  })
}

/** The number of the act that a finding is about, if it is about one. */
function actIn(place: string): number | undefined {
  const [, digits] = /第(\d+)个程序行为/.exec(place) ?? []
  return digits === undefined ? undefined : Number(digits)
}
