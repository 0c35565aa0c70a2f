import { day } from '../day.ts'
import type { LocalRules } from '../jurisdiction.ts'
import { yuan } from '../money.ts'

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
  night: [{ from: day('1996-10-01'), value: { from: 22 * 60, until: 6 * 60 }, source: '法律没有规定夜间的起止，机关配置值', verified: false }],
  devolutions: [],
  statementWorkdays: [{ from: day('1996-10-01'), value: 3, source: '法律没有规定日数，机关配置值', verified: false }],
}
