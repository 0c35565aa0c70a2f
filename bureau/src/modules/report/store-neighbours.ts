import { sql } from 'kysely'
import type { FigureDefinition } from './store-figure.ts'

const flowIn = sql`flow_on between make_date(year, 1, 1) and make_date(year, 12, 31)`
const crime = sql`procedure = 'transfer.crime' and ${flowIn}`
const REGULATION = '《行政执法机关移送涉嫌犯罪案件的规定》'

/** What goes between agencies (移送、协同), by the day on which it was sent, received or held. */
export const NEIGHBOURS: readonly FigureDefinition[] = [
  { key: 'neighbours.crime', name: '移送公安机关', unit: '件', definition: '当年向公安机关移送的涉嫌犯罪案件，按移送日期。', source: `${REGULATION}第五条`, counts: crime },
  { key: 'neighbours.crime-filed', name: '其中：公安机关立案', unit: '件', definition: '当年移送的案件中，公安机关已经立案（含复议、监督之后立案）而没有退回的。', source: `${REGULATION}第八条`, counts: sql`${crime} and flow in ('filed', 'judged')` },
  { key: 'neighbours.crime-returned', name: '其中：退回行政处理', unit: '件', definition: '当年移送的案件中，不予立案或者没有追究刑事责任而退回本机关的。', source: `${REGULATION}第十条、第十三条`, counts: sql`${crime} and flow = 'returned'` },
  { key: 'neighbours.out', name: '移送其他机关', unit: '件', definition: '当年移送有管辖权的其他机关（含承接处罚权的乡镇、街道）的案件。', source: '《行政处罚法》第二十五条', counts: sql`procedure = 'transfer.agency' and flow = 'out' and ${flowIn}` },
  { key: 'neighbours.in', name: '接收其他机关移送', unit: '件', definition: '当年收到的其他机关移送的案件，按登记日期。', source: '《行政处罚法》第二十五条', counts: sql`procedure = 'transfer.agency' and flow = 'in' and ${flowIn}` },
  { key: 'neighbours.assistance', name: '执法协助', unit: '件', definition: '当年请求和应请求的执法协助，按登记日期。', source: '《行政处罚法》第二十六条', counts: sql`procedure = 'transfer.assistance' and opened_on between make_date(year, 1, 1) and make_date(year, 12, 31)` },
  { key: 'neighbours.operations', name: '联合执法、应急处突行动', unit: '件', definition: '当年举行的行动，按点名日期；取消的不计入。', source: '法治政府建设年度报告', counts: sql`procedure = 'operation.joint' and ${flowIn}` },
  { key: 'neighbours.operation-cases', name: '其中：由此办理的案件', unit: '件', definition: '由当年举行的行动转入办理的本机关案件。', source: '法治政府建设年度报告', counts: sql`related in (select number from enforcement_cases where procedure = 'operation.joint' and ${flowIn})` },
  { key: 'neighbours.consulted', name: '听取法院指导意见', unit: '件', definition: '当年在决定之前听取人民法院意见的案件，按首次听取的日期。', source: '法治政府建设年度报告', counts: sql`consulted_on between make_date(year, 1, 1) and make_date(year, 12, 31)` },
]
