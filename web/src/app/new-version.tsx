import { Button, Flex } from 'antd'
import { useRegisterSW } from 'virtual:pwa-register/react'
import './new-version.css'

/** Tells that a newer version of the page waits (新版本); it comes when the person says so, never in the middle of a form. */
export function NewVersion() {
  const { needRefresh: [isReady, setReady], updateServiceWorker } = useRegisterSW()
  if (!isReady) return null
  return (
    <div className="new-version no-print" role="status">
      <Flex gap={10} align="center">
        <span style={{ flex: 1 }}>系统有新版本</span>
        <Button size="small" type="primary" onClick={() => void updateServiceWorker(true)}>更新</Button>
        <Button size="small" onClick={() => setReady(false)}>稍后</Button>
      </Flex>
    </div>
  )
}
