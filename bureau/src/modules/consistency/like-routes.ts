import { TIERS, type Benchmark, type Factor, type Facts, type Tier } from '@zhunsheng/discretion/benchmark.ts'
import { distributionOf, ENOUGH } from '@zhunsheng/discretion/similar/distribution.ts'
import { similarCases, type PastCase, type Similar } from '@zhunsheng/discretion/similar/similar.ts'
import { valueWords } from '@zhunsheng/discretion/words.ts'
import { parseDay } from '@zhunsheng/law/day.ts'
import { parseYuan } from '@zhunsheng/law/money.ts'
import { civilDay, type Clock } from '../../platform/clock.ts'
import type { Database, Queries } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { malformed, notAllowed } from '../../platform/problem.ts'
import type { Benchmarks } from '../discretion/contract.ts'
import type { Officers } from '../officers/contract.ts'
import { mayTake } from './access.ts'
import { boxOf, yuanOf } from './amounts.ts'
import { comparedOfMatter, type ComparedRow } from './store-compared.ts'
import { LikeBody, LikeView, type LikeCase } from './wire.ts'

interface LikeParts {
  readonly database: Database
  readonly clock: Clock
  readonly officers: Officers
  readonly benchmarks: Benchmarks
  /** Whether old cases have been computed; until then the answer says so. */
  readonly isCaughtUp: () => boolean
}

/** How far back like cases are looked for, and how many of the latest at most. */
const YEARS = 3
const MOST = 20_000
/** So many are shown, and so many of the nearest make the distribution. */
const [SHOWN, COUNTED] = [20, 60]
/** A quarter of the factors may differ altogether, or all of them by a quarter. */
const NEAR = 0.25

interface Past extends PastCase {
  readonly row: ComparedRow
}

/** A proposed fine among those of like cases (类案检索). Nothing is kept. */
export function likeRoutes(http: Http, { database, clock, officers, benchmarks, isCaughtUp }: LikeParts): void {
  http.post('/api/consistency/like', { schema: { tags: ['同案同罚'], summary: '同类案件及其罚款的分布', body: LikeBody, response: { 200: LikeView } } }, async (request) => {
    if (!mayTake(await officers.actor(request), 'compare')) throw notAllowed('同类案件由执法人员、审核人员、负责人和监督人员查看')
    const { body } = request
    const to = body.on ?? civilDay(clock.now())
    const day = parseDay(to)
    if (day === undefined) throw malformed([{ path: 'on', because: '应为真实存在的日期，写作 2021-03-01' }])
    const from = `${Number(to.slice(0, 4)) - YEARS}${to.slice(4)}`.replace(/02-29$/, '02-28')
    return database.read(async (queries) => {
      const benchmark = (await benchmarks.inForce(queries, body.matter, day))?.evaluator.benchmark
      const view = await viewOf(queries, body, benchmark, { from, to })
      return { from, to, ...view, says: isCaughtUp() ? view.says : `${view.says}（以前的案件还在整理，结果暂不完整。）` }
    })
  })
}

async function viewOf(queries: Queries, { matter, answers, fine, caseId = '', decided = false }: LikeBody, benchmark: Benchmark | undefined, span: { readonly from: string; readonly to: string }): Promise<Omit<LikeView, 'from' | 'to'>> {
  const rows = await comparedOfMatter(queries, { matter, ...span }, { but: caseId, most: MOST })
  const factors = benchmark?.factors.filter(({ code }) => answers[code] !== undefined) ?? []
  const known = new Set(factors.map(({ code }) => code))
  const facts: Facts = Object.fromEntries(Object.entries(answers).filter(([code]) => known.has(code)))
  const past = rows.map((row): Past => ({ id: row.case_id, facts: row.answers, ...(row.fine_fen === null ? {} : { fine: BigInt(row.fine_fen) }), row }))
  // Without factors to compare by, the latest stand for all.
  const near = factors.length > 0 ? similarCases(factors, past).find(facts, COUNTED, NEAR) : past.slice(0, COUNTED).map((one): Similar<Past> => ({ past: one, distance: 0, differs: [] }))
  const fines = near.flatMap(({ past: { fine: one, row } }) => (one === undefined || row.lighter ? [] : [one]))
  const proposed = fine === undefined ? undefined : parseYuan(fine)
  const spread = distributionOf(fines, proposed ?? fines[0] ?? 0n)
  return {
    looked: rows.length, byFactors: factors.length > 0, near: near.slice(0, SHOWN).map((one) => caseView(one, facts)),
    ...(spread === undefined ? {} : { amounts: boxOf(spread), verdict: spread.count < ENOUGH ? 'tooFew' : spread.verdict }),
    ...(spread === undefined || proposed === undefined ? {} : { position: spread.position }),
    says: saying({ looked: rows.length, near: near.length, spread, proposed, decided, kind: factors.length > 0 ? '案情相近' : '本事项最近' }),
  }
}

function caseView({ past: { row }, distance, differs }: Similar<Past>, facts: Facts): LikeCase {
  const { case_id: id, number, decided_on: decidedOn, exempt, fine_fen, tier, team, lighter } = row
  return {
    id, number, decidedOn, exempt, team, lighter, distance,
    ...(fine_fen === null ? {} : { fine: yuanOf(BigInt(fine_fen)) }),
    ...(isTier(tier) ? { tier: TIERS[tier] } : {}),
    differs: differs.map((factor) => ({ name: factor.name, here: told(factor, facts), there: told(factor, row.answers) })),
  }
}
const isTier = (tier: string | null): tier is Tier => tier !== null && tier in TIERS
const told = (factor: Factor, facts: Facts): string => (facts[factor.code] === undefined ? '未记载' : valueWords(factor, facts[factor.code] ?? ''))

/** What is to be seen, in a sentence; with few cases that is all that is said. */
function saying({ looked, near, spread, proposed, decided, kind }: { readonly looked: number; readonly near: number; readonly spread: ReturnType<typeof distributionOf>; readonly proposed: bigint | undefined; readonly decided: boolean; readonly kind: string }): string {
  if (looked === 0) return `近 ${YEARS} 年本事项没有已决定的案件。`
  if (near === 0) return `近 ${YEARS} 年本事项有 ${looked} 件已决定的案件，没有案情相近的。`
  if (spread === undefined) return `${kind}的 ${near} 件都没有罚款。`
  if (spread.count < ENOUGH) return `${kind}并处罚款的只有 ${spread.count} 件，数量过少，不作判断。`
  const usual = `${kind}的 ${spread.count} 件，罚款多在 ${yuanOf(spread.lowerQuarter)} 元至 ${yuanOf(spread.upperQuarter)} 元之间，中位数 ${yuanOf(spread.middle)} 元`
  if (proposed === undefined) return `${usual}。`
  const place = `${decided ? '本案罚款' : '拟罚'} ${yuanOf(proposed)} 元高于其中的 ${Math.round(spread.position * 100)}%`
  if (spread.verdict !== 'apart') return `${usual}；${place}。`
  return `${usual}；${place}，明显偏离，${decided ? '请核对案卷是否写明理由。' : '请核对裁量因素，确有理由的写入决定理由。'}`
}
