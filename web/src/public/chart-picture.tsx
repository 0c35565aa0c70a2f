import type { ChartView } from '@zhunsheng/bureau/modules/publicity/wire.ts'
import { useMemo } from 'react'
import { usePhone } from '../app/phone.ts'
import { layoutOf, type Band, type Layout } from './chart-layout.ts'

const WIDE = { columns: 3, width: 940 }
const NARROW = { columns: 1, width: 340 }

/** A procedure as a picture that prints (流程图); what it says stands below it as a table too. */
export function ChartPicture({ chart }: { readonly chart: ChartView }) {
  const { columns, width } = usePhone() ? NARROW : WIDE
  const layout = useMemo(() => layoutOf(chart, columns, width), [chart, columns, width])
  return (
    <svg className="chart" viewBox={`0 0 ${layout.width} ${layout.height}`} role="img" aria-labelledby="chart-title chart-says">
      <title id="chart-title">{chart.name}流程图</title>
      <desc id="chart-says">从上到下依次为{chart.stages.map(({ name }) => name).join('、')}。各环节的办理岗位、期限和依据见下方的表格。</desc>
      <defs><marker id="chart-arrow" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M 0 0 L 10 5 L 0 10 z" className="chart-arrow" /></marker></defs>
      {layout.bands.map((band, index) => <StageBand key={band.name} band={band} layout={layout} isLast={index === layout.bands.length - 1} />)}
    </svg>
  )
}

function StageBand({ band, layout: { width, boxWidth }, isLast }: { readonly band: Band; readonly layout: Layout; readonly isLast: boolean }) {
  const bottom = band.y + band.height
  return (
    <g>
      <rect x={1} y={band.y + 1} width={width - 2} height={band.height} rx={10} className="chart-band" />
      <text x={16} y={band.y + 24} className="chart-stage">{band.name}</text>
      {band.boxes.map(({ act, x, y, height, lines }) => (
        <g key={act.kind}>
          <rect x={x} y={y} width={boxWidth} height={height} rx={6} className={act.ends ? 'chart-box chart-box-end' : act.opens ? 'chart-box chart-box-open' : 'chart-box'} />
          {lines.map(({ text, as }, index) => <text key={`${index} ${text}`} x={x + 10} y={y + 22 + index * 20} className={`chart-${as}`}>{text}</text>)}
        </g>
      ))}
      {!isLast && <line x1={width / 2} y1={bottom + 2} x2={width / 2} y2={bottom + 24} className="chart-line" markerEnd="url(#chart-arrow)" />}
    </g>
  )
}
