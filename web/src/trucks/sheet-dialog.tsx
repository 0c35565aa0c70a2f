import { KINDS, type Imported, type Kind, type SheetFile, type SheetPreview, type SheetRow } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { DownloadOutlined, InboxOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Flex, Modal, Spin, Table, Tag, Upload } from 'antd'
import { useState } from 'react'
import { post, Problem } from '../api.ts'
import { sheetOf } from '../piece/sheet-file.ts'

const detailOf = (failure: Error | null): string | undefined => (failure === null ? undefined : failure instanceof Problem ? failure.detail : '没有成功，请重试')
const PER_PAGE = 8

/** A sheet of records is looked at line by line before it comes in (批量导入). */
export function SheetDialog({ kind, isOpen, close }: { readonly kind: Kind; readonly isOpen: boolean; readonly close: () => void }) {
  const { message } = App.useApp()
  const client = useQueryClient()
  const [kept, keep] = useState<{ readonly name: string; readonly file: SheetFile }>()
  const preview = useMutation({ mutationFn: (file: SheetFile) => post<SheetPreview>(`/api/trucks/register/${kind}/preview`, file) })
  const leave = () => {
    keep(undefined)
    preview.reset()
    take.reset()
    close()
  }
  const take = useMutation({
    mutationFn: () => post<Imported>(`/api/trucks/register/${kind}/import`, kept?.file ?? {}),
    onSuccess: ({ added, known, faulty }) => {
      void message.success(`导入${KINDS[kind]} ${added} 项${known > 0 ? `，此前已登记 ${known} 项` : ''}${faulty > 0 ? `，有误未导入 ${faulty} 项` : ''}`)
      void client.invalidateQueries({ queryKey: ['trucks'] })
      leave()
    },
  })
  const read = async (file: File): Promise<void> => {
    const said = sheetOf(file.name, new Uint8Array(await file.arrayBuffer()))
    keep({ name: file.name, file: said })
    take.reset()
    preview.mutate(said)
  }
  const rows = preview.data?.rows ?? []
  const good = goodOf(rows)
  const failure = detailOf(preview.error ?? take.error)
  const isBusy = preview.isPending || take.isPending
  return (
    <Modal open={isOpen} onCancel={leave} title={`导入${KINDS[kind]}`} width={820} footer={<Flex justify="end" gap={8}><Button onClick={leave}>取消</Button><Button type="primary" disabled={good === 0 || isBusy} loading={take.isPending} onClick={() => take.mutate()}>导入 {good} 项</Button></Flex>}>
      <Flex vertical gap={12}>
        <Flex justify="space-between" gap={8} wrap align="center">
          <span className="quiet">第一行为表头；涉及的企业、工地等须先登记，按名称对应。坐标写作「106.51,29.50; 106.52,29.51」，时段写作 20:00-06:00</span>
          <Button icon={<DownloadOutlined />} href={`/api/trucks/register/${kind}/template.csv`} download>下载表头模板</Button>
        </Flex>
        <Upload.Dragger accept=".csv,.xlsx,.txt" showUploadList={false} disabled={isBusy} beforeUpload={(file) => { void read(file); return false }}>
          <p><InboxOutlined style={{ fontSize: 28 }} aria-hidden /></p>
          <p>{kept === undefined ? '选择或者拖入 CSV、XLSX 文件' : `${kept.name} · 可以改选别的文件`}</p>
        </Upload.Dragger>
        {isBusy && <Flex gap={8} align="center" role="status"><Spin size="small" /><span>{take.isPending ? '正在导入，请勿关闭' : '正在逐行核对'}</span></Flex>}
        {failure !== undefined && <Alert type="error" showIcon role="alert" title={failure} />}
        {preview.data !== undefined && preview.data.unread.length > 0 && <Alert type="info" showIcon title={`没有用到的栏目：${preview.data.unread.join('、')}`} />}
        {preview.data !== undefined && rows.length === 0 && <Alert type="warning" showIcon title="文件只有表头，没有内容" />}
        {rows.length > 0 && <Lines kind={kind} rows={rows} />}
      </Flex>
    </Modal>
  )
}

const goodOf = (rows: readonly SheetRow[]): number => rows.filter(({ faults, known }) => faults.length === 0 && !known).length

/** What was read, line by line, with what is wrong with it. */
function Lines({ kind, rows }: { readonly kind: Kind; readonly rows: readonly SheetRow[] }) {
  const [onlyFaulty, showFaulty] = useState(false)
  const faulty = rows.filter(({ faults }) => faults.length > 0)
  const good = goodOf(rows)
  return (
    <>
      <Flex gap={16} wrap align="center" role="status">
        <span className="number">共 {rows.length} 行：可以导入 {good}，有误 {faulty.length}，此前已登记 {rows.length - good - faulty.length}</span>
        {faulty.length > 0 && <Checkbox checked={onlyFaulty} onChange={({ target }) => showFaulty(target.checked)}>只看有误的行</Checkbox>}
      </Flex>
      <Table<SheetRow>
        size="small"
        rowKey="line"
        dataSource={[...(onlyFaulty ? faulty : rows)]}
        pagination={{ pageSize: PER_PAGE, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: '行', dataIndex: 'line', width: 60, className: 'number' },
          { title: KINDS[kind], dataIndex: 'title', width: 180, className: 'break' },
          { title: '结果', key: 'result', render: (_, { faults, known }) => (faults.length > 0 ? <ul style={{ margin: 0, paddingInlineStart: 18, color: '#b3261e' }}>{faults.map((one) => <li key={one}>{one}</li>)}</ul> : known ? <Tag>此前已登记，不再导入</Tag> : <Tag color="success">可以导入</Tag>) },
        ]}
      />
    </>
  )
}
