import { MESSAGE_KINDS, MESSAGE_STATES, type MessagePage, type MessageState } from '@zhunsheng/bureau/modules/messages/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Card, Empty, Flex, Input, Segmented, Select, Skeleton } from 'antd'
import { Failure } from '../app/failure.tsx'
import { PageHead } from '../app/page.tsx'
import { useAsked, type Asked } from '../piece/asked.ts'
import { Pager } from '../piece/pager.tsx'
import { MessageCard } from './message-card.tsx'
import { messagesQuery } from './message-queries.ts'
import { NoGateway } from './no-gateway.tsx'

const isState = (word: string): word is MessageState => word in MESSAGE_STATES
const KINDS = Object.entries(MESSAGE_KINDS).map(([value, label]) => ({ value, label }))

/** Every reminder that was planned, and what became of it (短信提醒). */
export function Component() {
  const { asked, ask } = useAsked()
  const page = useQuery(messagesQuery(asked))
  const { data } = page
  return (
    <>
      <PageHead title="短信提醒" note={data === undefined ? undefined : `已发送 ${data.counts.sent} 条，待发送 ${data.counts.queued + data.counts.held} 条，没有成功 ${data.counts.failed + data.counts.refused} 条`} />
      {data?.hasGateway === false && <NoGateway />}
      <Filters asked={asked} ask={ask} data={data} />
      {page.isError && <Failure error={page.error} retry={() => void page.refetch()} />}
      {page.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {data !== undefined && (
        <Card size="small" className="list-card">
          {data.rows.length === 0 ? <Empty description={emptyWords(asked)} /> : <ul className="plain-list" aria-label="短信提醒">{data.rows.map((message) => <li key={message.id} className="message-row"><MessageCard message={message} /></li>)}</ul>}
          <Pager total={data.total} asked={asked} ask={ask} />
        </Card>
      )}
    </>
  )
}

const emptyWords = ({ search, state, kind }: Asked): string =>
  search === undefined && state === undefined && kind === undefined ? '还没有短信提醒：当事人填写送达地址确认书以后，缴款、听证、领取文书的提醒自动登记' : '没有符合条件的短信；可以放宽条件后再查询'

interface Narrowing {
  readonly asked: Asked
  readonly ask: (more: Readonly<Record<string, string | undefined>>) => void
  readonly data: MessagePage | undefined
}
function Filters({ asked, ask, data }: Narrowing) {
  // What cannot be is not offered: without a gateway nothing is on its way, with one nothing is held.
  const states = Object.keys(MESSAGE_STATES).filter(isState).filter((state) => state !== (data?.hasGateway === false ? 'queued' : 'held'))
  const labelOf = (state: MessageState) => (data === undefined ? MESSAGE_STATES[state] : `${MESSAGE_STATES[state]} ${data.counts[state]}`)
  return (
    <Card size="small" style={{ marginBottom: 12 }}>
      <Flex gap={12} wrap align="center">
        <Segmented aria-label="状态" value={asked['state'] ?? ''} onChange={(state) => ask({ state })} options={[{ value: '', label: '全部' }, ...states.map((value) => ({ value, label: labelOf(value) }))]} style={{ maxWidth: '100%', overflowX: 'auto' }} />
        <Select aria-label="种类" allowClear placeholder="种类" value={asked['kind']} options={KINDS} onChange={(kind: string | undefined) => ask({ kind })} style={{ width: 130 }} />
        <Input.Search key={asked['search'] ?? ''} defaultValue={asked['search'] ?? ''} allowClear enterButton="查询" placeholder="案号，或者号码后四位" maxLength={100} onSearch={(search) => ask({ search: search.trim() })} style={{ maxWidth: 300 }} />
      </Flex>
    </Card>
  )
}
