import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, DatePicker, Drawer, Flex, Form } from 'antd'
import dayjs from 'dayjs'
import { dayBefore } from '../act/day-limit.ts'
import { Fields } from '../act/fields.tsx'
import { answersOf, isAnswers, type Answers, type FormOf, type ShownAct } from '../act/form.ts'
import { Said } from '../act/said.tsx'
import { useSurroundings } from '../act/surroundings.ts'
import { post } from '../api.ts'
import { useMe } from '../app/me.ts'
import { usePhone } from '../app/phone.ts'
import { Basis } from '../piece/basis.tsx'

interface Entering {
  readonly spec: ShownAct | undefined
  /** Where it is sent, and how many entries were seen. */
  readonly address: string
  readonly version: number
  readonly start?: Answers
  readonly close: () => void
}
const DAY = 'YYYY-MM-DD'
const WIDTH = 640

/** One entry of a device or a record (登记、办理), in the form that the law declares. */
export function EntryDrawer({ spec, close, ...rest }: Entering) {
  const isPhone = usePhone()
  return (
    <Drawer open={spec !== undefined} onClose={close} title={spec?.name ?? ''} size={isPhone ? '100%' : WIDTH} destroyOnHidden>
      {spec !== undefined && <EntryForm key={spec.kind} spec={spec} close={close} {...rest} />}
    </Drawer>
  )
}

function EntryForm({ spec, address, version, start = {}, close }: Entering & { readonly spec: ShownAct }) {
  const { today } = useMe()
  const { acts, specs } = useSurroundings()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [form] = Form.useForm<{ readonly on: string; readonly data?: unknown }>()
  const formOf: FormOf = (seq) => specs.get(acts.find((one) => one.seq === seq)?.kind ?? '')?.form
  const send = useMutation({
    mutationFn: ({ on, data }: { readonly on: string; readonly data?: unknown }) => post(address, { kind: spec.kind, on, version, data: answersOf(spec.form, isAnswers(data) ? data : {}, formOf) }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['monitoring'] })
      void message.success(`已登记「${spec.name}」`)
      close()
    },
  })
  return (
    <Form form={form} layout="vertical" initialValues={{ on: today, data: start }} onFinish={(filled) => send.mutate(filled)}>
      <p className="quiet" style={{ marginTop: 0 }}>{spec.help}<br /><Basis articles={spec.basis} /></p>
      <Form.Item name="on" label={spec.kind === 'certify' ? '证书有效期自' : '日期'} required getValueProps={(day?: string) => ({ value: day === undefined ? null : dayjs(day) })} normalize={(day?: dayjs.Dayjs | null) => day?.format(DAY)}>
        <DatePicker style={{ width: 200 }} disabledDate={dayBefore} allowClear={false} />
      </Form.Item>
      <Fields form={spec.form} at={['data']} under={['data']} />
      <Said error={send.error} onReload={() => void client.invalidateQueries({ queryKey: ['monitoring'] })} />
      <Flex justify="end" gap={8} style={{ marginTop: 12 }}><Button onClick={close}>取消</Button><Button type="primary" htmlType="submit" loading={send.isPending}>登记</Button></Flex>
    </Form>
  )
}
