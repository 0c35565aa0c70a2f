import type { Figures } from '@zhunsheng/bureau/modules/report/wire.ts'
import { BarChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { FONT } from '../app/theme.ts'

use([BarChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

type Months = Figures['months']

const BAR_WIDTH = 16

/** Filed and decided, month by month; one series is hatched, so that colour is not the only difference. Below it, the same in numbers. */
// oxlint-disable-next-line import/no-default-export -- React.lazy takes a default export.
export default function MonthsChart({ months }: { readonly months: Months }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (place.current === null) return undefined
    const chart = init(place.current, undefined, { renderer: 'svg' })
    chart.setOption(optionsFor(months))
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(place.current)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [months])
  return (
    <>
      <div ref={place} style={{ height: 260 }} role="img" aria-label="各月立案与决定数，数据见下表" />
      <details>
        <summary className="quiet">数据表</summary>
        <table className="parts">
          <thead><tr><th scope="col">月份</th><th scope="col">立案</th><th scope="col">决定</th></tr></thead>
          <tbody>{months.map(({ month, filed, decided }) => <tr key={month} className="number"><td>{month}</td><td>{filed}</td><td>{decided}</td></tr>)}</tbody>
        </table>
      </details>
    </>
  )
}

const optionsFor = (months: Months) => ({
  textStyle: { fontFamily: FONT },
  animation: false,
  grid: { left: 36, right: 8, top: 36, bottom: 28 },
  legend: { top: 0, right: 0, data: ['立案', '决定'] },
  tooltip: { trigger: 'axis' },
  xAxis: { type: 'category', data: months.map(({ month }) => `${Number(month.slice(-2))} 月`), axisLabel: { fontSize: 11, interval: 0, hideOverlap: true }, axisTick: { show: false } },
  yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: '#e6ebf2' } } },
  series: [
    { name: '立案', type: 'bar', barMaxWidth: BAR_WIDTH, data: months.map(({ filed }) => filed), itemStyle: { color: '#1f4b8e' } },
    {
      name: '决定',
      type: 'bar',
      barMaxWidth: BAR_WIDTH,
      data: months.map(({ decided }) => decided),
      itemStyle: { color: '#c98a1b', decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 3], rotation: -Math.PI / 4, color: 'rgba(255,255,255,0.55)' } },
    },
  ],
})
