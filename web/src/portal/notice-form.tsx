import type { NewNotice, NoticeList } from '@zhunsheng/bureau/modules/portal/wire.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { newKey } from '../act/draft.ts'
import { Said } from '../act/said.tsx'
import { post } from '../api.ts'
import { OneChoice } from '../trucks/record-choice.tsx'

/** A notice to one enterprise, or to all (发通知). */
export function NoticeForm({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<NewNotice>()
  const [key, anew] = useState(newKey)
  const send = useMutation({
    mutationFn: ({ enterprise, ...notice }: NewNotice) => post<NoticeList>('/api/trucks/portal/notices', { ...notice, ...(enterprise === undefined ? {} : { enterprise }) }, key),
    onSuccess: async () => {
      void message.success('通知已经发出')
      form.resetFields()
      anew(newKey)
      close()
      await client.invalidateQueries({ queryKey: ['trucks', 'portal'] })
    },
  })
  return (
    <Modal open={isOpen} title="发通知" okText="发出" confirmLoading={send.isPending} onOk={() => form.submit()} onCancel={close}>
      <Form form={form} layout="vertical" onFinish={(notice) => send.mutate(notice)}>
        <Form.Item name="enterprise" label="发给（不选即全部企业）"><OneChoice of="enterprise" names={{}} /></Form.Item>
        <Form.Item name="title" label="标题" rules={[{ required: true, whitespace: true, message: '请填写标题' }]}><Input maxLength={100} /></Form.Item>
        <Form.Item name="text" label="内容" rules={[{ required: true, whitespace: true, message: '请填写内容' }]}><Input.TextArea rows={5} maxLength={2000} showCount /></Form.Item>
      </Form>
      <Said error={send.error} />
    </Modal>
  )
}
