import type { DevolutionView } from '@zhunsheng/bureau/modules/devolution/wire.ts'
import { Card, Flex, Tag } from 'antd'
import type { ReactNode } from 'react'

const MANNERS = { devolved: '下放', entrusted: '委托' } as const
/** Under which article, and in whose name whoever holds it acts. */
const BASIS = { devolved: '《行政处罚法》第二十四条；承接机关以自己的名义处罚', entrusted: '《行政处罚法》第二十条、第二十一条；以本机关的名义处罚' } as const

/** One decision by which powers went to towns and streets, or were entrusted (下放、委托的决定). */
export function DevolutionCard({ devolution, children }: { readonly devolution: DevolutionView; readonly children?: ReactNode }) {
  const { manner, title, number, body, publishedOn, publishedIn, towns, matters, from, until, withdrawnBy, evaluations, holds, example } = devolution
  return (
    <Card size="small" style={{ marginBottom: 12 }}>
      <Flex gap={8} wrap align="center" style={{ marginBottom: 8 }}>
        <Tag color={manner === 'devolved' ? 'blue' : 'purple'} style={{ margin: 0 }}>{MANNERS[manner]}</Tag>
        <Tag color={holds ? 'success' : 'default'} style={{ margin: 0 }}>{holds ? '施行中' : '不在施行期'}</Tag>
        {example && <Tag color="warning" style={{ margin: 0 }}>演示示例，不是真实文件</Tag>}
        <b className="break">{title}</b>
      </Flex>
      <dl className="facts">
        <dt>文号</dt><dd className="number">{number}</dd>
        <dt>决定机关</dt><dd>{body}</dd>
        <dt>公布</dt><dd><span className="number">{publishedOn}</span>　{publishedIn}</dd>
        <dt>{manner === 'devolved' ? '承接的镇街' : '受委托的组织'}</dt><dd>{towns.join('、')}</dd>
        <dt>事项</dt><dd>{matters.map(({ id, name, basis }) => <div key={id}>{name}<span className="quiet">　{basis}</span></div>)}</dd>
        <dt>施行</dt><dd className="number">{from} 起{until === undefined ? '' : `，至 ${until}${withdrawnBy === undefined ? '' : `（${withdrawnBy} 收回）`}`}</dd>
        <dt>依据</dt><dd>{BASIS[manner]}</dd>
        <dt>评估</dt><dd>{evaluations.length === 0 ? <span className="quiet">没有登记</span> : evaluations.map(({ on, by, finding }) => <div key={`${on} ${by}`}><span className="number">{on}</span>　{by}：{finding}</div>)}</dd>
      </dl>
      {children}
    </Card>
  )
}
