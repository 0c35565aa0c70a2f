import type { Day } from '@zhunsheng/law/day.ts'
import type { Queries } from '../../platform/database.ts'
import type { NewAct, Recorded } from '../enforcement/wire.ts'
import type { Lists } from '../library/wire.ts'

/** What a bureau says of itself to everybody (机关公示信息), from bureau.json. What it has not filled in stays empty and is told as lacking. */
export interface Agency {
  readonly name: string
  readonly creditCode?: string
  /** The people's government of the district and the department one level up, which hear reconsiderations. */
  readonly government: string
  readonly superior: string
  readonly contact?: AgencyContact
}
export interface AgencyContact {
  /** On what its power to enforce rests (职权依据). */
  readonly powers?: string
  readonly address?: string
  readonly phone?: string
  readonly hours?: string
  /** The people's court for suits (管辖法院). */
  readonly court?: string
  /** Where to complain of its officers (监督投诉渠道). */
  readonly complaints?: readonly { readonly name: string; readonly contact: string }[]
}

/** A certified officer as everybody may know him (执法人员公示). */
export interface PublicCertificate {
  readonly name: string
  readonly department: string
  readonly number: string
  readonly from: string
  readonly until: string
}
/** A matter of the power list as everybody may read it. */
export interface PublicPower {
  readonly field: string
  readonly name: string
  readonly violates: string
  readonly basis: string
  readonly range: string
  readonly precondition: string
  readonly measures: string
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly competence: 'bureau' | 'local' | 'transfer'
  readonly verified: boolean
}
/** The power list in force on a day (权责清单). */
export type PowersOn = (day: Day) => readonly PublicPower[]

/** The list of major decisions and that of recordings as they are on a day (重大执法决定目录、音像记录事项清单). */
export type ListsOn = (day: Day) => Omit<Lists, 'own'>

/** A benchmark of discretion that applies to acts of a day (裁量权基准). */
export interface PublicBenchmark {
  readonly matter: string
  readonly title: string
  readonly document_number: string
  readonly issuer: string
  readonly from_day: string
  /** Made up to learn from, and issued by nobody. */
  readonly example: boolean
}
export type BenchmarksOn = (queries: Queries, on: string) => Promise<readonly PublicBenchmark[]>

/** Opens a case for somebody who is logged in, as if he had sent it. */
export type CaseOpener = (request: { readonly act: NewAct; readonly actor: string; readonly key: string; readonly procedure: string }) => Promise<Recorded>
