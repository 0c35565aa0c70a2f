import type { Recorded } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import type { RepairRow } from '@zhunsheng/bureau/modules/publicity/wire.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Card, Empty, Flex, Input, Popconfirm, Segmented, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { post } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { useAsked } from '../piece/asked.ts'
import { Pager } from '../piece/pager.tsx'
import { repairsQuery } from '../queries.ts'

const STATES = [{ value: 'received', label: '待处理' }, { value: 'handled', label: '已登记' }, { value: 'dismissed', label: '已退回' }]
const MAY_HANDLE: readonly string[] = ['windowClerk', 'legalReviewer', 'officer', 'teamLeader']

/** Applications from the public window (信用修复网上申请): made a case in one step, or sent back with the reason. */
export function Repairs() {
  const { asked, ask } = useAsked()
  const { person } = useMe()
  const query = { state: asked['state'] ?? 'received', page: asked['page'], size: asked['size'] }
  const repairs = useQuery(repairsQuery(query))
  const mayHandle = person.posts.some((one) => MAY_HANDLE.includes(one))
  return (
    <>
      <Flex gap={12} wrap justify="space-between" style={{ marginBottom: 12 }}>
        <Segmented aria-label="状态" value={query.state} onChange={(state) => ask({ state })} options={STATES} />
        {mayHandle && <Link to="/cases/new?procedure=publicity.repair&act=register"><Button>登记窗口申请</Button></Link>}
      </Flex>
      {repairs.isError && <Failure error={repairs.error} retry={() => void repairs.refetch()} />}
      {repairs.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {repairs.data?.rows.length === 0 && <Empty description={query.state === 'received' ? '没有待处理的网上申请' : '没有申请'} />}
      <div style={{ display: 'grid', gap: 12 }}>{repairs.data?.rows.map((row) => <One key={row.receipt} row={row} mayHandle={mayHandle} />)}</div>
      {repairs.data !== undefined && repairs.data.total > 0 && <Pager total={repairs.data.total} asked={asked} ask={ask} sizes={[10, 20, 50]} />}
    </>
  )
}

function One({ row, mayHandle }: { readonly row: RepairRow; readonly mayHandle: boolean }) {
  const { receipt, receivedOn, number, name, code, phone, reason, about, dismissed, handled, state } = row
  return (
    <Card size="small" title={name} extra={<span className="number quiet">{receivedOn}</span>}>
      <dl className="facts">
        <dt>决定书文号</dt><dd>{number}</dd>
        <dt>证件、代码</dt><dd className="number">{code}</dd>
        <dt>电话</dt><dd className="number">{phone}</dd>
        <dt>履行、改正</dt><dd className="passage">{reason}</dd>
        <dt>受理编号</dt><dd className="number break">{receipt}</dd>
        {about !== undefined && <><dt>对应的公示</dt><dd><Link to={`/cases/${about.caseId}`} className="number">{about.caseNumber}</Link>，决定 {about.decidedOn}，公示 {about.publishedOn}；<b>{about.from}</b></dd></>}
        {handled !== undefined && <><dt>修复案件</dt><dd><Link to={`/cases/${handled.caseId}`} className="number">{handled.caseNumber}</Link> <Tag>{handled.status}</Tag></dd></>}
        {dismissed !== undefined && <><dt>退回</dt><dd>{dismissed.by}：{dismissed.reason}</dd></>}
      </dl>
      {about === undefined && state === 'received' && <Alert type="warning" showIcon style={{ marginBottom: 8 }} title="文号和证件号码没有对应的公示" description="核对后联系申请人，或者写明理由退回。" />}
      {state === 'received' && mayHandle && <Handling row={row} />}
    </Card>
  )
}

function Handling({ row: { receipt, about } }: { readonly row: RepairRow }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const path = `/api/repairs/${encodeURIComponent(receipt)}`
  const refresh = () => client.invalidateQueries({ queryKey: ['repairs'] })
  const open = useMutation({ mutationFn: () => post<Recorded>(`${path}/case`, {}), onSuccess: ({ id }) => void navigate(`/cases/${id}`), onError: refresh })
  const dismiss = useMutation({ mutationFn: () => post(`${path}/dismissal`, { reason }), onSuccess: () => message.success('已退回，申请人凭受理编号可以看到理由'), onSettled: refresh })
  return (
    <>
      {open.error !== null && <Failure error={open.error} />}
      {dismiss.error !== null && <Failure error={dismiss.error} />}
      <Flex gap={8} wrap>
        <Button type="primary" disabled={about === undefined} loading={open.isPending} onClick={() => open.mutate()}>登记为案件</Button>
        <Popconfirm
          title="退回申请"
          description={<Input.TextArea rows={3} maxLength={1000} value={reason} onChange={({ target }) => setReason(target.value)} aria-label="退回的理由" placeholder="写明理由，申请人可以看到" style={{ width: 260 }} />}
          okText="退回"
          okButtonProps={{ disabled: reason.trim() === '', loading: dismiss.isPending }}
          onConfirm={() => dismiss.mutate()}
        >
          <Button>退回</Button>
        </Popconfirm>
      </Flex>
    </>
  )
}
