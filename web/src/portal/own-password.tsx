import { useMutation } from '@tanstack/react-query'
import { App, Form, Input, Modal } from 'antd'
import { Said } from '../act/said.tsx'
import { post } from '../api.ts'

interface Filled {
  readonly old: string
  readonly password: string
  readonly again: string
}

/** Changes one's own password (修改口令); whoever else was logged in with the old one is out. */
export function OwnPasswordForm({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const [form] = Form.useForm<Filled>()
  const { message } = App.useApp()
  const send = useMutation({ mutationFn: ({ old, password }: Filled) => post('/api/portal/session/password', { old, password }), onSuccess: () => { void message.success('口令已经修改'); form.resetFields(); close() } })
  return (
    <Modal open={isOpen} title="修改口令" okText="修改" confirmLoading={send.isPending} onOk={() => form.submit()} onCancel={close}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(filled) => send.mutate(filled)}>
        <Form.Item name="old" label="原口令" rules={[{ required: true, message: '请填写原口令' }]}><Input.Password autoComplete="current-password" /></Form.Item>
        <NewPasswordFields />
      </Form>
      <Said error={send.error} />
    </Modal>
  )
}

/** A new password, written twice. */
export function NewPasswordFields() {
  return (
    <>
      <Form.Item name="password" label="新口令" extra="至少 10 个字符，不能包含用户名" rules={[{ required: true, min: 10, message: '口令至少 10 个字符' }]}><Input.Password autoComplete="new-password" /></Form.Item>
      <Form.Item name="again" label="再写一遍" dependencies={['password']} rules={[({ getFieldValue }) => ({ validator: async (_, value: unknown) => (value === getFieldValue('password') ? undefined : Promise.reject(new Error('两次写的不一样'))) })]}><Input.Password autoComplete="new-password" /></Form.Item>
    </>
  )
}
