import { citeShort } from '@zhunsheng/law/article.ts'
import { isWithheld } from '@zhunsheng/law/devolution.ts'
import { formatDay } from '@zhunsheng/law/day.ts'
import { CORRECTIONS } from '@zhunsheng/law/correction.ts'
import type { Form, Shape } from '@zhunsheng/law/field.ts'
import type { Act, Setting } from '@zhunsheng/law/dossier.ts'
import type { Judge } from '@zhunsheng/law/judge.ts'
import { PROCEDURES } from '@zhunsheng/law/procedures.ts'
import type { Database, Queries } from '../../platform/database.ts'
import type { Clock } from '../../platform/clock.ts'
import { notFound } from '../../platform/problem.ts'
import type { Document, Ledger } from '../ledger/contract.ts'
import type { Actor, Officers } from '../officers/contract.ts'
import { paperRefs } from './papers/catalogue.ts'
import { todayOf } from './today.ts'
import { awaitsRecordings, unrecorded } from '@zhunsheng/law/recording.ts'
import { findJudge, judgeFor } from '@zhunsheng/law/judges.ts'
import { actsFrom, ledgerAct, writtenAct } from './stored-acts.ts'
import { actsOf, papersOf, type ActRow, type PaperRow } from './store.ts'
import { signaturesOf, type SignatureRow } from './store-signatures.ts'
import { caseHead, type CaseHead } from './store-projections.ts'
import { countOpen, listCases, listedCase, openCases, openDues, relatedCases } from './store-docket.ts'
import { caseRow, caseView } from './view.ts'
import type { CasePage, CaseQuery, CaseView, ProcedureList, ProcedureView, Workbench, WrittenActs } from './wire.ts'

export interface CasesParts {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'placesOf' | 'bundle'>
  readonly officers: Pick<Officers, 'asOf'>
  readonly clock: Clock
  readonly bureau: string
  /** The calendar and the numbers of the place, with this bureau's own lists. */
  readonly setting: Setting
}
/** A case with everything that was recorded of it. */
export interface OpenedCase {
  readonly head: CaseHead
  readonly judge: Judge
  readonly stored: readonly ActRow[]
  readonly acts: readonly Act[]
  readonly papers: readonly PaperRow[]
  readonly signatures: readonly SignatureRow[]
}

/** How many cases the workbench looks into for what waits for a person. */
const WAITING_CASES = 60
const DUES = 200
/** Acts that are always possible do not make a case wait for anybody. */
const STANDING_ACTS = ['confirmAddress', 'inspect', 'interview', 'collect', 'sample', 'exclude', 'askPreservation', 'askRecusal', 'extend', 'suspend', 'verifyEvidence', 'orderCorrection', 'reinspect', 'transferElsewhere', 'terminate', 'waiveStatement', 'waiveHearing', 'waiveSurcharge', 'registerRemedy', 'changeDecision', 'approveDeferral', 'approveInstalments', 'endEnforcement', 'withdrawPublication', 'endPublication', 'withholdPublication', 'askSupplement', 'withdraw', 'hearStatement', 'pay', 'educate', 'consultCourt', 'transferCrime', 'crimeFiled', 'crimeSettled', 'takeUpAgain', 'reroute', 'askReview', 'askSupervision', 'cancel', 'passOn']

/** Reading cases: one, many, what is owed, the procedure itself. */
// oxlint-disable-next-line max-lines-per-function -- A list of small functions over what they share.
export function cases({ database, ledger, officers, clock, bureau, setting }: CasesParts) {
  async function open(queries: Queries, id: string): Promise<OpenedCase> {
    const head = await caseHead(queries, id)
    if (head === undefined) throw notFound('没有这个案件')
    const judge = judgeFor(head.procedure)
    const stored = await actsOf(queries, id)
    const [papers, signatures] = await Promise.all([papersOf(queries, id), signaturesOf(queries, id)])
    return { head, judge, stored, acts: actsFrom(judge.procedure, stored), papers, signatures }
  }

  const view = (id: string, actor: Actor): Promise<CaseView> =>
    database.read(async (queries) => {
      const { judge, stored, acts, papers, signatures } = await open(queries, id)
      const today = todayOf(clock)
      const row = await listedCase(queries, id)
      const [who] = await officers.asOf(queries, [actor.id], today)
      if (row === undefined || who === undefined) throw notFound('没有这个案件')
      return caseView({ judge, row, stored, acts, signatures, papers: paperRefs(judge.procedure.code, stored, papers), places: await ledger.placesOf(queries, id), related: (await relatedCases(queries, row)).map(({ id: other, number, title }) => ({ id: other, number, title })), today, who: { ...who, department: actor.department }, setting })
    })

  /** The acts as the law reads them, so that a phone without signal can judge (离线判断). */
  const acts = (id: string): Promise<WrittenActs> =>
    database.read(async (queries) => {
      const { head, stored } = await open(queries, id)
      return { version: head.version, acts: stored.map(writtenAct) }
    })

  const list = (query: CaseQuery, ids?: readonly string[]): Promise<CasePage> =>
    database.read(async (queries) => {
      const today = formatDay(todayOf(clock))
      const { total, rows } = await listCases(queries, query, today, ids)
      return { total, rows: rows.map((row) => caseRow(row, today)) }
    })

  const workbench = (actor: Actor): Promise<Workbench> =>
    database.read(async (queries) => {
      const day = todayOf(clock)
      const today = formatDay(day)
      const { open: all, mine, overdue, week } = await countOpen(queries, actor.id, today)
      const dues = (await openDues(queries, DUES)).map(({ case_id, number, title, officers: own, due, paused, ...one }) => ({
        caseId: case_id,
        number,
        title,
        mine: own.includes(actor.id),
        obligation: {
          code: one.code,
          says: one.says,
          duty: [...one.duty],
          basis: [...one.basis],
          since: one.since,
          provisional: one.provisional,
          standing: paused ? ('suspended' as const) : due !== null && due < today ? ('overdue' as const) : ('owed' as const),
          ...(due === null ? {} : { due }),
        },
      }))
      const [who] = await officers.asOf(queries, [actor.id], day)
      const waiting: Workbench['waiting'] = []
      for (const { id, number, title, officers: own, procedure, acting_town: town } of await openCases(queries, WAITING_CASES)) {
        const judge = judgeFor(procedure)
        const file = judge.read({ procedure, acts: actsFrom(judge.procedure, await actsOf(queries, id)) }, setting)
        const mineOnly = actor.posts.every((post) => post === 'officer') && !own.includes(actor.id)
        if (who === undefined || mineOnly) continue
        const acts = judge.judge(file, day, who).acts.filter(({ kind, ruling }) => ruling.granted && !isWithheld(judge.procedure.acts[kind]?.by ?? [], actor.department, town) && (awaitsRecordings(kind) ? file.last(kind) === undefined && !STANDING_ACTS.includes(kind) : unrecorded(procedure, file).length > 0))
        if (acts.length > 0) waiting.push({ caseId: id, number, title, acts: acts.map(({ kind }) => ({ kind, name: judge.procedure.acts[kind]?.name ?? kind })) })
      }
      return { today, dues, counts: { open: all, mine, overdue, dueThisWeek: week }, waiting }
    })

  const bundle = ({ head: { id }, judge, stored }: OpenedCase, documents: readonly Document[]): Promise<Uint8Array> =>
    ledger.bundle(id, stored.length, (seq, before) => {
      const row = stored.find((one) => one.seq === seq)
      if (row === undefined) throw new Error(`case ${id} has no act ${seq}`)
      return ledgerAct(bureau, judge.procedure, row, before)
    }, documents)

  return { open, view, acts, list, workbench, bundle }
}

/** The procedures under which a case can be opened. */
export const procedureList = (): ProcedureList =>
  PROCEDURES.map(({ procedure }) => ({
    code: procedure.code,
    name: procedure.name,
    opens: procedure.opens.flatMap((kind) => {
      const spec = procedure.acts[kind]
      return spec === undefined ? [] : [{ kind, name: spec.name, by: [...spec.by], help: spec.help }]
    }),
  }))

/** A procedure as screens need it (程序): every act with its form, citations written out. */
export function procedureView(code: string): ProcedureView {
  const judge = findJudge(code)
  if (judge === undefined) throw notFound('没有这种程序')
  const { procedure } = judge
  return {
    code: procedure.code,
    name: procedure.name,
    acts: Object.entries({ ...procedure.acts, ...CORRECTIONS }).map(([kind, spec]) => ({
      kind,
      name: spec.name,
      stage: spec.stage,
      by: [...spec.by],
      help: spec.help,
      basis: spec.basis.map(citeShort),
      form: wireForm(spec.form),
      ...(spec.outcome === undefined ? {} : { outcome: spec.outcome }),
    })),
  }
}

function wireForm(form: Form): Record<string, unknown> {
  return Object.fromEntries(Object.entries(form).map(([name, { basis, shape, label, optional, help }]) => [name, { label, optional, basis: basis.map(citeShort), shape: wireShape(shape), ...(help === undefined ? {} : { help }) }]))
}
const wireShape = (shape: Shape): unknown => (shape.type === 'list' || shape.type === 'group' ? { ...shape, of: wireForm(shape.of) } : shape)
