import { useQueries, useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { Link } from 'react-router'
import { waitingDrafts } from '../act/draft.ts'
import { useMe } from '../app/me.ts'
import { procedureQuery, proceduresQuery } from '../queries.ts'

/** What this person began on this machine and has not handed in (未提交的草稿). */
export function DraftCard() {
  const { person } = useMe()
  const [drafts] = useState(() => waitingDrafts(person.id))
  const procedures = useQuery({ ...proceduresQuery, enabled: drafts.length > 0 })
  const acts = useQueries({ queries: (procedures.data ?? []).map(({ code }) => procedureQuery(code)) }).flatMap(({ data }) => data?.acts ?? [])
  if (drafts.length === 0) return null
  const nameOf = (kind: string) => acts.find((act) => act.kind === kind)?.name ?? '草稿'
  return (
    <Card title="未提交的草稿" size="small" extra={<span className="quiet">只保存在本机</span>}>
      <ul className="plain-list">
        {drafts.map(({ kind, savedAt, address }) => (
          <li key={address} className="row">
            <Link to={address}>{nameOf(kind)}</Link>
            <span className="quiet number">{dayjs(savedAt).format('M 月 D 日 HH:mm')}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
