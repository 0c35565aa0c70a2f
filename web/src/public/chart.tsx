import type { ChartView } from '@zhunsheng/bureau/modules/publicity/wire.ts'
import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Skeleton } from 'antd'
import { useEffect } from 'react'
import { Link, useParams } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { useAsked } from '../piece/asked.ts'
import { chartQuery } from '../queries.ts'
import { ChartPicture } from './chart-picture.tsx'
import { DayChoice } from './day-choice.tsx'

/** One procedure for everybody (执法流程图): the picture, and the same in words. */
export function Component() {
  const { code = '' } = useParams()
  const { asked, ask } = useAsked()
  const chart = useQuery(chartQuery(code, asked['on']))
  const name = chart.data?.name
  useEffect(() => {
    document.title = name === undefined ? '执法流程图' : `${name}流程图`
  }, [name])
  if (chart.isError) return <Failure error={chart.error} retry={() => void chart.refetch()} />
  if (chart.data === undefined) return <Skeleton active paragraph={{ rows: 12 }} />
  return (
    <>
      <Flex justify="space-between" wrap gap={8} className="no-print" style={{ marginBottom: 12 }}>
        <Link to={asked['on'] === undefined ? '/public/catalogue' : `/public/catalogue?on=${asked['on']}`}>← 执法依据和程序</Link>
        <Flex gap={8} wrap>
          <DayChoice on={chart.data.on} ask={(on) => ask({ on })} />
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>打印</Button>
        </Flex>
      </Flex>
      <h1>{chart.data.name}流程图</h1>
      <p className="quiet">{chart.data.on} 有效的规定。▶ 为程序的开始，■ 为程序的终结；同一阶段内的环节按案情需要办理，先后见下表。</p>
      <ChartPicture chart={chart.data} />
      <InWords chart={chart.data} />
    </>
  )
}

function InWords({ chart: { stages } }: { readonly chart: ChartView }) {
  return (
    <>
      {stages.map(({ name, acts }) => (
        <section key={name} className="chart-words">
          <h2>{name}</h2>
          <ol className="plain-list">
            {acts.map(({ kind, name: act, by, help, after, duties, basis }) => (
              <li key={kind} className="chart-item">
                <b>{act}</b> <span className="quiet">{by.join('、')}办理</span>
                <div>{help}</div>
                {after.length > 0 && <div>在先：{after.join('、')}</div>}
                {duties.map(({ says, since, within, basis: articles }) => <div key={`${says} ${since}`}>期限：{says}，自{since}起{within === undefined ? '，日期由案卷确定' : ` ${within}`}（{articles.join('、')}）</div>)}
                <div className="quiet">依据：{basis.join('、')}</div>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}
