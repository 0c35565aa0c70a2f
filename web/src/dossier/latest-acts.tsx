import type { RecordedAct } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { Card } from 'antd'
import { Link, useSearchParams } from 'react-router'

const SHOWN = 5

/** The latest acts in short; the whole record is one tab further (最近办理). */
export function LatestActs({ acts }: { readonly acts: readonly RecordedAct[] }) {
  const [search] = useSearchParams()
  const whole = new URLSearchParams({ ...Object.fromEntries(search), tab: 'record' })
  return (
    <Card size="small" title="最近办理" extra={<Link to={`?${whole.toString()}`} preventScrollReset replace>全部 {acts.length} 项</Link>}>
      <ul className="plain-list">
        {acts.slice(-SHOWN).toReversed().map(({ seq, name, on, by }) => (
          <li key={seq} className="row-line">
            <b>{name}</b> <span className="quiet"><span className="number">{on}</span>　{by.map((one) => one.name).join('、')}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
