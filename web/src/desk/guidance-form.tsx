import { GUIDANCE_KINDS, type DevolutionView, type Guidance, type NewGuidance } from '@zhunsheng/bureau/modules/devolution/wire.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, DatePicker, Form, Input, Modal, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { Said } from '../act/said.tsx'
import { post } from '../api.ts'
import { useMe } from '../app/me.ts'

interface Filled extends Omit<NewGuidance, 'on' | 'found'> {
  readonly on: Dayjs
  readonly found?: string
}
const DAY = 'YYYY-MM-DD'

/** Records what was done for a town that has taken powers over (登记指导和监督); it stays on the record. */
export function GuidanceForm({ devolution, close }: { readonly devolution: DevolutionView | undefined; readonly close: () => void }) {
  const { today } = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<Filled>()
  // The same key until it went through: a repeated sending is recorded once.
  const [key, renew] = useState(() => crypto.randomUUID())
  const number = devolution?.number ?? ''
  const sending = useMutation({
    mutationFn: (guidance: NewGuidance) => post<Guidance>(`/api/devolutions/${encodeURIComponent(number)}/guidance`, guidance, key),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['guidance', number] })
      void message.success('已登记')
      renew(crypto.randomUUID())
      close()
    },
  })
  return (
    <Modal open={devolution !== undefined} title="登记指导和监督" okText="登记" onOk={form.submit} onCancel={close} confirmLoading={sending.isPending} destroyOnHidden afterClose={sending.reset}>
      <Form form={form} layout="vertical" preserve={false} initialValues={{ on: dayjs(today) }} onFinish={({ on, found, ...rest }) => sending.mutate({ ...rest, on: on.format(DAY), ...(found === undefined || found.trim() === '' ? {} : { found }) })}>
        <Form.Item name="town" label="乡镇、街道" rules={[{ required: true, message: '请选择乡镇、街道' }]}><Select options={(devolution?.towns ?? []).map((town) => ({ value: town, label: town }))} /></Form.Item>
        <Form.Item name="on" label="日期" rules={[{ required: true, message: '请选择日期' }]}><DatePicker style={{ width: '100%' }} maxDate={dayjs(today)} /></Form.Item>
        <Form.Item name="kind" label="方式" rules={[{ required: true, message: '请选择方式' }]}><Select options={Object.entries(GUIDANCE_KINDS).map(([value, label]) => ({ value, label }))} /></Form.Item>
        <Form.Item name="content" label="内容" rules={[{ required: true, whitespace: true, message: '请填写内容' }]}><Input.TextArea autoSize={{ minRows: 3 }} maxLength={5000} /></Form.Item>
        <Form.Item name="found" label="发现的问题和纠正要求（选填）"><Input.TextArea autoSize={{ minRows: 2 }} maxLength={5000} /></Form.Item>
        <Said error={sending.error} />
      </Form>
    </Modal>
  )
}
