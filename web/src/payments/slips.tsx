import { SLIP_STATES } from '@zhunsheng/bureau/modules/payments/wire.ts'
import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, DatePicker, Flex, Input, Segmented, Select, Tag } from 'antd'
import dayjs from 'dayjs'
import { withQuery } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { PageHead } from '../app/page.tsx'
import { usePhone } from '../app/phone.ts'
import { useAsked, type Asked } from '../piece/asked.ts'
import { Pager } from '../piece/pager.tsx'
import { slipsQuery } from './payment-queries.ts'
import { PaymentTabs } from './payment-tabs.tsx'
import { SlipList } from './slip-list.tsx'

const isState = (word: string): word is keyof typeof SLIP_STATES => word in SLIP_STATES
const STATES = Object.keys(SLIP_STATES).filter(isState)
const TIMELY: Readonly<Record<string, string>> = { inTime: '期限内缴清', late: '期限内没有缴清' }
const SORTS = [
  { value: 'code desc', label: '新开具的在前' },
  { value: 'code asc', label: '早开具的在前' },
  { value: 'payBy asc', label: '先到期的在前' },
  { value: 'payBy desc', label: '后到期的在前' },
]

/** Payment slips of the bureau (缴款通知): who is to pay what by when, and what became of it. */
export function Component() {
  const { asked, ask } = useAsked()
  const slips = useQuery(slipsQuery(asked))
  const isPhone = usePhone()
  const counts = slips.data?.counts
  return (
    <>
      <PageHead title="罚款收缴" note={counts === undefined ? undefined : `待缴 ${counts.issued} 份，部分缴纳 ${counts.partly} 份，逾期 ${counts.overdue} 份`}>
        <Button icon={<DownloadOutlined />} href={withQuery('/api/payments/slips.xlsx', asked)} download>导出 Excel</Button>
        {!isPhone && <Button icon={<DownloadOutlined />} href={withQuery('/api/payments/slips.csv', asked)} download>CSV</Button>}
      </PageHead>
      <PaymentTabs />
      <Filters asked={asked} ask={ask} counts={counts} />
      {slips.isError && <Failure error={slips.error} retry={() => void slips.refetch()} />}
      <Card size="small" className="list-card">
        <SlipList rows={slips.data?.rows} isLoading={slips.isFetching} asked={asked} ask={ask} empty={emptyWords(asked)} />
        {slips.data !== undefined && <Pager total={slips.data.total} asked={asked} ask={ask} />}
      </Card>
    </>
  )
}

const NARROWING = ['search', 'state', 'from', 'to', 'timely']
const emptyWords = (asked: Asked): string => (NARROWING.some((name) => asked[name] !== undefined) ? '没有符合条件的缴款通知；可以放宽条件后再查询' : '还没有开具过缴款通知：处罚决定送达以后，在案件的「账目」中开具')

interface Narrowing {
  readonly asked: Asked
  readonly ask: (more: Readonly<Record<string, string | undefined>>) => void
  readonly counts: Readonly<Record<keyof typeof SLIP_STATES, number>> | undefined
}

function Filters({ asked, ask, counts }: Narrowing) {
  const isPhone = usePhone()
  const labelOf = (state: keyof typeof SLIP_STATES) => (counts === undefined ? SLIP_STATES[state] : `${SLIP_STATES[state]} ${counts[state]}`)
  return (
    <Card size="small" style={{ marginBottom: 12 }}>
      <Flex gap={12} wrap align="center">
        <Segmented aria-label="状态" value={asked['state'] ?? ''} onChange={(state) => ask({ state })} options={[{ value: '', label: '全部' }, ...STATES.map((value) => ({ value, label: labelOf(value) }))]} style={{ maxWidth: '100%', overflowX: 'auto' }} />
        <Input.Search key={asked['search'] ?? ''} defaultValue={asked['search'] ?? ''} allowClear enterButton="查询" placeholder="缴款码、案号、文号或者缴款人" maxLength={100} onSearch={(search) => ask({ search: search.trim() })} style={{ maxWidth: 340 }} />
        <DatePicker.RangePicker aria-label="开具日期" allowEmpty placeholder={['开具日期自', '至']} value={[asked['from'] === undefined ? null : dayjs(asked['from']), asked['to'] === undefined ? null : dayjs(asked['to'])]} onChange={(days) => ask({ from: days?.[0]?.format('YYYY-MM-DD'), to: days?.[1]?.format('YYYY-MM-DD') })} style={{ maxWidth: 280 }} />
        {isPhone && <Select aria-label="排序" value={`${asked['sort'] ?? 'code'} ${asked['order'] ?? 'desc'}`} options={SORTS} style={{ width: 150 }} onChange={(value) => ask({ sort: value.split(' ')[0], order: value.split(' ')[1] })} />}
        {asked['timely'] !== undefined && <Tag closable onClose={() => ask({ timely: undefined })}>{TIMELY[asked['timely']] ?? asked['timely']}</Tag>}
        {asked['standing'] !== undefined && <Tag closable onClose={() => ask({ standing: undefined })}>不含作废</Tag>}
      </Flex>
    </Card>
  )
}
