import type { PublicHaulage } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Empty, Skeleton } from 'antd'
import { useEffect, useMemo } from 'react'
import { Link } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { usePhone } from '../app/phone.ts'
import { useAsked } from '../piece/asked.ts'
import type { Drawn } from '../map/drawn.ts'
import { MapFrame } from '../map/map-frame.tsx'
import { haulageQuery } from '../trucks/truck-queries.ts'
import { DayChoice } from './day-choice.tsx'

/** Muck haulage for everybody (渣土运输公示): which sites may send trucks, by which way, and where they tip. */
export function Component() {
  const { asked, ask } = useAsked()
  const haulage = useQuery(haulageQuery(asked['on']))
  useEffect(() => {
    document.title = '建筑垃圾运输公示'
  }, [])
  return (
    <>
      <h1>建筑垃圾运输公示</h1>
      <p>经核准处置的工地、消纳场、运输路线和核准期限。不在其列的工地外运渣土，或者车辆不按路线、时段行驶的，可以<Link to="/public/tipoff">在线举报</Link>。</p>
      {haulage.isError && <Failure error={haulage.error} retry={() => void haulage.refetch()} />}
      {haulage.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {haulage.data !== undefined && <Haulage haulage={haulage.data} ask={(on) => ask({ on })} />}
    </>
  )
}

function Haulage({ haulage, ask }: { readonly haulage: PublicHaulage; readonly ask: (on: string | undefined) => void }) {
  const { on, sites, disposals, permits, isPast, since } = haulage
  const shapes = useMemo(() => shapesOf(haulage), [haulage])
  const fit = useMemo(() => shapes.flatMap(({ points }) => points), [shapes])
  return (
    <>
      <p style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 16px', alignItems: 'center' }}><DayChoice on={on} ask={ask} /><span>当日有效的处置核准 <b className="number">{permits.length}</b> 份（{isPast ? '按当日终了时的登记' : '按现在的登记'}）</span></p>
      {permits.length === 0 ? <Empty description={since !== undefined && on < since ? `登记自 ${since} 开始，${on} 还没有登记` : `${on} 没有有效的处置核准`} /> : (
        <>
          <section className="public-item"><MapFrame key={on} hasOutlines={false} instead="工地、消纳场和路线见下面的列表。" label="工地、消纳场和运输路线图" shapes={shapes} fit={fit} /></section>
          <h2 style={{ fontSize: '1.2em', margin: '20px 0 8px' }}>处置核准</h2>
          <Permits permits={permits} />
          <div className="haulage-lists">
            <section aria-labelledby="sites"><h2 id="sites" style={{ fontSize: '1.2em', margin: '20px 0 8px' }}>工地</h2><ul className="plain-list">{sites.map(({ name, contractor, address }) => <li key={name} className="public-item"><b>{name}</b><div className="public-meta"><span>施工单位 {contractor}</span><span>{address}</span></div></li>)}</ul></section>
            <section aria-labelledby="disposals"><h2 id="disposals" style={{ fontSize: '1.2em', margin: '20px 0 8px' }}>消纳场</h2><ul className="plain-list">{disposals.map(({ name, address }) => <li key={name} className="public-item"><b>{name}</b><div className="public-meta"><span>{address}</span></div></li>)}</ul></section>
          </div>
        </>
      )}
    </>
  )
}

function Permits({ permits }: Pick<PublicHaulage, 'permits'>) {
  const isPhone = usePhone()
  if (isPhone) return <ul className="plain-list">{permits.map(({ number, enterprise, site, disposal, volume, from, until, hours, vehicles, issuer }) => <li key={number} className="public-item"><b>{number}</b><div>{site} → {disposal}</div><div className="public-meta"><span>{enterprise}，{vehicles} 辆</span><span className="number">{volume.toLocaleString('zh-CN')} 立方米</span><span className="number">{from} 至 {until}</span><span className="number">{hours === undefined ? '全天' : hours}</span><span>{issuer}</span></div></li>)}</ul>
  return (
    <div className="catalogue-wide public-item">
      <table className="public-facts catalogue-table">
        <thead><tr><th scope="col">核准文件</th><th scope="col">运输企业</th><th scope="col">工地 → 消纳场</th><th scope="col">核准量（立方米）</th><th scope="col">期限</th><th scope="col">时段</th><th scope="col">车辆</th><th scope="col">核准机关</th></tr></thead>
        <tbody>{permits.map(({ number, enterprise, site, disposal, volume, from, until, hours, vehicles, issuer }) => <tr key={number}><td>{number}</td><td>{enterprise}</td><td>{site} → {disposal}</td><td className="number">{volume.toLocaleString('zh-CN')}</td><td className="number">{from} 至 {until}</td><td className="number">{hours ?? '全天'}</td><td className="number">{vehicles} 辆</td><td>{issuer}</td></tr>)}</tbody>
      </table>
    </div>
  )
}

export const shapesOf = ({ sites, disposals, routes }: PublicHaulage): readonly Drawn[] => [
  ...routes.map(({ name, line }): Drawn => ({ id: `route ${name}`, name, kind: 'route', of: 'line', points: line })),
  ...sites.map(({ name, area }): Drawn => ({ id: `site ${name}`, name, kind: 'site', of: 'area', points: area })),
  ...disposals.map(({ name, area }): Drawn => ({ id: `disposal ${name}`, name, kind: 'disposal', of: 'area', points: area })),
]
