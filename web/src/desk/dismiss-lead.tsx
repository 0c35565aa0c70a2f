import type { Lead } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Modal } from 'antd'
import { post } from '../api.ts'
import { Said } from '../act/said.tsx'

/** To leave a lead without a case takes a reason, which stays on the record (线索不予立案). */
export function DismissLead({ lead, close }: { readonly lead: Lead | undefined; readonly close: () => void }) {
  const [form] = Form.useForm<{ readonly reason: string }>()
  const client = useQueryClient()
  const { message } = App.useApp()
  const dismissal = useMutation({
    mutationFn: (reason: string) => post<Lead>(`/api/leads/${lead?.id ?? ''}/dismissal`, { reason }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['leads'] })
      void message.success('已记录不予立案的理由')
      close()
    },
  })
  return (
    <Modal open={lead !== undefined} title={`不予立案：${lead?.number ?? ''}`} okText="不予立案" onOk={form.submit} onCancel={close} confirmLoading={dismissal.isPending} destroyOnHidden afterClose={dismissal.reset}>
      <Form form={form} layout="vertical" preserve={false} onFinish={({ reason }) => dismissal.mutate(reason.trim())}>
        <Form.Item name="reason" label="理由" rules={[{ required: true, whitespace: true, message: '请写明不予立案的理由' }]}>
          <Input.TextArea autoSize={{ minRows: 4 }} maxLength={2000} placeholder="例如：经现场核实，没有违法事实" />
        </Form.Item>
        <Said error={dismissal.error} />
      </Form>
    </Modal>
  )
}
