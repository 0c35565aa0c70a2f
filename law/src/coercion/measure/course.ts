import { addDays, formatDay, type Day } from '../../day.ts'
import { courseOf, type Course, type Usual } from '../../scenario/course.ts'

const USUAL: Usual = [
  ['propose', 0],
  ['approve', 0],
  ['carryOut', 0],
  ['handOver', 0],
  ['settle', 5],
  ['release', 0],
  ['archive', 1],
]
const BY: Readonly<Record<string, readonly string[]>> = { approve: ['zhao'], refuse: ['zhao'], supplement: ['zhao'], extend: ['zhao'], sell: ['zhao'], settle: ['zhao'] }
const ITEMS = [{ name: '流动摊车', quantity: 1, condition: '七成新' }]

function typical(kind: string, on: Day): Readonly<Record<string, unknown>> {
  const forms: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    propose: {
      measure: 'seize', matter: 'street.main.stall', place: '杨家坪正街 1 号', items: ITEMS, power: '《重庆市市容环境卫生管理条例》有关规定', level: 'local', necessities: false, unrelated: false,
      sealedElsewhere: false, urgent: false, reason: '多次占道经营，拒不改正。', party: { kind: 'citizen', name: '刘海', birthday: '1985-06-01', capacity: 'full', address: '杨家坪正街 1 号' },
    },
    approve: { opinion: '同意。' },
    refuse: { reason: '情节显著轻微，可以不采取。' },
    carryOut: {
      from: '09:30', to: '10:10', place: '杨家坪正街 1 号', certificatesShown: true, rightsTold: true, signature: 'signed', partyPresent: true, told: true, heard: true, items: ITEMS, handed: true, keeper: '李安', storage: '本局物品库',
    },
    supplement: { opinion: '同意补办。' },
    handOver: { from: '李安', keeper: '孙敏', storage: '本局物品库 2 号位', third: false, condition: '完好。' },
    test: { institution: '区质量检测中心', until: formatDay(addDays(on, 20)), told: true },
    testEnds: { conclusion: '合格。' },
    extend: { days: 30, reason: '案情复杂。', told: true },
    sell: { what: '水果 20 公斤', proceeds: '100', manner: 'sale', buyer: '示例超市' },
    settle: { outcome: 'lift', ground: 'decided', reason: '已作出处罚决定。' },
    release: { returned: [{ name: '流动摊车', quantity: 1 }], signed: true, receiver: '刘海' },
    dispose: { manner: 'treasury', record: '移交区财政局。', witness: '社区干部李某' },
    archive: { archiveNumber: '强 0001' },
  }
  return forms[kind] ?? {}
}

/** The course of a seizure (查封、扣押典型过程). */
export const MEASURE_COURSE: Course = courseOf({ usual: USUAL, by: (kind) => BY[kind] ?? ['zhang', 'li'], typical })
