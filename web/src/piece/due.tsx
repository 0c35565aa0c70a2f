import { ClockCircleOutlined, ExclamationCircleFilled, PauseCircleOutlined, CheckCircleOutlined } from '@ant-design/icons'
import type { Obligation } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { Tag } from 'antd'
import { daysBetween, dueInWords, SOON_DAYS } from './due-words.ts'

/** A due day with how much time is left (到期日). */
export function Due({ due, today }: { readonly due: string; readonly today: string }) {
  const days = daysBetween(today, due)
  const color = days < 0 ? 'error' : days <= SOON_DAYS ? 'warning' : 'default'
  return (
    <span className="number" style={{ whiteSpace: 'nowrap' }}>
      {due}{' '}
      <Tag color={color} icon={days < 0 ? <ExclamationCircleFilled aria-hidden /> : <ClockCircleOutlined aria-hidden />} style={{ margin: 0 }}>
        {dueInWords(due, today)}
      </Tag>
    </span>
  )
}

const STANDINGS = {
  owed: { name: '应当履行', color: 'processing', icon: <ClockCircleOutlined aria-hidden /> },
  overdue: { name: '已经逾期', color: 'error', icon: <ExclamationCircleFilled aria-hidden /> },
  suspended: { name: '期限中止', color: 'default', icon: <PauseCircleOutlined aria-hidden /> },
  met: { name: '已经履行', color: 'success', icon: <CheckCircleOutlined aria-hidden /> },
  'met-late': { name: '逾期履行', color: 'warning', icon: <ExclamationCircleFilled aria-hidden /> },
} as const

/** How a duty stands (履行情况). */
export function Standing({ standing }: { readonly standing: Obligation['standing'] }) {
  const { name, color, icon } = STANDINGS[standing]
  return <Tag color={color} icon={icon} style={{ margin: 0 }}>{name}</Tag>
}
