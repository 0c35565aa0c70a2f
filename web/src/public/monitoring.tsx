import type { PublicEvent, PublicDevices } from '@zhunsheng/bureau/modules/monitoring/wire.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Empty, Flex, Form, Input, Skeleton } from 'antd'
import { useEffect } from 'react'
import { get, post } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { MonitoredRecord } from './monitored-record.tsx'

interface Asked {
  readonly number: string
  readonly secret: string
}

/** The window of electronic monitoring (非现场执法公示): look up and answer without an account; where the devices stand. */
export function Component() {
  const [form] = Form.useForm<Asked>()
  const lookup = useMutation({ mutationFn: (asked: Asked) => post<PublicEvent>('/api/public/monitoring/lookup', asked) })
  useEffect(() => {
    document.title = '电子技术监控查询'
  }, [])
  const asked = lookup.variables
  return (
    <>
      <h1>电子技术监控记录查询、陈述和申辩</h1>
      <section className="public-item">
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(given) => lookup.mutate(given)}>
          <Flex gap="0 16px" wrap>
            <Form.Item name="number" label="事件编号" style={{ flex: '1 1 240px' }} rules={[{ required: true, message: '请填写告知书上的事件编号' }]}><Input size="large" maxLength={40} placeholder="JK20210820-…" autoComplete="off" /></Form.Item>
            <Form.Item name="secret" label="号牌号码或者查询码" style={{ flex: '1 1 200px' }} rules={[{ required: true, message: '请填写号牌号码或者查询码' }]}><Input size="large" maxLength={20} autoComplete="off" /></Form.Item>
            <Form.Item style={{ alignSelf: 'end' }}><Button size="large" type="primary" htmlType="submit" loading={lookup.isPending}>查询</Button></Form.Item>
          </Flex>
        </Form>
        <p style={{ margin: 0 }}>不需要登录。对记录的事实、理由有意见的，查询后可以在线陈述、申辩，不限次数，也可以到窗口或者来电提出；本机关不得因此给予更重的处罚（《行政处罚法》第四十一条、第四十五条）。</p>
      </section>
      {lookup.isError && <Failure error={lookup.error} />}
      {lookup.data !== undefined && asked !== undefined && <MonitoredRecord key={lookup.data.number} record={lookup.data} asked={asked} refresh={() => lookup.mutate(asked)} />}
      <Places />
    </>
  )
}

function Places() {
  const devices = useQuery({ queryKey: ['public', 'monitoring', 'devices'], queryFn: () => get<PublicDevices>('/api/public/monitoring/devices') })
  return (
    <section aria-labelledby="places">
      <h2 id="places" style={{ fontSize: '1.2em', margin: '24px 0 8px' }}>电子技术监控设备设置地点</h2>
      {devices.isError && <Failure error={devices.error} retry={() => void devices.refetch()} />}
      {devices.isPending && <Skeleton active />}
      {devices.data?.rows.length === 0 && <Empty description="目前没有在用的监控设备" />}
      <ul className="plain-list">
        {devices.data?.rows.map(({ identifier, kind, name, place, plate, position, publishedOn, basis }) => (
          <li key={identifier} className="public-item">
            <h2>{place}{plate !== undefined && `（${plate}）`}</h2>
            <div className="public-meta">
              <span>{kind}：{name}</span>
              <span className="number">编号 {identifier}</span>
              {position !== undefined && <span className="number">位置 {position}</span>}
              <span className="number">{publishedOn} 公布</span>
              {basis !== '' && <span>依据 {basis}</span>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
