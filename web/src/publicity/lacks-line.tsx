import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { Link } from 'react-router'
import { useMe } from '../app/me.ts'
import { lacksQuery } from '../queries.ts'

const WHOSE: readonly string[] = ['legalReviewer', 'bureauLeader']

/** What must be public and is not (事前公开的缺项), on the first page of whoever answers for it. */
export function LacksLine() {
  const { person } = useMe()
  const isMine = person.posts.some((post) => WHOSE.includes(post))
  const lacks = useQuery({ ...lacksQuery(undefined), enabled: isMine })
  const missing = lacks.data?.lacks.filter(({ weight }) => weight === 'missing') ?? []
  if (missing.length === 0) return null
  return <Alert type="error" showIcon style={{ marginBottom: 12 }} title={`依法应当公开的还缺 ${missing.length} 项：${missing.map(({ what }) => what).join('、')}`} description={<>《行政处罚法》第三十九条　<Link to="/publicity">查看怎样补齐</Link></>} />
}
