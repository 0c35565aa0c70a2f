import { formatDay, type Day } from '../../day.ts'
import { courseOf, type Course, type Usual } from '../../scenario/course.ts'

const USUAL: Usual = [
  ['receive', 0],
  ['answer', 2],
  ['opened', 1],
  ['archive', 1],
]
const BY: Readonly<Record<string, readonly string[]>> = { send: ['zhao'], dispute: ['zhou'], answer: ['wang'], negotiate: ['zhou'], refer: ['zhao'], designate: ['zhou'] }
const FIRM = { kind: 'organisation', name: '示例餐饮管理有限公司', representative: '刘海', capacity: 'full', address: '示例路 20 号' }
const PAPERS = [
  { kind: 'letter', title: '案件移送函', pages: 1 },
  { kind: 'evidence', title: '现场照片、询问笔录', pages: 8 },
]

function typical(kind: string, on: Day): Readonly<Record<string, unknown>> {
  const today = formatDay(on)
  const forms: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    send: { matter: 'clean.sewage', party: FIRM, place: '示例路 20 号', receiver: '示例区生态环境局', ground: 'power', reason: '经查属于超标排放，不属本机关职权。', papers: PAPERS },
    receive: {
      sender: '示例区市场监督管理局', senderNumber: '示例市监移〔2021〕3号', receivedOn: today, ground: 'power', matter: 'clean.sewage', subject: 'organisation', party: FIRM, place: '示例路 20 号', actedFrom: today,
      discoveredOn: today, facts: '餐饮店将污水直接排放到街面。', papers: PAPERS,
    },
    dispute: { matter: 'clean.sewage', place: '示例路 20 号', other: '示例区水利局', filedOn: '2021-03-01', otherFiledOn: '2021-03-03', facts: '两机关先后对同一排放行为立案。' },
    receipt: { outcome: 'accepted', receivedOn: today, number: '示例环回〔2021〕5号' },
    answer: { outcome: 'accept', checked: true },
    opened: { how: 'case', number: '2021-00001' },
    negotiate: { outcome: 'ours', record: '双方确认本机关最先立案。' },
    refer: { superior: '示例区人民政府', reason: '本机关最先立案，应由本机关管辖。' },
    designate: { outcome: 'ours', superior: '示例区人民政府', number: '示例府定〔2021〕2号', receivedOn: today },
    archive: { archiveNumber: '移函 0001' },
  }
  return forms[kind] ?? {}
}

/** The course of a case received from another agency (来案典型过程). */
export const AGENCY_COURSE: Course = courseOf({ usual: USUAL, by: (kind) => BY[kind] ?? ['zhang', 'li'], typical })
