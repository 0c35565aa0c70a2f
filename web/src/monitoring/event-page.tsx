import { EVENT_FLAGS } from '@zhunsheng/law/monitoring/arrival.ts'
import type { Entry, EventView } from '@zhunsheng/bureau/modules/monitoring/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Skeleton } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Answers, ShownAct } from '../act/form.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { FileView } from '../evidence/file-view.tsx'
import { Basis } from '../piece/basis.tsx'
import { Due } from '../piece/due.tsx'
import { momentOf } from '../piece/moment.ts'
import { bureauQuery } from '../queries.ts'
import { EntryDrawer } from './entry-drawer.tsx'
import { EntryList, EntrySurroundings } from './entry-list.tsx'
import { Lacks } from './lacks.tsx'
import { StandingTag } from './standing-tag.tsx'
import { eventQuery, formsQuery } from './watch-queries.ts'
import { WatchTabs } from './watch-tabs.tsx'

interface Opened {
  readonly kind: string
  readonly start: Answers
}

/** One record of a device (监控事件): what it shows, what the device was worth then, and what was done. */
export function Component() {
  const { id = '' } = useParams()
  const event = useQuery(eventQuery(id))
  const forms = useQuery(formsQuery('event'))
  const [opened, open] = useState<Opened>()
  if (event.isError) return <Failure error={event.error} retry={() => void event.refetch()} />
  if (event.data === undefined || forms.data === undefined) return <Skeleton active paragraph={{ rows: 10 }} />
  const { row, entries, version } = event.data
  const undo = (kind: string, entry: Entry) => (kind === 'tell' || kind === 'consider' ? [{ name: '撤销误记', open: () => open({ kind: 'annul', start: { target: entry.seq } }) }] : [])
  return (
    <EntrySurroundings entries={entries} specs={forms.data}>
      <PageHead title={`监控事件 ${row.number}`} note={<StandingTag standing={row.standing} />}><Link to="/monitoring"><Button>回到列表</Button></Link></PageHead>
      <WatchTabs />
      <div className="watch-two">
        <div className="column">
          <Files view={event.data} />
          <EntryList title="办理记录" entries={entries} specs={forms.data} undo={undo} />
        </div>
        <div className="column">
          <Doing view={event.data} specs={forms.data} open={(kind, start = {}) => open({ kind, start })} />
          <Device view={event.data} />
        </div>
      </div>
      <EntryDrawer spec={forms.data.find(({ kind }) => kind === opened?.kind)} start={opened?.start ?? {}} address={`/api/monitoring/events/${id}/entries`} version={version} close={() => open(undefined)} />
    </EntrySurroundings>
  )
}

function Files({ view: { row, madeAt, ahead, source, external, position } }: { readonly view: EventView }) {
  return (
    <Card size="small" title="记录">
      {row.flags.length > 0 && <Alert type="warning" showIcon style={{ marginBottom: 12 }} title={row.flags.map((flag) => EVENT_FLAGS[flag]).join('；')} />}
      {row.records.length === 0 ? <p className="quiet">没有图片、视频或者其他记录文件。</p> : <div className="watch-files">{row.records.map((sha256) => <FileView key={sha256} sha256={sha256} />)}</div>}
      <dl className="head-facts">
        <div><dt>内容</dt><dd className="break">{row.content}</dd></div>
        {row.matter !== undefined && <div><dt>事项</dt><dd>{row.matter}</dd></div>}
        {row.plate !== undefined && <div><dt>号牌</dt><dd className="number">{row.plate}</dd></div>}
        {row.party !== undefined && <div><dt>可能的当事人</dt><dd>{row.party}</dd></div>}
        {row.measured !== undefined && <div><dt>测量值</dt><dd className="number">{row.measured}</dd></div>}
        {row.place !== undefined && <div><dt>地点</dt><dd>{row.place}</dd></div>}
        {position !== undefined && <div><dt>位置</dt><dd className="number">{position.latitude.toFixed(5)}, {position.longitude.toFixed(5)}</dd></div>}
        <div><dt>设备时间</dt><dd className="number">{momentOf(row.at)}</dd></div>
        {ahead !== undefined && ahead !== 0 && <div><dt>设备时钟</dt><dd className="number">{ahead > 0 ? '快' : '慢'} {Math.abs(ahead)} 秒，校正为 {momentOf(madeAt)}</dd></div>}
        <div><dt>收到时间</dt><dd className="number">{momentOf(row.receivedAt)}</dd></div>
        <div><dt>来源编号</dt><dd className="number break">{source} / {external}</dd></div>
      </dl>
    </Card>
  )
}

/** What this person's post may do, what is owed, and where the record went. */
function Doing({ view, specs, open }: { readonly view: EventView; readonly specs: readonly ShownAct[]; readonly open: (kind: string, start?: Answers) => void }) {
  const { person, today } = useMe()
  const { row, duties, openAnswers, grounds } = view
  const may = (kind: string): boolean => specs.find((one) => one.kind === kind)?.by.some((post) => person.posts.some((own) => own === post)) === true
  const isReviewed = row.standing !== 'waiting' && row.standing !== 'held'
  return (
    <Card size="small" title="办理">
      {duties.map(({ code, says, basis, due, since }) => <div key={`${code}${since}`} style={{ marginBottom: 8 }}><Flex justify="space-between" wrap gap={8}><b>{says}</b><Due due={due} today={today} /></Flex><Basis articles={basis} /></div>)}
      <Flex gap={8} wrap style={{ marginBottom: 12 }}>
        {!isReviewed && may('review') && <Button type="primary" onClick={() => open('review')}>审核记录</Button>}
        {row.standing === 'admitted' && may('tell') && <Button type="primary" ghost onClick={() => open('tell', { content: noticeOf(view, window.location.origin) })}>登记告知</Button>}
        {may('consider') && openAnswers.map((answer) => <Button key={answer} type="primary" onClick={() => open('consider', { answer })}>复核第 {answer} 项陈述、申辩</Button>)}
        {isReviewed && may('withdraw') && <Button onClick={() => open('withdraw')}>撤销审核</Button>}
      </Flex>
      {grounds.length === 0 ? <Alert type="success" showIcon title="可以作为证据：收集证据时写明监控事件编号" /> : <><div className="quiet">目前不得作为证据：</div><Lacks lacks={grounds} /></>}
      <div style={{ marginTop: 10 }}>
        {view.case !== undefined ? <Link to={`/cases/${view.case.id}`}>案件 {view.case.number}</Link> : row.leadNumber !== undefined && <Link to={`/leads?search=${row.leadNumber}`}>线索 {row.leadNumber}</Link>}
      </div>
      {row.standing === 'admitted' && <Notice view={view} />}
    </Card>
  )
}

/** What the party needs to look the record up and to answer. */
const noticeOf = ({ row, code }: EventView, origin: string): string =>
  `您（车）于 ${momentOf(row.at)} 在${row.place ?? '监控地点'}涉嫌${row.matter ?? row.content}，已被电子技术监控设备记录。事件编号 ${row.number}，凭${row.plate === undefined ? `查询码 ${code}` : '号牌号码'}可在 ${origin}/public/monitoring 查询记录、陈述和申辩，也可以到本机关窗口或者来电办理。`

function Notice({ view }: { readonly view: EventView }) {
  const bureau = useQuery(bureauQuery)
  return (
    <div className="passage-box" style={{ marginTop: 12 }}>
      <b>告知内容</b>
      <p className="passage" style={{ margin: '4px 0' }}>{noticeOf(view, window.location.origin)}{bureau.data?.name}</p>
    </div>
  )
}

function Device({ view: { row, deviceId, lacks } }: { readonly view: EventView }) {
  return (
    <Card size="small" title="设备在记录形成时的状况" extra={deviceId === undefined ? undefined : <Link to={`/monitoring/devices/${deviceId}`}>{row.deviceName ?? row.device}</Link>}>
      {deviceId === undefined && <p className="quiet">设备编号 {row.device}，没有登记。登记以后，这条记录仍只能作为线索。</p>}
      {lacks.length === 0 ? <Alert type="success" showIcon title="符合《行政处罚法》第四十一条第一款的各项条件" /> : <Lacks lacks={lacks} />}
    </Card>
  )
}
