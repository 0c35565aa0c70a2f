import { useQuery } from '@tanstack/react-query'
import { Card, Empty, Skeleton } from 'antd'
import { Link, useParams } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { useAsked } from '../piece/asked.ts'
import { figureRowsQuery, figuresQuery } from '../queries.ts'
import './figures.css'

/** What is behind a figure that is no count of cases (指标明细): people, acts, or whatever its rows are. */
export function Component() {
  const { key = '' } = useParams()
  const { today } = useMe()
  const { asked } = useAsked()
  const year = Number(asked['year'] ?? today.slice(0, 4))
  const figures = useQuery(figuresQuery(year))
  const rows = useQuery(figureRowsQuery(key, year))
  const whole = figures.data?.figures.find((figure) => figure.key === key)
  return (
    <>
      <PageHead title={`${year} 年 ${whole?.name ?? rows.data?.name ?? '指标'}`} note={whole === undefined ? undefined : `${whole.value} ${whole.unit}${whole.of === undefined ? '' : `（${whole.of.numerator} ÷ ${whole.of.denominator}）`} · ${whole.definition}（${whole.source}）`}>
        <Link to={`/figures?year=${year}`}>回到统计</Link>
      </PageHead>
      {rows.isError && <Failure error={rows.error} retry={() => void rows.refetch()} />}
      {rows.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {rows.data !== undefined && (
        <Card size="small" title={`共 ${rows.data.total} 行`}>
          {rows.data.total === 0 ? <Empty description="没有明细" /> : (
            <div className="figure-rows">
              <table>
                <thead><tr>{rows.data.columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
                <tbody>
                  {rows.data.rows.map(({ cells, link }) => (
                    <tr key={cells.join('|')}>{cells.map((cell, index) => <td key={rows.data.columns[index]}>{index === 0 && link !== undefined ? <Link to={link}>{cell}</Link> : cell}</td>)}</tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Card>
      )}
    </>
  )
}
