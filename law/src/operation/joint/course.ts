import { formatDay, type Day } from '../../day.ts'
import { courseOf, type Course, type Usual } from '../../scenario/course.ts'

const USUAL: Usual = [
  ['plan', 0],
  ['approve', 0],
  ['rollCall', 0],
  ['find', 0],
  ['followUp', 1],
  ['report', 2],
  ['archive', 1],
]
const BY: Readonly<Record<string, readonly string[]>> = { plan: ['wang'], approve: ['zhao'], cancel: ['zhao'], report: ['wang'] }
const POLICE = { agency: '示例区公安分局', name: '陈警官', certificate: '警示例0001' }
const MARKET = { agency: '示例区市场监督管理局', name: '郑检', certificate: '市监示例0007' }

function typical(kind: string, on: Day): Readonly<Record<string, unknown>> {
  const today = formatDay(on)
  const forms: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    plan: {
      name: '夜市周边环境联合整治', kind: 'joint', lead: 'ours', agencies: [{ agency: '示例区公安分局', task: '维护秩序' }, { agency: '示例区市场监督管理局', task: '食品经营检查' }],
      ours: [{ who: 'zhang' }, { who: 'li' }], others: [POLICE, MARKET], place: '示例夜市', heldOn: today, matters: [{ matter: '占道经营', agency: '本机关' }, { matter: '无证食品经营', agency: '示例区市场监督管理局' }],
      basis: '各机关依各自职权；不相互代行。', risk: '设警戒线，备执法记录仪，突发情况由公安机关处置。', counsel: '示例律师事务所，何律师',
    },
    approve: { outcome: 'approve', opinion: '同意。' },
    rollCall: { at: '19:00', others: [POLICE, MARKET], briefed: true, counsel: true },
    find: {
      competent: 'ours', matter: 'street.front', subject: 'citizen', place: '示例夜市 3 号', facts: '门店外摆放桌椅经营。', acted: 'ours',
      party: { kind: 'citizen', name: '刘海', birthday: '1985-06-01', capacity: 'full', address: '示例街 1 号' },
    },
    followUp: { how: 'case', number: '2021-00001' },
    passOn: { finding: 4, agency: '示例区市场监督管理局', receiver: '郑检', pages: 3 },
    report: { summary: '检查商户二十户，秩序良好。', people: 12, counselView: '程序合法，各机关未越权。' },
    cancel: { reason: '天气原因。' },
    archive: { archiveNumber: '联 0001' },
  }
  return forms[kind] ?? {}
}

/** The course of a joint operation (联合执法典型过程). */
export const JOINT_COURSE: Course = courseOf({ usual: USUAL, by: (kind) => BY[kind] ?? ['zhang', 'li'], typical })
