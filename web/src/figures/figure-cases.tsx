import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import { Link, useParams } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { useAsked } from '../piece/asked.ts'
import { CaseList } from '../piece/case-list.tsx'
import { Pager } from '../piece/pager.tsx'
import { figureCasesQuery, figuresQuery } from '../queries.ts'
import '../desk/cases.css'

/** The cases behind a figure (指标对应的案件). */
export function Component() {
  const { key = '' } = useParams()
  const { today } = useMe()
  const { asked, ask } = useAsked()
  const year = asked['year'] ?? today.slice(0, 4)
  const figures = useQuery(figuresQuery(Number(year)))
  const cases = useQuery(figureCasesQuery(key, { ...asked, year }))
  const whole = figures.data?.figures.find((figure) => figure.key === key)
  const part = figures.data?.figures.flatMap(({ parts = [], name }) => parts.map((one) => ({ ...one, of: name }))).find((one) => one.key === key)
  const title = whole?.name ?? (part === undefined ? '指标' : `${part.of} · ${part.name}`)
  return (
    <>
      <PageHead title={`${year} 年 ${title}`} note={whole === undefined ? undefined : `${whole.value} ${whole.unit} · ${whole.definition}（${whole.source}）`}>
        <Link to={`/figures?year=${year}`}>回到统计</Link>
      </PageHead>
      {cases.isError && <Failure error={cases.error} retry={() => void cases.refetch()} />}
      <Card size="small" className="list-card">
        <CaseList rows={cases.data?.rows} isLoading={cases.isFetching} asked={asked} ask={ask} isSortable={false} empty="没有对应案件" />
        {cases.data !== undefined && <Pager total={cases.data.total} asked={asked} ask={ask} />}
      </Card>
    </>
  )
}
