import { AccountBookOutlined, ApartmentOutlined, AuditOutlined, BarChartOutlined, BookOutlined, ControlOutlined, DatabaseOutlined, DiffOutlined, EnvironmentOutlined, FolderOpenOutlined, GlobalOutlined, HomeOutlined, InboxOutlined, MessageOutlined, NotificationOutlined, PhoneOutlined, SafetyCertificateOutlined, TeamOutlined, TruckOutlined, VideoCameraOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'

export interface Place {
  readonly path: string
  readonly name: string
  readonly icon: ReactNode
}

/** The places of the office (菜单), the most used first; a phone shows the first five at the thumb. */
export const PLACES: readonly Place[] = [
  { path: '/', name: '工作台', icon: <HomeOutlined /> },
  { path: '/street', name: '现场', icon: <EnvironmentOutlined /> },
  { path: '/leads', name: '线索', icon: <InboxOutlined /> },
  { path: '/cases', name: '案件', icon: <FolderOpenOutlined /> },
  { path: '/figures', name: '统计', icon: <BarChartOutlined /> },
  { path: '/matters', name: '权责清单', icon: <BookOutlined /> },
  { path: '/benchmarks', name: '裁量基准', icon: <ControlOutlined /> },
  { path: '/consistency', name: '同案同罚', icon: <DiffOutlined /> },
  { path: '/lists', name: '目录清单', icon: <AuditOutlined /> },
  { path: '/devolutions', name: '下放镇街', icon: <ApartmentOutlined /> },
  { path: '/monitoring', name: '非现场执法', icon: <VideoCameraOutlined /> },
  { path: '/trucks', name: '渣土车监管', icon: <TruckOutlined /> },
  { path: '/orders', name: '外部工单', icon: <PhoneOutlined /> },
  { path: '/payments', name: '罚款收缴', icon: <AccountBookOutlined /> },
  { path: '/messages', name: '短信提醒', icon: <MessageOutlined /> },
  { path: '/publicity', name: '执法公示', icon: <NotificationOutlined /> },
  { path: '/credit', name: '信用双公示', icon: <SafetyCertificateOutlined /> },
  { path: '/keeping', name: '档案保管', icon: <DatabaseOutlined /> },
  { path: '/people', name: '人员', icon: <TeamOutlined /> },
  { path: '/public', name: '公示窗口', icon: <GlobalOutlined /> },
]

/** The place under which an address stands. */
export const placeOf = (pathname: string): string => PLACES.findLast(({ path }) => (path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`)))?.path ?? '/'
