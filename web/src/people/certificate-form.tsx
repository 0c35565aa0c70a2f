import type { Certificate, PersonView } from '@zhunsheng/bureau/modules/officers/wire.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, DatePicker, Form, Input, Modal } from 'antd'
import type { Dayjs } from 'dayjs'
import { Said } from '../act/said.tsx'
import { post } from '../api.ts'

interface Filled {
  readonly number: string
  readonly valid: readonly [Dayjs, Dayjs]
}
const DAY = 'YYYY-MM-DD'

/** Records a new certificate (登记执法证); the old one still counts for the days on which it was valid. */
export function CertificateForm({ person, close }: { readonly person: PersonView | undefined; readonly close: () => void }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<Filled>()
  const sending = useMutation({
    mutationFn: (certificate: Certificate) => post<PersonView>(`/api/people/${person?.id ?? ''}/certificates`, certificate),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['people'] })
      void message.success('已登记执法证')
      form.resetFields()
      close()
    },
  })
  return (
    <Modal open={person !== undefined} onCancel={close} title={`登记执法证：${person?.name ?? ''}`} okText="登记" cancelText="取消" confirmLoading={sending.isPending} onOk={form.submit} destroyOnHidden>
      <Form form={form} layout="vertical" onFinish={({ number, valid: [from, until] }) => sending.mutate({ number, from: from.format(DAY), until: until.format(DAY) })}>
        <Form.Item name="number" label="执法证号" rules={[{ required: true, message: '请填写执法证号' }]}><Input maxLength={64} /></Form.Item>
        <Form.Item name="valid" label="有效期" rules={[{ required: true, message: '请选择有效期' }]}><DatePicker.RangePicker style={{ width: '100%' }} /></Form.Item>
      </Form>
      <Said error={sending.error} />
    </Modal>
  )
}
