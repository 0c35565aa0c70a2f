import { PUBLICATION_ANSWERS, PUBLICATION_BY } from '../publication/rules.ts'
import { addDays, formatDay, type Day } from '../../day.ts'
import { NO_PROBLEMS } from '../../legal-review.ts'
import { TYPICAL_RECORDINGS } from '../../recording.ts'
import { EXECUTION_BY, executionAnswers, SERVED } from '../execution/typical-answers.ts'

type Plain = Readonly<Record<string, unknown>>

const BY: Readonly<Record<string, readonly string[]>> = { ...EXECUTION_BY, ...PUBLICATION_BY, review: ['zhou'], decide: ['zhao'], applyCourt: ['zhao'] }
/** Who usually takes an act: two officers, unless the act is somebody else's. */
export const usuallyBy = (kind: string): readonly string[] => BY[kind] ?? ['zhang', 'li']

/** Dull, lawful answers for every act of forced removal (典型填写). */
export function typicalAnswers(kind: string, on: Day): Plain {
  const today = formatDay(on)
  const forms: Readonly<Record<string, Plain>> = {
    begin: {
      place: '杨家坪正街 1 号楼顶', structure: '楼顶砖混结构一间，约二十平方米。', residents: false, law: 'planning', orderBy: '示例区城市管理局', order: '示例规限拆〔2021〕1号',
      servedOn: formatDay(addDays(on, -20)), dueOn: formatDay(addDays(on, -1)), remediesTold: true,
      party: { kind: 'citizen', name: '刘海', birthday: '1985-06-01', capacity: 'full', address: '杨家坪正街 1 号' },
    },
    instruct: { government: '示例区人民政府', level: 'county', number: '示例府责〔2021〕1号', instructedOn: today },
    announce: { place: '现场和社区公告栏', until: formatDay(addDays(on, 10)), content: '限期自行拆除楼顶违法建筑。' },
    registerRemedy: { kind: 'litigation', filedOn: today, body: '九龙坡区人民法院' },
    settleRemedy: { outcome: 'upheld', final: true, endedOn: today },
    removed: { checked: '已自行拆除。' },
    review: { conclusion: 'agree', ...NO_PROBLEMS },
    answerReview: { points: [{ point: 'evidence', how: 'corrected', what: '已补充。' }] },
    attachRecording: { of: 1, recordings: TYPICAL_RECORDINGS },
    decide: {
      reason: '逾期不拆除。', basis: '《城乡规划法》第六十八条', manner: '机械拆除', on: today, reconsiderTo: '示例区人民政府', court: '九龙坡区人民法院', remediesTold: true, sealed: true,
      plan: '清空人员，财物移交本人。', risk: 'low', assessment: '低风险。',
    },
    serveDecision: SERVED,
    demolish: {
      to: '16:00', partyPresent: false, witness: '社区干部李某', cleared: true, inventory: [{ name: '木桌', quantity: 1, to: 'kept', keeper: '李安', storage: '本局物品库' }], inventorySigned: true, recordings: TYPICAL_RECORDINGS,
      noCutting: true, urgent: false, record: '拆除完毕。',
    },
    returnGoods: { items: [{ name: '木桌', quantity: 1 }], manner: 'handed', receiver: '刘海', signed: true },
    applyCourt: { court: '九龙坡区人民法院', leaderSigned: true, selfCheck: '不属于不予执行的情形。' },
    courtRules: { outcome: 'granted', ruledOn: today, number: '（示例）1号' },
    ...PUBLICATION_ANSWERS,
    archive: { archiveNumber: '拆 0001' },
    ...executionAnswers(on, 10),
    end: { ground: 'revoked', reason: '决定被撤销。' },
  }
  return forms[kind] ?? {}
}
