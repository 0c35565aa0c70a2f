import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Card } from 'antd'
import { Link } from 'react-router'
import { withQuery } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { usePhone } from '../app/phone.ts'
import { useAsked, type Asked } from '../piece/asked.ts'
import { CaseList } from '../piece/case-list.tsx'
import { Pager } from '../piece/pager.tsx'
import { casesQuery } from '../queries.ts'
import { CaseSearch } from './case-search.tsx'
import './cases.css'

/** 「me」 in the address stands for whoever follows the link. */
const named = (asked: Asked, me: string): Asked => (asked['officer'] === 'me' ? { ...asked, officer: me } : asked)

/** The cases of the bureau (案件). */
export function Component() {
  const { person } = useMe()
  const { asked: written, ask, reset } = useAsked()
  const asked = named(written, person.id)
  const cases = useQuery(casesQuery(asked))
  const isPhone = usePhone()
  return (
    <>
      <PageHead title="案件">
        <Button icon={<DownloadOutlined />} href={withQuery('/api/cases.xlsx', asked)} download>{isPhone ? '导出' : '导出 Excel'}</Button>
        <Link to="/cases/new"><Button type="primary">新建案件</Button></Link>
      </PageHead>
      <CaseSearch asked={asked} ask={ask} reset={reset} />
      {cases.isError && <Failure error={cases.error} retry={() => void cases.refetch()} />}
      <Card size="small" className="list-card">
        <CaseList rows={cases.data?.rows} isLoading={cases.isFetching} asked={asked} ask={ask} empty="没有符合条件的案件；可以放宽条件后再查询" />
        {cases.data !== undefined && <Pager total={cases.data.total} asked={asked} ask={ask} />}
      </Card>
    </>
  )
}
