import { CloudSyncOutlined, DisconnectOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link } from 'react-router'
import { useLine } from './line.ts'
import { useEntries } from './use-entries.ts'

/** Whether there is a line, and what waits to be sent; nothing where all is well. */
export function LineChip() {
  const isReached = useLine()
  const entries = useEntries()
  const waiting = entries.filter(({ state }) => state === 'waiting').length
  const stopped = entries.filter(({ state }) => state === 'stopped').length
  if (isReached && waiting === 0 && stopped === 0) return null
  const icon = stopped > 0 ? <ExclamationCircleOutlined /> : isReached ? <CloudSyncOutlined /> : <DisconnectOutlined />
  const words = [...(isReached ? [] : ['离线']), ...(waiting === 0 ? [] : [`待传 ${waiting}`]), ...(stopped === 0 ? [] : [`待处理 ${stopped}`])]
  return <Link to="/street/outbox"><Button size="small" icon={icon} className="line-chip" danger={stopped > 0}>{words.join(' · ')}</Button></Link>
}
