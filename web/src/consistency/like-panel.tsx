import { COMPARERS, type LikeBody } from '@zhunsheng/bureau/modules/consistency/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { useEffect, useState } from 'react'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { usePhone } from '../app/phone.ts'
import { useLine } from '../offline/line.ts'
import { LikeCases } from './like-cases.tsx'
import { likeQuery } from './like-query.ts'
import './consistency.css'

/** How long somebody who is still typing is left in peace. */
const PAUSE_MS = 500

/** Like cases beside a penalty that is being written (同类案件): asked anew as the form changes, folded on a phone. */
export function LikePanel({ body, mayBeLighter }: { readonly body: LikeBody; readonly mayBeLighter: boolean }) {
  const { person } = useMe()
  const isPhone = usePhone()
  const isReached = useLine()
  const steady = useSteady(body)
  const maySee = person.posts.some((post) => COMPARERS.includes(post))
  const like = useQuery({ ...likeQuery(steady), enabled: maySee && isReached })
  if (!maySee) return null
  return (
    <details className="like-panel" open={!isPhone}>
      <summary>同类案件{like.data?.verdict === 'apart' && <Tag color="warning" style={{ marginInlineStart: 8 }}>请核对</Tag>}</summary>
      <div aria-live="polite" aria-busy={like.isFetching}>
        {!isReached && <p className="quiet">现在没有网络，不能查找同类案件；联网后在这里显示，不影响填写和提交。</p>}
        {isReached && like.isError && <Failure error={like.error} retry={() => void like.refetch()} />}
        {isReached && like.isPending && <p className="quiet">正在查找同类案件…</p>}
        {isReached && like.data !== undefined && <LikeCases view={like.data} mark={steady.fine === undefined ? undefined : { name: '拟罚', amount: steady.fine }} mayBeLighter={mayBeLighter} />}
      </div>
    </details>
  )
}

/** What was asked last, once nothing has changed for a while. */
function useSteady(body: LikeBody): LikeBody {
  const [steady, settle] = useState(body)
  const written = JSON.stringify(body)
  useEffect(() => {
    const waiting = setTimeout(() => settle(JSON.parse(written)), PAUSE_MS)
    return () => clearTimeout(waiting)
  }, [written])
  return steady
}
