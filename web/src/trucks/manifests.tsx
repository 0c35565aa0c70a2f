import { MANIFEST_STATES, type Manifest } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Empty, Flex, Input, Segmented, Skeleton, Table, Tag, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { withQuery } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { usePhone } from '../app/phone.ts'
import { useAsked, type Asked } from '../piece/asked.ts'
import { minuteOf } from '../piece/moment.ts'
import { Pager } from '../piece/pager.tsx'
import { TrackTabs } from '../tracking/track-tabs.tsx'
import { ManifestDrawer } from './manifest-drawer.tsx'
import { NewManifestDrawer } from './new-manifest.tsx'
import { mayHandleManifests } from './register-fields.ts'
import { manifestsQuery } from './truck-queries.ts'
import '../desk/cases.css'

const COLOURS: Readonly<Record<Manifest['state'], string>> = { open: 'processing', closed: 'success', void: 'default' }
const STATES = [{ value: '', label: '全部' }, ...Object.entries(MANIFEST_STATES).map(([value, label]) => ({ value, label }))]
const cubic = (volume: number): string => volume.toLocaleString('zh-CN', { maximumFractionDigits: 1 })

/** The desk of manifests (电子联单): which load left for where, and whether it arrived. */
export function Component() {
  const { person } = useMe()
  const { asked, ask } = useAsked()
  const isPhone = usePhone()
  const manifests = useQuery(manifestsQuery(asked))
  const [isOpening, setOpening] = useState(false)
  const [shown, show] = useState<string>()
  const may = mayHandleManifests(person.posts)
  const page = manifests.data
  return (
    <>
      <PageHead title="渣土车监管" note={page === undefined ? undefined : `电子联单 ${page.total} 张，装车 ${cubic(page.loaded)} 立方米（不计作废），消纳 ${cubic(page.tipped)} 立方米`}>
        <Button icon={<DownloadOutlined />} href={withQuery('/api/trucks/manifests.csv', { search: asked['search'], state: asked['state'], permit: asked['permit'] })} download>{isPhone ? '导出' : '导出 CSV'}</Button>
        {may && <Button type="primary" onClick={() => setOpening(true)}>开联单</Button>}
      </PageHead>
      <TrackTabs />
      <Card size="small" style={{ marginBottom: 12 }}>
        <Flex gap={12} wrap align="center">
          <Segmented aria-label="状态" value={asked['state'] ?? ''} onChange={(state) => ask({ state })} options={STATES} />
          <Input.Search key={asked['search'] ?? ''} defaultValue={asked['search'] ?? ''} allowClear enterButton="查询" placeholder="联单编号、号牌、工地或者核准文件" maxLength={100} onSearch={(search) => ask({ search: search.trim() })} style={{ maxWidth: 340 }} />
          {asked['permit'] !== undefined && <Tag closable onClose={() => ask({ permit: undefined })}>只看一份核准的联单</Tag>}
        </Flex>
      </Card>
      {manifests.isError && <Failure error={manifests.error} retry={() => void manifests.refetch()} />}
      <Card size="small" className="list-card">
        <Rows rows={page?.rows} isLoading={manifests.isFetching} empty={emptyWords(asked)} show={show} />
        {page !== undefined && page.total > 0 && <Pager total={page.total} asked={asked} ask={ask} />}
      </Card>
      <ManifestDrawer manifest={page?.rows.find(({ id }) => id === shown)} may={may} close={() => show(undefined)} />
      <NewManifestDrawer isOpen={isOpening} close={() => setOpening(false)} />
    </>
  )
}

const emptyWords = (asked: Asked): string => (['search', 'state', 'permit'].some((name) => asked[name] !== undefined) ? '没有符合条件的联单；可以放宽条件后再查询' : '还没有开过联单：车辆装车出场时，按处置核准开具')

interface Listed {
  readonly rows: readonly Manifest[] | undefined
  readonly isLoading: boolean
  readonly empty: string
  readonly show: (id: string) => void
}
function Rows({ rows, isLoading, empty, show }: Listed) {
  const isPhone = usePhone()
  if (rows === undefined) return isLoading ? <Skeleton active paragraph={{ rows: 8 }} /> : null
  if (!isPhone) return <Table<Manifest> rowKey="id" size="middle" dataSource={[...rows]} columns={columnsFor(show)} loading={isLoading} pagination={false} scroll={{ x: 1060 }} locale={{ emptyText: <Empty description={empty} /> }} />
  if (rows.length === 0) return <Empty description={empty} />
  return (
    <ul className="plain-list" aria-label="电子联单">
      {rows.map((row) => (
        <li key={row.id} style={{ marginBottom: 8 }}>
          <Card size="small">
            <Flex justify="space-between" gap={8} align="center"><b className="number">{row.plate}</b><State state={row.state} /></Flex>
            <div className="break">{row.siteName} → {row.disposalName}</div>
            <Flex justify="space-between" gap={8} align="center"><span className="quiet number">{minuteOf(row.openedAt)} · 装 {cubic(row.volume)}{row.tipped !== undefined && ` · 消纳 ${cubic(row.tipped)}`} 立方米</span><Button size="small" onClick={() => show(row.id)}>查看</Button></Flex>
          </Card>
        </li>
      ))}
    </ul>
  )
}

function columnsFor(show: (id: string) => void): TableColumnsType<Manifest> {
  return [
    { title: '联单编号', key: 'number', width: 140, render: (_, { id, number }) => <Button type="link" className="number" style={{ padding: 0, height: 'auto' }} onClick={() => show(id)}>{number}</Button> },
    { title: '号牌号码', dataIndex: 'plate', width: 110, className: 'number' },
    { title: '工地 → 消纳场', key: 'way', render: (_, { siteName, disposalName, permitNumber }) => <><div className="break">{siteName} → {disposalName}</div><div className="quiet break">{permitNumber}</div></> },
    { title: '开单', key: 'opened', width: 170, render: (_, { openedAt, openedBy }) => <><div className="number">{minuteOf(openedAt)}</div><div className="quiet">{openedBy}</div></> },
    { title: '装车（立方米）', key: 'volume', width: 125, align: 'right', className: 'number', render: (_, { volume }) => cubic(volume) },
    { title: '消纳（立方米）', key: 'tipped', width: 125, align: 'right', className: 'number', render: (_, { tipped }) => (tipped === undefined ? <span className="quiet">—</span> : cubic(tipped)) },
    { title: '状态', key: 'state', width: 90, render: (_, { state }) => <State state={state} /> },
  ]
}

function State({ state }: { readonly state: Manifest['state'] }) {
  return <Tag color={COLOURS[state]} style={{ margin: 0 }}>{MANIFEST_STATES[state]}</Tag>
}
