import { TabLinks } from '../piece/tab-links.tsx'

const TABS = [
  { to: '/trucks', name: '预警处置', isExact: true },
  { to: '/trucks/trips', name: '运输趟次' },
  { to: '/trucks/compliance', name: '达标率' },
  { to: '/trucks/manifests', name: '电子联单' },
  { to: '/trucks/register', name: '登记' },
  { to: '/trucks/terminals', name: '车载终端' },
] as const

/** The pages of trucks on their way. */
export function TrackTabs() {
  return <TabLinks label="渣土车监管" tabs={TABS} />
}
