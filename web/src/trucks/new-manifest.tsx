import type { Manifest } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Form, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { post } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { bureauNow } from '../offline/device.ts'
import { registerQuery } from './register-queries.ts'

const MOST = 500
interface Said {
  readonly permit: string
  readonly vehicle: string
  readonly volume: number
}

/** Opens a manifest (开联单): a permit, one of its vehicles, how much was loaded; it is opened now. */
export function NewManifestDialog({ close }: { readonly close: () => void }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<Said>()
  const [key] = useState(() => crypto.randomUUID())
  const permits = useQuery(registerQuery('permit', { size: MOST }))
  const permit = Form.useWatch('permit', form)
  const chosen = permits.data?.rows.find(({ id }) => id === permit)
  const vehicles = Array.isArray(chosen?.data['vehicles']) ? chosen.data['vehicles'].map(String) : []
  const send = useMutation({
    mutationFn: (said: Said) => post<Manifest>('/api/trucks/manifests', { ...said, at: bureauNow().toISOString() }, key),
    onSuccess: async ({ number }) => {
      await client.invalidateQueries({ queryKey: ['trucks'] })
      void message.success(`已开联单 ${number}`)
      close()
    },
  })
  return (
    <Modal open title="开联单" okText="开联单" confirmLoading={send.isPending} onCancel={close} onOk={() => form.submit()}>
      {send.isError && <Failure error={send.error} />}
      <Form form={form} layout="vertical" onFinish={(said) => send.mutate(said)}>
        <Form.Item name="permit" label="处置核准" rules={[{ required: true, message: '请选择处置核准' }]}>
          <Select showSearch={{ optionFilterProp: 'label' }} loading={permits.isPending} options={(permits.data?.rows ?? []).map(({ id, title }) => ({ value: id, label: title }))} onChange={() => form.resetFields(['vehicle'])} />
        </Form.Item>
        <Form.Item name="vehicle" label="车辆" rules={[{ required: true, message: '请选择车辆' }]}>
          <Select showSearch={{ optionFilterProp: 'label' }} disabled={chosen === undefined} options={vehicles.map((id) => ({ value: id, label: chosen?.names[id] ?? id }))} />
        </Form.Item>
        <Form.Item name="volume" label="装车量（立方米）" rules={[{ required: true, message: '请填写装车量' }]}><InputNumber min={0.1} step={0.1} precision={1} /></Form.Item>
      </Form>
    </Modal>
  )
}
