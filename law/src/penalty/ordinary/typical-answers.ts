import { formatDay, type Day } from '../../day.ts'
import { NO_PROBLEMS } from '../../legal-review.ts'
import { TYPICAL_RECORDINGS } from '../../recording.ts'
import { executionAnswers } from '../execution/typical-answers.ts'
import { inForceOn } from '../../statutes.ts'

type Plain = Readonly<Record<string, unknown>>

const RECORD: Plain = { from: '09:30', to: '10:10', place: '案发现场', certificatesShown: true, rightsTold: true, signature: 'signed' }
const ITEMS: readonly Plain[] = [{ name: '流动摊车', quantity: 1, condition: '七成新' }]
const CIRCUMSTANCES: Plain = { mitigation: false, minor: false, first: false, corrected: true, harm: 'slight', faultless: false }
const SERVED: Plain = { way: 'direct', receiver: '刘某', confirmed: false, unreachable: false }
const PANEL: readonly Plain[] = [
  { role: 'counsel', name: '示例律师事务所 何律师', vote: 'agree', opinion: '事实清楚，定性准确。' },
  { role: 'publicLawyer', name: '区司法局 公职律师 陈某', vote: 'agree', opinion: '程序合法。' },
  { role: 'legal', who: 'zhou', vote: 'agree', opinion: '同意以上意见。' },
]
const PENALTY: Plain = { kinds: ['fine'], fine: '300' }

/** Who usually takes an act: two officers, unless the act is somebody else's. */
const BY: Readonly<Record<string, readonly string[]>> = {
  file: ['zhao'], decline: ['zhao'], approvePreservation: ['zhao'], settlePreserved: ['zhao'], decideRecusal: ['zhao'], extend: ['zhao'], suspend: ['zhao'],
  resume: ['zhao'], review: ['zhou'], panelReview: ['zhou'], discuss: ['zhao'], decide: ['zhao'], transferElsewhere: ['zhao'], consultCourt: ['zhou'], terminate: ['zhao'],
  changeDecision: ['zhao'], approveDeferral: ['zhao'], approveInstalments: ['zhao'], applyCourt: ['zhao'], waiveSurcharge: ['zhao'], endEnforcement: ['zhao'],
  bankIn: ['sun'], close: ['zhao'], noticeHearing: ['wu'], holdHearing: ['wu'],
}
export const usuallyBy = (kind: string): readonly string[] => BY[kind] ?? ['zhang', 'li']

/** Dull, lawful answers for every act of the ordinary procedure (典型填写), as plain data; a scenario says only what differs. */
// oxlint-disable-next-line max-lines-per-function -- A table.
export function typicalAnswers(kind: string, on: Day): Plain {
  const today = formatDay(on)
  const forms: Readonly<Record<string, Plain>> = {
    apply: {
      source: 'patrol', matter: 'street.front', subject: 'citizen', place: '杨家坪正街 1 号门前', actedFrom: today, discoveredOn: today, endangersLife: false,
      finedBefore: false, facts: '当事人在门店外摆放货物经营。',
      party: { kind: 'citizen', name: '刘海', birthday: '1985-06-01', capacity: 'full', address: '杨家坪正街 1 号' },
    },
    file: { opinion: '同意立案。' },
    decline: { ground: 'minor', reason: '情节显著轻微，已当场改正。' },
    inspect: { ...RECORD, findings: '门店外摆放货架两个。' },
    interview: { ...RECORD, person: '刘海', relation: 'party', questions: [{ question: '货物是谁摆放的？', answer: '是我摆放的。' }] },
    collect: { kind: 'audiovisual', title: '现场照片两张', proves: '当事人超出门窗经营', origin: '执法人员现场拍摄', place: '案发现场', original: 'original', fromDevice: false, deviceReviewed: false },
    sample: { items: ITEMS, place: '案发现场', purpose: '检测' },
    exclude: { evidence: 3, reason: '取得方式不合法。' },
    askPreservation: { items: ITEMS, place: '本局物品库', keeper: '李安', reason: '物品可能被转移。' },
    approvePreservation: { opinion: '同意。' },
    preserve: { items: ITEMS, place: '本局物品库', keeper: '李安', recordings: TYPICAL_RECORDINGS },
    settlePreserved: { outcome: 'returned' },
    verifyEvidence: { conclusion: 'proven', review: '证据来源合法，内容真实，与本案相关。' },
    orderCorrection: { manner: 'atOnce', demands: '立即清除占道物品。' },
    reinspect: { result: 'corrected', findings: '已清除。' },
    askRecusal: { whom: 'zhang', reason: '与当事人有亲属关系。', asker: 'party' },
    decideRecusal: { whom: 'zhang', outcome: 'stays', reason: '经查不属实。' },
    extend: { days: 30, norm: '规章规定', reason: '案情复杂。' },
    suspend: { norm: '规章规定', reason: '等待检测结论。' },
    resume: { reason: '已收到检测结论。' },
    conclude: { facts: '当事人在门店外摆放货物经营。', finding: 'penalise', illegalGains: false, publicInterest: false, difficult: false, grave: false, ...CIRCUMSTANCES },
    notify: { ...PENALTY, facts: '出店经营，有照片、笔录为证。', reasons: '一般情节。', tellsHearing: false, contact: '本局法制科 000-00000000' },
    serveNotice: SERVED,
    hearStatement: { manner: 'oral', statement: '请求从轻。' },
    reviewStatement: { points: [{ point: '请求从轻', adopted: false, reason: '没有法定情形。' }] },
    waiveStatement: { signed: true },
    requestHearing: { askedOn: today, manner: 'written' },
    waiveHearing: { signed: true },
    noticeHearing: { receivedOn: today, holdOn: today, holdAt: '09:30', place: '本局会议室', chair: 'wu', open: true },
    holdHearing: { outcome: 'held', agents: 1, debated: true, signature: 'signed', record: '双方陈述、质证。', report: '建议维持拟处罚。', recordings: TYPICAL_RECORDINGS },
    review: { conclusion: 'agree', ...NO_PROBLEMS },
    answerReview: { points: [{ point: 'evidence', how: 'corrected', what: '已补充当事人身份证明。' }] },
    panelReview: { conclusion: 'agree', ...NO_PROBLEMS, chair: 'zhou', members: PANEL, summary: '经讨论，一致同意。' },
    raiseDispute: { ours: '证据相互印证，足以认定。', theirs: '证据不足。' },
    discuss: { chair: 'zhao', members: [{ who: 'qian', opinion: '同意。', dissents: false }, { who: 'zhao', opinion: '同意。', dissents: false }], conclusion: 'approve', summary: '一致同意。' },
    decide: {
      outcome: 'penalise', ...PENALTY, facts: '出店经营，有照片、笔录为证。', reasons: '依照《重庆市市容环境卫生管理条例》。', performance: '自收到本决定书之日起十五日内缴纳。',
      payee: '指定银行', surcharge: true, reconsiderTo: inForceOn('arl23', on) ? 'government' : 'either', court: '九龙坡区人民法院', sealed: true, disclose: 'publish', ...CIRCUMSTANCES,
    },
    serveDecision: SERVED,
    educate: { content: '讲明出店经营的危害。', pledge: true },
    confirmAddress: { by: 'party', name: '示例当事人', address: '杨家坪正街 1 号', phone: '19900000000', noReminders: false, electronic: false, signed: true },
    consultCourt: { court: '九龙坡区人民法院', who: '行政庭，何法官', expects: 'execution', question: '证据和程序是否足以支持强制执行。', advice: '补充送达地址确认。', adopted: 'full' },
    transferCrime: { transfer: '2021-00002', receiver: '区公安分局', papers: 30 },
    crimeFiled: { transfer: '2021-00002', filedOn: today, number: '示例公立〔2021〕1号' },
    crimeSettled: { transfer: '2021-00002', outcome: 'declined', settledOn: today, courtFine: false },
    takeUpAgain: { ground: 'designated', backOn: today },
    transferElsewhere: { receiver: '区住房城乡建设委', reason: '不属本机关管辖。', papers: 20 },
    terminate: { ground: 'died', reason: '当事人死亡。', norm: '规章规定' },
    ...executionAnswers(on, '300'),
    attachRecording: { of: 1, recordings: TYPICAL_RECORDINGS },
    close: { result: 'performed', summary: '已履行。' },
  }
  return forms[kind] ?? {}
}
