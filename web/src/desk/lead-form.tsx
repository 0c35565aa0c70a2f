import type { Lead, NewLead } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, DatePicker, Drawer, Form, Input, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { newKey } from '../act/draft.ts'
import { post, Problem } from '../api.ts'
import { Said } from '../act/said.tsx'
import { useMe } from '../app/me.ts'
import { usePhone } from '../app/phone.ts'
import { mattersQuery } from '../queries.ts'
import { SOURCES } from './lead-words.ts'

type Filled = Omit<NewLead, 'receivedOn'> & { readonly receivedOn: Dayjs }

const WIDTH = 560
const DAY = 'YYYY-MM-DD'
const MUST = (message: string) => [{ required: true, whitespace: true, message }]

/** Registers a lead (登记线索). */
export function LeadForm({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const { today } = useMe()
  const isPhone = usePhone()
  const matters = useQuery(mattersQuery)
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<Filled>()
  const registering = useMutation({
    mutationFn: (lead: NewLead) => post<Lead>('/api/leads', lead, newKey()),
    onSuccess: ({ number }) => {
      void client.invalidateQueries({ queryKey: ['leads'] })
      void message.success(`已登记：${number}`)
      form.resetFields()
      close()
    },
    onError: (error) => {
      if (error instanceof Problem) for (const { path, because } of error.faults) if (isField(path)) form.setFields([{ name: path, errors: [because] }])
    },
  })
  const send = ({ receivedOn, informant, matter, ...rest }: Filled) =>
    registering.mutate({ ...rest, receivedOn: receivedOn.format(DAY), ...(informant === undefined || informant.trim() === '' ? {} : { informant }), ...(matter === undefined ? {} : { matter }) })
  return (
    <Drawer open={isOpen} onClose={close} title="登记线索" size={isPhone ? '100%' : WIDTH} footer={<Button type="primary" block={isPhone} loading={registering.isPending} onClick={form.submit}>登记</Button>}>
      <Form form={form} name="lead" layout="vertical" initialValues={{ receivedOn: dayjs(today), source: 'patrol' }} onFinish={send} onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit() }}>
        <Form.Item name="source" label="来源" required><Select options={Object.entries(SOURCES).map(([value, label]) => ({ value, label }))} /></Form.Item>
        <Form.Item name="receivedOn" label="收到日期" rules={[{ required: true, message: '请填写日期' }]}><DatePicker style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="place" label="地点" rules={MUST('请填写地点')}><Input maxLength={200} /></Form.Item>
        <Form.Item name="content" label="内容" rules={MUST('请填写内容')}><Input.TextArea autoSize={{ minRows: 5 }} maxLength={5000} /></Form.Item>
        <Form.Item name="matter" label="可能涉及的事项"><Select allowClear showSearch={{ optionFilterProp: 'label' }} placeholder="选填" options={(matters.data ?? []).map(({ id, name, basis }) => ({ value: id, label: `${name}　${basis}` }))} /></Form.Item>
        <Form.Item name="informant" label="提供人" extra={<span className="note">选填；依法保密，不对外公开</span>}><Input maxLength={100} /></Form.Item>
        <Said error={registering.error} />
      </Form>
    </Drawer>
  )
}

const FIELDS = ['source', 'receivedOn', 'place', 'content', 'matter', 'informant'] as const
const isField = (path: string): path is (typeof FIELDS)[number] => FIELDS.some((name) => name === path)
