import { fen, formatYuan } from '@zhunsheng/law/money.ts'
import { percentOf, type OfferedFigures } from '../report/contract.ts'
import type { Figure } from '../report/wire.ts'
import { countSlips } from './store.ts'
import { countItems } from './store-days.ts'

const GROUP = '罚款收缴'

/** The figures of payments (罚款收缴指标), each the size of a list of slips or differences that opens. Nobody is counted by person or team (行政处罚法第七十四条第三款). */
export const paymentFigures: OfferedFigures = async (queries, year, today) => {
  const span = `from=${year}-01-01&to=${year}-12-31`
  const { issued, inTime, late } = await countSlips(queries, year, today)
  const asked = { from: `${year}-01-01`, to: `${year}-12-31` }
  const unsettled = await countItems(queries, { which: 'unsettled', ...asked })
  const refunds = await countItems(queries, { which: 'refund', ...asked })
  const due = inTime + late
  const said = { group: GROUP, opens: 'list' } as const
  const figures: readonly Figure[] = [
    { ...said, key: 'payments.issued', name: '开具缴款通知', value: String(issued), unit: '份', definition: '当年开具、没有作废的缴款通知；不按人员、队伍统计。', source: '《行政处罚法》第六十七条、第七十四条', cases: issued, address: `/payments?standing=true&${span}` },
    {
      ...said, key: 'payments.in-time', name: '按期缴清率', value: due === 0 ? '无此类记录' : percentOf(inTime, due), unit: '%', of: { numerator: inTime, denominator: due },
      definition: '当年开具、没有作废、期限已到或者已在期限内缴清的缴款通知中，在期限内全部缴清的比例；加处罚款没有期限，不计入。', source: '《行政处罚法》第六十六条、第六十七条', cases: inTime, address: `/payments?timely=inTime&${span}`,
      parts: [{ name: '期限内缴清', value: String(inTime), key: 'payments.in-time.paid', address: `/payments?timely=inTime&${span}` }, { name: '期限内没有缴清', value: String(late), key: 'payments.in-time.late', address: `/payments?timely=late&${span}` }],
    },
    { ...said, key: 'payments.differences', name: '对账差异未了结', value: String(unsettled.total), unit: '笔', definition: '当年各对账日的差异，至今没有了结的；说明了原因、仍在跟踪的计入。', source: '罚款决定与罚款收缴分离实施办法第十二条', cases: unsettled.total, address: `/payments/differences?which=unsettled&${span}` },
    { ...said, key: 'payments.refund', name: '应退未退', value: formatYuan(fen(refunds.refundFen)), unit: '元', definition: '多缴、重复缴款、作废后缴款和决定撤销、变更后应当退还而没有登记退付的金额。', source: '《行政处罚法》第七十四条第三款', cases: refunds.total, address: `/payments/differences?which=refund&${span}` },
  ]
  return figures
}
