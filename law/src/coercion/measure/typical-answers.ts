import { PUBLICATION_ANSWERS, PUBLICATION_BY } from '../publication/rules.ts'
import { addDays, formatDay, type Day } from '../../day.ts'
import { NO_PROBLEMS } from '../../legal-review.ts'
import { TYPICAL_RECORDINGS } from '../../recording.ts'

type Plain = Readonly<Record<string, unknown>>

const ITEMS: readonly Plain[] = [
  { name: '流动摊车', quantity: 1, condition: '七成新' },
  { name: '水果', model: '箱', quantity: 4, condition: '新鲜' },
]
const SERVED: Plain = { way: 'direct', receiver: '刘海', confirmed: false, unreachable: false }

const BY: Readonly<Record<string, readonly string[]>> = {
  ...PUBLICATION_BY, review: ['zhou'], approve: ['zhao'], refuse: ['zhao'], supplement: ['zhao'], extend: ['zhao'], sell: ['zhao'], compensate: ['zhao'], liftPart: ['zhao'], settle: ['zhao'],
}
/** Who usually takes an act: two officers, unless the act is the head's. */
export const usuallyBy = (kind: string): readonly string[] => BY[kind] ?? ['zhang', 'li']

/** Dull, lawful answers for every act of sealing and seizing (典型填写). */
export function typicalAnswers(kind: string, on: Day): Plain {
  const forms: Readonly<Record<string, Plain>> = {
    propose: {
      measure: 'seize', matter: 'street.main.stall', place: '杨家坪正街 1 号', items: ITEMS, power: '《重庆市市容环境卫生管理条例》有关暂扣占道经营物品的规定', level: 'local',
      delegated: false, gentler: false, necessities: false, unrelated: false, sealedElsewhere: false, urgent: false, reason: '多次占道经营，拒不改正。',
      party: { kind: 'citizen', name: '刘海', birthday: '1985-06-01', capacity: 'full', address: '杨家坪正街 1 号' },
    },
    review: { conclusion: 'agree', ...NO_PROBLEMS },
    answerReview: { points: [{ point: 'evidence', how: 'corrected', what: '已补充。' }] },
    attachRecording: { of: 1, recordings: TYPICAL_RECORDINGS },
    approve: { opinion: '同意。' },
    refuse: { reason: '情节显著轻微，可以不采取。' },
    carryOut: {
      from: '09:30', to: '10:10', place: '杨家坪正街 1 号', certificatesShown: true, rightsTold: true, signature: 'signed', called: true, partyPresent: true, told: true, heard: true,
      items: ITEMS, order: { number: '示例扣〔2021〕1号', reason: '拒不改正占道经营。', basis: '《重庆市市容环境卫生管理条例》', days: 30, reconsiderTo: '示例区人民政府', court: '九龙坡区人民法院', sealed: true },
      handed: true, twoCopies: true, keeper: '李安', storage: '本局物品库', third: false, recordings: TYPICAL_RECORDINGS,
    },
    supplement: { conclusion: 'approve', at: '16:00', opinion: '同意补办。' },
    serve: SERVED,
    handOver: { items: [{ name: '流动摊车', quantity: 1 }], from: '李安', keeper: '孙敏', storage: '本局物品库 2 号位', third: false, condition: '完好。' },
    registerLoss: { what: '摊车玻璃破损。', cause: 'agency' },
    compensate: { amount: '200', reason: '保管不善。' },
    sell: { items: [{ name: '水果', quantity: 4 }], perishable: true, manner: 'sale', proceeds: '100', market: '100', low: false, buyer: '示例超市' },
    test: { institution: '区质量检测中心', what: '水果农药残留', until: formatDay(addDays(on, 20)), told: true, partyPays: false },
    renewTest: { until: formatDay(addDays(on, 10)), reason: '需要复检。', told: true },
    testEnds: { conclusion: '合格。' },
    extend: { days: 30, complex: true, reason: '需要核实货物来源。' },
    tellExtension: SERVED,
    liftPart: { items: [{ name: '水果', quantity: 2 }], ground: 'unrelated', reason: '属于他人所有。' },
    returnPart: { items: [{ name: '水果', quantity: 2 }], receiver: '刘海', signed: true },
    settle: { outcome: 'lift', ground: 'decided', decision: '示例罚〔2021〕1号', norm: '示例行政法规第十条', receiver: '示例区公安分局', reason: '已作出处罚决定。' },
    offer: { manner: '电话并寄送通知', note: '通知三日内领取。' },
    release: { returned: [{ name: '流动摊车', quantity: 1 }, { name: '水果', quantity: 4 }], receiver: '刘海', signed: true },
    dispose: { manner: 'treasury', record: '移交区财政局。', witness: '社区干部李某', told: true, recordings: TYPICAL_RECORDINGS },
    ...PUBLICATION_ANSWERS,
    archive: { archiveNumber: '强 0001' },
  }
  return forms[kind] ?? {}
}
