import type { FilePreview, FileRow, TakenIn } from '@zhunsheng/bureau/modules/payments/wire.ts'
import { InboxOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, DatePicker, Flex, Modal, Table, Tag, Upload } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { post, Problem } from '../api.ts'
import { useMe } from '../app/me.ts'
import { base64Of } from '../piece/base64.ts'

interface Chosen {
  readonly name: string
  readonly content: string
}
interface Dialog {
  readonly isOpen: boolean
  /** The day that is offered first. */
  readonly usualDay: string
  readonly close: () => void
  readonly done: (day: string) => void
}

/** The bank's file of a day is looked at before it is taken in; all of it comes in, or nothing (导入银行文件). */
export function BankFileDialog({ isOpen, usualDay, close, done }: Dialog) {
  const { message } = App.useApp()
  const client = useQueryClient()
  const { today } = useMe()
  const [day, setDay] = useState(usualDay)
  const [chosen, choose] = useState<Chosen>()
  const preview = useMutation({ mutationFn: (asked: Chosen & { readonly day: string }) => post<FilePreview>('/api/payments/files/preview', asked) })
  const leave = () => {
    choose(undefined)
    preview.reset()
    take.reset()
    close()
  }
  const take = useMutation({
    mutationFn: () => post<TakenIn>('/api/payments/files', { day, ...chosen }),
    onSuccess: ({ added, known, booked, held }) => {
      void message.success(`收到 ${added} 笔${known > 0 ? `，此前已有 ${known} 笔` : ''}；记入案卷 ${booked} 笔${held > 0 ? `，待核对 ${held} 笔` : ''}`, 6)
      void client.invalidateQueries({ queryKey: ['payments'] })
      void client.invalidateQueries({ queryKey: ['case'] })
      leave()
      done(day)
    },
  })
  const look = (next: { readonly day?: string; readonly file?: Chosen }) => {
    const file = next.file ?? chosen
    take.reset()
    if (file === undefined) preview.reset()
    else preview.mutate({ ...file, day: next.day ?? day })
  }
  const { data } = preview
  return (
    <Modal open={isOpen} onCancel={leave} title="导入银行文件" width={860} footer={<Flex justify="end" gap={8}><Button onClick={leave}>取消</Button><Button type="primary" disabled={data === undefined || preview.isPending} loading={take.isPending} onClick={() => take.mutate()}>{data === undefined ? '导入' : `导入 ${data.rows.length} 笔`}</Button></Flex>}>
      <Flex vertical gap={12}>
        <Flex gap={8} align="center" wrap><label htmlFor="bank-day">对账日</label><DatePicker id="bank-day" allowClear={false} value={dayjs(day)} maxDate={dayjs(today)} onChange={(one) => { const next = one?.format('YYYY-MM-DD') ?? day; setDay(next); look({ day: next }) }} /></Flex>
        <Upload.Dragger accept=".csv,.xlsx,.txt" showUploadList={false} beforeUpload={(file) => { void file.arrayBuffer().then((bytes) => { const read = { name: file.name, content: base64Of(new Uint8Array(bytes)) }; choose(read); look({ file: read }) }); return false }}>
          <p><InboxOutlined style={{ fontSize: 28 }} aria-hidden /></p>
          <p>选择或者拖入银行当日的代收罚款文件（CSV、XLSX）</p>
          <p className="note">第一行为表头：银行流水号、缴款码、金额、入账日期、缴款人、凭证号；最后一行为合计、笔数、总金额。有一处错误，整个文件不导入。</p>
        </Upload.Dragger>
        <Faults error={preview.error ?? take.error} />
        {data !== undefined && <Read preview={data} name={chosen?.name ?? ''} />}
      </Flex>
    </Modal>
  )
}

/** Every fault of the file with its line and column: they are put right at the bank, not here. */
function Faults({ error }: { readonly error: Error | null }) {
  if (error === null) return null
  if (!(error instanceof Problem)) return <Alert type="error" showIcon title="没有成功，请重试" />
  const { faults, detail } = error
  return <Alert role="alert" type="error" showIcon title={faults.length === 0 ? detail : `文件有 ${faults.length} 处错误，没有导入任何一笔`} description={faults.length > 0 && <ul style={{ margin: 0, paddingInlineStart: 18, maxHeight: 220, overflowY: 'auto' }}>{faults.map(({ path, because }) => <li key={`${path}${because}`}>{because}</li>)}</ul>} />
}

function Read({ preview: { rows, total, unread, encoding }, name }: { readonly preview: FilePreview; readonly name: string }) {
  return (
    <>
      <Alert type="success" showIcon title={`${name}：${rows.length} 笔，合计 ${total} 元（${encoding}），与合计行一致${unread.length > 0 ? `；没有用到的栏目：${unread.join('、')}` : ''}`} />
      {rows.length > 0 && (
        <Table<FileRow>
          size="small"
          rowKey="line"
          dataSource={rows}
          scroll={{ x: 720 }}
          pagination={{ pageSize: 8, hideOnSinglePage: true }}
          columns={[
            { title: '行', dataIndex: 'line', width: 56, className: 'number' },
            { title: '流水号', dataIndex: 'serial', width: 160, className: 'number' },
            { title: '缴款码或者凭证号', key: 'code', width: 200, className: 'number', render: (_, { code, voucher }) => code || `凭证 ${voucher}` },
            { title: '缴款人', dataIndex: 'payer', ellipsis: true },
            { title: '金额（元）', dataIndex: 'amount', width: 110, align: 'right', className: 'number' },
            { title: '结果', key: 'known', width: 100, render: (_, { known }) => (known ? <Tag>此前已收到</Tag> : <Tag color="success">新的</Tag>) },
          ]}
        />
      )}
    </>
  )
}
