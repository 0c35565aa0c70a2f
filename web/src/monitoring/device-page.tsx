import type { Entry } from '@zhunsheng/bureau/modules/monitoring/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, DatePicker, Flex, Skeleton, Tag } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Answers } from '../act/form.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { useAsked } from '../piece/asked.ts'
import { Due } from '../piece/due.tsx'
import { EntryDrawer } from './entry-drawer.tsx'
import { EntryList, EntrySurroundings } from './entry-list.tsx'
import { Lacks } from './lacks.tsx'
import { deviceQuery, formsQuery } from './watch-queries.ts'
import { WatchTabs } from './watch-tabs.tsx'

const CORRECTING: readonly string[] = ['correct', 'annul']
const CORRECTORS: readonly string[] = ['teamLeader', 'bureauLeader', 'legalReviewer']

/** One device (监控设备): its state today or on a past day, and everything that was entered. */
export function Component() {
  const { id = '' } = useParams()
  const { today, person } = useMe()
  const { asked, ask } = useAsked()
  const device = useQuery(deviceQuery(id, asked['on']))
  const forms = useQuery(formsQuery('device'))
  const [opened, open] = useState<{ readonly kind: string; readonly start: Answers }>()
  if (device.isError) return <Failure error={device.error} retry={() => void device.refetch()} />
  if (device.data === undefined || forms.data === undefined) return <Skeleton active paragraph={{ rows: 10 }} />
  const { row, entries, version, on } = device.data
  const mine = forms.data.filter(({ kind, by }) => kind !== 'register' && !CORRECTING.includes(kind) && by.some((post) => person.posts.some((own) => own === post)))
  const mayCorrect = person.posts.some((post) => CORRECTORS.includes(post))
  const undo = (kind: string, entry: Entry) => (!mayCorrect || CORRECTING.includes(kind) ? [] : [{ name: '更正', open: () => open({ kind: 'correct', start: { target: entry.seq, answers: entry.data } }) }, { name: '撤销', open: () => open({ kind: 'annul', start: { target: entry.seq } }) }])
  return (
    <EntrySurroundings entries={entries} specs={forms.data}>
      <PageHead title={row.name} note={<span className="number">{row.kind} · {row.identifier}</span>}>
        <Link to={`/monitoring?device=${encodeURIComponent(row.identifier)}`}><Button>它的监控事件</Button></Link>
        <Link to="/monitoring/devices"><Button>回到列表</Button></Link>
      </PageHead>
      <WatchTabs />
      <div className="watch-two">
        <div className="column">
          {mine.length > 0 && <Card size="small" title="登记"><Flex gap={8} wrap>{mine.map(({ kind, name }) => <Button key={kind} type="primary" ghost onClick={() => open({ kind, start: {} })}>{name}</Button>)}</Flex></Card>}
          <EntryList title="登记记录" entries={entries} specs={forms.data} undo={undo} />
        </div>
        <Card size="small" title="状况" extra={<label className="quiet">查看 <DatePicker aria-label="查看哪一天的状况" size="small" value={dayjs(on)} allowClear={false} disabledDate={(day) => day.isAfter(dayjs(today), 'day')} onChange={(day) => ask({ on: day?.format('YYYY-MM-DD') === today ? undefined : day?.format('YYYY-MM-DD') })} /></label>}>
          <Flex gap={8} wrap style={{ marginBottom: 8 }}>
            <Tag color={row.inService ? 'success' : 'default'} style={{ margin: 0 }}>{row.inService ? '在用' : '未启用'}</Tag>
            {row.certificateUntil !== undefined && <Tag style={{ margin: 0 }}>证书至 {row.certificateUntil}</Tag>}
          </Flex>
          <div>{[row.place, row.plate, row.position].filter((one) => one !== undefined).join(' · ')}</div>
          {row.renewal !== undefined && <div style={{ margin: '8px 0' }}>{row.renewal.says} <Due due={row.renewal.due} today={today} /></div>}
          {row.lacks.length === 0 ? <Alert type="success" showIcon title={`${on === today ? '现在' : on}符合第四十一条第一款的各项条件`} /> : <Lacks lacks={row.lacks} />}
        </Card>
      </div>
      <EntryDrawer spec={forms.data.find(({ kind }) => kind === opened?.kind)} start={opened?.start ?? {}} address={`/api/monitoring/devices/${id}/entries`} version={version} close={() => open(undefined)} />
    </EntrySurroundings>
  )
}
