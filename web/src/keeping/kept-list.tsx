import type { KeptPage, KeptRow } from '@zhunsheng/bureau/modules/evidence/wire.ts'
import { KEPT_STATES } from '@zhunsheng/bureau/modules/evidence/wire.ts'
import { DownloadOutlined } from '@ant-design/icons'
import { Button, Card, Checkbox, Empty, Flex, Input, Segmented, Select, Skeleton, Tag } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { Link } from 'react-router'
import { withQuery } from '../api.ts'
import type { Asked } from '../piece/asked.ts'
import { Pager } from '../piece/pager.tsx'
import { AppraiseDrawer } from './appraise-drawer.tsx'

const MEGABYTE = 1024 * 1024
const COLOUR = { due: 'warning', kept: 'default', proposed: 'processing', destroyed: 'error' } as const
const SORTS = [
  { value: 'until asc', label: '先到期的在前' },
  { value: 'receivedAt desc', label: '新入卷的在前' },
  { value: 'receivedAt asc', label: '早入卷的在前' },
  { value: 'size desc', label: '大文件在前' },
]
export const sizeOf = (bytes: number): string => (bytes < MEGABYTE ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / MEGABYTE).toFixed(1)} MB`)

interface Listed {
  readonly page: KeptPage | undefined
  readonly asked: Asked
  readonly ask: (more: Readonly<Record<string, string | undefined>>) => void
}

/** Every file with how long it is kept and why it may not go; what is over its period can be chosen (保管清单). */
export function KeptList({ page, asked, ask }: Listed) {
  const [chosen, choose] = useState<readonly KeptRow[]>([])
  const [isAppraising, appraise] = useState(false)
  if (page === undefined) return <Skeleton active paragraph={{ rows: 6 }} />
  const isChosen = ({ sha256 }: KeptRow) => chosen.some((row) => row.sha256 === sha256)
  const mayChoose = ({ state }: KeptRow) => page.may.appraise && (state === 'due' || state === 'kept')
  const toggle = (row: KeptRow) => choose(isChosen(row) ? chosen.filter(({ sha256 }) => sha256 !== row.sha256) : [...chosen, row])
  const due = page.rows.filter(({ state }) => state === 'due')
  return (
    <>
      <Card size="small" style={{ marginBottom: 12 }}>
        <Flex gap={12} wrap align="center">
          <Segmented aria-label="状态" value={asked['state'] ?? ''} onChange={(state) => ask({ state })} options={[{ value: '', label: '全部' }, ...Object.entries(KEPT_STATES).map(([value, label]) => ({ value, label: `${label} ${page.counts[value] ?? 0}` }))]} style={{ maxWidth: '100%', overflowX: 'auto' }} />
          <Input.Search key={asked['search'] ?? ''} defaultValue={asked['search'] ?? ''} allowClear enterButton="查询" placeholder="文件名、案件编号、采集人或者摘要" style={{ maxWidth: 340 }} maxLength={100} onSearch={(search) => ask({ search })} />
          <Select aria-label="排序" value={`${asked['sort'] ?? 'until'} ${asked['order'] ?? 'asc'}`} options={SORTS} style={{ width: 150 }} onChange={(value) => ask({ sort: value.split(' ')[0], order: value.split(' ')[1] })} />
          <Button icon={<DownloadOutlined />} href={withQuery('/api/keeping.csv', asked)} download>导出</Button>
        </Flex>
        {page.may.appraise && (
          <Flex gap={8} wrap align="center" style={{ marginTop: 10 }}>
            {due.length > 0 && <Button size="small" onClick={() => choose([...new Map([...chosen, ...due].map((row) => [row.sha256, row])).values()])}>选中本页到期的 {due.length} 件</Button>}
            <Button size="small" type="primary" disabled={chosen.length === 0} onClick={() => appraise(true)}>提出鉴定意见（已选 {chosen.length} 件）</Button>
            {chosen.length > 0 && <Button size="small" type="link" onClick={() => choose([])}>清除选择</Button>}
          </Flex>
        )}
      </Card>
      {page.rows.length === 0 && <Card><Empty description={Object.values(page.counts).every((count) => count === 0) ? '还没有入卷的文件' : asked['state'] === 'due' ? '没有到期可以鉴定的文件' : '没有符合条件的文件'} /></Card>}
      <ul className="plain-list" style={{ display: 'grid', gap: 10 }}>
        {page.rows.map((row) => (
          <li key={row.sha256}>
            <Card size="small">
              <Flex gap={10} align="flex-start">
                {mayChoose(row) && <Checkbox checked={isChosen(row)} onChange={() => toggle(row)} aria-label={`选择 ${row.name}`} />}
                <div style={{ flex: 1, minWidth: 0 }}><KeptLine row={row} /></div>
              </Flex>
            </Card>
          </li>
        ))}
      </ul>
      <Pager total={page.total} asked={asked} ask={ask} />
      <AppraiseDrawer files={isAppraising ? chosen : []} close={() => appraise(false)} done={() => { appraise(false); choose([]) }} />
    </>
  )
}

function KeptLine({ row: { sha256, name, size, officer, receivedAt, state, until, obstacles, uses } }: { readonly row: KeptRow }) {
  return (
    <>
      <Flex gap={8} wrap align="center">
        {state === 'destroyed' ? <b className="break">{name === '' ? '（没有文件名）' : name}</b> : <a href={`/api/evidence/${sha256}`} target="_blank" rel="noreferrer"><b className="break">{name === '' ? '（没有文件名）' : name}</b></a>}
        <Tag color={COLOUR[state]} style={{ margin: 0 }}>{KEPT_STATES[state]}</Tag>
        <span className="quiet number">{sizeOf(size)} · {officer} {dayjs(receivedAt).format('YYYY-MM-DD')} 入卷{until !== undefined && ` · 保管至 ${until}`}</span>
      </Flex>
      <div className="quiet">{uses.length === 0 ? '没有用于案件' : <>用于 {uses.map(({ number, caseId }) => (caseId === undefined ? <span key={number}>{number} </span> : <Link key={number} to={`/cases/${caseId}?tab=evidence`}>{number} </Link>))}</>}</div>
      {obstacles.map(({ because, basis, instead }) => <div key={because} className="break">{because} <span className="quiet">{basis.join('、')} · {instead}</span></div>)}
    </>
  )
}
