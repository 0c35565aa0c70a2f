import { Button, Result } from 'antd'
import { useEffect } from 'react'
import { Link, useRouteError } from 'react-router'

export function NotFound() {
  return <Result status="404" title="没有这个页面" subTitle="请核对网址，或者回到工作台。" extra={<Link to="/"><Button type="primary">回到工作台</Button></Link>} />
}

/** What is shown when a page itself breaks, or its code cannot be fetched after an upgrade. */
export function Broken() {
  const error = useRouteError()
  const isStale = error instanceof TypeError && /import|fetch|load/i.test(error.message)
  useEffect(() => {
    if (isStale && isFirstTry()) window.location.reload()
  }, [isStale])
  return (
    <Result
      status="warning"
      title={isStale ? '系统已经更新' : '页面出错'}
      subTitle={isStale ? '请刷新页面载入新版本，已经填写的内容保存在本机。' : '请刷新页面；如仍出现，请告知管理员。已经填写的内容保存在本机。'}
      extra={<Button type="primary" onClick={() => window.location.reload()}>刷新页面</Button>}
    />
  )
}

const TRIED = 'reloaded-at'
const AGAIN_AFTER_MS = 60_000
/** A page whose code cannot be fetched is loaded anew once by itself; whoever is still stuck within a minute decides himself. */
function isFirstTry(): boolean {
  const last = Number(sessionStorage.getItem(TRIED) ?? 0)
  sessionStorage.setItem(TRIED, String(Date.now()))
  return Date.now() - last > AGAIN_AFTER_MS
}
