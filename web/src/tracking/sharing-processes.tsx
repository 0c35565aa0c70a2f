import type { Terminals } from '@zhunsheng/bureau/modules/terminals/wire.ts'
import { Alert, Card, Flex, Table, Tag } from 'antd'
import { momentOf } from '../piece/moment.ts'

type Process = NonNullable<Terminals['processes']>[number]
const ROLES: Readonly<Record<string, string>> = { all: '全部', web: '页面', gateway: '接收终端', worker: '处理定位' }

/** The processes that share the trucks, and what each has counted (分担的进程). Without anybody who judges, no position is answered. */
export function SharingProcesses({ processes }: { readonly processes: readonly Process[] }) {
  return (
    <Card size="small" title="分担的进程">
      {!processes.some(({ partitions }) => partitions > 0) && <Alert type="error" showIcon style={{ marginBottom: 12 }} title="没有处理定位的进程" description="终端的定位没有保存，也没有应答，终端会再次发送。请启动处理进程：npm start -- --role worker。" />}
      <Table
        size="small" rowKey="id" dataSource={[...processes]} pagination={{ pageSize: 20, hideOnSinglePage: true }} scroll={{ x: 'max-content' }}
        columns={[
          { title: '进程', dataIndex: 'id' },
          { title: '角色', dataIndex: 'role', render: (role: string) => ROLES[role] ?? role },
          { title: '启动于', dataIndex: 'since', render: momentOf },
          { title: '分区', dataIndex: 'partitions', render: (partitions: number) => (partitions === 0 ? '—' : `${partitions} 个`) },
          { title: '转发计数', key: 'counts', render: (_: unknown, { counts }: Process) => <Flex gap={6} wrap>{counts.filter(({ key }) => key.startsWith('relay.')).map(({ key, name, count }) => <Tag key={key} style={{ margin: 0 }}>{name} <b className="number">{count}</b></Tag>)}</Flex> },
        ]}
      />
    </Card>
  )
}
