import type { PersonView } from '@zhunsheng/bureau/modules/officers/wire.ts'
import { useMutation } from '@tanstack/react-query'
import { App, Form, Input, Modal } from 'antd'
import { Said } from '../act/said.tsx'
import { post } from '../api.ts'

interface Filled {
  readonly old?: string
  readonly password: string
}

/** Sets a password (口令): one's own, with the old one, or as the administrator that of somebody else. */
export function PasswordForm({ whose, close }: { readonly whose: PersonView | 'mine' | undefined; readonly close: () => void }) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Filled>()
  const isMine = whose === 'mine'
  const sending = useMutation({
    mutationFn: ({ old = '', password }: Filled) => (whose === 'mine' ? post<null>('/api/session/password', { old, password }) : post<null>(`/api/people/${whose?.id ?? ''}/password`, { password })),
    onSuccess: () => {
      void message.success('口令已经更改')
      form.resetFields()
      close()
    },
  })
  return (
    <Modal open={whose !== undefined} onCancel={close} title={isMine ? '修改口令' : `重设口令：${whose?.name ?? ''}`} okText="更改" cancelText="取消" confirmLoading={sending.isPending} onOk={form.submit} destroyOnHidden>
      <Form form={form} layout="vertical" onFinish={(filled) => sending.mutate(filled)}>
        {isMine && <Form.Item name="old" label="原口令" rules={[{ required: true, message: '请填写原口令' }]}><Input.Password autoComplete="current-password" /></Form.Item>}
        <Form.Item name="password" label="新口令" rules={[{ required: true, message: '请填写新口令' }]} extra={<span className="note">至少 10 个字符，不能包含用户名</span>}><Input.Password autoComplete="new-password" maxLength={128} /></Form.Item>
      </Form>
      {!isMine && <p className="quiet">更改后，这个人员须用新口令重新登录。</p>}
      <Said error={sending.error} />
    </Modal>
  )
}
