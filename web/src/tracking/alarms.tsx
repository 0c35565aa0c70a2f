import { ALARM_STATES, type AlarmPage, type AlarmRow } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { WATCH_NAMES, WATCH_TITLES } from '@zhunsheng/trucks/watch/name.ts'
import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Input, Segmented, Select, Skeleton, Tag } from 'antd'
import { useEffect, useRef, type RefObject } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { withQuery } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { PageHead } from '../app/page.tsx'
import { useAsked, type Asked } from '../piece/asked.ts'
import { momentOf } from '../piece/moment.ts'
import { stepIn, type Shortcut } from '../piece/keystroke.ts'
import { Pager } from '../piece/pager.tsx'
import { Shortcuts } from '../piece/shortcuts.tsx'
import { alarmAddress, cameFrom } from './alarm-keys.ts'
import { isNarrowed, Narrowed, Nothing } from './narrowed.tsx'
import { alarmsQuery } from './track-queries.ts'
import { TrackTabs } from './track-tabs.tsx'
import './tracking.css'

export const STATE_COLOURS: Readonly<Record<AlarmRow['state'], string>> = { raised: 'error', handled: 'warning', upheld: 'processing', raisedEvent: 'success', referred: 'success', dismissed: 'default' }

/** What the watches found (预警处置): what waits for a person first seen by its count. */
export function Component() {
  const { asked, ask, reset } = useAsked()
  const alarms = useQuery(alarmsQuery(asked))
  const list = useRef<HTMLUListElement>(null)
  const shortcuts = useListKeys(list, { asked, ask, page: alarms.data })
  const count = (state: string): number => alarms.data?.states.find((one) => one.state === state)?.count ?? 0
  return (
    <>
      <PageHead title="渣土车监管" note={alarms.data === undefined ? undefined : `待处置 ${count('raised')} 条，企业已处置待复核 ${count('handled')} 条，复核属实待转出 ${count('upheld')} 条`}>
        <Button icon={<DownloadOutlined />} href={withQuery('/api/trucks/alarms.csv', asked)} download>导出</Button>
        <Shortcuts shortcuts={shortcuts} />
      </PageHead>
      <TrackTabs />
      <Card size="small" style={{ marginBottom: 12 }}>
        <Flex gap={12} wrap align="center">
          <Segmented aria-label="状态" value={asked['state'] ?? ''} onChange={(state) => ask({ state })} options={[{ value: '', label: '全部' }, ...Object.entries(ALARM_STATES).map(([value, label]) => ({ value, label }))]} style={{ maxWidth: '100%', overflowX: 'auto' }} />
          <Select aria-label="预警种类" allowClear placeholder="预警种类" value={asked['watch'] ?? null} onChange={(watch: string | undefined) => ask({ watch })} style={{ width: 210 }} options={WATCH_NAMES.map((value) => ({ value, label: WATCH_TITLES[value] }))} />
          <Select aria-label="是否持续" allowClear placeholder="是否持续" value={asked['open'] ?? null} onChange={(open: string | undefined) => ask({ open })} style={{ width: 130 }} options={[{ value: 'yes', label: '仍在持续' }, { value: 'no', label: '已经结束' }]} />
          <Input.Search className="alarm-search" key={asked['search'] ?? ''} defaultValue={asked['search'] ?? ''} allowClear enterButton="查询" placeholder="号牌或者运输企业" maxLength={100} onSearch={(search) => ask({ search })} style={{ maxWidth: 300 }} />
          <Narrowed asked={asked} ask={ask} called={alarms.data?.rows[0]} />
        </Flex>
      </Card>
      {alarms.isError && <Failure error={alarms.error} retry={() => void alarms.refetch()} />}
      {alarms.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {alarms.data?.rows.length === 0 && <Nothing hasConditions={isNarrowed(asked)} narrowed="没有符合条件的预警" none="还没有预警：车载终端报来的定位违反规则时，预警列在这里" reset={reset} />}
      <ul ref={list} className="plain-list alarm-list">{alarms.data?.rows.map((row) => <li key={row.id}><AlarmCard row={row} asked={asked} /></li>)}</ul>
      {alarms.data !== undefined && <Pager total={alarms.data.total} asked={asked} ask={ask} />}
    </>
  )
}

const WAITING: readonly string[] = ['raised', 'handled']
const linksIn = (list: HTMLUListElement | null): readonly HTMLAnchorElement[] => [...(list?.querySelectorAll<HTMLAnchorElement>('a[data-alarm]') ?? [])]
const hasFocus = (list: HTMLUListElement | null): boolean => list?.contains(document.activeElement) === true

interface Listed {
  readonly asked: Asked
  readonly ask: (more: Readonly<Record<string, string | undefined>>) => void
  readonly page: AlarmPage | undefined
}
/** The keys of the list. They move the focus itself, so that whoever listens hears where he is, and Enter opens as on any link. */
function useListKeys(list: RefObject<HTMLUListElement | null>, { asked, ask, page }: Listed): readonly Shortcut[] {
  const navigate = useNavigate()
  const back = cameFrom(useLocation().state)
  const isListed = page !== undefined
  useEffect(() => {
    if (isListed && back !== undefined) linksIn(list.current).find(({ dataset }) => dataset['alarm'] === back)?.focus()
  }, [list, back, isListed])
  const move = (by: 1 | -1): void => {
    const links = linksIn(list.current)
    const to = stepIn(links.length, links.findIndex((link) => link.closest('li')?.contains(document.activeElement)), by)
    const link = to === undefined ? undefined : links[to]
    link?.focus()
    link?.scrollIntoView({ block: 'nearest' })
  }
  const waiting = page?.rows.find(({ state }) => (asked['state'] === undefined ? WAITING.includes(state) : true))
  const at = Number(asked['page'] ?? 1)
  const last = Math.ceil((page?.total ?? 0) / Number(asked['size'] ?? 20))
  const inList = () => hasFocus(list.current)
  return [
    { keys: ['j'], says: '下一条', run: () => move(1) },
    { keys: ['k'], says: '上一条', run: () => move(-1) },
    { keys: ['ArrowDown'], says: '在列表中向下', run: () => move(1), when: inList },
    { keys: ['ArrowUp'], says: '在列表中向上', run: () => move(-1), when: inList },
    { keys: ['o'], says: '打开选中的预警（也可以按回车）', run: () => linksIn(list.current).find((link) => link.closest('li')?.contains(document.activeElement))?.click() },
    { keys: ['n'], says: '打开下一条待处置的预警', run: () => void (waiting === undefined ? undefined : navigate(alarmAddress(waiting.id, asked), { state: { alarm: waiting.id } })) },
    { keys: ['/'], says: '查找', run: () => document.querySelector<HTMLInputElement>('.alarm-search input')?.focus() },
    { keys: [']'], says: '下一页', run: () => ask({ page: String(at + 1) }), when: () => at < last },
    { keys: ['['], says: '上一页', run: () => ask({ page: String(at - 1) }), when: () => at > 1 },
  ]
}

function AlarmCard({ row, asked }: { readonly row: AlarmRow; readonly asked: Asked }) {
  return (
    <Card size="small">
      <Flex gap={8} wrap align="center">
        <Tag color={STATE_COLOURS[row.state]} style={{ margin: 0 }}>{ALARM_STATES[row.state]}</Tag>
        <Link to={alarmAddress(row.id, asked)} state={{ alarm: row.id }} data-alarm={row.id}><b>{row.title}</b></Link>
        <b className="number">{row.plate}</b>
        <span className="quiet">{row.enterprise}</span>
      </Flex>
      <div>{row.measured === undefined ? null : <>最大 <b className="number">{row.measured}</b>，阈值 <span className="number">{row.threshold}</span></>}</div>
      <div className="quiet number">{momentOf(row.since)} {row.until === undefined ? '起，仍在持续' : `至 ${momentOf(row.until)}`}</div>
    </Card>
  )
}
