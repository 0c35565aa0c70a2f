import type { ActivationCode, NewAccount } from '@zhunsheng/bureau/modules/portal/wire.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { Said } from '../act/said.tsx'
import { post } from '../api.ts'
import { OneChoice } from '../trucks/record-choice.tsx'
import { CodeSaid } from './code-said.tsx'

/** Opens an account for somebody of an enterprise (开立企业账号); an enterprise may have several. */
export function NewAccountForm({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  return <Modal open={isOpen} title="开立企业账号" footer={null} destroyOnHidden onCancel={close} mask={{ closable: false }}><Opening /></Modal>
}

function Opening() {
  const client = useQueryClient()
  const send = useMutation({ mutationFn: (account: NewAccount) => post<ActivationCode>('/api/trucks/portal/accounts', account), onSuccess: () => client.invalidateQueries({ queryKey: ['trucks', 'portal'] }) })
  if (send.data !== undefined) return <CodeSaid given={send.data} />
  return (
    <Form layout="vertical" onFinish={(account: NewAccount) => send.mutate(account)}>
      <Form.Item name="enterprise" label="运输企业" rules={[{ required: true, message: '请选择运输企业' }]}><OneChoice of="enterprise" names={{}} /></Form.Item>
      <Form.Item name="name" label="使用人姓名" rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}><Input maxLength={50} autoComplete="off" /></Form.Item>
      <Form.Item name="login" label="用户名" extra="小写字母开头，2 至 32 位小写字母、数字或者 . _ -" rules={[{ required: true, pattern: /^[a-z][a-z0-9._-]{1,31}$/, message: '用户名为 2 至 32 位小写字母、数字或者 . _ -，以字母开头' }]}><Input maxLength={32} autoComplete="off" /></Form.Item>
      <Said error={send.error} />
      <Button type="primary" htmlType="submit" block loading={send.isPending}>开立，取得激活码</Button>
    </Form>
  )
}
