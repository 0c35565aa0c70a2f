import { InboxOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { Alert, App, Button, Flex, Modal, Table, Tag, Upload, type TableProps } from 'antd'
import { useState, type ReactNode } from 'react'
import { post, Problem } from '../api.ts'

/** A line of a file as it was read: what is wrong with it, and whether it came in before. */
interface Line {
  readonly line: number
  readonly known: boolean
  readonly faults: readonly string[]
}
interface Preview<Row> {
  readonly rows: readonly Row[]
  readonly unread: readonly string[]
}
interface Imported {
  readonly added: number
  readonly known: number
  readonly faulty: number
}
interface ImportFileProps<Row extends Line> {
  readonly isOpen: boolean
  readonly close: () => void
  readonly title: string
  /** Endings of the files that can be read, and what such a file must hold. */
  readonly accept: string
  readonly hint: string
  /** Where a file comes from, chosen before it is: the choice itself, and what is sent along; a file looked at for another source must be looked at again. */
  readonly source: { readonly choice: ReactNode; readonly chosen: string }
  /** The address that takes the file; its preview is answered below it. */
  readonly path: string
  readonly contentOf: (file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }) => Readonly<Record<string, unknown>>
  /** What becomes outdated when lines have come in; everything, unless it says what. */
  readonly changes?: QueryKey
  readonly columns: TableProps<Row>['columns'] & object
}

const detailOf = (failure: Error | null): string | undefined => (failure === null ? undefined : failure instanceof Problem ? failure.detail : '没有成功，请重试')

/** A file is looked at line by line before anything of it comes in (导入预览). */
export function ImportFile<Row extends Line>({ isOpen, close, title, accept, hint, source: { choice, chosen }, path, contentOf, changes, columns }: ImportFileProps<Row>) {
  const [content, keep] = useState<{ readonly source: string; readonly said: Readonly<Record<string, unknown>> }>()
  const { message } = App.useApp()
  const client = useQueryClient()
  const preview = useMutation({ mutationFn: (said: Readonly<Record<string, unknown>>) => post<Preview<Row>>(`${path}/preview`, { source: chosen, ...said }) })
  const take = useMutation({
    mutationFn: () => post<Imported>(path, { source: chosen, ...content?.said }),
    onSuccess: ({ added, known, faulty }) => {
      void message.success(`导入 ${added} 件${known > 0 ? `，此前已有 ${known} 件` : ''}${faulty > 0 ? `，有误未导入 ${faulty} 件` : ''}`)
      void client.invalidateQueries(changes === undefined ? {} : { queryKey: changes })
      leave()
    },
  })
  const leave = () => {
    keep(undefined)
    preview.reset()
    take.reset()
    close()
  }
  const read = async (file: File): Promise<void> => {
    const said = contentOf({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    keep({ source: chosen, said })
    preview.mutate(said)
  }
  const looked = content?.source === chosen ? preview.data : undefined
  const rows = looked?.rows ?? []
  const good = rows.filter(({ faults, known }) => faults.length === 0 && !known).length
  const failure = content?.source === chosen ? detailOf(preview.error ?? take.error) : undefined
  return (
    <Modal open={isOpen} onCancel={leave} title={title} width={860} footer={<Flex justify="end" gap={8}><Button onClick={leave}>取消</Button><Button type="primary" disabled={good === 0} loading={take.isPending} onClick={() => take.mutate()}>导入 {good} 件</Button></Flex>}>
      <Flex vertical gap={12}>
        {choice}
        <Upload.Dragger accept={accept} showUploadList={false} disabled={chosen === ''} beforeUpload={(file) => { void read(file); return false }}>
          <p><InboxOutlined style={{ fontSize: 28 }} aria-hidden /></p>
          <p>{hint}</p>
        </Upload.Dragger>
        {failure !== undefined && <Alert type="error" showIcon title={failure} />}
        {looked !== undefined && looked.unread.length > 0 && <Alert type="info" showIcon title={`没有用到的栏目：${looked.unread.join('、')}`} />}
        {rows.length > 0 && (
          <Table<Row>
            size="small"
            rowKey="line"
            dataSource={rows}
            scroll={{ x: 760 }}
            pagination={{ pageSize: 8, hideOnSinglePage: true }}
            columns={[{ title: '行', dataIndex: 'line', width: 48, className: 'number' }, { title: '结果', width: 170, render: (_, row) => <Outcome {...row} /> }, ...columns]}
          />
        )}
      </Flex>
    </Modal>
  )
}

function Outcome({ faults, known }: Line) {
  if (faults.length > 0) return <Tag color="error" style={{ whiteSpace: 'normal' }}>{faults.join('；')}</Tag>
  return known ? <Tag>此前已导入</Tag> : <Tag color="success">可以导入</Tag>
}
