import type { Setting } from '@zhunsheng/law/dossier.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { MediaOf } from '../evidence/contract.ts'
import type { Ledger } from '../ledger/contract.ts'
import type { Officers } from '../officers/contract.ts'
import type { Bureau, CaseListener, RecordsCheck } from './contract.ts'
import type { NewAct } from './wire.ts'

/** What recording acts needs of others (记录部件). */
export interface RecordParts {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'leavesOf' | 'latest'>
  readonly officers: Pick<Officers, 'asOf' | 'remembered'>
  readonly clock: Clock
  readonly newId: () => string
  readonly hash: (text: string) => string
  readonly bureau: Bureau
  /** The calendar and the numbers of the place, with this bureau's own lists. */
  readonly setting: Setting
  /** What recordings are by their bytes. */
  readonly media: MediaOf
  /** What the bureau's other registers hold against an act. */
  readonly checks: readonly RecordsCheck[]
  /** Who in another module is told of every act, before the unit of work ends. */
  readonly heard?: readonly CaseListener[]
}
/** A request to record an act, whoever makes it (记录请求). */
export interface Request {
  readonly act: NewAct
  readonly actor: string
  readonly key: string
  /** For a further act: the case and the number of acts that the sender has seen. */
  readonly on?: { readonly caseId: string; readonly version: number }
  readonly leadId?: string
  /** For a new case: the procedure under which it is opened; the ordinary one unless it says otherwise. */
  readonly procedure?: string
}

/** Whose act it is: the actor first, then whoever takes part. */
export const idsOf = ({ act, actor }: Pick<Request, 'act' | 'actor'>): readonly string[] => [actor, ...act.with.filter((id) => id !== actor)]
