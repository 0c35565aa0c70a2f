import { addDays, formatDay, type Day } from '@zhunsheng/law/day.ts'
import { TYPICAL_RECORDINGS } from '@zhunsheng/law/recording.ts'
import { surchargeOwed } from './arrears.ts'
import { closedAs } from './closing.ts'
import type { Idea } from './idea.ts'
import type { Itinerary } from './itinerary.ts'

/** Nothing comes in by itself. */
const UNPAID = ['courtEnforced', 'courtRefused', 'ended'] as const

/** From the decision to the archive (执行、结案). */
export function execute(way: Itinerary, idea: Idea): void {
  const { story, team, fine } = idea
  way.wait(1).do('serveDecision', service(way, idea), team)
  const served = way.today
  if (story !== 'forgotPublishing') way.wait(2).do('publish', { channel: 'both' })
  if (story === 'warned') return void closedAs(way, 'performed')
  if (UNPAID.some((one) => one === story)) return compelled(way, idea, served)
  if (story === 'revoked' || story === 'changed' || story === 'upheld' || story === 'sued') return contested(way, idea)
  if (story === 'deferred') {
    const until = way.workdayIn(60)
    way.wait(2).do('approveDeferral', { askedOn: way.written, until: formatDay(until), hardship: '当事人家庭困难，有社区证明。' }).until(addDays(until, -2))
  }
  if (story === 'instalments') return inParts(way, idea)
  if (story === 'paidLate') way.until(addDays(served, 22))
  else if (story !== 'deferred') way.wait(3)
  if (story === 'confiscated') pay(way, '260', 'confiscation')
  pay(way, String(fine), 'fine')
  if (story === 'paidLate') {
    const owed = surchargeOwed(fine, served, way.today)
    if (owed !== undefined) pay(way, owed, 'surcharge')
  }
  if (story === 'corrected') way.wait(1).do('correct', { target: way.numberOf('collect'), reason: '照片张数笔误，应为三张。', correctedTitle: '现场照片三张' }, team)
  if (story !== 'forgotPublishing') closedAs(way, 'performed', '罚款已经缴清。')
}

const RECEIVED = ['direct', 'direct', 'direct', 'post', 'electronic', 'left'] as const

function service(way: Itinerary, { start, party }: Idea): Readonly<Record<string, unknown>> {
  const by = RECEIVED[(start + way.steps.length) % RECEIVED.length] ?? 'direct'
  if (by === 'post') return { way: by, receivedOn: way.written }
  if (by === 'electronic') return { way: by, receivedOn: way.written, confirmed: true }
  if (by === 'left') return { way: by, witness: '社区工作人员李某', recordings: TYPICAL_RECORDINGS }
  return { way: by, receiver: String(party['representative'] ?? party['name']) }
}

const pay = (way: Itinerary, amount: string, toward: string) => way.do('pay', { amount, toward, paidOn: way.written, receipt: `示例票据 ${formatDay(way.today).replaceAll('-', '')}${way.steps.length}` }, ['sun'])

function inParts(way: Itinerary, { fine }: Idea): void {
  const half = Math.floor(fine / 2)
  const [first, second] = [way.workdayIn(20), way.workdayIn(50)]
  way.wait(2).do('approveInstalments', { askedOn: way.written, instalments: [{ until: formatDay(first), amount: String(half) }, { until: formatDay(second), amount: String(fine - half) }], hardship: '经营困难，有流水证明。' })
  pay(way.until(addDays(first, -1)), String(half), 'fine')
  pay(way.until(addDays(second, -1)), String(fine - half), 'fine')
  closedAs(way, 'performed', '罚款分两期缴清。')
}

/** Nothing is paid: demand, court, its ruling. Six months to sue, counted from service, come first. */
function compelled(way: Itinerary, { story, fine, team }: Idea, served: Day): void {
  if (story === 'ended') {
    way.wait(40).do('endEnforcement', { ground: 'died', reason: '当事人死亡，无遗产可供执行，也没有义务承受人。' })
    return void closedAs(way, 'ended')
  }
  way.until(addDays(served, 160)).do('demand', { fine: String(fine), surcharge: String(fine), manner: '到指定银行缴纳' }, team).do('serveDemand', undefined, team)
  way.until(addDays(served, 192)).do('applyCourt', { fine: String(fine), surcharge: String(fine), selfCheck: '不属于不予执行的情形。' })
  way.wait(8).do('courtRules', { outcome: story === 'courtRefused' ? 'refused' : 'granted', ruledOn: way.written, number: '（2021）渝0107行审0号', ...(story === 'courtRefused' ? { reason: '送达程序有瑕疵。' } : {}) }, team)
  if (story === 'courtEnforced') way.wait(25).do('courtEnds', { outcome: 'completed', collected: String(fine * 2), endedOn: way.written }, team)
  closedAs(way, 'court')
}

/** A reconsideration or a suit, and what it comes to. */
function contested(way: Itinerary, { story, fine, team }: Idea): void {
  const sued = story === 'sued'
  const half = String(Math.floor(fine / 2))
  // Who contests an amount often pays what he does not contest.
  if (story === 'changed') pay(way.wait(2), half, 'fine')
  else if (story !== 'revoked') pay(way.wait(2), String(fine), 'fine')
  way.wait(8).do('registerRemedy', { kind: sued ? 'litigation' : 'reconsideration', filedOn: way.written, body: sued ? '九龙坡区人民法院' : '区人民政府' }, team)
  const outcome = story === 'revoked' || story === 'changed' ? story : 'upheld'
  way.wait(38).do('settleRemedy', { outcome, endedOn: way.written, reason: outcome === 'upheld' ? '事实清楚，程序合法。' : '部分事实证据不足。' }, team)
  if (outcome === 'upheld') return void closedAs(way, 'performed')
  const changed = outcome === 'changed'
  way.do('changeDecision', { outcome, by: 'reconsideration', reason: '依照复议决定。', knownOn: way.written, ...(changed ? { fine: half } : {}) })
  way.wait(1).do('withdrawPublication', { reason: changed ? '处罚决定已经复议变更，撤回原公示。' : '处罚决定已经复议撤销。' }, team)
  if (!changed) return void closedAs(way, 'revoked')
  way.do('publish', { channel: 'both', note: '变更后的决定。' })
  closedAs(way, 'performed', '变更后的罚款已经缴清。')
}
