import type { Draw } from './draw.ts'
import type { Data, Itinerary } from './itinerary.ts'
import { citizen, firm } from './parties.ts'

type Live = (way: Itinerary, draw: Draw, team: readonly string[]) => void

/** An evening with the police and the market authority: one table outside is ours, one stall without a licence is theirs. */
const operation: Live = (way, draw, team) => {
  const party = citizen(draw)
  const place = `示例夜市 ${1 + draw.below(60)} 号`
  way.do('plan', { ours: team.map((who) => ({ who })), heldOn: way.dayIn(2) }).do('approve').wait(2).do('rollCall', undefined, team)
  way.do('find', { party, place }, team).do('find', { competent: 'other', agency: '示例区市场监督管理局', acted: 'other', matter: null, subject: null, party: null, place: '示例夜市 5 号', facts: '食品摊位没有登记证。' }, team)
  way.do('passOn', { finding: 5 }, team)
  const litter: Data = { source: 'joint', matter: 'clean.litter', party, place, facts: '在人行道乱丢废弃物。' }
  const fine: Data = { kinds: ['fine'], fine: '50' }
  way.beside('penalty.simple', 'discover', litter, { by: team, brings: { act: 'followUp', data: {} } })
  for (const [act, data] of [['orderCorrection'], ['tell', fine], ['hear'], ['decide', fine], ['serveDecision']] as const) way.beside('penalty.simple', act, data, { by: team })
  way.wait(1).beside('penalty.simple', 'report', undefined, { by: team }).beside('penalty.simple', 'publish', undefined, { by: team })
  way.do('report').wait(1).do('archive', undefined, team)
  way.wait(2).beside('penalty.simple', 'pay', { amount: '50' }, { by: team }).beside('penalty.simple', 'close').beside('penalty.simple', 'archive', undefined, { by: team })
}

/** A typhoon warning: the plan is made and approved the same day, and the day passes without a finding. */
const emergency: Live = (way, _, team) =>
  void way.do('plan', { name: '强降雨户外广告应急排险', kind: 'emergency', place: '滨江路沿线', ours: team.map((who) => ({ who })), risk: '风力八级以上停止登高作业。' }).do('approve').do('rollCall', undefined, team).wait(1).do('report', { summary: '排查户外广告二十六处，没有发现险情。' }).wait(1).do('archive', undefined, team)

/** A case that came from the market authority, opened out of what it sent. */
const received: Live = (way, draw, team) => {
  const party = firm(draw)
  way.do('receive', { party, receivedOn: way.written }).wait(1).do('answer').wait(1)
  way.beside('penalty.ordinary', 'apply', { source: 'transfer', matter: 'clean.sewage', subject: 'organisation', party, place: '示例路 20 号', facts: '餐饮店将污水直接排放到街面。' }, { by: team, brings: { act: 'opened', data: {} } })
  way.wait(1).do('archive', undefined, team).beside('penalty.ordinary', 'file')
  for (const act of ['inspect', 'orderCorrection', 'interview', 'collect', 'verifyEvidence'] as const) way.beside('penalty.ordinary', act, undefined, { by: team })
  way.wait(1).beside('penalty.ordinary', 'conclude', undefined, { by: team }).wait(1).beside('penalty.ordinary', 'notify', undefined, { by: team }).beside('penalty.ordinary', 'serveNotice', undefined, { by: team })
  way.wait(1).beside('penalty.ordinary', 'waiveStatement', undefined, { by: team }).wait(2).beside('penalty.ordinary', 'decide')
  way.wait(1).beside('penalty.ordinary', 'serveDecision', undefined, { by: team }).beside('penalty.ordinary', 'publish', undefined, { by: team })
  way.wait(3).beside('penalty.ordinary', 'pay', { paidOn: way.written }, { by: ['sun'] }).wait(1).beside('penalty.ordinary', 'close').beside('penalty.ordinary', 'archive', undefined, { by: team })
}

/** What was found in a town that has taken the power over goes to that town. */
const toTown: Live = (way, draw) =>
  void way.do('send', { matter: 'pet.waste', party: citizen(draw), place: '华岩镇示例公园', receiver: '华岩镇人民政府', ground: 'devolved', reason: '该事项自二〇二一年九月一日起由华岩镇行使。' }).wait(1).do('receipt').wait(1).do('archive')

const helped: Live = (way, _, team) => void way.do('ask', { wantedBy: way.dayIn(5) }, team).wait(3).do('reply', undefined, team).do('archive', undefined, team)
const helping: Live = (way, _, team) => void way.do('asked', { wantedBy: way.dayIn(2) }, team).wait(1).do('assist', undefined, team).do('archive', undefined, team)

/** What the bureau does with others (协同): stories of the everyday year. */
export const TOGETHER = {
  operation: { procedure: 'operation.joint', live: operation },
  emergency: { procedure: 'operation.joint', live: emergency },
  received: { procedure: 'transfer.agency', live: received },
  toTown: { procedure: 'transfer.agency', live: toTown },
  helped: { procedure: 'transfer.assistance', live: helped },
  helping: { procedure: 'transfer.assistance', live: helping },
} as const
