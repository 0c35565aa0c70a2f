import { SEEN } from '@zhunsheng/bureau/modules/tipoffs/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import { Link } from 'react-router'
import { momentOf } from '../piece/moment.ts'
import { tipoffsQuery } from './tipoff-queries.ts'

/** What citizens reported of the same (并入的群众举报); nothing where nobody did. */
export function Joined({ id }: { readonly id: string }) {
  const joined = useQuery(tipoffsQuery({ joined: id }))
  if (joined.data === undefined || joined.data.total === 0) return null
  return (
    <Card size="small" title={`并入的群众举报 ${joined.data.total} 件`} style={{ marginBottom: 12 }}>
      <ul className="plain-list" style={{ display: 'grid', gap: 6 }}>{joined.data.rows.map(({ id: report, seen, place, at, photos }) => <li key={report}><Link to={`/trucks/tipoffs/${report}`}>{seen.map((one) => SEEN[one]).join('、')}</Link>　{place}　<span className="quiet number">{momentOf(at)}{photos > 0 && `，照片 ${photos} 张`}</span></li>)}</ul>
    </Card>
  )
}
