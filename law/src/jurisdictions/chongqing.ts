import { apl, gbf118 } from '../article.ts'
import { day } from '../day.ts'
import type { LocalRules } from '../jurisdiction.ts'
import { yuan } from '../money.ts'
import { PUBLIC_TERMS, REPAIR_WORKDAYS } from './public-terms.ts'

const FROM_118 = day('2018-12-05')
const OWN_LIST = { from: FROM_118, basis: [gbf118()], source: '机关内部目录，配置值；国办发〔2018〕118号要求编制目录，没有核对原文', verified: false } as const
const FILMED = { condition: { is: 'always' }, basis: [gbf118()], source: '机关内部清单，配置值；国办发〔2018〕118号（二手资料）', verified: false, photographs: false, excuses: ['equipment', 'refused', 'conditions'], from: FROM_118 } as const

/** Papers that may be left with a party who does not take them. */
const LEFT = [
  ['penalty.ordinary', 'serveNotice', '处罚告知书'],
  ['penalty.ordinary', 'serveDecision', '处罚决定书'],
  ['coercion.measure', 'serve', '查封（扣押）决定书'],
  ['coercion.performance', 'serveDecision', '代履行决定书'],
  ['coercion.demolition', 'serveDecision', '强制执行决定书'],
] as const

/** The local numbers of Chongqing (重庆市), each with where it was read. A bureau may hand in its own. */
export const CHONGQING: LocalRules = {
  place: '重庆市',
  hearingFine: [
    { from: day('1996-10-01'), value: { citizen: yuan(1000), organisation: yuan(20_000) }, source: '2023 年以前的标准没有读到原文，暂以配置值代替', verified: false },
    { from: day('2023-03-01'), value: { citizen: yuan(5000), organisation: yuan(50_000) }, source: '重庆市 2023 年新闻发布会（二手资料）', verified: false },
  ],
  hearingConfiscation: [
    { from: day('1996-10-01'), value: { citizen: yuan(1000), organisation: yuan(20_000) }, source: '比照罚款标准，没有读到原文', verified: false },
    { from: day('2023-03-01'), value: { citizen: yuan(5000), organisation: yuan(50_000) }, source: '比照罚款标准，没有读到原文', verified: false },
  ],
  collectiveFine: [{ from: day('1996-10-01'), value: { citizen: yuan(5000), organisation: yuan(50_000) }, source: '机关内部制度，配置值', verified: false }],
  spotReportWorkdays: [{ from: day('1996-10-01'), value: 2, source: '法律没有规定日数，机关配置值', verified: false }],
  publicTerms: PUBLIC_TERMS,
  repairWorkdays: REPAIR_WORKDAYS,
  night: [{ from: day('1996-10-01'), value: { from: 22 * 60, until: 6 * 60 }, source: '法律没有规定夜间的起止，机关配置值', verified: false }],
  majorDecisions: [
    { ...OWN_LIST, code: 'fine', name: '数额较大的罚款', condition: { is: 'fineFrom', citizen: yuan(5000), organisation: yuan(50_000) } },
    { ...OWN_LIST, code: 'confiscation', name: '数额较大的没收', condition: { is: 'confiscationFrom', citizen: yuan(5000), organisation: yuan(50_000) } },
    { ...OWN_LIST, code: 'kinds', name: '影响生产经营资格的处罚', condition: { is: 'kinds', of: ['lowerGrade', 'stopBusiness', 'closure', 'revokePermit'] } },
    { ...OWN_LIST, code: 'spared', name: '疑难复杂案件不予处罚', condition: { is: 'all', of: [{ is: 'finding', of: ['exempt', 'unfounded'] }, { is: 'difficult' }] } },
    { ...OWN_LIST, code: 'measure', name: '查封、扣押价值较大的财物', condition: { is: 'measure', of: ['seal', 'seize'], valueFrom: yuan(50_000) } },
    { ...OWN_LIST, code: 'performance', name: '代履行', condition: { is: 'performance' } },
  ],
  panelReview: [{ from: FROM_118, value: { rows: ['apl58.3'], members: 3 }, source: '重大执法决定（疑难案件）集体法制审核制度，机关配置值', verified: false }],
  discussionQuorum: [{ from: day('1996-10-01'), value: { ofHundred: 50 }, source: '法律没有规定到会人数，机关配置值', verified: false, basis: [apl(57, 2)] }],
  recordings: [
    { ...FILMED, code: 'hearing', name: '举行听证', procedure: 'penalty.ordinary', act: 'holdHearing' },
    { ...FILMED, code: 'preservation', name: '先行登记保存', procedure: 'penalty.ordinary', act: 'preserve', excuses: ['equipment', 'conditions'] },
    ...LEFT.map(([procedure, act, paper]) => ({ ...FILMED, code: `left.${procedure}.${act}`, name: `留置送达${paper}`, procedure, act, condition: { is: 'answers' as const, says: '留置送达的', where: { way: 'left' } }, photographs: true })),
    { ...FILMED, code: 'performance', name: '实施代履行', procedure: 'coercion.performance', act: 'perform' },
    { ...FILMED, code: 'disposal', name: '没收、销毁查封（扣押）的财物', procedure: 'coercion.measure', act: 'dispose' },
  ],
  devolutions: [],
  monitoringWorkdays: [{ from: day('2021-07-15'), value: { review: 5, tell: 5, consider: 3 }, source: '法律只说及时，机关配置值；审核、告知参照公安部《道路交通安全违法行为处理程序规定》第十九条、第二十条对交通技术监控的五日', verified: false }],
  certificateWarningDays: [{ from: day('1996-10-01'), value: 30, source: '没有规定，机关配置值', verified: false }],
  statementWorkdays: [{ from: day('1996-10-01'), value: 3, source: '法律没有规定日数，机关配置值', verified: false }],
}
