import { useQuery } from '@tanstack/react-query'
import { Card, Skeleton } from 'antd'
import { Failure } from '../app/failure.tsx'
import { useLine } from '../offline/line.ts'
import { LikeCases } from './like-cases.tsx'
import type { DecidedLike } from './like-of.ts'
import { likeQuery } from './like-query.ts'

/** Where the fine of a decided case lies among those of like cases that were decided before (同类案件). */
export function CaseLike({ body, mayBeLighter }: DecidedLike) {
  const isReached = useLine()
  const like = useQuery({ ...likeQuery(body), enabled: isReached })
  return (
    <Card size="small" title="同类案件">
      {!isReached && <p className="quiet">现在没有网络，不能查找同类案件。</p>}
      {isReached && like.isError && <Failure error={like.error} retry={() => void like.refetch()} />}
      {isReached && like.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {isReached && like.data !== undefined && <LikeCases view={like.data} mark={body.fine === undefined ? undefined : { name: '本案罚款', amount: body.fine }} mayBeLighter={mayBeLighter} />}
    </Card>
  )
}
