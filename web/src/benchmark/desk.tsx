import type { Version } from '@zhunsheng/bureau/modules/discretion/wire.ts'
import { EditOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Empty, Input, Segmented, Skeleton, Table, Tag } from 'antd'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { PageHead } from '../app/page.tsx'
import { mattersQuery } from '../queries.ts'
import { benchmarksQuery } from './load.ts'

interface Line {
  readonly matter: string
  readonly name: string
  readonly field: string
  readonly version: Version | undefined
  /** The clause names no amount. */
  readonly isWithout: boolean
}
const SHOWN = [{ value: 'all', label: '全部' }, { value: 'with', label: '已有基准' }, { value: 'missing', label: '还没有基准' }] as const

/** The benchmark of every matter (裁量权基准管理): in force, or still to be made. */
export function Component() {
  const [benchmarks, matters] = [useQuery(benchmarksQuery(undefined)), useQuery(mattersQuery)]
  const [search, setSearch] = useState('')
  const [shown, show] = useState<string>('all')
  const words = useDeferredValue(search).split(/\s+/).filter((word) => word !== '')
  const failed = [benchmarks, matters].find(({ isError }) => isError)
  const lines = (matters.data ?? []).map(({ id, name, field }): Line => ({ matter: id, name, field, version: benchmarks.data?.rows.find(({ matter }) => matter === id), isWithout: benchmarks.data?.without.some(({ matter }) => matter === id) === true }))
  const found = lines.filter(({ matter, name, field, version, isWithout }) => words.every((word) => `${matter}${name}${field}`.includes(word)) && (shown === 'all' || (shown === 'with' ? version !== undefined : version === undefined && !isWithout)))
  return (
    <>
      <PageHead title="裁量权基准" note="按事项查看、编辑和发布；发布前逐项检查空白、重叠、超出法定幅度和情节更重而处罚更轻" />
      <Input allowClear size="large" aria-label="查找事项" placeholder="事项名称、领域或者编号" value={search} onChange={({ target }) => setSearch(target.value)} style={{ marginBottom: 8 }} />
      <Segmented aria-label="显示" value={shown} onChange={(value) => show(String(value))} options={[...SHOWN]} style={{ marginBottom: 12 }} />
      {failed !== undefined && failed.error !== null && <Failure error={failed.error} retry={() => void failed.refetch()} />}
      {(benchmarks.isPending || matters.isPending) && <Skeleton active paragraph={{ rows: 8 }} />}
      {benchmarks.isSuccess && matters.isSuccess && (
        <Table<Line>
          size="small"
          rowKey="matter"
          dataSource={found}
          scroll={{ x: 720 }}
          locale={{ emptyText: <Empty description="没有符合条件的事项" /> }}
          pagination={{ pageSize: 20, hideOnSinglePage: true, showTotal: (total) => `共 ${total} 项` }}
          columns={[
            { title: '事项', dataIndex: 'name', sorter: (a, b) => a.name.localeCompare(b.name, 'zh-CN'), render: (name: string, { matter, isWithout }) => (isWithout ? name : <Link to={`/benchmarks/${matter}`}>{name}</Link>) },
            { title: '领域', dataIndex: 'field', width: 170 },
            { title: '基准', render: (_, { version, isWithout }) => (version === undefined ? <span className="quiet">{isWithout ? '条文没有规定数额' : '还没有'}</span> : <>{version.title}（{version.documentNumber}）{version.example && <Tag color="warning" style={{ marginInlineStart: 6 }}>示例</Tag>}</>) },
            { title: '施行', width: 110, className: 'number', sorter: (a, b) => (a.version?.from ?? '').localeCompare(b.version?.from ?? ''), render: (_, { version }) => version?.from },
            { title: '', width: 60, render: (_, { matter, name, isWithout }) => (isWithout ? null : <Link to={`/benchmarks/${matter}`} aria-label={`编辑「${name}」的基准`}><EditOutlined /></Link>) },
          ]}
        />
      )}
    </>
  )
}
