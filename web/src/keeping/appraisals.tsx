import type { AppraisalView } from '@zhunsheng/bureau/modules/evidence/wire.ts'
import { PrinterOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Empty, Flex, Input, Skeleton, Tag } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { Said } from '../act/said.tsx'
import { get, post } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { sizeOf } from './kept-list.tsx'

/** Appraisals with their decisions (鉴定意见与审批). */
export function Appraisals({ mayDecide }: { readonly mayDecide: boolean }) {
  const appraisals = useQuery({ queryKey: ['keeping', 'appraisals'], queryFn: () => get<readonly AppraisalView[]>('/api/keeping/appraisals') })
  if (appraisals.isError) return <Failure error={appraisals.error} retry={() => void appraisals.refetch()} />
  if (appraisals.data === undefined) return <Skeleton active />
  if (appraisals.data.length === 0) return <Card><Empty description="还没有鉴定意见；在「保管期限」中选择到期的文件提出" /></Card>
  return (
    <ul className="plain-list" style={{ display: 'grid', gap: 10 }}>
      {appraisals.data.map((view) => <li key={view.id}><AppraisalCard view={view} mayDecide={mayDecide} /></li>)}
    </ul>
  )
}

function AppraisalCard({ view, mayDecide }: { readonly view: AppraisalView; readonly mayDecide: boolean }) {
  const { id, outcome, keepUntil, files, opinion, proposedBy, proposedAt, decision, erased } = view
  return (
    <Card
      size="small"
      title={outcome === 'destroy' ? `销毁 ${files.length} 个文件` : `${files.length} 个文件继续保管至 ${keepUntil ?? ''}`}
      extra={<Tag color={decision === undefined ? 'processing' : decision.approved ? 'success' : 'default'} style={{ margin: 0 }}>{decision === undefined ? '等待批准' : decision.approved ? '已批准' : '未批准'}</Tag>}
    >
      <ul style={{ paddingInlineStart: 18, marginTop: 0 }}>{files.map(({ sha256, name, size }) => <li key={sha256} className="break">{name} <span className="quiet number">{sizeOf(size)} · {sha256.slice(0, 16)}…</span></li>)}</ul>
      <p className="passage" style={{ margin: '0 0 4px' }}>鉴定意见：{opinion} <span className="quiet">{proposedBy} {dayjs(proposedAt).format('YYYY-MM-DD HH:mm')}</span></p>
      {decision !== undefined && <p className="passage" style={{ margin: '0 0 4px' }}>审批意见：{decision.opinion} <span className="quiet">{decision.by} {dayjs(decision.at).format('YYYY-MM-DD HH:mm')}</span></p>}
      {outcome === 'destroy' && decision?.approved === true && <p className="quiet" style={{ margin: '0 0 4px' }}>{erased === files.length ? '内容已全部清除，摘要和来历保留' : `已清除 ${erased} 个，其余由后台继续清除`}</p>}
      {decision === undefined && mayDecide && <Deciding id={id} />}
      <Button size="small" icon={<PrinterOutlined />} href={`/api/keeping/appraisals/${id}/list.pdf`} target="_blank" style={{ marginTop: 4 }}>{outcome === 'destroy' ? '打印销毁清册' : '打印鉴定表'}</Button>
    </Card>
  )
}

function Deciding({ id }: { readonly id: string }) {
  const client = useQueryClient()
  const [opinion, say] = useState('')
  const decide = useMutation({
    mutationFn: (approved: boolean) => post(`/api/keeping/appraisals/${id}/decision`, { approved, opinion }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['keeping'] }),
  })
  return (
    <div style={{ marginBottom: 8 }}>
      <Input.TextArea value={opinion} onChange={({ target }) => say(target.value)} autoSize={{ minRows: 2 }} maxLength={2000} placeholder="审批意见" aria-label="审批意见" />
      <Said error={decide.error} />
      <Flex gap={8} style={{ marginTop: 8 }}>
        <Button type="primary" disabled={opinion.trim() === ''} loading={decide.isPending} onClick={() => decide.mutate(true)}>批准</Button>
        <Button disabled={opinion.trim() === '' || decide.isPending} onClick={() => decide.mutate(false)}>不批准</Button>
      </Flex>
    </div>
  )
}
