import { STANDINGS } from '@zhunsheng/law/monitoring/event.ts'
import { EVENT_FLAGS } from '@zhunsheng/law/monitoring/arrival.ts'
import { OUTCOMES, REASONS } from '@zhunsheng/law/monitoring/event-acts.ts'
import type { EventRow } from '@zhunsheng/bureau/modules/monitoring/wire.ts'
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Empty, Flex, Input, Select, Segmented, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { withQuery } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { useAsked, type Asked } from '../piece/asked.ts'
import { Due } from '../piece/due.tsx'
import { momentOf } from '../piece/moment.ts'
import { Pager } from '../piece/pager.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { StandingTag } from './standing-tag.tsx'
import { deskQuery, eventsQuery } from './watch-queries.ts'
import { WatchTabs } from './watch-tabs.tsx'

const IMPORTING: readonly string[] = ['teamLeader', 'windowClerk']
const words = (of: Readonly<Record<string, string>>, key: string | undefined): string => (key === undefined ? '' : (of[key] ?? key))

/** The records of devices (监控事件): what waits for a review first. */
export function Component() {
  const { person } = useMe()
  const { asked, ask, reset } = useAsked()
  const [isImporting, importing] = useState(false)
  const events = useQuery(eventsQuery(asked))
  const counts = events.data?.counts
  return (
    <>
      <PageHead title="非现场执法" note={counts === undefined ? undefined : `待审核 ${counts.waiting} 件，暂存 ${counts.held} 件，待告知 ${counts.untold} 件，待复核申辩 ${counts.unconsidered} 件，其中超期 ${counts.overdue} 件`}>
        <Button icon={<DownloadOutlined />} href={withQuery('/api/monitoring/events.csv', asked)} download>导出</Button>
        {person.posts.some((post) => IMPORTING.includes(post)) && <Button type="primary" icon={<UploadOutlined />} onClick={() => importing(true)}>导入事件</Button>}
      </PageHead>
      <WatchTabs />
      <Days />
      <Filters asked={asked} ask={ask} reset={reset} />
      {events.isError && <Failure error={events.error} retry={() => void events.refetch()} />}
      {events.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {events.data?.rows.length === 0 && <Card><Empty description="没有符合条件的监控事件" /></Card>}
      <ul className="plain-list" style={{ display: 'grid', gap: 10 }}>{events.data?.rows.map((row) => <li key={row.id}><EventCard row={row} /></li>)}</ul>
      {events.data !== undefined && <Pager total={events.data.total} asked={asked} ask={ask} />}
      <ImportDialog isOpen={isImporting} close={() => importing(false)} />
    </>
  )
}

/** The bureau's own days for what the law calls prompt; unverified numbers say so. */
function Days() {
  const desk = useQuery(deskQuery)
  const days = desk.data?.days
  if (days === undefined) return null
  return <p className="note" style={{ marginTop: 0 }}>办理期限（工作日）：审核 {days.review} 日、告知 {days.tell} 日、复核陈述申辩 {days.consider} 日{days.verified ? '' : `。未经核实：${days.source}`}</p>
}

function Filters({ asked, ask, reset }: { readonly asked: Asked; readonly ask: (more: Readonly<Record<string, string | undefined>>) => void; readonly reset: () => void }) {
  const year = asked['receivedIn'] ?? asked['reviewedIn']
  const from = [...(year === undefined ? [] : [`${year} 年${asked['reviewedIn'] === undefined ? '接收' : '审核'}`]), ...(asked['outcome'] === undefined ? [] : [words(OUTCOMES, asked['outcome'])]), ...(asked['reason'] === undefined ? [] : [words(REASONS, asked['reason'])]), ...(asked['device'] === undefined ? [] : [`设备 ${asked['device']}`])]
  return (
    <Card size="small" style={{ marginBottom: 12 }}>
      <Flex gap={12} wrap align="center">
        <Segmented aria-label="状态" value={asked['standing'] ?? ''} onChange={(standing) => ask({ standing })} options={[{ value: '', label: '全部' }, ...Object.entries(STANDINGS).map(([value, label]) => ({ value, label: value === 'held' ? '暂存' : label }))]} style={{ maxWidth: '100%', overflowX: 'auto' }} />
        <Select aria-label="待办" allowClear placeholder="待办" value={asked['duty'] ?? null} onChange={(duty: string | undefined) => ask({ duty })} style={{ width: 150 }} options={[{ value: 'review', label: '待审核' }, { value: 'tell', label: '待告知' }, { value: 'consider', label: '待复核申辩' }, { value: 'overdue', label: '已经超期' }]} />
        <Input.Search key={asked['search'] ?? ''} defaultValue={asked['search'] ?? ''} allowClear enterButton="查询" placeholder="编号、设备、号牌、地点或者内容" maxLength={100} onSearch={(search) => ask({ search })} style={{ maxWidth: 340 }} />
        {from.length > 0 && <Tag closable onClose={reset}>{from.join(' · ')}</Tag>}
      </Flex>
    </Card>
  )
}

function EventCard({ row }: { readonly row: EventRow }) {
  const { today } = useMe()
  const [first] = row.records
  return (
    <Card size="small">
      <div className="watch-event">
        {first === undefined ? <span className="watch-shot">没有图片</span> : <img className="watch-shot" src={`/api/evidence/${first}/thumbnail`} alt={`事件 ${row.number} 的图片`} loading="lazy" />}
        <div>
          <Flex gap={8} wrap align="center">
            <StandingTag standing={row.standing} />
            <Link to={`/monitoring/events/${row.id}`}><b className="number">{row.number}</b></Link>
            {row.due !== undefined && <Due due={row.due} today={today} />}
          </Flex>
          <div style={{ fontWeight: 600 }} className="break">{row.matter ?? row.content}{row.measured !== undefined && `（${row.measured}）`}</div>
          <div className="break">{[row.plate, row.party, row.place].filter((one) => one !== undefined).join(' · ')}</div>
          <div className="quiet number">{momentOf(row.at)} · {row.deviceName ?? row.device}</div>
          {row.flags.length > 0 && <Flex gap={4} wrap style={{ marginTop: 4 }}>{row.flags.map((flag) => <Tag key={flag} color="warning" style={{ margin: 0 }}>{EVENT_FLAGS[flag]}</Tag>)}</Flex>}
          {row.leadNumber !== undefined && <Link to={`/leads?search=${row.leadNumber}`}>线索 {row.leadNumber}</Link>}
        </div>
      </div>
    </Card>
  )
}

