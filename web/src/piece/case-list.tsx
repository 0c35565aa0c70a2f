import type { CaseRow } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { Card, Empty, Flex, Skeleton, Table, Tag, type TableColumnsType } from 'antd'
import type { SortOrder } from 'antd/es/table/interface'
import { Link } from 'react-router'
import { useMe } from '../app/me.ts'
import { usePhone } from '../app/phone.ts'
import type { Asked } from './asked.ts'
import { Due } from './due.tsx'

interface Listed {
  readonly rows: readonly CaseRow[] | undefined
  readonly isLoading: boolean
  readonly asked: Asked
  readonly ask: (more: Readonly<Record<string, string | undefined>>) => void
  readonly empty: string
  /** The server sorts; where it does not, the heads of the columns offer nothing. */
  readonly isSortable?: boolean
}

/** Cases as a table, or as cards on a phone, where a table's columns would be one character wide (案件列表). */
export function CaseList({ rows, isLoading, asked, ask, empty, isSortable = true }: Listed) {
  const isPhone = usePhone()
  const { today } = useMe()
  if (rows === undefined) return isLoading ? <Skeleton active paragraph={{ rows: 8 }} /> : null
  if (isPhone) return rows.length === 0 ? <Empty description={empty} /> : <Cards rows={rows} today={today} />
  return (
    <Table<CaseRow>
      rowKey="id"
      size="middle"
      dataSource={[...rows]}
      columns={columnsFor(asked, today, isSortable)}
      loading={isLoading}
      pagination={false}
      scroll={{ x: 1120 }}
      locale={{ emptyText: <Empty description={empty} /> }}
      onChange={(_, __, sorter) => {
        const by = Array.isArray(sorter) ? sorter[0] : sorter
        ask(by?.order === undefined || by.order === null ? { sort: undefined, order: undefined } : { sort: String(by.columnKey), order: by.order === 'ascend' ? 'asc' : 'desc' })
      }}
    />
  )
}

const orderOf = (asked: Asked, key: string): SortOrder => (asked['sort'] !== key ? null : asked['order'] === 'asc' ? 'ascend' : 'descend')

function columnsFor(asked: Asked, today: string, isSortable: boolean): TableColumnsType<CaseRow> {
  const sortable = (key: string) => (isSortable ? { key, sorter: true, sortOrder: orderOf(asked, key), showSorterTooltip: false } : { key })
  return [
    { title: '案号', dataIndex: 'number', ...sortable('number'), width: 190, render: (number: string, { id }) => <Link to={`/cases/${id}`} className="number">{number}</Link> },
    { title: '案由与当事人', key: 'title', render: (_, row) => <><div className="break">{row.title}</div><div className="quiet">{row.matterName}</div></> },
    { title: '阶段', key: 'stage', width: 140, render: (_, row) => <Status row={row} /> },
    { title: '承办人', key: 'officers', width: 110, render: (_, { officers }) => officers.join('、') },
    { title: '开始日期', dataIndex: 'openedOn', ...sortable('openedOn'), width: 120, className: 'number' },
    { title: '决定', dataIndex: 'decidedOn', ...sortable('decidedOn'), width: 130, render: (_, { decidedOn, outcome }) => decidedOn === undefined ? <span className="quiet">—</span> : <><span className="number">{decidedOn}</span><div className="quiet">{outcome}</div></> },
    { title: '罚款（元）', dataIndex: 'fine', ...sortable('fine'), width: 115, align: 'right', className: 'number', render: (fine?: string) => fine ?? '—' },
    { title: '最近到期', dataIndex: 'nextDue', ...sortable('nextDue'), width: 200, render: (due?: string) => due === undefined ? <span className="quiet">—</span> : <Due due={due} today={today} /> },
  ]
}

function Status({ row }: { readonly row: CaseRow }) {
  return <><div>{row.status}</div><div className="quiet">{row.stage}</div></>
}

function Cards({ rows, today }: { readonly rows: readonly CaseRow[]; readonly today: string }) {
  return (
    <ul className="plain-list" aria-label="案件">
      {rows.map((row) => (
        <li key={row.id} style={{ marginBottom: 8 }}>
          <Link to={`/cases/${row.id}`} style={{ color: 'inherit' }}>
            <Card size="small">
              <Flex justify="space-between" gap={8}>
                <span className="quiet number">{row.number}</span>
                <Tag style={{ margin: 0 }}>{row.status}</Tag>
              </Flex>
              <div className="break" style={{ fontWeight: 600, marginBlock: 4 }}>{row.title}</div>
              <div className="quiet">{row.officers.join('、')} · {row.openedOn}{row.fine !== undefined && ` · 罚款 ${row.fine} 元`}</div>
              {row.nextDue !== undefined && <div style={{ marginTop: 6 }}><span className="quiet">最近到期 </span><Due due={row.nextDue} today={today} /></div>}
            </Card>
          </Link>
        </li>
      ))}
    </ul>
  )
}
