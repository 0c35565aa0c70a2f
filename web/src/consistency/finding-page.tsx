import { DIMENSION_NAMES, EXPLAINERS, SCANNERS, type Behind, type BehindCase } from '@zhunsheng/bureau/modules/consistency/wire.ts'
import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Skeleton, Table, Tag } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { usePhone } from '../app/phone.ts'
import { ratioAxis } from './axis.ts'
import { ExplainForm, ExplanationList } from './explain-form.tsx'
import { Answered } from './finding-card.tsx'
import { IntervalPlot } from './interval-plot.tsx'
import { QUESTION } from './method.tsx'
import { findingQuery } from './scan-queries.ts'
import { ABOUT_NAMES } from './sift.ts'
import { Strata } from './strata.tsx'
import { usePrinting } from './use-printing.ts'
import './consistency.css'

/** One finding (一项偏离): the cases on which it rests, and what was answered to it. */
export function Component() {
  const { id = '', number = '' } = useParams()
  const { person } = useMe()
  const maySee = person.posts.some((post) => SCANNERS.includes(post))
  const behind = useQuery({ ...findingQuery(id, number), enabled: maySee })
  if (!maySee) return <Card>由法制审核人员、机关负责人和执法监督人员查看。</Card>
  if (behind.isError) return <Failure error={behind.error} retry={() => void behind.refetch()} />
  if (behind.data === undefined) return <Skeleton active paragraph={{ rows: 8 }} />
  return <Opened id={id} number={number} behind={behind.data} mayExplain={person.posts.some((post) => EXPLAINERS.includes(post))} />
}

interface OpenedProps {
  readonly id: string
  readonly number: string
  readonly behind: Behind
  readonly mayExplain: boolean
}
function Opened({ id, number, behind: { finding, strata, cases, more }, mayExplain }: OpenedProps) {
  const { about, dimension, valueName, matterName = '全部事项', says, effect, low, high, explanations } = finding
  return (
    <>
      <PageHead title={`${valueName}：${matterName}`} note={<span className="finding-line">第 {number} 项<Tag>{ABOUT_NAMES[about]}</Tag><Tag>{DIMENSION_NAMES[dimension]}</Tag><Answered finding={finding} /></span>}>
        <Flex gap={8} className="no-print"><Link to={`/consistency/${id}`}><Button>回到扫描结果</Button></Link><Button icon={<PrinterOutlined />} onClick={() => window.print()}>打印</Button></Flex>
      </PageHead>
      <Card size="small" style={{ marginBottom: 12 }}>
        <p style={{ marginTop: 0 }}>{says}</p>
        <div style={{ maxWidth: 560 }}><IntervalPlot of={finding} axis={ratioAxis([effect, low, high])} /></div>
        <Alert type="info" showIcon title={QUESTION} style={{ marginTop: 8 }} />
      </Card>
      <Card size="small" title="可比组" style={{ marginBottom: 12 }}><Strata strata={strata} finding={finding} /></Card>
      <Card size="small" title={`${valueName} 的案件，相差最大的在前`} style={{ marginBottom: 12 }}>
        <CaseList cases={cases} />
        {more > 0 && <p className="note">还有 {more} 件没有列出。</p>}
      </Card>
      <Card size="small" title="说明">
        <ExplanationList explanations={explanations} />
        {mayExplain ? <ExplainForm id={id} number={number} /> : <p className="quiet">说明由法制审核人员或者机关负责人记录。</p>}
      </Card>
    </>
  )
}

const outcome = ({ exempt, fine }: BehindCase): string => (exempt ? '不予处罚' : fine === undefined ? '没有罚款' : `${fine} 元`)
/** How far it lies from what was usual in its stratum. */
const timesWords = (times: number | undefined): string => (times === undefined ? '' : times === 1 ? '与中位数相同' : `中位数的 ${times.toFixed(2)} 倍`)

function BehindItem({ one }: { readonly one: BehindCase }) {
  const { id, number, decidedOn, times, officer, team, town, stratum } = one
  return (
    <li>
      <div className="like-line"><Link to={`/cases/${id}`} className="number">{number}</Link><span className="number quiet">{decidedOn}</span><b className="number">{outcome(one)}</b></div>
      <div className="note">{[timesWords(times), officer, team, town].filter((word) => word !== '').join(' · ')}</div>
      <div className="note">{stratum}</div>
    </li>
  )
}

/** So many at once. */
const FIRST = 20

function CaseList({ cases }: { readonly cases: readonly BehindCase[] }) {
  const isPhone = usePhone()
  const isPrinting = usePrinting()
  const [shown, show] = useState(FIRST)
  if (isPhone && !isPrinting)
    return (
      <>
        <ol className="plain-list like-list">
          {cases.slice(0, shown).map((one) => <BehindItem key={one.id} one={one} />)}
        </ol>
        {cases.length > shown && <Button block style={{ marginTop: 8 }} onClick={() => show(shown + FIRST)}>再显示 {Math.min(FIRST, cases.length - shown)} 件</Button>}
      </>
    )
  return (
    <Table<BehindCase>
      size="small"
      rowKey="id"
      dataSource={[...cases]}
      className="print-whole"
      pagination={isPrinting ? false : { pageSize: FIRST, hideOnSinglePage: true, showTotal: (total) => `共 ${total} 件` }}
      scroll={isPrinting ? {} : { x: 900 }}
      columns={[
        { title: '案件', width: 120, className: 'number', render: (_, { id, number }) => <Link to={`/cases/${id}`}>{number}</Link> },
        { title: '决定', dataIndex: 'decidedOn', width: 110, className: 'number', sorter: (a, b) => a.decidedOn.localeCompare(b.decidedOn) },
        { title: '处理', width: 120, align: 'right', className: 'number', render: (_, one) => outcome(one) },
        { title: '与其他案件比', width: 150, className: 'number', render: (_, { times }) => timesWords(times) },
        { title: '可比组', dataIndex: 'stratum' },
        { title: '主办', dataIndex: 'officer', width: 90 },
        { title: '中队、镇街', width: 170, render: (_, { team, town }) => [team, town].filter((word) => word !== '').join(' · ') },
      ]}
    />
  )
}
