import type { Settings } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Tag } from 'antd'
import { get } from '../api.ts'
import { Failure } from '../app/failure.tsx'

/** How the trucks are watched, with the source of every number, and what became of positions (监管配置，只读). */
export function SettingsCard() {
  const settings = useQuery({ queryKey: ['trucks', 'settings'], queryFn: ({ signal }) => get<Settings>('/api/trucks/settings', {}, signal) })
  const late = settings.data?.door.find(({ kind }) => kind === 'late')?.count ?? 0
  return (
    <>
      <Card size="small" title="定位的取舍" style={{ marginTop: 12 }}>
        {settings.isError && <Failure error={settings.error} retry={() => void settings.refetch()} />}
        {settings.data !== undefined && <Flex gap={6} wrap>{settings.data.door.map(({ kind, name, count }) => <Tag key={kind} style={{ margin: 0 }}>{name} <b className="number">{count}</b></Tag>)}</Flex>}
        {late > 0 && <p className="quiet" style={{ margin: '8px 0 0' }}>迟到的 {late} 个定位只作历史保存，没有参与预警判断：那段时间没有预警，不等于没有违规。</p>}
      </Card>
      <Card size="small" title="监管配置" style={{ marginTop: 12 }}>
        <p className="quiet" style={{ marginTop: 0 }}>在服务器的 bureau.json（trucks）中修改，重新启动后生效。</p>
        <ul className="plain-list" style={{ display: 'grid', gap: 8 }}>
          {settings.data?.rows.map(({ group, name, value, source, isOwn }) => (
            <li key={`${group} ${name}`}>
              <span className="quiet">{group}</span>　{name}：<b>{value}</b>
              <div className="quiet">{isOwn && <Tag color="blue">本机关</Tag>}{source}</div>
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}
