import { KINDS, ROAD_CLASSES, type Kind, type Row } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { PLATE_COLOURS } from '@zhunsheng/law/identifiers/plate.ts'
import { UploadOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Card, Empty, Flex, Form, Input, Modal, Segmented, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { post } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { useAsked } from '../piece/asked.ts'
import { Pager } from '../piece/pager.tsx'
import { momentOf, TrackTabs } from '../tracking/track-tabs.tsx'
import { registerQuery } from './register-queries.ts'
import { SheetDialog } from './sheet-dialog.tsx'

const isKind = (word: string | undefined): word is Kind => word !== undefined && word in KINDS
/** Permits are entered at the window, all else by the team as well; the server decides in any case. */
const mayEnter = (posts: readonly string[], kind: Kind): boolean => posts.includes('windowClerk') || (kind !== 'permit' && posts.includes('teamLeader'))

/** The register of muck trucks (渣土运输登记): enterprises, vehicles, drivers, grounds, ways and permits. */
export function Component() {
  const { person } = useMe()
  const { asked, ask } = useAsked()
  const kind = isKind(asked['kind']) ? asked['kind'] : 'vehicle'
  const { kind: _, ...query } = asked
  const rows = useQuery(registerQuery(kind, query))
  const [isImporting, importing] = useState(false)
  const [ending, end] = useState<Row>()
  const enters = mayEnter(person.posts, kind)
  return (
    <>
      <PageHead title="渣土车监管" note={rows.data === undefined ? undefined : `${KINDS[kind]} ${rows.data.total} 项`}>
        {enters && <Button type="primary" icon={<UploadOutlined />} onClick={() => importing(true)}>导入{KINDS[kind]}</Button>}
      </PageHead>
      <TrackTabs />
      <Card size="small" style={{ marginBottom: 12 }}>
        <Flex gap={12} wrap align="center">
          <Segmented aria-label="登记种类" value={kind} onChange={(value) => ask({ kind: value, search: undefined })} options={Object.entries(KINDS).map(([value, label]) => ({ value, label }))} style={{ maxWidth: '100%', overflowX: 'auto' }} />
          <Segmented aria-label="是否注销" value={asked['ended'] ?? 'no'} onChange={(ended) => ask({ ended })} options={[{ value: 'no', label: '有效' }, { value: 'yes', label: '已注销' }, { value: 'all', label: '全部' }]} />
          <Input.Search key={`${kind} ${asked['search'] ?? ''}`} defaultValue={asked['search'] ?? ''} allowClear enterButton="查询" placeholder="名称、号牌、编号或者内容" maxLength={100} onSearch={(search) => ask({ search })} style={{ maxWidth: 320 }} />
        </Flex>
      </Card>
      {rows.isError && <Failure error={rows.error} retry={() => void rows.refetch()} />}
      {rows.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {rows.data?.rows.length === 0 && <Card><Empty description={`没有符合条件的${KINDS[kind]}`} /></Card>}
      <ul className="plain-list" style={{ display: 'grid', gap: 10 }}>{rows.data?.rows.map((row) => <li key={row.id}><RecordCard row={row} end={enters && row.ended === undefined ? () => end(row) : undefined} /></li>)}</ul>
      {rows.data !== undefined && <Pager total={rows.data.total} asked={asked} ask={ask} />}
      <SheetDialog key={kind} kind={kind} isOpen={isImporting} close={() => importing(false)} />
      {ending !== undefined && <EndDialog kind={kind} row={ending} close={() => end(undefined)} />}
    </>
  )
}

const LABELS: Readonly<Record<string, string>> = {
  creditCode: '统一社会信用代码', contact: '联系人', phone: '电话', enterprise: '企业', tare: '整备质量（千克）', capacity: '核定载质量（千克）', volume: '方量（立方米）', terminal: '终端号', certificate: '从业资格证',
  contractor: '施工单位', operator: '经营单位', address: '地址', quota: '总量（立方米）', width: '宽度（米）', basis: '依据', sign: '标志限速（公里/小时）', site: '工地', disposal: '消纳场', issuer: '核准机关',
}
/** In this order a record is read; the database keeps no order. */
const ORDER = ['plateColour', 'roadClass', 'enterprise', 'site', 'disposal', 'routes', 'contractor', 'operator', 'address', 'creditCode', 'contact', 'phone', 'certificate', 'terminal', 'tare', 'capacity', 'volume', 'quota', 'sign', 'width', 'from', 'hours', 'onlyLoaded', 'basis', 'area', 'line', 'gate', 'issuer', 'vehicles']
const plain = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
/** What a record says, in words; what is drawn is counted by its points. */
function linesOf({ data, names }: Row): readonly string[] {
  return ORDER.flatMap((field): readonly string[] => {
    const value = data[field]
    if (value === undefined) return []
    if (field === 'from') return [`${plain(value)} 至 ${plain(data['until'])}`]
    if (field === 'plateColour' && typeof value === 'string') return [`${Object.entries(PLATE_COLOURS).find(([code]) => code === value)?.[1] ?? value}牌`]
    if (field === 'roadClass' && typeof value === 'string') return [Object.entries(ROAD_CLASSES).find(([code]) => code === value)?.[1] ?? value]
    if (field === 'area' || field === 'line') return Array.isArray(value) ? [`${field === 'area' ? '区域' : '线路'} ${value.length} 个点`] : []
    if (field === 'vehicles' || field === 'routes') return Array.isArray(value) ? [`${field === 'vehicles' ? '车辆' : '路线'}：${value.map((id) => names[String(id)] ?? String(id)).join('、')}`] : []
    if (field === 'gate') return ['已测绘出入口']
    if (field === 'onlyLoaded') return value === true ? ['只限载货车辆'] : []
    if (field === 'hours' && typeof value === 'object' && value !== null && 'from' in value && 'until' in value) return [`每日 ${String(value.from)} 至 ${String(value.until)}`]
    const label = LABELS[field]
    return label === undefined ? [] : [`${label} ${names[plain(value)] ?? plain(value)}`]
  })
}

function RecordCard({ row, end }: { readonly row: Row; readonly end: (() => void) | undefined }) {
  return (
    <Card size="small">
      <Flex justify="space-between" gap={8} wrap align="start">
        <div style={{ flex: 1, minWidth: 220 }}>
          <Flex gap={8} wrap align="center"><b className="break">{row.title}</b>{row.ended !== undefined && <Tag style={{ margin: 0 }}>已注销：{row.ended}</Tag>}</Flex>
          <div className="break">{linesOf(row).join(' · ')}</div>
          <div className="quiet number">第 {row.version} 版，{row.by}，{momentOf(row.at)}</div>
        </div>
        {end !== undefined && <Button danger onClick={end}>注销</Button>}
      </Flex>
    </Card>
  )
}

function EndDialog({ kind, row, close }: { readonly kind: Kind; readonly row: Row; readonly close: () => void }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<{ reason: string }>()
  const [key] = useState(() => crypto.randomUUID())
  const send = useMutation({
    mutationFn: ({ reason }: { readonly reason: string }) => post(`/api/trucks/register/${kind}/${row.id}/ending`, { reason, version: row.version }, key),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['trucks'] })
      void message.success(`已注销「${row.title}」`)
      close()
    },
  })
  return (
    <Modal open title={`注销「${row.title}」`} okText="注销" okButtonProps={{ danger: true }} confirmLoading={send.isPending} onCancel={close} onOk={() => form.submit()}>
      {send.isError && <Failure error={send.error} />}
      <p className="note">历次登记仍然保留。</p>
      <Form form={form} layout="vertical" onFinish={(said) => send.mutate(said)}>
        <Form.Item name="reason" label="注销理由" rules={[{ required: true, message: '请填写注销理由' }]}><Input maxLength={200} autoFocus /></Form.Item>
      </Form>
    </Modal>
  )
}
