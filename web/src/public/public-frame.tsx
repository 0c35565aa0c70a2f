import { FontSizeOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useState } from 'react'
import { Link, NavLink, Outlet, ScrollRestoration } from 'react-router'
import { DemoMark } from '../app/demo-mark.tsx'
import { themeOf } from '../app/theme.ts'
import { bureauQuery } from '../queries.ts'
import './public.css'

const PLACES = [{ to: '/public', name: '执法决定' }, { to: '/public/catalogue', name: '执法依据和程序' }, { to: '/public/benchmarks', name: '裁量权基准' }, { to: '/public/monitoring', name: '监控查询、申辩' }, { to: '/public/haulage', name: '渣土运输' }, { to: '/public/tipoff', name: '举报渣土车' }, { to: '/public/slip', name: '缴款查询' }, { to: '/public/repair', name: '信用修复' }, { to: '/public/data', name: '开放数据' }]
const LARGE = 'zhunsheng.large-text'

/** The window to the public (公示窗口): no log-in, one column, and a large-text edition (长者版) with nothing left out. */
export function Component() {
  const bureau = useQuery(bureauQuery)
  const [isLarge, enlarge] = useState(() => localStorage.getItem(LARGE) === 'true')
  const change = () => {
    localStorage.setItem(LARGE, String(!isLarge))
    enlarge(!isLarge)
  }
  const name = bureau.data?.name ?? ''
  return (
    <ConfigProvider locale={zhCN} theme={themeOf(isLarge)} button={{ autoInsertSpace: false }}>
      <div className={isLarge ? 'public public-large' : 'public'}>
        <a className="skip" href="#content">跳到正文</a>
        <header className="public-head no-print">
          <div className="public-width">
            <Link to="/public"><b>{name}</b><span>行政执法公示</span></Link>
            {bureau.data?.demo === true && <DemoMark />}
            <span style={{ flex: 1 }} />
            <Button ghost icon={<FontSizeOutlined aria-hidden />} aria-pressed={isLarge} onClick={change}>{isLarge ? '标准版' : '长者版'}</Button>
          </div>
        </header>
        <nav className="public-places no-print" aria-label="公示栏目">
          <div className="public-width">{PLACES.map(({ to, name: place }) => <NavLink key={to} to={to} end={to === '/public'}>{place}</NavLink>)}</div>
        </nav>
        <main id="content" className="public-width public-main"><Outlet /></main>
        <footer className="public-foot no-print">
          <div className="public-width">
            <p>主办：{name}</p>
            <p>依照《行政处罚法》第三十九条、第四十八条公示；自然人的姓名、证件号码和住址已经隐去；决定后来变更或者撤销的，撤回公示并写明理由。</p>
            <p><Link to="/public/lists">重大执法决定目录和音像记录事项清单</Link>　<Link to="/public/devolutions">下放和委托</Link>　<a href="/api/public/checkpoint">存证日志检查点</a>　<a href="/api/public/log-keys">存证公钥</a>　<a href="/verify.html">案卷包离线核验</a>　<Link to="/enterprise">渣土运输企业入口</Link>　<Link to="/">工作人员入口</Link></p>
          </div>
        </footer>
        <ScrollRestoration />
      </div>
    </ConfigProvider>
  )
}
