import { KINDS, type Kind, type Row } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Empty, Flex, Input, Segmented, Skeleton, Table, Tag, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link, Navigate, useNavigate, useParams } from 'react-router'
import { withQuery } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { NotFound } from '../app/not-found.tsx'
import { PageHead } from '../app/page.tsx'
import { usePhone } from '../app/phone.ts'
import { useAsked, type Asked } from '../piece/asked.ts'
import { minuteOf } from '../piece/moment.ts'
import { Pager } from '../piece/pager.tsx'
import { RecordDrawer } from './record-drawer.tsx'
import { fieldsOf, isKind, LISTED, mayChange } from './register-fields.ts'
import { SheetDialog } from './sheet-dialog.tsx'
import { wordsOf } from './show-record.ts'
import { registerQuery } from './truck-queries.ts'
import { TruckTabs } from './truck-tabs.tsx'
import '../desk/cases.css'

const STANDING = [{ value: '', label: '在册' }, { value: 'yes', label: '已注销' }, { value: 'all', label: '全部' }]

/** The register of one kind (渣土运输登记). */
export function Component() {
  const { kind } = useParams()
  if (kind === undefined) return <Navigate to="/trucks/register/vehicle" replace />
  return isKind(kind) ? <Register key={kind} kind={kind} /> : <NotFound />
}

function Register({ kind }: { readonly kind: Kind }) {
  const { person } = useMe()
  const { asked, ask } = useAsked()
  const navigate = useNavigate()
  const isPhone = usePhone()
  const register = useQuery(registerQuery(kind, asked))
  const [opened, open] = useState<'record' | 'sheet'>()
  const may = mayChange(person.posts, kind)
  return (
    <>
      <PageHead title="渣土车监管" note={register.data === undefined ? undefined : `${KINDS[kind]} ${register.data.total} 项${asked['ended'] === undefined ? '在册' : ''}`}>
        {!isPhone && <Link to="/public/haulage"><Button>对外公示</Button></Link>}
        <Button icon={<DownloadOutlined />} href={withQuery(`/api/trucks/register/${kind}/export.csv`, { search: asked['search'], ended: asked['ended'], of: asked['of'] })} download>导出</Button>
        {may && <Button onClick={() => open('sheet')}>导入</Button>}
        {may && <Button type="primary" onClick={() => open('record')}>登记{KINDS[kind]}</Button>}
      </PageHead>
      <TruckTabs />
      <Card size="small" style={{ marginBottom: 12 }}>
        <Flex gap={12} wrap align="center">
          <Segmented aria-label="是否在册" value={asked['ended'] ?? ''} onChange={(ended) => ask({ ended })} options={STANDING} />
          <Input.Search key={asked['search'] ?? ''} defaultValue={asked['search'] ?? ''} allowClear enterButton="查询" placeholder="名称、号牌、编号或者登记内容" maxLength={100} onSearch={(search) => ask({ search: search.trim() })} style={{ maxWidth: 340 }} />
          {asked['of'] !== undefined && <Tag closable onClose={() => ask({ of: undefined })}>只看相关的登记</Tag>}
        </Flex>
      </Card>
      {register.isError && <Failure error={register.error} retry={() => void register.refetch()} />}
      <Card size="small" className="list-card">
        <Rows kind={kind} rows={register.data?.rows} isLoading={register.isFetching} empty={emptyWords(kind, asked, may)} />
        {register.data !== undefined && register.data.total > 0 && <Pager total={register.data.total} asked={asked} ask={ask} />}
      </Card>
      <RecordDrawer kind={kind} isOpen={opened === 'record'} close={() => open(undefined)} onSaved={({ row }) => void navigate(`/trucks/register/${kind}/${row.id}`)} />
      <SheetDialog kind={kind} isOpen={opened === 'sheet'} close={() => open(undefined)} />
    </>
  )
}

const NARROWING = ['search', 'ended', 'of']
function emptyWords(kind: Kind, asked: Asked, may: boolean): string {
  if (NARROWING.some((name) => asked[name] !== undefined)) return `没有符合条件的${KINDS[kind]}；可以放宽条件后再查询`
  return `还没有登记过${KINDS[kind]}${may ? '；可以逐项登记，或者从表格导入' : ''}`
}

interface Listed {
  readonly kind: Kind
  readonly rows: readonly Row[] | undefined
  readonly isLoading: boolean
  readonly empty: string
}
function Rows({ kind, rows, isLoading, empty }: Listed) {
  const isPhone = usePhone()
  if (rows === undefined) return isLoading ? <Skeleton active paragraph={{ rows: 8 }} /> : null
  if (!isPhone) return <Table<Row> rowKey="id" size="middle" dataSource={[...rows]} columns={columnsFor(kind)} loading={isLoading} pagination={false} scroll={{ x: 900 }} locale={{ emptyText: <Empty description={empty} /> }} />
  if (rows.length === 0) return <Empty description={empty} />
  return (
    <ul className="plain-list" aria-label={KINDS[kind]}>
      {rows.map((row) => (
        <li key={row.id} style={{ marginBottom: 8 }}>
          <Link to={`/trucks/register/${kind}/${row.id}`} style={{ color: 'inherit' }}>
            <Card size="small">
              <Flex justify="space-between" gap={8}><b className="break">{row.title}</b><Standing row={row} /></Flex>
              {listedOf(kind).map((field) => ({ field, words: wordsOf(field, row.data[field.name], row.names) })).filter(({ words }) => words !== '').map(({ field, words }) => <div key={field.name} className="break"><span className="quiet">{field.label} </span>{words}</div>)}
            </Card>
          </Link>
        </li>
      ))}
    </ul>
  )
}

const listedOf = (kind: Kind) => fieldsOf(kind).filter(({ name }) => LISTED[kind].includes(name))
function columnsFor(kind: Kind): TableColumnsType<Row> {
  return [
    { title: KINDS[kind], key: 'title', render: (_, { id, title }) => <Link to={`/trucks/register/${kind}/${id}`} className="break">{title}</Link> },
    ...listedOf(kind).map((field) => ({ title: field.label, key: field.name, className: 'number break', ...(field.asks.as === 'number' ? { align: 'right' as const, width: 140 } : {}), render: (_: unknown, row: Row) => wordsOf(field, row.data[field.name], row.names) || <span className="quiet">—</span> })),
    { title: '最近登记', key: 'at', width: 190, render: (_, { by, at }) => <span className="quiet number">{minuteOf(at)} {by}</span> },
    { title: '状态', key: 'ended', width: 90, render: (_, row) => <Standing row={row} /> },
  ]
}

function Standing({ row: { ended } }: { readonly row: Pick<Row, 'ended'> }) {
  return ended === undefined ? <Tag color="success" style={{ margin: 0 }}>在册</Tag> : <Tag style={{ margin: 0 }} title={ended}>已注销</Tag>
}
