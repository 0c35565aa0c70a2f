import type { Version } from '@zhunsheng/bureau/modules/discretion/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Empty, Input, Skeleton, Tag } from 'antd'
import { useDeferredValue, useEffect, useState } from 'react'
import { Link } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { benchmarksQuery } from '../benchmark/load.ts'

/** The benchmarks in force (裁量权基准公示), by matter; each opens to its calculator. */
export function Component() {
  const found = useQuery(benchmarksQuery(undefined))
  const [search, setSearch] = useState('')
  const words = useDeferredValue(search).split(/\s+/).filter((word) => word !== '')
  const rows = found.data?.rows.filter(({ matterName, matter, title }) => words.every((word) => `${matterName}${matter}${title}`.includes(word))) ?? []
  useEffect(() => {
    document.title = '行政处罚裁量权基准'
  }, [])
  return (
    <>
      <h1>行政处罚裁量权基准</h1>
      <p>依照《行政处罚法》第三十四条向社会公布。选择一个事项，回答几个问题，可以看到违法行为属于哪一档、为什么。</p>
      <Input size="large" allowClear aria-label="查找事项" placeholder="事项名称，如：出店经营" value={search} onChange={({ target }) => setSearch(target.value)} style={{ marginBottom: 16 }} />
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.isSuccess && rows.length === 0 && <Empty description={found.data.rows.length === 0 ? '还没有公布裁量权基准' : '没有找到；可以减少关键词再试'} />}
      <ul className="plain-list">{rows.map((version) => <Item key={version.matter} version={version} />)}</ul>
    </>
  )
}

function Item({ version: { matter, matterName, title, documentNumber, issuer, from, example } }: { readonly version: Version }) {
  return (
    <li className="public-item">
      <h2><Link to={`/public/benchmarks/${matter}`}>{matterName}</Link>{example && <Tag color="warning" style={{ marginInlineStart: 8 }}>示例，不作依据</Tag>}</h2>
      <div className="public-meta"><span>{title}（{documentNumber}）</span><span>{issuer}</span><span className="number">{from} 起施行</span></div>
    </li>
  )
}
