import { useQuery } from '@tanstack/react-query'
import { Alert, Skeleton } from 'antd'
import { Link, useParams } from 'react-router'
import { Problem } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { PageHead } from '../app/page.tsx'
import { Editor } from './editor.tsx'
import { benchmarkIn, benchmarkQuery, templateQuery } from './load.ts'

/** Edits the benchmark of a matter (编辑裁量权基准): what is in force, or an example where there is none yet. */
export function Component() {
  const { matter = '' } = useParams()
  const current = useQuery({ ...benchmarkQuery(matter, undefined), retry: false })
  const isMissing = current.error instanceof Problem && current.error.isOf('not-found')
  const template = useQuery({ ...templateQuery(matter), enabled: isMissing, retry: false })
  if (current.isError && !isMissing) return <Failure error={current.error} retry={() => void current.refetch()} />
  if (template.isError) return <Failure error={template.error} retry={() => void template.refetch()} />
  const content = current.data?.content ?? template.data?.content
  if (content === undefined) return <Skeleton active paragraph={{ rows: 10 }} />
  const benchmark = benchmarkIn(content)
  return (
    <>
      <PageHead title={`裁量权基准：${current.data?.version.matterName ?? benchmark.conduct}`} note="每一格按下面的写法填写；改动只在本页，发布以后才生效" />
      <p className="no-print"><Link to="/benchmarks">全部事项</Link>　{current.data !== undefined && <Link to={`/public/benchmarks/${matter}`}>公示页面</Link>}</p>
      {isMissing && <Alert type="info" showIcon style={{ marginBottom: 12 }} title="这个事项还没有裁量权基准；下面是按重庆百分比公式划分的示例，可以在此基础上修改。" />}
      <Editor key={`${matter} ${current.data?.version.version ?? 0}`} benchmark={benchmark} versions={current.data?.versions ?? []} />
    </>
  )
}
