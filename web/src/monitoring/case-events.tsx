import { useQuery } from '@tanstack/react-query'
import { Alert, Card, Flex } from 'antd'
import { Link } from 'react-router'
import { StandingTag } from './standing-tag.tsx'
import { eventsQuery } from './watch-queries.ts'

const SHOWN = 20

/** The records of devices with which a case began (监控事件), and whether the party's statement waits; nothing where there are none. */
export function CaseEvents({ caseId }: { readonly caseId: string }) {
  const { data } = useQuery({ ...eventsQuery({ case: caseId, size: SHOWN }), retry: false })
  if (data === undefined || data.total === 0) return null
  return (
    <Card size="small" title="监控事件">
      {data.rows.map(({ id, number, standing, duties }) => (
        <div key={id} className="row-line">
          <Flex gap={8} wrap align="center"><Link to={`/monitoring/events/${id}`}><b className="number">{number}</b></Link><StandingTag standing={standing} /></Flex>
          {duties.includes('consider') && <Alert style={{ marginTop: 6 }} type="warning" showIcon title="当事人在线提交了陈述、申辩，复核以前不得作出处罚决定（《行政处罚法》第四十一条第三款、第四十五条第一款）" />}
        </div>
      ))}
    </Card>
  )
}
