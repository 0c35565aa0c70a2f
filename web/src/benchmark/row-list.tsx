import type { Benchmark, Row } from '@zhunsheng/discretion/benchmark.ts'
import { bandWords, testWords, tierWords } from '@zhunsheng/discretion/words.ts'
import { usePhone } from '../app/phone.ts'
import './benchmark.css'

/** Every row of a benchmark (裁量档次), the one that answers marked: a table, or a list on a phone. */
export function RowList({ benchmark, fired }: { readonly benchmark: Benchmark; readonly fired: number | undefined }) {
  const isPhone = usePhone()
  const { rows, notThis } = benchmark
  const conditions = ({ when }: Pick<Row, 'when'>) => benchmark.factors.flatMap((factor) => (when[factor.code] === undefined ? [] : [testWords(factor, when[factor.code])]))
  const bandOf = (row: Row) => `${bandWords(row.band, benchmark.ranges[row.range]?.measure ?? { is: 'fen' })}${row.and === undefined ? '' : `，${row.and}`}`
  const rest = notThis.map((one) => ({ key: one.says + JSON.stringify(one.when), conditions: conditions(one), says: one.says }))
  if (isPhone)
    return (
      <ul className="benchmark-rows">
        {rows.map((row, at) => <li key={at} className={at === fired ? 'is-fired' : ''}><b>{at + 1}. {tierWords(row)}：{bandOf(row)}</b><div>{conditions(row).join('；')}</div></li>)}
        {rest.map((one) => <li key={one.key}><b>不属本项：{one.says}</b><div>{one.conditions.join('；')}</div></li>)}
      </ul>
    )
  return (
    <div className="benchmark-scroll">
      <table className="benchmark-table">
        <thead><tr><th scope="col">序号</th><th scope="col">阶次</th><th scope="col">适用情形</th><th scope="col">处理</th><th scope="col">法定幅度</th></tr></thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at} className={at === fired ? 'is-fired' : ''}>
              <td className="number">{at + 1}</td><td>{tierWords(row)}</td><td>{conditions(row).join('；') || '各种情形'}</td><td>{bandOf(row)}</td><td>{benchmark.ranges[row.range]?.name}</td>
            </tr>
          ))}
          {rest.map((one) => <tr key={one.key}><td /><td>不属本项</td><td>{one.conditions.join('；')}</td><td colSpan={2}>{one.says}</td></tr>)}
        </tbody>
      </table>
    </div>
  )
}
