import { DIMENSION_NAMES, SCANNERS, type ScanView } from '@zhunsheng/bureau/modules/consistency/wire.ts'
import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Checkbox, Empty, Flex, Select, Skeleton } from 'antd'
import { Link, useParams } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { useAsked } from '../piece/asked.ts'
import { minuteOf } from '../piece/moment.ts'
import { AgainCheck } from './again-check.tsx'
import { ratioAxis } from './axis.ts'
import { FindingCard } from './finding-card.tsx'
import { Method, QUESTION } from './method.tsx'
import { percentWords } from './period.ts'
import { csvOf, scanQuery } from './scan-queries.ts'
import { usePrinting } from './use-printing.ts'
import { ABOUT_NAMES, ALL_MATTERS, isSort, sifted, SORTS } from './sift.ts'
import './consistency.css'

/** What a scan found (扫描结果). */
export function Component() {
  const { id = '' } = useParams()
  const { person } = useMe()
  const maySee = person.posts.some((post) => SCANNERS.includes(post))
  const scan = useQuery({ ...scanQuery(id), enabled: maySee })
  if (!maySee) return <Card>由法制审核人员、机关负责人和执法监督人员查看。</Card>
  if (scan.isError) return <Failure error={scan.error} retry={() => void scan.refetch()} />
  if (scan.data === undefined) return <Skeleton active paragraph={{ rows: 8 }} />
  return <Result view={scan.data} />
}

function Result({ view }: { readonly view: ScanView }) {
  const isPrinting = usePrinting()
  const { id, from, to, confidence, cases, compared, minimumCases, minimumEffect, digest, found, by, at } = view
  return (
    <>
      <PageHead title="同案同罚扫描结果" note={<span className="number">{from} 至 {to} 决定的案件 · {by} {minuteOf(at)} 扫描 · 置信度 {percentWords(confidence)}</span>}>
        <Flex gap={8} wrap className="no-print">
          <Link to="/consistency"><Button>全部扫描</Button></Link>
          <Button icon={<DownloadOutlined />} href={csvOf(id)} download disabled={found.length === 0}>导出 CSV</Button>
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>打印</Button>
        </Flex>
      </PageHead>
      <dl className="scan-figures">
        <div><dt>看过的案件</dt><dd className="number">{cases}</dd></div>
        <div><dt>比较的次数</dt><dd className="number">{compared}</dd></div>
        <div><dt>发现的偏离</dt><dd className="number">{found.length}</dd></div>
        <div><dt>还没有说明</dt><dd className="number">{view.open}</dd></div>
      </dl>
      {found.length > 0 && <Alert type="info" showIcon style={{ marginBottom: 12 }} title={QUESTION} />}
      {found.length === 0 ? <NoFinding view={view} /> : <Findings view={view} />}
      <TooFew view={view} />
      <AgainCheck view={view} />
      <details className="fold" open={isPrinting}><summary>方法和局限</summary><Method /></details>
      <p className="note break">少于 {minimumCases} 件的不作判断；罚款相差不到 {Math.round(minimumEffect * 100)}% 的不列为偏离。数据摘要（SHA-256）：<span className="number">{digest}</span></p>
    </>
  )
}

function NoFinding({ view: { compared, minimumCases, confidence } }: { readonly view: ScanView }) {
  return compared === 0 ? <Alert type="info" showIcon title="没有可以比较的案件" description={`这个期间没有哪一组达到 ${minimumCases} 件，无法判断；可以把期间放长。`} /> : <Alert type="success" showIcon title="没有发现偏离" description={`比较了 ${compared} 次，在 ${percentWords(confidence)} 的置信度下，案情相同的案件没有发现处理明显不同的人员、中队、镇街和月份。没有发现不等于没有：案件少的、差别小的看不出来。`} />
}

function Findings({ view: { id, found } }: { readonly view: ScanView }) {
  const { asked, ask, reset } = useAsked()
  const shown = sifted(found, asked)
  // One axis for all, so that lengths can be compared down the page.
  const axis = ratioAxis(found.flatMap(({ effect, low, high }) => [effect, low, high]))
  const matters = [...new Map(found.map(({ matter = ALL_MATTERS, matterName = '全部事项合计' }) => [matter, matterName]))]
  const dimensions = Object.entries(DIMENSION_NAMES).filter(([value]) => found.some(({ dimension }) => dimension === value))
  return (
    <>
      <Card size="small" style={{ marginBottom: 12 }} className="no-print">
        <div className="scan-ask">
          <label className="scan-field">比较内容<Select aria-label="比较内容" allowClear placeholder="全部" value={asked['about'] ?? null} onChange={(value?: string | null) => ask({ about: value ?? undefined })} options={Object.entries(ABOUT_NAMES).map(([value, label]) => ({ value, label }))} style={{ width: 130 }} /></label>
          <label className="scan-field">维度<Select aria-label="维度" allowClear placeholder="全部" value={asked['dimension'] ?? null} onChange={(value?: string | null) => ask({ dimension: value ?? undefined })} options={dimensions.map(([value, label]) => ({ value, label }))} style={{ width: 130 }} /></label>
          <label className="scan-field">事项<Select aria-label="事项" allowClear placeholder="全部" value={asked['matter'] ?? null} onChange={(value?: string | null) => ask({ matter: value ?? undefined })} options={matters.map(([value, label]) => ({ value, label }))} style={{ width: 200 }} /></label>
          <label className="scan-field">排序<Select aria-label="排序" value={isSort(asked['sort']) ? asked['sort'] : 'number'} onChange={(value) => ask({ sort: value === 'number' ? undefined : value })} options={Object.entries(SORTS).map(([value, label]) => ({ value, label }))} style={{ width: 160 }} /></label>
          <Checkbox checked={asked['open'] === 'true'} onChange={({ target }) => ask({ open: target.checked ? 'true' : undefined })} style={{ lineHeight: '32px' }}>只看未说明的</Checkbox>
        </div>
      </Card>
      <p className="note" aria-live="polite">显示 {shown.length} 项，共 {found.length} 项。图中圆点为倍数，横线为置信区间，虚线 1 为与同类案件相同；左右按倍数对称（对数坐标）。</p>
      {shown.length === 0 ? <Card><Empty description="没有符合条件的偏离"><Button onClick={reset}>显示全部</Button></Empty></Card> : <ol className="plain-list findings" aria-label="偏离">{shown.map((finding) => <FindingCard key={finding.number} scanId={id} finding={finding} axis={axis} />)}</ol>}
    </>
  )
}

function TooFew({ view: { tooFew, minimumCases } }: { readonly view: ScanView }) {
  const isPrinting = usePrinting()
  if (tooFew.length === 0) return null
  return (
    <details className="fold" open={isPrinting}>
      <summary>数量过少，没有判断的 {tooFew.length} 个（可比案件少于 {minimumCases} 件）</summary>
      <ul className="few">{tooFew.map(({ dimension, value, valueName, cases }) => <li key={`${dimension} ${value}`}>{DIMENSION_NAMES[dimension]}：{valueName}（{cases} 件）</li>)}</ul>
    </details>
  )
}
