import { NavLink } from 'react-router'
import './monitoring.css'

const TABS = [
  { to: '/monitoring', name: '监控事件' },
  { to: '/monitoring/devices', name: '监控设备' },
  { to: '/monitoring/sources', name: '报送来源' },
] as const

/** The three lists of electronic monitoring. */
export function WatchTabs() {
  return <nav className="watch-tabs no-print" aria-label="非现场执法">{TABS.map(({ to, name }) => <NavLink key={to} to={to} end>{name}</NavLink>)}</nav>
}

const MOMENT = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Asia/Shanghai' })
/** A moment in the bureau's own time, to the second, whatever the machine's zone. */
export const momentOf = (iso: string): string => MOMENT.format(new Date(iso))
