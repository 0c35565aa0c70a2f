import { KINDS, type Imported, type Kind, type SheetPreview, type SheetRow } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { InboxOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Flex, Modal, Table, Tag, Upload } from 'antd'
import { useState } from 'react'
import { post } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { contentOf, type FileContent } from '../piece/file-content.ts'

/** A sheet of records is looked at before it comes in (导入预览); rows with a fault stay out, and say why. */
export function SheetDialog({ kind, isOpen, close }: { readonly kind: Kind; readonly isOpen: boolean; readonly close: () => void }) {
  const [content, keep] = useState<FileContent>()
  const { message } = App.useApp()
  const client = useQueryClient()
  const preview = useMutation({ mutationFn: (said: FileContent) => post<SheetPreview>(`/api/trucks/register/${kind}/preview`, said) })
  const take = useMutation({
    mutationFn: () => post<Imported>(`/api/trucks/register/${kind}/import`, content ?? {}),
    onSuccess: ({ added, known, faulty }) => {
      void message.success(`导入 ${added} 项${known > 0 ? `，此前已有 ${known} 项` : ''}${faulty > 0 ? `，有误未导入 ${faulty} 项` : ''}`)
      void client.invalidateQueries({ queryKey: ['trucks'] })
      leave()
    },
  })
  function leave(): void {
    keep(undefined)
    preview.reset()
    take.reset()
    close()
  }
  const rows = preview.data?.rows ?? []
  const good = rows.filter(({ faults, known }) => faults.length === 0 && !known).length
  const failure = preview.error ?? take.error
  return (
    <Modal open={isOpen} onCancel={leave} title={`导入${KINDS[kind]}`} width={760} footer={<Flex justify="end" gap={8}><Button onClick={leave}>取消</Button><Button type="primary" disabled={good === 0} loading={take.isPending} onClick={() => take.mutate()}>导入 {good} 项</Button></Flex>}>
      <Flex vertical gap={12}>
        <Upload.Dragger accept=".csv,.xlsx,.txt" showUploadList={false} beforeUpload={(file) => { void contentOf(file).then((said) => { keep(said); preview.mutate(said) }); return false }}>
          <p><InboxOutlined style={{ fontSize: 28 }} aria-hidden /></p>
          <p>选择或者拖入 CSV、XLSX 文件；第一行为表头，缺少的栏目会指出来</p>
        </Upload.Dragger>
        {failure !== null && <Failure error={failure} />}
        {preview.data !== undefined && preview.data.unread.length > 0 && <Alert type="info" showIcon title={`没有用到的栏目：${preview.data.unread.join('、')}`} />}
        {rows.length > 0 && <Table<SheetRow> size="small" rowKey="line" dataSource={rows} pagination={{ pageSize: 8, hideOnSinglePage: true }} columns={[{ title: '行', dataIndex: 'line', width: 56, className: 'number' }, { title: KINDS[kind], dataIndex: 'title' }, { title: '结果', render: (_, { faults, known }) => (faults.length > 0 ? <Tag color="error" style={{ whiteSpace: 'normal' }}>{faults.join('；')}</Tag> : known ? <Tag>此前已登记</Tag> : <Tag color="success">可以导入</Tag>) }]} />}
      </Flex>
    </Modal>
  )
}
