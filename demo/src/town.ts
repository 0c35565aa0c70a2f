import type { Draw } from './draw.ts'
import type { Data, Itinerary } from './itinerary.ts'
import { citizen, firm } from './parties.ts'

type Live = (way: Itinerary, draw: Draw, team: readonly string[]) => void

const TOWN = '华岩镇'
const OFFICERS = ['he', 'luo'] as const
const LEADER = ['luo'] as const
const HEAD = ['zheng'] as const

/** Somebody did not clean up after his dog; the town's officers fine him on the spot, in the town's name. */
const onTheSpot: Live = (way, draw) => {
  const fine: Data = { kinds: ['fine'], fine: '50' }
  const facts = '携犬外出，没有即时清除犬只排泄物。'
  way.do('discover', { matter: 'pet.waste', subject: 'citizen', party: citizen(draw), town: TOWN, actingTown: TOWN, place: `${TOWN}示例公园`, facts, evidence: [{ title: '现场照片两张' }] }, OFFICERS)
  way.do('orderCorrection', undefined, OFFICERS).do('reinspect', { result: 'refused', findings: '经责令仍不清除。' }, OFFICERS).do('tell', fine, OFFICERS).do('hear', undefined, OFFICERS).do('decide', { ...fine, facts }, OFFICERS).do('serveDecision', undefined, OFFICERS)
  way.wait(1).do('report', undefined, OFFICERS).do('publish', undefined, LEADER).wait(2).do('pay', { amount: '50' }, ['sun']).wait(1).do('close', undefined, LEADER).do('archive', undefined, OFFICERS)
}

/** A scrap yard in the town; the firm says in writing where papers reach it, and agrees to be served by mail. */
const ordinary: Live = (way, draw) => {
  const party = firm(draw)
  const name = party['representative'] ?? ''
  const facts = '废品收购站堆放的废旧物资没有遮盖。'
  const fine: Data = { kinds: ['fine'], fine: '1000' }
  way.do('apply', { matter: 'scrap.yard', subject: 'organisation', party, town: TOWN, actingTown: TOWN, place: `${TOWN}示例路 ${1 + draw.below(60)} 号`, facts }, OFFICERS)
  way.do('inspect', { findings: facts }, OFFICERS).do('orderCorrection', undefined, OFFICERS).wait(1).do('file', undefined, HEAD)
  way.wait(1).do('interview', { person: name, relation: 'representative' }, OFFICERS).do('confirmAddress', { by: 'representative', name, address: party['address'], phone: party['phone'], electronic: true, electronicAddress: '示例电子邮箱' }, OFFICERS)
  way.do('collect', undefined, OFFICERS).do('verifyEvidence', undefined, OFFICERS).wait(2).do('conclude', { facts }, OFFICERS)
  way.wait(1).do('notify', { ...fine, facts }, OFFICERS).do('serveNotice', undefined, OFFICERS).wait(1).do('waiveStatement', undefined, OFFICERS)
  way.wait(2).do('decide', { ...fine, facts, reconsiderTo: 'government' }, HEAD).wait(1).do('serveDecision', undefined, OFFICERS).do('publish', undefined, LEADER)
  way.wait(4).do('pay', { amount: '1000' }, ['sun']).wait(1).do('close', undefined, HEAD).do('archive', undefined, OFFICERS)
}

/** What a town does in its own name with the powers that it took over (承接镇街的案件), 行政处罚法第二十四条. */
export const BY_TOWN = {
  onTheSpot: { procedure: 'penalty.simple', live: onTheSpot },
  ordinary: { procedure: 'penalty.ordinary', live: ordinary },
} as const
