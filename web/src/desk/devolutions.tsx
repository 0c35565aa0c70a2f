import { GUIDANCE_KINDS, type DevolutionView } from '@zhunsheng/bureau/modules/devolution/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Empty, Flex, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { DevolutionCard } from '../piece/devolution-card.tsx'
import { devolutionsQuery, guidanceQuery } from '../queries.ts'
import { GuidanceForm } from './guidance-form.tsx'

const RECORDING = ['teamLeader', 'legalReviewer', 'bureauLeader', 'supervisor']

/** Powers that went to towns and streets, and what was done to guide and supervise (下放镇街). */
export function Component() {
  const { person } = useMe()
  const devolutions = useQuery(devolutionsQuery)
  const [recorded, record] = useState<DevolutionView>()
  const mayRecord = person.posts.some((post) => RECORDING.includes(post))
  return (
    <>
      <PageHead title="下放镇街与委托" note="自施行之日起，下放的事项在该镇街不由本机关立案；决定由机关在配置中提供" />
      {devolutions.isError && <Failure error={devolutions.error} retry={() => void devolutions.refetch()} />}
      {devolutions.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {devolutions.data?.length === 0 && <Empty description="没有下放或者委托的决定" />}
      {devolutions.data?.map((one) => (
        <DevolutionCard key={one.number} devolution={one}>
          <Flex justify="space-between" align="center" gap={8} style={{ marginTop: 8 }}>
            <b>指导和监督</b>
            {mayRecord && <Button size="small" onClick={() => record(one)}>登记</Button>}
          </Flex>
          <GuidanceOf number={one.number} />
        </DevolutionCard>
      ))}
      <GuidanceForm devolution={recorded} close={() => record(undefined)} />
    </>
  )
}

function GuidanceOf({ number }: { readonly number: string }) {
  const guidance = useQuery(guidanceQuery(number))
  if (guidance.isError) return <Failure error={guidance.error} retry={() => void guidance.refetch()} />
  if (guidance.data === undefined) return <Skeleton active paragraph={{ rows: 2 }} title={false} />
  if (guidance.data.length === 0) return <p className="quiet">没有登记；《行政处罚法》第二十四条第三款要求加强业务指导和执法监督</p>
  return (
    <ul className="plain-list">
      {guidance.data.map(({ id, on, town, kind, content, found, who }) => (
        <li key={id} style={{ paddingBlock: 6 }}>
          <span className="number">{on}</span>　{town}　<Tag style={{ margin: 0 }}>{GUIDANCE_KINDS[kind]}</Tag>　<span className="quiet">{who}</span>
          <div className="break">{content}{found !== undefined && <> 发现：{found}</>}</div>
        </li>
      ))}
    </ul>
  )
}
