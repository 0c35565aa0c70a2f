import { citeShort } from '@zhunsheng/law/article.ts'
import { CORRECTIONS, isCorrection } from '@zhunsheng/law/correction.ts'
import { formatDay, type Day } from '@zhunsheng/law/day.ts'
import type { Act } from '@zhunsheng/law/dossier.ts'
import type { Judge, Verdict } from '@zhunsheng/law/judge.ts'
import { formatYuan } from '@zhunsheng/law/money.ts'
import type { Obligation as LegalObligation } from '@zhunsheng/law/obligation.ts'
import { formatClock } from '@zhunsheng/law/parse.ts'
import { ORDINARY_ACTS } from '@zhunsheng/law/penalty/ordinary/acts/acts.ts'
import { accountOn, outstanding } from '@zhunsheng/law/penalty/execution/account.ts'
import { findProcedure } from '@zhunsheng/law/procedures.ts'
import { POSTS, type Person } from '@zhunsheng/law/person.ts'
import type { Ruling } from '@zhunsheng/law/ruling.ts'
import type { PaperRow } from './store.ts'
import type { ListedCase } from './store-docket.ts'
import { wireRefusal } from './refusal.ts'
import { SETTING } from './setting.ts'
import { actName, stageName } from './stored-acts.ts'
import type { ActRow } from './store.ts'
import type { ActVerdict, CaseRow, CaseView, Obligation, PaperRef, RecordedAct, Refusal } from './wire.ts'

const yuanOf = (fen: number | bigint): string => `${fen}`.padStart(3, '0').replace(/(\d\d)$/, '.$1')

const { shape } = ORDINARY_ACTS.decide.form.outcome
/** The words of each decision (决定种类). */
const DECISIONS: Readonly<Record<string, string>> = shape.type === 'choice' ? shape.options : {}

/** A stored case as lists show it. */
export function caseRow(row: ListedCase, today: string): CaseRow {
  return {
    id: row.id,
    number: row.number,
    procedure: row.procedure,
    procedureName: findProcedure(row.procedure)?.procedure.name ?? row.procedure,
    title: row.title,
    party: row.party,
    partyKind: row.party_kind,
    matter: row.matter,
    matterName: row.matter_name,
    stage: row.stage,
    status: row.status,
    openedOn: row.opened_on,
    officers: [...row.officer_names],
    overdue: row.next_due !== null && row.next_due < today && !row.ended,
    ...(row.filed_on === null ? {} : { filedOn: row.filed_on }),
    ...(row.decided_on === null ? {} : { decidedOn: row.decided_on }),
    ...(row.outcome === null ? {} : { outcome: DECISIONS[row.outcome] ?? row.outcome }),
    ...(row.fine_fen === 0 ? {} : { fine: yuanOf(row.fine_fen) }),
    ...(row.next_due === null ? {} : { nextDue: row.next_due }),
  }
}

export function wireObligation({ basis, since, due, metOn, ...rest }: LegalObligation): Obligation {
  return {
    ...rest,
    duty: [...rest.duty],
    basis: basis.map(citeShort),
    since: formatDay(since),
    ...(due === undefined ? {} : { due: formatDay(due) }),
    ...(metOn === undefined ? {} : { metOn: formatDay(metOn) }),
  }
}

const groundsOf = (ruling: Ruling): Refusal[] => (ruling.granted ? [] : ruling.refusals.map(wireRefusal))

export function wireVerdicts(judge: Judge, verdict: Verdict): ActVerdict[] {
  return verdict.acts.map(({ kind, ruling, outcomes }) => ({
    kind,
    name: actName(judge.procedure, kind),
    stage: stageName(judge.procedure, kind),
    granted: ruling.granted,
    refusals: groundsOf(ruling),
    ...(outcomes === undefined ? {} : { outcomes: Object.fromEntries(Object.entries(outcomes).map(([outcome, one]) => [outcome, groundsOf(one)])) }),
  }))
}

/** Whether this person may put the record right: what it comes to is ruled on with the corrected answers (更正). */
function correctingVerdicts(acts: readonly Act[], who: Person): ActVerdict[] {
  return Object.entries(CORRECTIONS).map(([kind, spec]) => {
    const mayAct = who.posts.some((post) => spec.by.some((one) => one === post))
    const refusals = mayAct && acts.length > 0 ? [] : [{ code: 'wrong-post', basis: spec.basis.map(citeShort), because: `「${spec.name}」应由${spec.by.map((post) => POSTS[post]).join('、')}办理`, instead: '请由相应岗位的人员办理' }]
    return { kind, name: spec.name, stage: spec.stage, granted: refusals.length === 0, refusals }
  })
}

interface Seen {
  readonly judge: Judge
  readonly row: ListedCase
  readonly stored: readonly ActRow[]
  readonly acts: readonly Act[]
  readonly places: ReadonlyMap<number, number>
  readonly papers: readonly PaperRef[]
  readonly related: CaseView['related']
  readonly today: Day
  readonly who: Person
}

/** The whole case as one person sees it today. */
export function caseView({ judge, row, stored, acts, places, papers, related, today, who }: Seen): CaseView {
  const file = judge.read({ procedure: judge.procedure.code, acts }, SETTING)
  const verdict = judge.judge(file, today, who)
  const account = accountOn(file, today)
  return {
    row: caseRow(row, formatDay(today)),
    version: row.version,
    procedure: judge.procedure.code,
    acts: stored.map((one, index) => recordedAct(judge, one, acts[index], acts, places)),
    verdict: { acts: [...wireVerdicts(judge, verdict), ...correctingVerdicts(acts, who)], obligations: verdict.obligations.map(wireObligation), ended: verdict.ended },
    papers: [...papers],
    related: [...related],
    ...(account === undefined
      ? {}
      : {
          account: {
            fine: formatYuan(account.fine),
            confiscated: formatYuan(account.confiscated),
            surcharge: formatYuan(account.surcharge),
            waived: formatYuan(account.waived),
            paid: yuanOf(account.paidFine + account.paidConfiscation + account.paidSurcharge),
            outstanding: formatYuan(outstanding(account)),
          },
        }),
  }
}

function recordedAct(judge: Judge, row: ActRow, act: Act | undefined, acts: readonly Act[], places: ReadonlyMap<number, number>): RecordedAct {
  const correction = acts.findLast((one) => isCorrection(one.kind) && one.data['target'] === row.seq)
  const place = places.get(row.seq)
  return {
    seq: row.seq,
    kind: row.kind,
    name: actName(judge.procedure, row.kind),
    stage: stageName(judge.procedure, row.kind),
    on: row.on_day,
    by: (act?.by ?? []).map(({ id, name, certificate }) => ({ id, name, ...(certificate === undefined ? {} : { certificate: certificate.number }) })),
    data: row.data as RecordedAct['data'],
    recordedAt: row.recorded_at,
    ...(row.minute === null ? {} : { at: formatClock(row.minute) }),
    ...(place === undefined ? {} : { leaf: place }),
    ...(correction === undefined ? {} : { correctedBy: correction.seq }),
  }
}

export const paperRef = ({ number, seq, form }: PaperRow, title: string, on: string): PaperRef => ({ number, seq, form, title, on })
