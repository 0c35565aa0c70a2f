import type { PublicOfficer } from '@zhunsheng/bureau/modules/officers/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Card, Skeleton } from 'antd'
import { Link, useParams } from 'react-router'
import { get } from '../api.ts'
import { Failure } from '../app/failure.tsx'

/** Whether the officer who shows this card is one today (执法证核验): nobody need log in to see it. */
export function Component() {
  const { number = '' } = useParams()
  const officer = useQuery({ queryKey: ['officer', number], queryFn: () => get<PublicOfficer>(`/api/public/officers/${encodeURIComponent(number)}`), retry: false })
  if (officer.isError) return <Failure error={officer.error} retry={() => void officer.refetch()} />
  if (officer.data === undefined) return <Skeleton active />
  const { name, department, bureau, from, until, valid, today } = officer.data
  return (
    <Card title="执法证核验" style={{ maxWidth: 560, margin: '0 auto' }}>
      <Alert type={valid ? 'success' : 'error'} showIcon title={valid ? `执法证今日（${today}）有效` : `执法证今日（${today}）无效：持证人不能作为执法人员办案`} style={{ marginBottom: 16 }} />
      <dl className="head-facts">
        <div><dt>姓名</dt><dd>{name}</dd></div>
        <div><dt>单位</dt><dd>{bureau} {department}</dd></div>
        <div><dt>执法证号</dt><dd className="number">{number}</dd></div>
        <div><dt>有效期</dt><dd className="number">{from} 至 {until}</dd></div>
      </dl>
      <p className="quiet">执法人员调查或者检查时应当主动出示证件，不得少于两人；不出示的，当事人有权拒绝接受（《行政处罚法》第四十二条、第五十五条）。姓名、证号与出示的不一致的，可以<Link to="/public/catalogue#agency">拨打本机关电话或者投诉</Link>。</p>
    </Card>
  )
}
