import type { PublicDecision } from '@zhunsheng/bureau/modules/publicity/wire.ts'
import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Skeleton } from 'antd'
import { useEffect } from 'react'
import { Link, useParams } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { publicDecisionQuery } from '../queries.ts'

/** One published decision (公示的决定). */
export function Component() {
  const { id = '' } = useParams()
  const decision = useQuery(publicDecisionQuery(id))
  const number = decision.data?.number
  useEffect(() => {
    document.title = number ?? '行政执法决定公示'
  }, [number])
  if (decision.isError) return <Failure error={decision.error} retry={() => void decision.refetch()} />
  if (decision.data === undefined) return <Skeleton active paragraph={{ rows: 8 }} />
  return (
    <>
      <Flex justify="space-between" className="no-print" style={{ marginBottom: 12 }}>
        <Link to="/public">← 全部公示</Link>
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>打印</Button>
      </Flex>
      <Paper decision={decision.data} />
      {decision.data.kind === 'penalty' && decision.data.withdrawn === undefined && <p className="no-print">当事人已经履行的，可以<Link to="/public/repair">申请信用修复</Link>；不服决定的，见<Link to="/public/catalogue#remedies">救济渠道</Link>。<a href={`/api/public/decisions/${encodeURIComponent(decision.data.id)}/proof`}>公示行为的存证证明</a></p>}
    </>
  )
}

function Paper({ decision }: { readonly decision: PublicDecision }) {
  const { withdrawn } = decision
  return (
    <article className="public-paper">
      <h1>{decision.kind === 'penalty' ? '行政处罚决定信息' : '行政强制决定信息'}</h1>
      {withdrawn !== undefined && <p className="public-withdrawn">本决定已于 {withdrawn.on} 撤回公示：{withdrawn.reason}</p>}
      <table className="public-facts">
        <tbody>
          {factsOf(decision).map(([name, value]) => (
            <tr key={name}><th scope="row">{name}</th><td>{value}</td></tr>
          ))}
        </tbody>
      </table>
    </article>
  )
}

const factsOf = ({ kind, number, party, creditCode, matter, basis, facts, kinds, fine, conclusion, decidedOn, publishedOn, until, agency }: PublicDecision): readonly (readonly [string, string])[] => [
  ['决定书文号', number],
  ['当事人', party],
  ...(creditCode === undefined ? [] : [['统一社会信用代码', creditCode] as const]),
  ['案由', matter],
  ...(facts === '' ? [] : [['违法事实', facts] as const]),
  [kind === 'penalty' ? '处罚依据' : '依据', basis],
  [kind === 'penalty' ? '处罚种类' : '类别', kinds.join('、')],
  ...(conclusion === undefined ? [] : [['结论', conclusion] as const]),
  ...(fine === undefined ? [] : [['罚款金额', `${fine} 元`] as const]),
  ['决定日期', decidedOn],
  ['公示日期', publishedOn],
  ...(until === undefined ? [] : [['公示截止', `${until}，届满自动停止公示`] as const]),
  ['决定机关', agency],
]
