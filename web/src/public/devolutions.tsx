import { useQuery } from '@tanstack/react-query'
import { Empty, Skeleton } from 'antd'
import { useEffect } from 'react'
import { Failure } from '../app/failure.tsx'
import { DevolutionCard } from '../piece/devolution-card.tsx'
import { devolutionsQuery } from '../queries.ts'

/** Which powers towns, streets and entrusted organisations hold (下放、委托的公布), open to everybody. */
export function Component() {
  const devolutions = useQuery(devolutionsQuery)
  useEffect(() => {
    document.title = '行政处罚权下放和委托公布'
  }, [])
  return (
    <>
      <h1>行政处罚权下放和委托公布</h1>
      {devolutions.isError && <Failure error={devolutions.error} retry={() => void devolutions.refetch()} />}
      {devolutions.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {devolutions.data?.length === 0 && <Empty description="没有下放或者委托的决定" />}
      {devolutions.data?.map((one) => <DevolutionCard key={one.number} devolution={one} />)}
    </>
  )
}
