import type { HoldView, NewHold } from '@zhunsheng/bureau/modules/evidence/wire.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Empty, Flex, Form, Input, Skeleton, Tag } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { newKey } from '../act/draft.ts'
import { Said } from '../act/said.tsx'
import { get, post } from '../api.ts'
import { Failure } from '../app/failure.tsx'

interface Filled {
  readonly subject: string
  readonly reason: string
}
const DIGEST = /^[0-9a-f]{64}$/

/** What somebody wants kept beyond its period (暂缓销毁): audits, petitions, inquiries. */
export function Holds({ may }: { readonly may: boolean }) {
  const client = useQueryClient()
  const [form] = Form.useForm<Filled>()
  const [key, setKey] = useState(newKey)
  const holds = useQuery({ queryKey: ['keeping', 'holds'], queryFn: () => get<readonly HoldView[]>('/api/keeping/holds') })
  const place = useMutation({
    mutationFn: ({ subject, reason }: Filled) => post('/api/keeping/holds', { reason, ...(DIGEST.test(subject.trim()) ? { sha256: subject.trim() } : { caseNumber: subject.trim() }) } satisfies NewHold, key),
    onSuccess: () => {
      form.resetFields()
      setKey(newKey())
      void client.invalidateQueries({ queryKey: ['keeping'] })
    },
  })
  if (holds.isError) return <Failure error={holds.error} retry={() => void holds.refetch()} />
  return (
    <>
      {may && (
        <Card size="small" title="要求暂缓" style={{ marginBottom: 12 }}>
          <Form form={form} layout="vertical" onFinish={(filled) => place.mutate(filled)} style={{ maxWidth: 640 }}>
            <Form.Item name="subject" label="案件编号，或者文件的 SHA-256 摘要" rules={[{ required: true, whitespace: true, message: '请填写案件编号或者摘要' }]}><Input maxLength={64} /></Form.Item>
            <Form.Item name="reason" label="理由" rules={[{ required: true, whitespace: true, message: '请写明理由' }]}><Input maxLength={500} placeholder="如：审计调阅、信访复查、刑事侦查" /></Form.Item>
            <Said error={place.error} />
            <Button type="primary" htmlType="submit" loading={place.isPending}>暂缓销毁</Button>
          </Form>
        </Card>
      )}
      {holds.data === undefined && <Skeleton active />}
      {holds.data?.length === 0 && <Card><Empty description="没有暂缓销毁的案件或者文件" /></Card>}
      <ul className="plain-list" style={{ display: 'grid', gap: 10 }}>{holds.data?.map((hold) => <li key={hold.id}><HoldCard hold={hold} may={may} /></li>)}</ul>
    </>
  )
}

function HoldCard({ hold: { id, sha256, caseNumber, reason, by, at, ended }, may }: { readonly hold: HoldView; readonly may: boolean }) {
  const client = useQueryClient()
  const [why, say] = useState('')
  const end = useMutation({ mutationFn: () => post(`/api/keeping/holds/${id}/end`, { reason: why }), onSuccess: () => client.invalidateQueries({ queryKey: ['keeping'] }) })
  return (
    <Card size="small">
      <Flex gap={8} wrap align="center"><b className="break">{caseNumber === undefined ? `文件 ${sha256?.slice(0, 16) ?? ''}…` : `案件 ${caseNumber}`}</b><Tag color={ended === undefined ? 'processing' : 'default'} style={{ margin: 0 }}>{ended === undefined ? '暂缓中' : '已解除'}</Tag></Flex>
      <div className="break">{reason} <span className="quiet">{by} {dayjs(at).format('YYYY-MM-DD')}</span></div>
      {ended !== undefined && <div className="quiet break">解除：{ended.reason}（{ended.by} {dayjs(ended.at).format('YYYY-MM-DD')}）</div>}
      {ended === undefined && may && (
        <Flex gap={8} wrap style={{ marginTop: 8 }}>
          <Input size="small" value={why} onChange={({ target }) => say(target.value)} placeholder="解除的理由" aria-label="解除的理由" maxLength={500} style={{ maxWidth: 280 }} />
          <Button size="small" disabled={why.trim() === ''} loading={end.isPending} onClick={() => end.mutate()}>解除</Button>
        </Flex>
      )}
      <Said error={end.error} />
    </Card>
  )
}
