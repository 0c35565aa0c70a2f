import { closedAs } from './closing.ts'
import type { Itinerary } from './itinerary.ts'
import type { Party } from './parties.ts'

const CRIME = 'transfer.crime'
const AGENCY = 'transfer.agency'
type Team = readonly [string, string]

/** From the team to the police's receipt; the case itself is away from then on. */
function toPolice(way: Itinerary, party: Party, team: Team): void {
  const facts = '倾倒建筑垃圾，占用并毁坏林地，数量和后果可能构成犯罪。'
  way.beside(CRIME, 'suspect', { matter: 'muck.dump.old', party, place: '林地边', discoveredOn: way.written, facts, team: team.map((who) => ({ who })) })
  way.wait(1).beside(CRIME, 'report', { facts, reason: '占用面积经测绘达到追诉标准。' }, { by: team }).beside(CRIME, 'approve')
  way.beside(CRIME, 'transfer', undefined, { by: team, brings: { act: 'transferCrime', data: {} } }).beside(CRIME, 'acknowledge', undefined, { by: team })
}

/** The police file: things are handed over, the case is closed as transferred, the judgment comes later. Answers false, since nothing follows. */
export function sentToPolice(way: Itinerary, party: Party, team: Team): false {
  toPolice(way, party, team)
  way.wait(2).beside(CRIME, 'answer', undefined, { by: team, brings: { act: 'crimeFiled', data: {} } })
  way.wait(1).beside(CRIME, 'handOver', undefined, { by: team })
  return closedAs(way, 'transferred', '公安机关已经立案，物品和材料已经移交。')
}

/** The police do not file, and stay with it when asked again: the case is taken back and goes on. */
export function declinedByPolice(way: Itinerary, party: Party, team: Team): void {
  toPolice(way, party, team)
  way.wait(2).beside(CRIME, 'answer', { outcome: 'declined', reason: '经测绘，占用面积未达到追诉标准。', returned: true }, { by: team }).beside(CRIME, 'askReview')
  way.wait(2).beside(CRIME, 'reviewed', undefined, { by: team })
  way.beside(CRIME, 'takeBack', undefined, { by: team, brings: { act: 'crimeSettled', data: {} } }).wait(1).beside(CRIME, 'archive', undefined, { by: team })
}

const HOUSING = { receiver: '区住房城乡建设委', ground: 'power', reason: '经查属于房屋建筑质量管理，不属本机关管辖。', place: '示例路' }

/** Another agency takes it. Answers false, since nothing follows. */
export function sentElsewhere(way: Itinerary, party: Party): false {
  way.wait(2).beside(AGENCY, 'send', { ...HOUSING, party }, { brings: { act: 'transferElsewhere', data: {} } })
  way.wait(2).beside(AGENCY, 'receipt').beside(AGENCY, 'archive')
  return closedAs(way, 'transferred')
}

/** The other agency does not take it, talks fail, and the common superior designates this bureau. */
export function sentAndBack(way: Itinerary, party: Party): void {
  way.wait(1).beside(AGENCY, 'send', { ...HOUSING, party }, { brings: { act: 'transferElsewhere', data: {} } })
  way.wait(2).beside(AGENCY, 'receipt', { outcome: 'refused', reason: '属于市容管理，不属我委职权。' })
  way.wait(1).beside(AGENCY, 'negotiate', { outcome: 'failed', record: '双方各持己见。' }).beside(AGENCY, 'refer')
  way.wait(4).beside(AGENCY, 'designate', undefined, { brings: { act: 'takeUpAgain', data: {} } }).beside(AGENCY, 'archive')
}
