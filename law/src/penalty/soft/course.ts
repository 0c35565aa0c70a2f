import { formatDay, type Day } from '../../day.ts'
import { courseOf, type Course, type Usual } from '../../scenario/course.ts'

const USUAL: Usual = [
  ['find', 0],
  ['advise', 0],
  ['orderCorrection', 0],
  ['reinspect', 1],
  ['exempt', 1],
  ['educate', 1],
  ['finish', 0],
]

function typical(kind: string, on: Day): Readonly<Record<string, unknown>> {
  const forms: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    find: {
      source: 'patrol', matter: 'street.front', subject: 'citizen', place: '杨家坪正街 1 号门前', facts: '门店外摆放货架。',
      party: { kind: 'citizen', name: '刘海', birthday: '1985-06-01', capacity: 'full', address: '杨家坪正街 1 号' },
    },
    serve: { manner: 'place', done: '引导进入步行街疏导点。' },
    advise: { manner: 'persuade', content: '讲明门前责任，请其收回货架。', accepted: false },
    orderCorrection: { manner: 'byDate', deadline: formatDay(on), demands: '收回货架。' },
    reinspect: { result: 'corrected', findings: '已收回。' },
    exempt: { kind: 'first', priors: 0, harm: 'slight', reason: '初次违法，当场收回。' },
    educate: { content: '讲明门前责任。', pledge: true },
    enforce: { into: 'ordinary', reason: '拒不改正。' },
    finish: { summary: '已改正。' },
  }
  return forms[kind] ?? {}
}

/** The course of soft enforcement (柔性执法典型过程). */
export const SOFT_COURSE: Course = courseOf({ usual: USUAL, by: (kind) => (kind === 'exempt' ? ['zhao'] : ['zhang', 'li']), typical })
