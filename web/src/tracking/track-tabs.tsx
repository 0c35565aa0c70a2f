import { useMe } from '../app/me.ts'
import { TabLinks } from '../piece/tab-links.tsx'

/** A track is shown to those who look into what happened; who looked, to those who watch over them. */
const TRACKERS: readonly string[] = ['officer', 'teamLeader', 'legalReviewer', 'bureauLeader']
export const maySeeTracks = (posts: readonly string[]): boolean => posts.some((post) => TRACKERS.includes(post))

const TABS: readonly { readonly to: string; readonly name: string; readonly isExact?: boolean; readonly by?: readonly string[] }[] = [
  { to: '/trucks', name: '预警处置', isExact: true },
  { to: '/trucks/tipoffs', name: '群众举报' },
  { to: '/trucks/live', name: '实时监控' },
  { to: '/trucks/track', name: '轨迹回放', by: TRACKERS },
  { to: '/trucks/trips', name: '运输趟次' },
  { to: '/trucks/compliance', name: '达标率' },
  { to: '/trucks/manifests', name: '电子联单' },
  { to: '/trucks/register', name: '登记' },
  { to: '/trucks/portal', name: '企业端' },
  { to: '/trucks/terminals', name: '车载终端' },
  { to: '/trucks/looks', name: '查看记录', by: ['legalReviewer', 'bureauLeader', 'supervisor'] },
]

/** The pages of trucks on their way. */
export function TrackTabs() {
  const { person } = useMe()
  return <TabLinks label="渣土车监管" tabs={TABS.filter(({ by }) => by === undefined || person.posts.some((post) => by.includes(post)))} />
}
