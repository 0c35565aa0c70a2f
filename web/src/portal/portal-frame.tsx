import type { PortalMe } from '@zhunsheng/bureau/modules/portal/wire.ts'
import { BellOutlined, CarOutlined, DownOutlined, FileDoneOutlined, HomeOutlined, LineChartOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Dropdown, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link, Navigate, NavLink, Outlet, ScrollRestoration, useLocation } from 'react-router'
import { Problem, remove } from '../api.ts'
import { DemoMark } from '../app/demo-mark.tsx'
import { Failure } from '../app/failure.tsx'
import '../app/frame.css'
import { OwnPasswordForm } from './own-password.tsx'
import { PortalMeContext } from './portal-me.ts'
import { portalMeQuery } from './portal-queries.ts'
import './portal.css'

const PLACES: readonly { readonly to: string; readonly name: string; readonly icon: ReactNode }[] = [
  { to: '/enterprise', name: '首页', icon: <HomeOutlined /> },
  { to: '/enterprise/alarms', name: '预警', icon: <BellOutlined /> },
  { to: '/enterprise/manifests', name: '联单', icon: <FileDoneOutlined /> },
  { to: '/enterprise/vehicles', name: '车辆', icon: <CarOutlined /> },
  { to: '/enterprise/trips', name: '达标', icon: <LineChartOutlined /> },
]

/** The frame of an enterprise's pages (企业端框架): made for a telephone, and wider on a desk. Without a session it leads to its log-in. */
export function Component() {
  const me = useQuery(portalMeQuery)
  const { pathname, search } = useLocation()
  if (me.isError && me.error instanceof Problem && me.error.isOf('not-logged-in')) return <Navigate to={`/enterprise/login?to=${encodeURIComponent(pathname + search)}`} replace />
  if (me.data === undefined) return <div style={{ padding: 24 }}>{me.isError ? <Failure error={me.error} retry={() => void me.refetch()} /> : <Skeleton active />}</div>
  return (
    <PortalMeContext value={me.data}>
      <a className="skip" href="#content">跳到正文</a>
      <Bar me={me.data} />
      <main id="content" className="portal-main"><Outlet /></main>
      <nav className="thumb portal-thumb no-print" aria-label="主菜单">
        {PLACES.map(({ to, name, icon }) => <NavLink key={to} to={to} end={to === '/enterprise'}>{icon}<span>{name}</span></NavLink>)}
      </nav>
      <ScrollRestoration />
    </PortalMeContext>
  )
}

function Bar({ me: { name, enterprise, bureau } }: { readonly me: PortalMe }) {
  const client = useQueryClient()
  const [isChanging, change] = useState(false)
  const leave = useMutation({ mutationFn: () => remove('/api/portal/session'), onSettled: () => { client.clear(); window.location.assign('/enterprise/login') } })
  return (
    <header className="portal-bar no-print">
      <div className="portal-width">
        <Link to="/enterprise"><b>{enterprise}</b><small>渣土运输企业端 · {bureau.name}</small></Link>
        {bureau.demo && <DemoMark />}
        <span style={{ flex: 1 }} />
        <nav className="portal-places" aria-label="栏目">{PLACES.map(({ to, name: place }) => <NavLink key={to} to={to} end={to === '/enterprise'}>{place}</NavLink>)}</nav>
        <Dropdown trigger={['click']} menu={{ items: [{ key: 'password', label: '修改口令', onClick: () => change(true) }, { key: 'leave', label: '退出登录', onClick: () => leave.mutate() }] }}>
          <Button type="text" className="bar-person">{name} <DownOutlined aria-hidden style={{ fontSize: 10 }} /></Button>
        </Dropdown>
      </div>
      <OwnPasswordForm isOpen={isChanging} close={() => change(false)} />
    </header>
  )
}
