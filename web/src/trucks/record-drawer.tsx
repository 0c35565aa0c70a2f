import { KINDS, type History, type Kind, type Row } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Flex, Form } from 'antd'
import { useState } from 'react'
import { post, Problem } from '../api.ts'
import { usePhone } from '../app/phone.ts'
import { RecordItem } from './record-control.tsx'
import { fieldsOf } from './register-fields.ts'
import { answersFor, faultsByField } from './show-record.ts'
import { TruckSaid } from './truck-said.tsx'
import '../act/fields.css'
import './trucks.css'

type Data = Readonly<Record<string, unknown>>
interface Opened {
  readonly kind: Kind
  /** The record that is changed; none for a new one. */
  readonly row?: Row
  readonly isOpen: boolean
  readonly close: () => void
  readonly onSaved: (history: History) => void
}
const WITH_MAP: readonly Kind[] = ['site', 'disposal', 'route', 'zone', 'road', 'permit']

/** Enters a record, or changes it (登记、变更). */
export function RecordDrawer({ isOpen, close, ...given }: Opened) {
  const isPhone = usePhone()
  const title = given.row === undefined ? `登记${KINDS[given.kind]}` : `变更${KINDS[given.kind]}：${given.row.title}`
  return <Drawer open={isOpen} onClose={close} title={title} size={isPhone ? '100%' : WITH_MAP.includes(given.kind) ? 820 : 560} destroyOnHidden mask={{ closable: false }}><RecordForm {...given} close={close} /></Drawer>
}

function RecordForm({ kind, row, close, onSaved }: Omit<Opened, 'isOpen'>) {
  const client = useQueryClient()
  const [form] = Form.useForm<Data>()
  // The version that was on the screen when the form was opened: what came after it is not overwritten.
  const [seen] = useState(row?.version ?? 0)
  const [key] = useState(() => crypto.randomUUID())
  const [tried, setTried] = useState(0)
  const fields = fieldsOf(kind)
  const send = useMutation({
    mutationFn: (filled: Data) => post<History>(row === undefined ? `/api/trucks/register/${kind}` : `/api/trucks/register/${kind}/${row.id}`, { data: answersFor(kind, filled), version: seen }, `${key}-${tried}`),
    onSuccess: (history) => {
      void client.invalidateQueries({ queryKey: ['trucks'] })
      onSaved(history)
    },
    onError: (error) => {
      if (!(error instanceof Problem) || !error.isOf('malformed')) return
      // An answer was given: what is corrected now is another request.
      setTried((times) => times + 1)
      form.setFields([...faultsByField(error.faults)].map(([name, errors]) => ({ name: [name], errors: [...errors] })))
    },
  })
  const reload = () => {
    void client.invalidateQueries({ queryKey: ['trucks'] })
    close()
  }
  return (
    <Form<Data> form={form} layout="vertical" initialValues={row?.data ?? {}} scrollToFirstError onFinish={(filled) => send.mutate(filled)}>
      <div className="record-fields">{fields.map((field) => <RecordItem key={field.name} field={field} names={row?.names ?? {}} own={row?.id} />)}</div>
      <TruckSaid error={send.error} labels={new Map(fields.map(({ name, label }) => [name, label]))} onReload={reload} />
      <Flex justify="end" gap={8} style={{ marginTop: 12 }}><Button onClick={close}>取消</Button><Button type="primary" htmlType="submit" loading={send.isPending}>{row === undefined ? '登记' : '保存变更'}</Button></Flex>
    </Form>
  )
}
