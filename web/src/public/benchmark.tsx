import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Flex, Select, Skeleton } from 'antd'
import { useEffect, useMemo } from 'react'
import { Link, useParams } from 'react-router'
import { withQuery } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { Calculator } from '../benchmark/calculator.tsx'
import { benchmarkIn, benchmarkQuery } from '../benchmark/load.ts'
import { useAsked } from '../piece/asked.ts'

const FORMATS = [['xlsx', '电子表格'], ['dmn', 'DMN 决策表'], ['json', 'JSON']] as const

/** What would this cost, and why (裁量计算器): for everybody, without the data of any case. */
export function Component() {
  const { matter = '' } = useParams()
  const { asked, ask } = useAsked()
  const view = useQuery(benchmarkQuery(matter, asked['on']))
  const benchmark = useMemo(() => (view.data === undefined ? undefined : benchmarkIn(view.data.content)), [view.data])
  const { version, versions = [] } = view.data ?? {}
  useEffect(() => {
    if (version !== undefined) document.title = `${version.matterName} · 裁量权基准`
  }, [version])
  if (view.isError) return <Failure error={view.error} retry={() => void view.refetch()} />
  if (version === undefined || benchmark === undefined) return <Skeleton active paragraph={{ rows: 8 }} />
  return (
    <>
      <p className="no-print"><Link to="/public/benchmarks">全部事项</Link></p>
      <h1>{version.matterName}</h1>
      <p>违法行为：{benchmark.conduct}</p>
      {version.example && <Alert type="warning" showIcon style={{ marginBottom: 12 }} title="这是示例，不是任何机关制定的裁量权基准，不作为处罚依据。" />}
      <Flex gap={8} wrap align="center" className="no-print" style={{ marginBottom: 12 }}>
        <Select aria-label="版本" style={{ minWidth: 260 }} value={version.version} onChange={(chosen) => ask({ on: versions.find((one) => one.version === chosen)?.from })} options={versions.map((one) => ({ value: one.version, label: `${one.from} 起施行（第 ${one.version} 版）` }))} />
        {FORMATS.map(([format, name]) => <Button key={format} icon={<DownloadOutlined />} href={withQuery(`/api/public/benchmarks/${matter}/file.${format}`, { on: asked['on'] })} download>{name}</Button>)}
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>打印</Button>
      </Flex>
      <p className="note">{version.title}（{version.documentNumber}），{version.issuer}制定{version.source === '' ? '' : `；${version.source}`}</p>
      <Calculator benchmark={benchmark} />
    </>
  )
}
