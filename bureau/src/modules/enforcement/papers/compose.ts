import type { Act } from '@zhunsheng/law/dossier.ts'
import type { Judge } from '@zhunsheng/law/judge.ts'
import type { Paper } from '../../../platform/paper/model.ts'
import { SETTING } from '@zhunsheng/law/judges.ts'
import { decisionsOn } from '@zhunsheng/law/devolution.ts'
import { openingOf } from '@zhunsheng/law/opening.ts'
import type { PublishedBenchmark } from '../../discretion/contract.ts'
import { agenciesOf } from '../acting-agency.ts'
import type { Bureau } from '../contract.ts'
import { papersMadeBy } from './catalogue.ts'
import { withHands, type Signed } from './hands.ts'

interface Composing {
  readonly judge: Judge
  readonly acts: readonly Act[]
  readonly act: Act
  readonly form: string
  readonly bureau: Bureau
  /** The numbers of the papers of the file. */
  readonly numbers: readonly { readonly seq: number; readonly form: string; readonly number: string }[]
  /** Names of people who are named in answers only. */
  readonly names: ReadonlyMap<string, string>
  /** Benchmarks that acts name. */
  readonly benchmarks: ReadonlyMap<string, PublishedBenchmark>
  readonly signatures: readonly (Signed & { readonly seq: number })[]
  readonly mark?: string
}

/**
 * Composes a paper of an act from the dossier's own facts (制作文书): the file as it stood with that act, so that a later act changes
 * no earlier paper, and the law of that day. Nothing where the act makes no such paper.
 */
export function composePaper({ judge, acts, act, form, bureau, numbers, names, benchmarks, signatures, mark }: Composing): Paper | undefined {
  const kind = papersMadeBy(judge.procedure.code, act.kind, act.data).find((paper) => paper.form === form)
  if (kind === undefined) return undefined
  const file = judge.read({ procedure: judge.procedure.code, acts: acts.filter(({ seq }) => seq <= act.seq) }, SETTING)
  const opening = openingOf(judge.procedure, file)
  const { actingTown, matter } = opening?.data ?? {}
  const { name: agency, ...authorities } = agenciesOf(bureau)(actingTown)
  // The decision by which the town has the power, as it was in force when the case was opened.
  const devolution = opening === undefined || actingTown === undefined ? undefined : decisionsOn(matter ?? '', opening.on, bureau.devolutions).find(({ manner, towns }) => manner === 'devolved' && towns.includes(actingTown))
  const blocks = kind.blocks({
    procedure: judge.procedure,
    file,
    act,
    agency,
    authorities,
    ...(devolution === undefined ? {} : { devolution }),
    numberOf: (wanted) => numbers.findLast((row) => row.form === wanted && row.seq <= act.seq)?.number,
    nameOf: (id) => acts.flatMap(({ by }) => by).find((person) => person.id === id)?.name ?? names.get(id) ?? id,
    benchmarkOf: (id) => benchmarks.get(id),
    titleOf: (one) => judge.procedure.acts[one]?.name ?? one,
  })
  const number = numbers.find((row) => row.seq === act.seq && row.form === form)?.number
  return {
    agency,
    title: kind.title(act.data).replace(/（(告知书|决定书|催告书)）$/, ''),
    family: kind.family,
    blocks: withHands(blocks, signatures.filter(({ seq }) => seq === act.seq)),
    ...(number === undefined ? {} : { number }),
    ...(mark === undefined ? {} : { mark }),
    ...(kind.pageSigners === undefined ? {} : { pageSigners: kind.pageSigners }),
    ...(kind.foot === undefined ? {} : { foot: kind.foot }),
  }
}
