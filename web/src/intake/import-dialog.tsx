import type { Imported, Preview, ReadRow } from '@zhunsheng/bureau/modules/intake/wire.ts'
import { SOURCES } from '@zhunsheng/bureau/modules/intake/wire.ts'
import { InboxOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Flex, Modal, Segmented, Table, Tag, Upload } from 'antd'
import { useState } from 'react'
import { post, Problem } from '../api.ts'
import { textOf } from '../piece/sheet-file.ts'

type Source = keyof typeof SOURCES
const isSource = (word: string): word is Source => word in SOURCES
const detailOf = (failure: Error | null): string | undefined => (failure === null ? undefined : failure instanceof Problem ? failure.detail : '没有成功，请重试')

/** A file of work orders is looked at before it comes in (导入预览). */
export function ImportDialog({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const [source, setSource] = useState<Source>('hotline')
  const [text, setText] = useState('')
  const { message } = App.useApp()
  const client = useQueryClient()
  const preview = useMutation({ mutationFn: (content: string) => post<Preview>('/api/intake/preview', { source, text: content }) })
  const take = useMutation({
    mutationFn: () => post<Imported>('/api/intake/import', { source, text }),
    onSuccess: ({ added, known, faulty }) => {
      void message.success(`导入 ${added} 件${known > 0 ? `，此前已有 ${known} 件` : ''}${faulty > 0 ? `，有误未导入 ${faulty} 件` : ''}`)
      void client.invalidateQueries()
      leave()
    },
  })
  const leave = () => {
    setText('')
    preview.reset()
    take.reset()
    close()
  }
  const rows = preview.data?.rows ?? []
  const good = rows.filter(({ faults, known }) => faults.length === 0 && !known).length
  const failure = detailOf(preview.error ?? take.error)
  return (
    <Modal open={isOpen} onCancel={leave} title="导入工单" width={860} footer={<Flex justify="end" gap={8}><Button onClick={leave}>取消</Button><Button type="primary" disabled={good === 0} loading={take.isPending} onClick={() => take.mutate()}>导入 {good} 件</Button></Flex>}>
      <Flex vertical gap={12}>
        <Segmented aria-label="来源" value={source} onChange={(chosen) => { if (isSource(chosen)) setSource(chosen); preview.reset() }} options={Object.entries(SOURCES).map(([value, label]) => ({ value, label }))} />
        <Upload.Dragger accept=".csv,.json,.txt" showUploadList={false} beforeUpload={(file) => { void file.arrayBuffer().then((bytes) => { const content = textOf(new Uint8Array(bytes)); setText(content); preview.mutate(content) }); return false }}>
          <p><InboxOutlined style={{ fontSize: 28 }} aria-hidden /></p>
          <p>选择或者拖入 CSV、JSON 文件；第一行为表头，按常见名称自动对应</p>
        </Upload.Dragger>
        {failure !== undefined && <Alert type="error" showIcon title={failure} />}
        {preview.data !== undefined && preview.data.unread.length > 0 && <Alert type="info" showIcon title={`没有用到的栏目：${preview.data.unread.join('、')}`} />}
        {rows.length > 0 && (
          <Table<ReadRow>
            size="small"
            rowKey="line"
            dataSource={rows}
            scroll={{ x: 760 }}
            pagination={{ pageSize: 8, hideOnSinglePage: true }}
            columns={[
              { title: '行', dataIndex: 'line', width: 56, className: 'number' },
              { title: '编号', dataIndex: 'external', width: 130 },
              { title: '内容', dataIndex: 'content', ellipsis: true },
              { title: '期限', dataIndex: 'dueOn', width: 110, className: 'number' },
              { title: '结果', width: 200, render: (_, { faults, known }) => (faults.length > 0 ? <Tag color="error" style={{ whiteSpace: 'normal' }}>{faults.join('；')}</Tag> : known ? <Tag>此前已导入</Tag> : <Tag color="success">可以导入</Tag>) },
            ]}
          />
        )}
      </Flex>
    </Modal>
  )
}
