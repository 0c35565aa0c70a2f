import type { Imported, ImportFile, Preview, ReadRow } from '@zhunsheng/bureau/modules/monitoring/wire.ts'
import { InboxOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Flex, Modal, Select, Table, Tag, Upload } from 'antd'
import { useState } from 'react'
import { post, Problem } from '../api.ts'
import { sheetOf } from '../piece/sheet-file.ts'
import { sourcesQuery } from './watch-queries.ts'

const detailOf = (failure: Error | null): string | undefined => (failure === null ? undefined : failure instanceof Problem ? failure.detail : '没有成功，请重试')

/** A file of records is looked at before it comes in (导入预览). */
export function ImportDialog({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const sources = useQuery(sourcesQuery)
  const [chosen, choose] = useState<string>()
  const [content, keep] = useState<Omit<ImportFile, 'source'>>()
  const { message } = App.useApp()
  const client = useQueryClient()
  const source = chosen ?? sources.data?.[0]?.id ?? ''
  const preview = useMutation({ mutationFn: (said: Omit<ImportFile, 'source'>) => post<Preview>('/api/monitoring/import/preview', { source, ...said }) })
  const leave = () => {
    keep(undefined)
    preview.reset()
    take.reset()
    close()
  }
  const take = useMutation({
    mutationFn: () => post<Imported>('/api/monitoring/import', { source, ...content }),
    onSuccess: ({ added, known, faulty }) => {
      void message.success(`导入 ${added} 件${known > 0 ? `，此前已有 ${known} 件` : ''}${faulty > 0 ? `，有误未导入 ${faulty} 件` : ''}`)
      void client.invalidateQueries({ queryKey: ['monitoring'] })
      leave()
    },
  })
  const rows = preview.data?.rows ?? []
  const good = rows.filter(({ faults, known }) => faults.length === 0 && !known).length
  const failure = detailOf(preview.error ?? take.error)
  return (
    <Modal open={isOpen} onCancel={leave} title="导入监控事件" width={860} footer={<Flex justify="end" gap={8}><Button onClick={leave}>取消</Button><Button type="primary" disabled={good === 0} loading={take.isPending} onClick={() => take.mutate()}>导入 {good} 件</Button></Flex>}>
      <Flex vertical gap={12}>
        {sources.data?.length === 0 && <Alert type="warning" showIcon title="还没有登记过来源，请先由系统管理员在「报送来源」中登记" />}
        <Select aria-label="来源" value={source === '' ? null : source} onChange={(id: string) => { choose(id); preview.reset() }} placeholder="选择来源" options={(sources.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} style={{ maxWidth: 320 }} />
        <Upload.Dragger accept=".csv,.xlsx,.txt" showUploadList={false} disabled={source === ''} beforeUpload={(file) => { void file.arrayBuffer().then((bytes) => { const said = sheetOf(file.name, new Uint8Array(bytes)); keep(said); preview.mutate(said) }); return false }}>
          <p><InboxOutlined style={{ fontSize: 28 }} aria-hidden /></p>
          <p>选择或者拖入 CSV、XLSX 文件；第一行为表头，须有事件编号、设备编号、时间</p>
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
              { title: '事件编号', dataIndex: 'external', width: 130 },
              { title: '设备', dataIndex: 'device', width: 130 },
              { title: '时间', dataIndex: 'at', width: 160, className: 'number' },
              { title: '内容', dataIndex: 'content', ellipsis: true },
              { title: '结果', width: 200, render: (_, { faults, known }) => (faults.length > 0 ? <Tag color="error" style={{ whiteSpace: 'normal' }}>{faults.join('；')}</Tag> : known ? <Tag>此前已导入</Tag> : <Tag color="success">可以导入</Tag>) },
            ]}
          />
        )}
      </Flex>
    </Modal>
  )
}
