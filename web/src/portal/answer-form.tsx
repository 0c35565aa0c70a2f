import type { OwnAlarmView, OwnFile } from '@zhunsheng/bureau/modules/portal/wire.ts'
import { PaperClipOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Card, Flex, Form, Input, Tag, Upload } from 'antd'
import { useState } from 'react'
import { newKey } from '../act/draft.ts'
import { Said } from '../act/said.tsx'
import { post, postFile } from '../api.ts'

interface Filled {
  readonly statement: string
  readonly measures: string
}
const FILES_MOST = 5

/** What happened, what was done about it, and what shows it (答复). */
export function AnswerForm({ alarm }: { readonly alarm: OwnAlarmView }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [key] = useState(newKey)
  const [files, setFiles] = useState<readonly OwnFile[]>([])
  const upload = useMutation({ mutationFn: (file: File) => postFile<OwnFile>('/api/portal/files', file), onSuccess: (file) => setFiles((before) => [...before.filter(({ sha256 }) => sha256 !== file.sha256), file]) })
  const send = useMutation({
    mutationFn: (filled: Filled) => post<OwnAlarmView>(`/api/portal/alarms/${encodeURIComponent(alarm.id)}/answer`, { ...filled, files: files.map(({ sha256 }) => sha256), version: alarm.steps }, key),
    onSuccess: async () => {
      void message.success('答复已经送达管理部门')
      await client.invalidateQueries({ queryKey: ['portal'] })
    },
  })
  return (
    <Card size="small" title={alarm.state === 'handled' ? '补充答复' : '答复'}>
      <Form layout="vertical" requiredMark={false} onFinish={(filled: Filled) => send.mutate(filled)}>
        <Form.Item name="statement" label="情况说明" rules={[{ required: true, whitespace: true, message: '请填写情况说明' }]}><Input.TextArea rows={3} maxLength={300} showCount placeholder="当时的情况、驾驶员的说法；认为预警有误的，说明理由" /></Form.Item>
        <Form.Item name="measures" label="处理措施" rules={[{ required: true, whitespace: true, message: '请填写处理措施' }]}><Input.TextArea rows={2} maxLength={180} showCount placeholder="对驾驶员和车辆做了什么" /></Form.Item>
        <Form.Item label="附件（可以没有）" extra={`照片、录音、录像或者 PDF，最多 ${FILES_MOST} 个`}>
          <Flex gap={6} wrap align="center">
            {files.map(({ sha256, name }) => <Tag key={sha256} closable onClose={() => setFiles((before) => before.filter((one) => one.sha256 !== sha256))}>{name}</Tag>)}
            {files.length < FILES_MOST && <Upload showUploadList={false} beforeUpload={(file) => { upload.mutate(file); return false }}><Button icon={<PaperClipOutlined />} loading={upload.isPending}>添加附件</Button></Upload>}
          </Flex>
          <Said error={upload.error} />
        </Form.Item>
        <Said error={send.error} />
        <Button type="primary" htmlType="submit" size="large" block loading={send.isPending} disabled={upload.isPending}>提交答复</Button>
      </Form>
    </Card>
  )
}
