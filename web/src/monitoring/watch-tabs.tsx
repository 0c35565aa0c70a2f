import { TabLinks } from '../piece/tab-links.tsx'
import './monitoring.css'

const TABS = [
  { to: '/monitoring', name: '监控事件', isExact: true },
  { to: '/monitoring/devices', name: '监控设备' },
  { to: '/monitoring/sources', name: '报送来源' },
] as const

/** The three lists of electronic monitoring. */
export function WatchTabs() {
  return <TabLinks label="非现场执法" tabs={TABS} />
}
