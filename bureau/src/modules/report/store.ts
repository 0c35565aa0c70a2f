import { SOLVED } from '@zhunsheng/law/penalty/soft/solved.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { DISPUTES } from './store-disputes.ts'
import { NEIGHBOURS } from './store-neighbours.ts'
import type { FigureDefinition } from './store-figure.ts'

const decidedIn = sql`decided_on between make_date(year, 1, 1) and make_date(year, 12, 31)`
const appliedIn = sql`court_on between make_date(year, 1, 1) and make_date(year, 12, 31)`
/** A problem is solved in the year of its decision, or of its being finished. */
const solvedIn = sql`coalesce(decided_on, closed_on) between make_date(year, 1, 1) and make_date(year, 12, 31)`
const penalised = sql`outcome = 'penalise' and ${decidedIn}`
/** From light to heavy: a decision with several kinds counts once, as the heaviest (STATISTICS: 郑州市城市管理局 2020). */
const HEAVIEST: readonly (readonly [key: string, name: string, kind: string])[] = [
  ['warning', '警告', 'warning'],
  ['fine', '罚款', 'fine'],
  ['confiscation', '没收违法所得、没收非法财物', 'confiscation'],
  ['stop', '责令停产停业', 'stopBusiness'],
]
const ORDER = ['warning', 'criticism', 'fine', 'confiscation', 'suspendPermit', 'lowerGrade', 'restrictOperation', 'stopBusiness', 'closure', 'revokePermit']
const YEARLY = '行政执法统计年报口径（按决定日期，二手资料：郑州市城市管理局 2020 年公布表及说明）'

export const FIGURES: readonly FigureDefinition[] = [
  { key: 'cases.filed', name: '立案', unit: '件', definition: '当年批准立案的案件，按立案日期。', source: '《行政处罚法》第五十四条', counts: sql`filed_on between make_date(year, 1, 1) and make_date(year, 12, 31)` },
  { key: 'decisions.penalty', name: '行政处罚决定', unit: '件', definition: '当年作出的处罚决定；以后被撤销、变更的仍计入当年。', source: YEARLY, counts: penalised },
  ...HEAVIEST.map(([key, name, kind]): FigureDefinition => {
    const heavier = ORDER.slice(ORDER.indexOf(kind) + 1)
    return { key: `decisions.${key}`, name: `其中：${name}`, unit: '件', definition: '一件决定有几种处罚的，按最重的一种计一次。', source: YEARLY, counts: sql`${penalised} and ${kind} = any(kinds) and not kinds && ${heavier}::text[]` }
  }),
  { key: 'decisions.simple', name: '其中：当场处罚', unit: '件', definition: '当年按简易程序当场作出的处罚决定。', source: '《行政处罚法》第五十一条', counts: sql`${penalised} and procedure = 'penalty.simple'` },
  { key: 'decisions.exempt', name: '不予行政处罚决定', unit: '件', definition: '当年作出的不予行政处罚决定（含违法事实不能成立）。', source: '《行政处罚法》第五十七条', counts: sql`outcome in ('exempt', 'unfounded') and ${decidedIn}` },
  { key: 'money.decided', name: '罚没金额', unit: '万元', definition: '当年处罚决定的罚款和没收金额，按决定书数额，不含加处罚款。', source: YEARLY, counts: penalised, sum: sql`fine_fen + confiscated_fen` },
  { key: 'money.collected', name: '已缴金额', unit: '万元', definition: '当年处罚决定截至今日已入账的罚款、没收款和加处罚款。', source: '《行政处罚法》第六十七条', counts: sql`${penalised} and paid_fen > 0`, sum: sql`paid_fen` },
  { key: 'rate.reviewed', name: '法制审核率', unit: '%', definition: '应当法制审核（法定情形和本机关重大执法决定目录）的处罚决定中，经过审核的比例。', source: '《行政处罚法》第五十八条', counts: sql`${penalised} and review_due and reviewed`, of: sql`${penalised} and review_due` },
  { key: 'rate.in-time', name: '按期办结率', unit: '%', definition: '当年作出的决定中，在法定办案期限（含依法延长、中止）内作出的比例；没有法定期限的不计入。', source: '《行政处罚法》第六十条', counts: sql`${decidedIn} and decide_due is not null and decided_on <= decide_due`, of: sql`${decidedIn} and decide_due is not null` },
  ...(['service', 'management', 'enforcement'] as const).map((by): FigureDefinition => ({
    key: `rate.solved-by-${by}`,
    name: `七二一：${SOLVED[by]}解决`,
    unit: '%',
    definition: '当年办结的柔性执法和作出决定的处罚案件中，以这种方式解决的比例；方式由案卷中实际做过的事算出：只提供服务的为服务，劝导、责令改正、依法不予处罚的为管理，给予处罚的为执法。',
    source: '住房和城乡建设部「721工作法」（服务七成、管理二成、执法一成；二手资料）',
    counts: sql`solved = ${by} and ${solvedIn}`,
    of: sql`solved is not null and ${solvedIn}`,
  })),
  { key: 'court.applied', name: '申请法院强制执行', unit: '件', definition: '当年向人民法院申请强制执行的案件，按申请日期。', source: '《行政强制法》第五十三条', counts: appliedIn },
  { key: 'court.granted', name: '其中：准予执行', unit: '件', definition: '当年申请的案件中，人民法院已裁定准予执行的。', source: '《行政强制法》第五十七条', counts: sql`court = 'granted' and ${appliedIn}` },
  { key: 'court.refused', name: '其中：不予受理、不准予执行', unit: '件', definition: '当年申请的案件中，人民法院裁定不予受理或者不准予执行的；理由见案卷。', source: '《行政强制法》第五十八条', counts: sql`court = 'refused' and ${appliedIn}` },
  ...NEIGHBOURS,
  ...DISPUTES,
  { key: 'rate.published-in-time', name: '按期公示率', unit: '%', definition: '应当公开的处罚决定中，七个工作日内公示的比例；还在期限内、没有公示的不计入。', source: '国办发〔2018〕118号（二手资料）', counts: sql`${penalised} and publish_due is not null and published_on <= publish_due`, of: sql`${penalised} and publish_due is not null and (published_on is not null or publish_due < current_day)` },
]

/** Under which heading a figure stands (指标分组), by the first words of its key. */
const GROUPS: readonly (readonly [group: string, keys: readonly string[]])[] = [
  ['行政处罚', ['cases.', 'decisions.', 'money.']],
  ['规范办案', ['rate.reviewed', 'rate.recorded', 'rate.in-time', 'rate.published', 'people.']],
  ['七二一工作法', ['rate.solved-']],
  ['申请法院强制执行', ['court.']],
  ['移送与协同', ['neighbours.']],
  ['复议、诉讼与仲裁', ['remedy.', 'rate.reconsideration-', 'rate.litigation-', 'dispute.', 'rate.arbitration-']],
]
export const groupOf = (key: string): string => GROUPS.find(([, keys]) => keys.some((begin) => key.startsWith(begin)))?.[0] ?? '其他'

/** The cases behind a figure, with what each adds to its sum. */
export async function casesBehind(queries: Queries, condition: RawBuilder<unknown>, year: number, today: string, sum?: RawBuilder<unknown>): Promise<readonly { readonly id: string; readonly fen: number }[]> {
  const { rows } = await sql<{ id: string; fen: number }>`select id, (${sum ?? sql`0`})::bigint as fen from enforcement_cases, (select ${year}::integer as year, ${today}::date as current_day) y where ${condition}`.execute(queries)
  return rows
}

/** Cases with acts that must have a recording, and how many of those have (音像记录). */
export async function recordedCases(queries: Queries, year: number): Promise<readonly { readonly id: string; readonly number: string; readonly party: string; readonly procedure: string; readonly due: number; readonly made: number }[]> {
  const { rows } = await sql<{ id: string; number: string; party: string; procedure: string; due: number; made: number }>`
    select id, number, party, procedure, recordings_due as due, recordings_made as made from enforcement_cases
    where recordings_due > 0 and opened_on between make_date(${year}::integer, 1, 1) and make_date(${year}::integer, 12, 31) order by number`.execute(queries)
  return rows
}

/** Cases filed and decided month by month. */
export async function byMonth(queries: Queries, year: number): Promise<readonly { readonly month: string; readonly filed: number; readonly decided: number }[]> {
  const { rows } = await sql<{ month: number; filed: number; decided: number }>`
    select m as month,
      (select count(*) from enforcement_cases where filed_on >= make_date(${year}::integer, m, 1) and filed_on < make_date(${year}::integer, m, 1) + interval '1 month') as filed,
      (select count(*) from enforcement_cases where decided_on >= make_date(${year}::integer, m, 1) and decided_on < make_date(${year}::integer, m, 1) + interval '1 month') as decided
    from generate_series(1, 12) m order by m`.execute(queries)
  return rows.map(({ month, filed, decided }) => ({ month: `${year}-${String(month).padStart(2, '0')}`, filed: Number(filed), decided: Number(decided) }))
}
