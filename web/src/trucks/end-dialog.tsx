import { KINDS, type History, type Kind, type Row } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { post } from '../api.ts'
import { TruckSaid } from './truck-said.tsx'

interface Opened {
  readonly kind: Kind
  readonly row: Row
  readonly isOpen: boolean
  readonly close: () => void
}
const LABELS = new Map([['reason', '注销理由']])

/** Strikes a record out with a reason; it stays to be read (注销). */
export function EndDialog({ kind, row, isOpen, close }: Opened) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<{ readonly reason: string }>()
  const [key] = useState(() => crypto.randomUUID())
  const leave = () => {
    end.reset()
    close()
  }
  const end = useMutation({
    mutationFn: (said: { readonly reason: string }) => post<History>(`/api/trucks/register/${kind}/${row.id}/ending`, { ...said, version: row.version }, `${key}-${row.version}`),
    onSuccess: () => {
      void message.success(`${KINDS[kind]}「${row.title}」已经注销`)
      void client.invalidateQueries({ queryKey: ['trucks'] })
      leave()
    },
  })
  const reload = () => {
    void client.invalidateQueries({ queryKey: ['trucks'] })
    leave()
  }
  return (
    <Modal open={isOpen} onCancel={leave} title={`注销${KINDS[kind]}：${row.title}`} okText="注销" okButtonProps={{ danger: true, loading: end.isPending }} onOk={() => form.submit()} destroyOnHidden>
      <Form form={form} layout="vertical" onFinish={(said) => end.mutate(said)}>
        <p className="quiet" style={{ marginTop: 0 }}>注销后不能再选用，登记内容和历次变更仍然保留；注销不能撤回，需要时重新登记。</p>
        <Form.Item name="reason" label="注销理由" rules={[{ required: true, whitespace: true, message: '请填写注销理由' }]}><Input.TextArea maxLength={200} showCount autoSize={{ minRows: 2 }} /></Form.Item>
        <TruckSaid error={end.error} labels={LABELS} onReload={reload} />
      </Form>
    </Modal>
  )
}
