import { useQuery } from '@tanstack/react-query'
import { Alert, Card, Empty, Flex, Input, Skeleton, Table, Tag } from 'antd'
import { Link } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { PageHead } from '../app/page.tsx'
import { useAsked } from '../piece/asked.ts'
import { momentOf } from '../piece/moment.ts'
import { Pager } from '../piece/pager.tsx'
import { DriverHints } from './driver-look.tsx'
import { SafetyHints } from './safety-hints.tsx'
import { heldQuery, terminalsQuery } from './track-queries.ts'
import { SettingsCard } from './settings-card.tsx'
import { SharingProcesses } from './sharing-processes.tsx'
import { TrackTabs } from './track-tabs.tsx'

/** Who is on line, who is unknown, and what the gateway counted (车载终端). */
export function Component() {
  const { asked, ask } = useAsked()
  const terminals = useQuery(terminalsQuery)
  const held = useQuery(heldQuery(asked))
  return (
    <>
      <PageHead title="渣土车监管" note={terminals.data === undefined ? undefined : `在线终端 ${terminals.data.online.length} 台`} />
      <TrackTabs />
      {terminals.isError && <Failure error={terminals.error} retry={() => void terminals.refetch()} />}
      {terminals.isPending && <Skeleton active />}
      {terminals.data?.listens.length === 0 && <Alert type="info" showIcon style={{ marginBottom: 12 }} title="没有开启终端接入" description={`${terminals.data.processes === undefined ? '启动时加上 --terminal-port 端口' : '请启动接收终端的进程（npm start -- --role gateway --terminal-port 端口）'}，终端（JT/T 808-2011、2013、2019，TCP 或者 UDP）即可接入；终端号先在车辆登记中填写。`} />}
      {terminals.data !== undefined && (
        <Flex vertical gap={12}>
          <Card size="small" title="在线终端" extra={<span className="quiet">{terminals.data.listens.join('，')}</span>}>
            <Table size="small" rowKey="terminal" dataSource={terminals.data.online} pagination={{ pageSize: 20, hideOnSinglePage: true }} scroll={{ x: 'max-content' }} locale={{ emptyText: <Empty description="没有终端在线" /> }} columns={[{ title: '号牌', dataIndex: 'plate' }, { title: '终端号', dataIndex: 'terminal', render: (terminal: string) => <Link to={`/trucks/terminals/${terminal}`}>{terminal}</Link> }, { title: '标准', dataIndex: 'edition', render: (edition: number) => `JT/T 808-${edition}` }, { title: '来自', dataIndex: 'address' }, { title: '最近通信', dataIndex: 'last', render: momentOf }]} />
          </Card>
          {terminals.data.processes !== undefined && <SharingProcesses processes={terminals.data.processes} />}
          <Card size="small" title={terminals.data.processes === undefined ? '启动以来的网关计数' : '各进程启动以来的计数之和'}>
            {terminals.data.counts.length === 0 ? <span className="quiet">还没有通信</span> : <Flex gap={6} wrap>{terminals.data.counts.map(({ key, name, count }) => <Tag key={key} style={{ margin: 0 }}>{name} <b className="number">{count}</b></Tag>)}</Flex>}
          </Card>
        </Flex>
      )}
      <DriverHints />
      <SafetyHints />
      <Card size="small" title="没有登记或者没有鉴权的终端" style={{ marginTop: 12 }} extra={<Input.Search allowClear placeholder="终端号或者内容" maxLength={100} onSearch={(search) => ask({ search })} style={{ maxWidth: 220 }} />}>
        {held.isError && <Failure error={held.error} retry={() => void held.refetch()} />}
        {held.data?.rows.length === 0 && <Empty description="没有不明终端" />}
        <ul className="plain-list" style={{ display: 'grid', gap: 8 }}>{held.data?.rows.map(({ terminal, said, times, last }) => <li key={terminal}><b className="number">{terminal}</b>　{said}<div className="quiet number">{times} 次，最近 {momentOf(last)}</div></li>)}</ul>
        {held.data !== undefined && held.data.total > 0 && <Pager total={held.data.total} asked={asked} ask={ask} />}
      </Card>
      <SettingsCard />
    </>
  )
}
