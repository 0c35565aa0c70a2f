import { useQuery } from '@tanstack/react-query'
import { Card, DatePicker, Empty, Flex, Segmented, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { Failure } from '../app/failure.tsx'
import { PageHead } from '../app/page.tsx'
import { useAsked } from '../piece/asked.ts'
import { Pager } from '../piece/pager.tsx'
import { ItemCard } from './item-card.tsx'
import { itemsQuery } from './payment-queries.ts'
import { PaymentTabs } from './payment-tabs.tsx'

const WHICH = [{ value: 'unsettled', label: '没有了结' }, { value: 'refund', label: '应退未退' }, { value: 'all', label: '全部' }]
const EMPTY: Readonly<Record<string, string>> = { unsettled: '没有未了结的差异', refund: '没有应退而未退的款项', all: '还没有出现过差异' }

/** The differences of all days: what is open, what has to go back to whoever paid it (对账差异). */
export function Component() {
  const { asked, ask } = useAsked()
  const which = asked['which'] ?? 'unsettled'
  const items = useQuery(itemsQuery({ ...asked, which }))
  const counts = items.data?.counts
  return (
    <>
      <PageHead title="罚款收缴" note={counts === undefined ? undefined : `所列差异中，没有说明 ${counts.open} 笔，仍在跟踪 ${counts.explained} 笔，应退 ${counts.refundDue} 元`} />
      <PaymentTabs />
      <Card size="small" style={{ marginBottom: 12 }}>
        <Flex gap={12} wrap align="center">
          <Segmented aria-label="哪些差异" value={which} onChange={(chosen) => ask({ which: chosen })} options={WHICH} />
          <DatePicker.RangePicker aria-label="对账日" allowEmpty placeholder={['对账日自', '至']} value={[asked['from'] === undefined ? null : dayjs(asked['from']), asked['to'] === undefined ? null : dayjs(asked['to'])]} onChange={(days) => ask({ from: days?.[0]?.format('YYYY-MM-DD'), to: days?.[1]?.format('YYYY-MM-DD') })} style={{ maxWidth: 280 }} />
        </Flex>
      </Card>
      {items.isError && <Failure error={items.error} retry={() => void items.refetch()} />}
      {items.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {items.data?.items.length === 0 && <Card><Empty description={EMPTY[which] ?? '没有符合条件的差异'} /></Card>}
      <ul className="plain-list" style={{ display: 'grid', gap: 10 }}>{items.data?.items.map((item) => <li key={item.key}><Card size="small"><ItemCard item={item} isDated /></Card></li>)}</ul>
      {items.data !== undefined && <Pager total={items.data.total} asked={asked} ask={ask} />}
    </>
  )
}
