import { formatDay, type Day } from '../../day.ts'
import { courseOf, type Course, type Usual } from '../../scenario/course.ts'
import { inForceOn } from '../../statutes.ts'
import { executionAnswers } from '../execution/typical-answers.ts'

const USUAL: Usual = [
  ['discover', 0],
  ['orderCorrection', 0],
  ['tell', 0],
  ['hear', 0],
  ['decide', 0],
  ['serveDecision', 0],
  ['report', 1],
  ['publish', 1],
  ['pay', 1],
  ['close', 1],
  ['archive', 1],
]
const BY: Readonly<Record<string, readonly string[]>> = {
  close: ['wang'], bankIn: ['sun'], changeDecision: ['zhao'], approveDeferral: ['zhao'], approveInstalments: ['zhao'], applyCourt: ['zhao'], waiveSurcharge: ['zhao'], endEnforcement: ['zhao'],
}

/** Dull, lawful answers for every act of the simple procedure (典型填写). */
function typical(kind: string, on: Day): Readonly<Record<string, unknown>> {
  const today = formatDay(on)
  const forms: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    discover: {
      source: 'patrol', matter: 'clean.litter', subject: 'citizen', place: '杨家坪正街 1 号', actedFrom: today, at: '09:30', certificatesShown: true,
      facts: '当事人在人行道乱丢废弃物。', certain: true, finedBefore: false, evidence: [{ title: '现场照片两张' }],
      party: { kind: 'citizen', name: '刘海', birthday: '1985-06-01', capacity: 'full', address: '杨家坪正街 1 号' },
    },
    orderCorrection: { demands: '立即清除废弃物。', correctedNow: true },
    reinspect: { result: 'refused', findings: '仍未清除。' },
    tell: { kinds: ['fine'], fine: '50', reasons: '一般情节。', rightsTold: true },
    hear: { said: 'nothing', unresolved: false },
    decide: {
      outcome: 'penalise', formNumber: '示例当罚 0001', kinds: ['fine'], fine: '50', facts: '乱丢废弃物。', reasons: '依照有关规定。', at: '09:50', place: '杨家坪正街 1 号', payee: '指定银行', surcharge: true,
      remedy: inForceOn('arl23', on) ? 'reconsiderFirst' : 'either', signed: true, minor: false, corrected: true, harm: 'slight', disclose: 'publish',
    },
    serveDecision: { way: 'direct', receiver: '刘海', confirmed: false, unreachable: false },
    confirmAddress: { by: 'party', name: '示例当事人', address: '杨家坪正街 1 号', phone: '19900000000', noReminders: false, electronic: false, signed: true },
    report: { receiver: '周洁', papers: '当场处罚决定书存根一份、照片两张。' },
    convert: { ground: 'unclear', reason: '当事人对事实有异议。' },
    drop: { ground: 'minor', education: '讲明乱丢废弃物的危害。' },
    close: { result: 'performed', summary: '已履行。' },
    ...executionAnswers(on, '50'),
    collectOnSpot: { ground: 'small', amount: '50', asked: false, official: true, receipt: 'S001' },
  }
  return forms[kind] ?? {}
}

/** The course of a spot penalty (简易程序典型过程). */
export const SIMPLE_COURSE: Course = courseOf({ usual: USUAL, by: (kind) => BY[kind] ?? ['zhang', 'li'], typical })
