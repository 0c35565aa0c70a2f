import type { RecordedAct, Refusal } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import type { MatterView } from '@zhunsheng/bureau/modules/library/wire.ts'
import type { PersonView } from '@zhunsheng/bureau/modules/officers/wire.ts'
import { createContext, use } from 'react'
import type { ShownAct } from './form.ts'

/** What a form refers to: the acts of the case, the people and the power list. */
export interface Surroundings {
  /** The case, once there is one. */
  readonly caseId?: string
  readonly acts: readonly RecordedAct[]
  readonly specs: ReadonlyMap<string, ShownAct>
  readonly people: readonly PersonView[]
  readonly matters: readonly MatterView[]
  /** What decisions of devolution and entrustment say of a matter. */
  readonly powers?: (matter: string) => readonly string[]
  /** The field by which this act splits, and which of its options the law refuses now. */
  readonly outcome?: { readonly field: string; readonly refused: Readonly<Record<string, readonly Refusal[]>> }
}

export const SurroundingsContext = createContext<Surroundings>({ acts: [], specs: new Map(), people: [], matters: [] })
export const useSurroundings = (): Surroundings => use(SurroundingsContext)
