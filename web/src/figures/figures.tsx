import type { Figure, Figures } from '@zhunsheng/bureau/modules/report/wire.ts'
import { QuestionCircleOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Popover, Select, Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { useAsked } from '../piece/asked.ts'
import { figuresQuery } from '../queries.ts'
import { casesOf } from './address.ts'
import { PartsTable } from './parts-table.tsx'
import './figures.css'

const MonthsChart = lazy(() => import('./months-chart.tsx'))

const FIRST_YEAR = 2020

/** The figures of a year (统计): counted from the dossiers, so that every one opens to its cases or records. */
export function Component() {
  const { today } = useMe()
  const { asked, ask } = useAsked()
  const thisYear = Number(today.slice(0, 4))
  const year = Number(asked['year'] ?? thisYear)
  const figures = useQuery(figuresQuery(year))
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, index) => thisYear - index)
  return (
    <>
      <PageHead title="统计" note="由案卷直接算出，没有一项需要填报；点开即见对应的案件或者人员">
        <Select aria-label="年份" value={year} onChange={(chosen) => ask({ year: String(chosen) })} options={years.map((one) => ({ value: one, label: `${one} 年` }))} style={{ width: 110 }} />
        <Button className="no-print" onClick={() => window.print()}>打印</Button>
      </PageHead>
      {figures.isError && <Failure error={figures.error} retry={() => void figures.refetch()} />}
      {figures.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {figures.data !== undefined && <Sheet figures={figures.data} />}
    </>
  )
}

function Sheet({ figures: { year, figures, months } }: { readonly figures: Figures }) {
  return (
    <>
      {[...new Set(figures.map(({ group }) => group))].map((group) => (
        <section key={group} aria-label={group}>
          <h2 className="figure-group">{group}</h2>
          <div className="figures">
            {figures.filter((figure) => figure.group === group).map((figure) => <FigureCard key={figure.key} figure={figure} year={year} />)}
          </div>
        </section>
      ))}
      <div className="figure-sheets">
        <Card size="small" title={`${year} 年各月立案与决定（件）`}>
          <Suspense fallback={<Skeleton active />}><MonthsChart months={months} /></Suspense>
        </Card>
        {figures.filter(({ parts }) => parts !== undefined && parts.length > 0).map((figure) => <PartsTable key={figure.key} figure={figure} year={year} />)}
      </div>
    </>
  )
}

/** What a figure opens to, in words. */
const OPENS = {
  cases: { some: (count: number) => `对应案件 ${count} 件 →`, none: '没有对应案件' },
  rows: { some: (count: number) => `明细 ${count} 行 →`, none: '没有明细' },
  list: { some: (count: number) => `对应记录 ${count} 件 →`, none: '没有对应记录' },
} as const

function FigureCard({ figure: { key, name, value, unit, definition, source, of, cases, opens, address }, year }: { readonly figure: Figure; readonly year: number }) {
  return (
    <article className="figure">
      <Flex justify="space-between" align="start">
        <h3>{name}</h3>
        <Popover trigger={['hover', 'click']} title={name} content={<div style={{ maxWidth: 320 }}><p style={{ marginTop: 0 }}>{definition}</p><div className="quiet">来源：{source}</div></div>}>
          <Button type="text" size="small" aria-label={`${name}的口径和来源`} icon={<QuestionCircleOutlined />} />
        </Popover>
      </Flex>
      {Number.isNaN(Number(value)) ? <div className="figure-value none">{value}</div> : <div className="figure-value number">{value}<small>{unit}</small></div>}
      <div className="quiet number" style={{ minHeight: 20 }}>{of !== undefined && `${of.numerator} ÷ ${of.denominator}`}</div>
      {cases > 0 ? <Link to={address ?? casesOf(key, year, opens)}>{OPENS[opens].some(cases)}</Link> : <span className="quiet">{OPENS[opens].none}</span>}
      <p className="figure-source">{definition}（{source}）</p>
    </article>
  )
}
