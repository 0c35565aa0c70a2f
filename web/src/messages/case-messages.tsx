import { useQuery } from '@tanstack/react-query'
import { Card, Empty, Skeleton } from 'antd'
import { Failure } from '../app/failure.tsx'
import { MessageCard } from './message-card.tsx'
import { caseMessagesQuery } from './message-queries.ts'
import { NoGateway } from './no-gateway.tsx'

/** The reminders of a case, or why its party gets none (本案的短信提醒). */
export function CaseMessages({ caseId }: { readonly caseId: string }) {
  const read = useQuery(caseMessagesQuery(caseId))
  if (read.isError) return <Failure error={read.error} retry={() => void read.refetch()} />
  if (read.data === undefined) return <Skeleton active />
  const { rows, hasGateway, because } = read.data
  return (
    <div style={{ maxWidth: 860 }}>
      {!hasGateway && rows.length > 0 && <NoGateway isInCase />}
      <Card size="small" title="短信提醒" extra={<span className="quiet">提醒不是送达</span>}>
        {because !== undefined && <p className="quiet" style={{ margin: '0 0 8px' }}>{because}。</p>}
        {rows.length === 0 ? because === undefined && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="现在没有要提醒的事项：通知听证、作出或者送达决定以后登记" /> : (
          <ul className="plain-list">{rows.map((message) => <li key={message.id} className="message-row"><MessageCard message={message} isInCase /></li>)}</ul>
        )}
      </Card>
    </div>
  )
}
