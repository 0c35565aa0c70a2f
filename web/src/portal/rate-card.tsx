import type { Rate } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { Card, Progress } from 'antd'
import { Link } from 'react-router'

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** A rate with what stands in its way, each reason open to its trips (达标率和原因). */
export function RateCard({ title, span, rate, target, days }: { readonly title: string; readonly span: string; readonly rate: Rate; readonly target: number; readonly days?: Readonly<Record<'from' | 'until', string>> }) {
  const tripsWith = (more: Readonly<Record<string, string>>) => `/enterprise/trips?${new URLSearchParams({ ...days, ...more }).toString()}`
  return (
    <Card size="small" title={title} extra={<span className="quiet number">{span}</span>}>
      {rate.rate === undefined ? <span className="quiet">这段时间没有运输趟次</span> : (
        <>
          <div style={{ display: 'flex', alignItems: 'baseline', gap: 10, flexWrap: 'wrap' }}><b className="number" style={{ fontSize: 30 }}>{percent(rate.rate)}</b><span>目标 {percent(target)}，{rate.reachesTarget === true ? '已经达到' : '没有达到'}</span></div>
          <Progress percent={rate.rate * 100} success={{ percent: 0 }} showInfo={false} strokeColor={rate.reachesTarget === true ? '#2a7a4b' : '#b3261e'} aria-label={`达标率 ${percent(rate.rate)}`} />
          <p className="number" style={{ margin: '4px 0' }}>{rate.total} 趟：达标 {rate.complied}，不达标 {rate.failed}，无法判定 {rate.unknown}</p>
          {rate.reasons.length > 0 && <ul style={{ margin: 0, paddingInlineStart: 20 }}>{rate.reasons.map(({ link, reason, text, trips }) => <li key={`${link}.${reason}`}><Link to={tripsWith({ reason: `${link}.${reason}` })}>{text}</Link>　<span className="number">{trips} 趟</span></li>)}</ul>}
        </>
      )}
    </Card>
  )
}
