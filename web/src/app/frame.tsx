import type { Me } from '@zhunsheng/bureau/modules/officers/wire.ts'
import { DownOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Dropdown, Layout, Menu, Skeleton } from 'antd'
import { useState } from 'react'
import { Link, Navigate, Outlet, ScrollRestoration, useLocation, useNavigate } from 'react-router'
import { Problem, remove } from '../api.ts'
import { meQuery } from '../queries.ts'
import { DemoMark } from './demo-mark.tsx'
import { Failure } from './failure.tsx'
import { PLACES, placeOf } from './menu.tsx'
import { MeContext } from './me.ts'
import { LineChip } from '../offline/line-chip.tsx'
import { bearer, clearShelf } from '../offline/shelf.ts'
import { usePhone } from './phone.ts'
import { PasswordForm } from '../people/password-form.tsx'
import './frame.css'

/** So many places a phone shows below; the others stand under the name of whoever is logged in. */
const AT_THE_THUMB = 5

/** The frame of the office: who is logged in, where one can go (框架). Without a session it leads to the log-in page and back. */
export function Frame() {
  const me = useQuery(meQuery)
  const { pathname, search } = useLocation()
  if (me.isError && me.error instanceof Problem && me.error.isOf('not-logged-in')) return <Navigate to={`/login?to=${encodeURIComponent(pathname + search)}`} replace />
  if (me.data === undefined) return <div style={{ padding: 24 }}>{me.isError ? <Failure error={me.error} retry={() => void me.refetch()} /> : <Skeleton active />}</div>
  return (
    <MeContext value={me.data}>
      <a className="skip" href="#content">跳到正文</a>
      <Office me={me.data} />
      <ScrollRestoration />
    </MeContext>
  )
}

function Office({ me }: { readonly me: Me }) {
  const isPhone = usePhone()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const chosen = placeOf(pathname)
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <Bar me={me} />
      <Layout>
        {!isPhone && (
          <Layout.Sider width={188} theme="light" className="side no-print">
            <nav aria-label="主菜单">
              <Menu mode="inline" selectedKeys={[chosen]} onClick={({ key }) => void navigate(key)} items={PLACES.map(({ path, name, icon }) => ({ key: path, label: name, icon }))} />
            </nav>
          </Layout.Sider>
        )}
        <Layout.Content id="content" role="main" className={isPhone ? 'content content-phone' : 'content'}>
          <Outlet />
        </Layout.Content>
      </Layout>
      {isPhone && (
        <nav className="thumb no-print" aria-label="主菜单">
          {PLACES.slice(0, AT_THE_THUMB).map(({ path, name, icon }) => (
            <Link key={path} to={path} aria-current={chosen === path ? 'page' : undefined}>
              {icon}
              <span>{name}</span>
            </Link>
          ))}
        </nav>
      )}
    </Layout>
  )
}

function Bar({ me }: { readonly me: Me }) {
  const isPhone = usePhone()
  const client = useQueryClient()
  const leave = useMutation({ mutationFn: () => remove('/api/session'), onSettled: async () => { await clearShelf(bearer()).catch(() => undefined); client.clear(); window.location.assign('/login') } })
  const [isChanging, changePassword] = useState(false)
  const { person, bureau, today } = me
  return (
    <Layout.Header className="bar no-print">
      <Link to="/" className="bar-name">
        <b>准绳</b>
        {!isPhone && <span>{bureau.name}</span>}
      </Link>
      {bureau.demo && <DemoMark />}
      <span style={{ flex: 1 }} />
      <LineChip />
      {!isPhone && <span className="number bar-day">{today}</span>}
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'post', label: `${person.department} · ${person.postNames.join('、')}`, disabled: true },
            { key: 'certificate', label: certificateLine(me), disabled: true },
            ...(isPhone ? [{ type: 'divider' as const }, ...PLACES.slice(AT_THE_THUMB).map(({ path, name, icon }) => ({ key: path, icon, label: <Link to={path}>{name}</Link> }))] : []),
            { type: 'divider' },
            { key: 'password', label: '修改口令', onClick: () => changePassword(true) },
            { key: 'leave', label: '退出登录', onClick: () => leave.mutate() },
          ],
        }}
      >
        <Button type="text" className="bar-person">
          {person.name}
          {!isPhone && <span className="bar-post">{person.postNames[0]}</span>}
          <DownOutlined aria-hidden style={{ fontSize: 10 }} />
        </Button>
      </Dropdown>
      <PasswordForm whose={isChanging ? 'mine' : undefined} close={() => changePassword(false)} />
    </Layout.Header>
  )
}

const certificateLine = ({ person: { certificate } }: Me): string =>
  certificate === undefined ? '没有行政执法证' : `执法证 ${certificate.number}，${certificate.valid ? `有效至 ${certificate.until}` : '已经失效'}`
