import type { Calendar } from '@zhunsheng/law/calendar.ts'
import { addDays, day, type Day } from '@zhunsheng/law/day.ts'
import { drawFrom, type Draw } from './draw.ts'
import { Itinerary, type Data, type Step } from './itinerary.ts'
import { citizen, STREETS } from './parties.ts'
import { TOGETHER } from './together.ts'
import { BY_TOWN } from './town.ts'

/** A matter handled beside the great cases (日常执法): on the street, by help, by word, or on the spot. */
export interface StreetCase {
  readonly procedure: string
  readonly story: string
  readonly steps: readonly Step[]
}

const FIRST: Day = day('2021-01-04')
const LAST: Day = day('2021-12-31')
const LAW_OF_2021: Day = day('2021-07-15')
/** The town has the power from the day before. */
const TAKEN_OVER: Day = day('2021-09-02')
const SEED = 20_211_204
const TEAMS = [['zhang', 'li'], ['li', 'chen'], ['zhang', 'chen'], ['chen', 'li']] as const

/** How many of each beside three hundred great cases. */
const SHARES: Readonly<Record<string, number>> = { served: 34, advised: 26, corrected: 16, spared: 10, enforced: 4, paid: 22, collected: 12, warned: 6, seized: 4, cleared: 3, reconsidered: 3, sued: 2, operation: 5, emergency: 1, received: 2, toTown: 2, helped: 3, helping: 2, arbitrated: 1, onTheSpotByTown: 3, byTown: 3 }

type Service = readonly [facts: string, manner: string, done: string]
const SERVICES: readonly [Service, ...Service[]] = [
  ['井盖松动', 'facility', '联系产权单位更换井盖。'],
  ['流动摊贩无处经营', 'place', '引导进入疏导点经营。'],
  ['店招不知如何办理', 'permit', '指引到政务服务窗口办理。'],
  ['路灯不亮', 'contact', '协调照明单位修复。'],
]

type Way = (way: Itinerary, draw: Draw, team: readonly string[]) => void
const placeOf = (draw: Draw): string => `${draw.one(STREETS)}示例路 ${1 + draw.below(180)} 号附近`
const front = (draw: Draw): Data => ({ matter: 'street.front', subject: 'citizen', party: citizen(draw), place: placeOf(draw), facts: '门店外摆放货架经营。' })
const litter = (draw: Draw): Data => ({ matter: 'clean.litter', subject: 'citizen', party: citizen(draw), place: placeOf(draw), facts: '在人行道乱丢废弃物。', evidence: [{ title: '现场照片两张' }] })

/** Until the decision was handed over; the fine fits the limits of both laws (五十元). */
function onTheSpot(way: Itinerary, draw: Draw, team: readonly string[], penalty: Data): void {
  way.do('discover', litter(draw), team).do('orderCorrection', undefined, team).do('tell', penalty, team).do('hear', undefined, team)
  way.do('decide', { ...penalty, facts: '在人行道乱丢废弃物。', ...(penalty['fine'] === null ? { lenient: ['remedied'] } : {}) }, team).do('serveDecision', undefined, team)
  way.wait(1).do('report', undefined, team).do('publish', undefined, team)
}

/** The recorder failed, and the reason stands in the file instead of a recording. */
const UNFILMED: Data = { recordings: null, noRecording: { ground: 'equipment', instead: '执法记录仪电量耗尽，改用手机拍照，现场笔录由见证人签名。' } }

const WAYS: Readonly<Record<string, { readonly procedure: StreetCase['procedure']; readonly live: Way; readonly from?: Day }>> = {
  served: {
    procedure: 'penalty.soft',
    live: (way, draw, team) => {
      const [facts, manner, done] = draw.one(SERVICES)
      way.do('find', { source: draw.one(['patrol', 'hotline', 'city', 'complaint']), matter: null, subject: null, party: null, place: placeOf(draw), facts: `${facts}。` }, team)
      way.do('serve', { manner, done }, team).wait(draw.below(2)).do('finish', { summary: done }, team)
    },
  },
  advised: { procedure: 'penalty.soft', live: (way, draw, team) => void way.do('find', front(draw), team).do('advise', { accepted: true }, team).do('finish', { summary: '当场收回货架。' }, team) },
  corrected: { procedure: 'penalty.soft', live: (way, draw, team) => void way.do('find', front(draw), team).do('advise', undefined, team).do('orderCorrection', undefined, team).wait(1).do('reinspect', undefined, team).do('finish', undefined, team) },
  spared: { procedure: 'penalty.soft', from: LAW_OF_2021, live: (way, draw, team) => void way.do('find', front(draw), team).do('advise', { accepted: true }, team).wait(1).do('exempt').do('educate', undefined, team).do('finish', { summary: '首违不罚，已教育。' }, team) },
  enforced: { procedure: 'penalty.soft', live: (way, draw, team) => void way.do('find', front(draw), team).do('orderCorrection', undefined, team).wait(2).do('reinspect', { result: 'refused', findings: '仍在店外经营。' }, team).do('enforce', undefined, team) },
  paid: {
    procedure: 'penalty.simple',
    live: (way, draw, team) => {
      onTheSpot(way, draw, team, { kinds: ['fine'], fine: '50' })
      way.wait(1 + draw.below(6)).do('pay', { amount: '50' }, team).wait(1).do('close').do('archive', undefined, team)
    },
  },
  collected: {
    procedure: 'penalty.simple',
    from: LAW_OF_2021,
    live: (way, draw, team) => {
      onTheSpot(way, draw, team, { kinds: ['fine'], fine: '50' })
      way.do('collectOnSpot', { amount: '50' }, team).wait(1).do('handIn', { amount: '50' }, team).wait(1).do('bankIn', { amount: '50' }).do('close').do('archive', undefined, team)
    },
  },
  warned: {
    procedure: 'penalty.simple',
    live: (way, draw, team) => {
      onTheSpot(way, draw, team, { kinds: ['warning'], fine: null, payee: null })
      way.wait(1).do('close').do('archive', undefined, team)
    },
  },
  seized: { procedure: 'coercion.measure', live: (way, draw, team) => void way.do('propose', { party: citizen(draw), place: placeOf(draw) }, team).do('approve').do('carryOut', draw.below(3) === 0 ? UNFILMED : undefined, team).do('handOver').wait(4 + draw.below(8)).do('settle').do('release', undefined, team).wait(1).do('publish', { conclusion: '依法扣押占道经营的物品，查清后解除扣押，财物已经退还。' }).do('archive', undefined, team) },
  cleared: { procedure: 'coercion.performance', live: (way, draw, team) => void way.do('begin', { party: citizen(draw), place: placeOf(draw), immediate: true, where: 'road', thing: 'spill', unable: true, duty: '清除路面遗撒的建筑垃圾。' }, team).do('orderClear').do('clear', undefined, team).do('notify', undefined, team).wait(2).do('publish', { conclusion: '路面遗撒的建筑垃圾已由本机关组织立即清除，费用由当事人承担。' }).do('bill').do('serveBill', undefined, team).wait(3).do('pay', undefined, team).do('archive', undefined, team) },
  reconsidered: { procedure: 'remedy.reconsideration', live: (way, draw) => void way.do('register', { party: citizen(draw) }).wait(4).do('reply').wait(20 + draw.below(10)).do('decided').wait(2).do('archive') },
  operation: { ...TOGETHER.operation, from: LAW_OF_2021 },
  emergency: { ...TOGETHER.emergency },
  received: { ...TOGETHER.received, from: LAW_OF_2021 },
  toTown: { ...TOGETHER.toTown, from: TAKEN_OVER },
  helped: { ...TOGETHER.helped },
  helping: { ...TOGETHER.helping },
  sued: { procedure: 'remedy.litigation', live: (way, draw) => void way.do('register', { party: citizen(draw) }).wait(5).do('answer').do('appoint').wait(20).do('appear').wait(15).do('decided').wait(13).do('archive') },
  onTheSpotByTown: { ...BY_TOWN.onTheSpot, from: TAKEN_OVER },
  byTown: { ...BY_TOWN.ordinary, from: TAKEN_OVER },
  arbitrated: { procedure: 'dispute.arbitration', live: (way, draw) => void way.do('register', { amount: String(60_000 + draw.below(9) * 10_000) }).wait(4).do('accepted').wait(8).do('answer').do('appoint').do('choose').wait(18).do('appear').wait(6).do('settle', { performBy: way.dayIn(14) }).wait(4).do('perform').wait(2).do('archive') },
}

/** Plans the everyday beside so many great cases, each from its own draw. What reaches beyond the year is left off. */
export function planStreet(cases: number, calendar: Calendar): readonly StreetCase[] {
  return Object.entries(SHARES).flatMap(([story, share], kind) => {
    const known = WAYS[story]
    if (known === undefined) return []
    return Array.from({ length: Math.max(1, Math.round((share * cases) / 300)) }, (_, index): StreetCase => {
      const draw = drawFrom(SEED + kind * 104_729 + index * 7919)
      const from = known.from ?? FIRST
      const way = new Itinerary(addDays(from, draw.below(LAST - from - 5)), calendar)
      known.live(way, draw, TEAMS[index % TEAMS.length] ?? TEAMS[0])
      return { procedure: known.procedure, story, steps: way.steps.filter(({ on }) => on <= LAST) }
    })
  })
}
