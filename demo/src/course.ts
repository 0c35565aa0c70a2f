import type { Calendar } from '@zhunsheng/law/calendar.ts'
import { addDays, day, formatDay } from '@zhunsheng/law/day.ts'
import type { Draw } from './draw.ts'
import { closedAs } from './closing.ts'
import { execute } from './execution.ts'
import type { Idea } from './idea.ts'
import { Itinerary, type Data, type Step } from './itinerary.ts'
import type { Offence } from './offences.ts'
import { STREETS } from './parties.ts'
import type { Story } from './story.ts'
import { declinedByPolice, sentAndBack, sentElsewhere, sentToPolice } from './away.ts'

/** Until the day before, every decision was reviewed (行政处罚法 2017 第三十八条第三款). */
const LAW_OF_2021 = day('2021-07-15')
/** Hearing and collective discussion begin here in this demonstration's place, in yuan: see law/src/jurisdictions/chongqing.ts. */
const HEARING = { citizen: 1000, organisation: 20_000 }
const COLLECTIVE = { citizen: 5000, organisation: 50_000 }

/** Why the heads left the benchmark in the cases that they discussed. */
const CLEANED_UP: Data = { ground: 'unfair', reason: '当事人主动承担全部清运和植被恢复费用，按基准处罚明显过重。' }

const NO_PENALTY: readonly Story[] = ['unfounded', 'exemptMinor', 'exemptFirst', 'exemptChild', 'exemptFaultless']

/** The acts of a case, from the lead to where its story ends. */
export function courseOf(idea: Idea, draw: Draw, calendar: Calendar): readonly Step[] {
  const way = new Itinerary(idea.start, calendar)
  if (!opened(way, idea, draw) || !investigated(way, idea, draw)) return way.steps
  if (NO_PENALTY.includes(idea.story)) withoutPenalty(way, idea)
  else if (told(way, idea)) execute(way, idea)
  return way.steps
}

/** From the lead to the file. Answers whether the case was filed. */
function opened(way: Itinerary, { story, offence, party, team }: Idea, draw: Draw): boolean {
  const today = way.written
  const old = story === 'outOfTime' ? { actedFrom: formatDay(addDays(way.today, -400)), discoveredOn: today } : { actedFrom: today, discoveredOn: today }
  const place = `${draw.one(STREETS)}示例路 ${1 + draw.below(180)} 号附近`
  way.do('apply', { source: draw.one(['patrol', 'patrol', 'patrol', 'complaint', 'camera', 'inspection']), matter: offence.matter, subject: offence.subject, party, place, ...old, facts: `${offence.seen}。` }, team)
  way.do('inspect', { place, from: '09:40', to: '10:10', findings: `${offence.seen}，现场拍照两张。` }, team)
  way.do('orderCorrection', { manner: offence.afterRefusal ? 'byDate' : 'atOnce', demands: `${offence.demand}。`, ...(offence.afterRefusal ? { deadline: way.dayIn(5) } : {}) }, team)
  if (story === 'applied') return false
  if (story === 'declined') {
    way.wait(1).do('decline', { ground: draw.one(['minor', 'noOffence', 'notCompetent']), reason: '经核查，不符合立案标准，已告知线索提供人。' })
    return false
  }
  way.wait(1 + draw.below(2)).do('file', { opinion: '同意立案，请依法调查。' })
  return true
}

/** Finding out the facts. Answers whether a proposal was made. */
function investigated(way: Itinerary, { story, offence, party, team }: Idea, draw: Draw): boolean {
  const name = String(party['representative'] ?? party['name'])
  const questions = [
    { question: '我们是区城市管理局的执法人员，这是我们的证件，你是否看清？', answer: '看清了。' },
    { question: `请说明${offence.seen.slice(0, 18)}的情况。`, answer: '情况属实，是我这边的问题。' },
  ]
  way.wait(1).do('interview', { from: '14:30', to: '15:05', place: '本局询问室', person: name, relation: party['representative'] === undefined ? 'party' : 'representative', questions }, team)
  way.do('collect', { title: '现场照片两张', proves: offence.seen, origin: '执法人员现场拍摄', place: '案发现场' }, team)
  if (draw.below(3) === 0) way.do('collect', { kind: 'document', title: '身份证明复印件', proves: '当事人身份', origin: '当事人提供，与原件核对无误', original: 'copy', place: '本局询问室' }, team)
  if (story === 'preserved') {
    const items = [{ name: '经营用货架', quantity: 2, condition: '七成新' }, { name: '遮阳伞', quantity: 1, condition: '破损' }]
    way.do('askPreservation', { items, place: '本局物品库', keeper: '陈静', reason: '物品可能被转移、隐匿。' }, team).do('approvePreservation')
    way.do('preserve', { items, place: '本局物品库', keeper: '陈静' }, team).wait(5).do('settlePreserved', { outcome: 'returned', note: '证据已拍照固定，物品返还。' })
  }
  if (story === 'recusalStays') way.do('askRecusal', { whom: team[0], reason: '当事人称与执法人员有过争执。' }, team).wait(1).do('decideRecusal', { whom: team[0], outcome: 'stays', reason: '经核查，没有应当回避的情形。' })
  if (story === 'suspended') way.wait(1).do('suspend', { norm: '本局办案程序规定', reason: '等待权属鉴定结论。' }).wait(12).do('resume', { reason: '已收到鉴定结论。' })
  if (story === 'extended') way.wait(3).do('extend', { days: 30, norm: '本局办案程序规定', reason: '需要补充检测。' })
  if (story === 'elsewhere') return sentElsewhere(way, party)
  if (story === 'elsewhereBack') sentAndBack(way, party)
  if (offence.afterRefusal) way.wait(6).do('reinspect', { result: 'refused', findings: '期满复查，没有改正。' }, team)
  else if (draw.below(2) === 0) way.wait(1).do('reinspect', { result: 'corrected', findings: '已按要求改正。' }, team)
  const hands = story === 'recused' ? recused(way, team) : team
  way.wait(1 + draw.below(2)).do('verifyEvidence', { review: '证据来源合法，内容真实，能够相互印证。' }, hands)
  if (story === 'crime') return sentToPolice(way, party, team)
  if (story === 'crimeReturned') declinedByPolice(way, party, team)
  if (story === 'died') {
    way.wait(2).do('terminate', { ground: 'died', reason: '当事人死亡，有死亡证明在卷。', norm: '本局办案程序规定' })
    return closedAs(way, 'terminated')
  }
  if (story === 'forgotDeciding') return false
  way.wait(1).do('conclude', conclusion(story, offence), hands)
  if (story === 'outOfTime') {
    way.wait(1).do('terminate', { ground: 'outOfTime', reason: '查明行为终了已超过二年。', norm: '《行政处罚法》追究期限的规定' })
    return closedAs(way, 'terminated')
  }
  return true
}

function recused(way: Itinerary, team: readonly [string, string]): readonly string[] {
  way.do('askRecusal', { whom: team[0], reason: '执法人员与当事人系亲属，自行申请。', asker: 'self' }, team).wait(1).do('decideRecusal', { whom: team[0], outcome: 'recused', reason: '确有亲属关系。' })
  return [team[1], 'wang']
}

function conclusion(story: Story, offence: Offence): Data {
  const facts = `${offence.seen}。有现场笔录、照片、询问笔录为证。`
  const finding = story === 'unfounded' ? 'unfounded' : NO_PENALTY.includes(story) ? 'exempt' : 'penalise'
  return { facts, finding, ...circumstances(story), ...(story === 'defenceAdopted' ? HARMFUL : {}), ...(story === 'outOfTime' ? { actedUntil: '2018-06-30' } : {}), ...(story === 'amended' ? { difficult: true } : {}), ...(story === 'collective' ? { grave: true } : {}) }
}

/** What the story says of the circumstances. */
function circumstances(story: Story): Data {
  if (story === 'exemptMinor') return { minor: true, corrected: true, harm: 'none' }
  if (story === 'exemptFirst') return { first: true, corrected: true, harm: 'slight' }
  if (story === 'exemptFaultless') return { faultless: true }
  if (story === 'warned') return { lenient: ['remedied'] }
  return story === 'mitigated' ? { lenient: ['remedied'], mitigation: true } : {}
}

function withoutPenalty(way: Itinerary, { story, offence, team }: Idea): void {
  const unfounded = story === 'unfounded'
  way.wait(2).do('decide', { outcome: unfounded ? 'unfounded' : 'exempt', kinds: null, fine: null, facts: unfounded ? '现有证据不能证明违法事实。' : `${offence.seen}。`, reasons: unfounded ? '违法事实不能成立，不予行政处罚。' : '依法不予行政处罚。', ...circumstances(story) })
  way.wait(1).do('serveDecision', undefined, team)
  if (!unfounded) way.do('educate', { content: `讲明有关规定和危害，要求${offence.demand}。`, pledge: true }, team)
  closedAs(way, unfounded ? 'unfounded' : 'exempted')
}

/** Telling the party, hearing him, reviewing, deciding. Answers whether a penalty was decided. */
function told(way: Itinerary, idea: Idea): boolean {
  const { story, fine, party, team } = idea
  const who = party['kind'] === 'organisation' ? 'organisation' : 'citizen'
  const hands = story === 'recused' ? [team[1], 'wang'] : team
  const amounts = penaltyOf(story, fine)
  const hearing = amounts['fine'] !== undefined && fine >= HEARING[who]
  const intended = story === 'defenceAdopted' ? { kinds: ['fine'], fine: String(Math.round(fine * 1.5)) } : amounts
  way.wait(1).do('notify', { ...intended, facts: `${idea.offence.seen}。`, reasons: '属一般情节，依照裁量基准提出。', tellsHearing: hearing, contact: '本局法制科，示例路 1 号，023-00000000' }, hands)
  if (story === 'collective') way.deviating(CLEANED_UP)
  way.do('serveNotice', { receiver: String(party['representative'] ?? party['name']) }, hands)
  statement(way, story, hands)
  const heard = hearing && isHeard(way, story, hands)
  const grave = story === 'collective' || (amounts['fine'] !== undefined && fine >= COLLECTIVE[who])
  if (story === 'amended') {
    way.wait(1).do('review', { conclusion: 'amend', evidence: { verdict: 'problem', what: '缺少当事人身份证明，请补充后再报。' } })
    way.wait(1).do('answerReview', { points: [{ point: 'evidence', how: 'corrected', what: '已补充身份证明复印件，与原件核对无误。' }] }, hands)
  }
  // The decision comes three working days later at the earliest.
  if (heard || grave || story === 'amended' || way.workdayIn(9) < LAW_OF_2021 || way.today < LAW_OF_2021) way.wait(1).do('review', { conclusion: 'agree' })
  // A difficult case goes before the panel as well.
  if (story === 'amended') way.do('panelReview')
  if (story === 'courtEnforced' || story === 'collective') way.do('consultCourt', { expects: story === 'collective' ? 'suit' : 'execution', question: '本案证据、送达和裁量是否经得起审查。', advice: '补充送达地址确认材料，裁量说明再具体一些。' })
  if (grave) way.wait(1).do('discuss', { summary: '到会人员一致同意拟处理意见。' })
  way.wait(1).do('decide', { ...amounts, facts: `${idea.offence.seen}。有现场笔录、照片、询问笔录为证。`, reasons: '依照有关条款处罚。', ...circumstances(story), ...(story === 'defenceAdopted' ? { answer: '当事人主动改正并配合调查，意见成立，予以采纳，减少罚款。' } : story === 'defenceRejected' ? { answer: '当事人所述没有证据，不予采纳。' } : heard ? { answer: '听证中当事人的意见没有新的证据，不予采纳。' } : {}), ...(story === 'mitigated' ? { mitigationReason: '当事人主动消除危害后果，依法减轻。' } : {}) })
  if (story === 'collective') way.deviating(CLEANED_UP)
  return true
}

/** Told while harm was still there; what the party did since made it slight. */
const HARMFUL: Data = { harm: 'present' }

function penaltyOf(story: Story, fine: number): Data {
  if (story === 'warned') return { kinds: ['warning'], fine: null }
  if (story === 'confiscated') return { kinds: ['fine', 'confiscation'], fine: String(fine), confiscated: '260' }
  return { kinds: ['fine'], fine: String(fine) }
}

function statement(way: Itinerary, story: Story, hands: readonly string[]): void {
  if (story === 'defenceAdopted' || story === 'defenceRejected') {
    const adopted = story === 'defenceAdopted'
    way.wait(2).do('hearStatement', { manner: 'oral', statement: '经营困难，已经改正，请求从轻。' }, hands)
    way.wait(1).do('reviewStatement', { points: [{ point: '已经改正，请求从轻', adopted, reason: adopted ? '经核实，确已改正。' : '没有相应证据。' }] }, hands)
  } else way.wait(1).do('waiveStatement', { signed: true }, hands)
}

/** Answers whether a hearing was held. */
function isHeard(way: Itinerary, story: Story, hands: readonly string[]): boolean {
  if (story !== 'heard' && story !== 'heardAbsent') {
    way.do('waiveHearing', { signed: true }, hands)
    return false
  }
  way.wait(1).do('requestHearing', { askedOn: way.written, manner: 'written' }, hands)
  way.wait(1).do('noticeHearing', { receivedOn: way.written, holdOn: way.dayIn(9), holdAt: '09:30', place: '本局三楼会议室', chair: 'wu', open: true })
  way.wait(9).do('holdHearing', story === 'heard' ? { outcome: 'held', record: '调查人员提出事实、证据和处罚建议，当事人申辩并质证。', report: '事实清楚，建议维持拟处罚意见。' } : { outcome: 'absent', debated: false, signature: 'none', record: '当事人无正当理由没有到场。', report: '终止听证。' })
  return story === 'heard'
}
