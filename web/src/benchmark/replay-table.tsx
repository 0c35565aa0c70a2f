import { CHANGES, type OutcomeView, type ReplayedView } from '@zhunsheng/bureau/modules/discretion/wire.ts'
import { Table, Tag } from 'antd'
import { Link } from 'react-router'

const COLOURS = { heavier: 'error', lighter: 'success', mixed: 'warning', unanswered: 'default' } as const
const KINDS = ['heavier', 'lighter', 'mixed', 'unanswered'] as const

/** The cases that come out otherwise, the greatest difference first, each with its dossier (结果不同的案件). */
export function ReplayTable({ rows, before: old, after: tried }: { readonly rows: readonly ReplayedView[]; /** What both versions are called. */ readonly before: string; readonly after: string }) {
  return (
    <Table<ReplayedView>
      size="small"
      rowKey="id"
      dataSource={[...rows]}
      scroll={{ x: 760 }}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showTotal: (total) => `共 ${total} 件` }}
      columns={[
        { title: '案件', width: 130, render: (_, { id, number, decidedOn }) => <><Link to={`/cases/${id}`}>{number}</Link><div className="note number">{decidedOn} 决定</div></> },
        { title: '变化', width: 96, filters: KINDS.map((value) => ({ value, text: CHANGES[value] })), onFilter: (value, row) => row.change === value, render: (_, { change }) => <Tag color={COLOURS[change]}>{CHANGES[change]}</Tag> },
        { title: old, render: (_, { before }) => <Outcome outcome={before} /> },
        { title: tried, render: (_, { after }) => <Outcome outcome={after} /> },
        { title: '下限、上限变动（元）', width: 160, align: 'right', className: 'number', sorter: (a, b) => differenceOf(a) - differenceOf(b), render: (_, { moved }) => (moved === undefined ? '—' : <>{signed(moved.low)}<br />{signed(moved.high)}</>) },
        { title: '实际罚款（元）', width: 150, align: 'right', className: 'number', render: (_, { fine, fineStands }) => <>{fine ?? '—'}{fineStands === false && <div className="note">不在 {tried} 的幅度内</div>}</> },
      ]}
    />
  )
}

const Outcome = ({ outcome: { says, row } }: { readonly outcome: OutcomeView }) => <>{says}{row !== undefined && <div className="note">第 {row} 行</div>}</>
/** How far both ends move; where a version gives no answer there is no difference to order by. */
const differenceOf = ({ moved }: ReplayedView): number => (moved === undefined ? -1 : Math.abs(Number(moved.low)) + Math.abs(Number(moved.high)))
const signed = (amount: string): string => (amount.startsWith('-') || Number(amount) === 0 ? amount : `+${amount}`)
