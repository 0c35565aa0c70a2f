import type { NewPerson, PersonView } from '@zhunsheng/bureau/modules/officers/wire.ts'
import { POSTS } from '@zhunsheng/law/person.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, DatePicker, Drawer, Form, Input, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { Said } from '../act/said.tsx'
import { post, Problem } from '../api.ts'
import { usePhone } from '../app/phone.ts'

interface Filled extends Omit<NewPerson, 'certificate'> {
  readonly number?: string
  readonly valid?: readonly [Dayjs, Dayjs]
}
const DAY = 'YYYY-MM-DD'
const must = (message: string) => [{ required: true, message }]

/** Adds a person (新增人员). */
export function PersonForm({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const isPhone = usePhone()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<Filled>()
  const adding = useMutation({
    mutationFn: (person: NewPerson) => post<PersonView>('/api/people', person),
    onSuccess: ({ name }) => {
      void client.invalidateQueries({ queryKey: ['people'] })
      void message.success(`已新增：${name}`)
      form.resetFields()
      close()
    },
    onError: (error) => {
      if (error instanceof Problem) for (const { path, because } of error.faults) if (isField(path)) form.setFields([{ name: path, errors: [because] }])
    },
  })
  const send = ({ number, valid, ...person }: Filled) =>
    adding.mutate({ ...person, ...(number === undefined || number === '' || valid === undefined ? {} : { certificate: { number, from: valid[0].format(DAY), until: valid[1].format(DAY) } }) })
  return (
    <Drawer open={isOpen} onClose={close} title="新增人员" size={isPhone ? '100%' : 560} footer={<Button type="primary" block={isPhone} loading={adding.isPending} onClick={form.submit}>新增</Button>}>
      <Form form={form} layout="vertical" initialValues={{ posts: ['officer'], legalQualification: false, reviewedBefore: false }} onFinish={send}>
        <Form.Item name="name" label="姓名" rules={must('请填写姓名')}><Input maxLength={50} /></Form.Item>
        <Form.Item name="login" label="用户名" rules={must('请填写用户名')} extra={<span className="note">小写字母开头，登录时使用</span>}><Input maxLength={32} autoComplete="off" /></Form.Item>
        <Form.Item name="password" label="初始口令" rules={must('请填写初始口令')} extra={<span className="note">至少 10 个字符；请本人登录后修改</span>}><Input.Password maxLength={128} autoComplete="new-password" /></Form.Item>
        <Form.Item name="department" label="部门" rules={must('请填写部门')}><Input maxLength={100} /></Form.Item>
        <Form.Item name="posts" label="岗位" rules={must('至少选择一个岗位')} extra={<span className="note">职能分离由程序审查：调查人员不得审核、主持听证本案</span>}>
          <Select mode="multiple" options={Object.entries(POSTS).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item name="legalQualification" valuePropName="checked" extra={<span className="note">《行政处罚法》第五十八条第二款：初次从事法制审核的须有</span>}><Checkbox>已取得法律职业资格</Checkbox></Form.Item>
        <Form.Item name="reviewedBefore" valuePropName="checked"><Checkbox>二〇一八年以前已从事法制审核</Checkbox></Form.Item>
        <Form.Item name="number" label="执法证号"><Input maxLength={64} placeholder="选填" /></Form.Item>
        <Form.Item name="valid" label="执法证有效期" dependencies={['number']} rules={[({ getFieldValue }) => ({ required: Boolean(getFieldValue('number')), message: '填写了执法证号的，选择有效期' })]}><DatePicker.RangePicker style={{ width: '100%' }} /></Form.Item>
        <Said error={adding.error} />
      </Form>
    </Drawer>
  )
}

const FIELDS = ['name', 'login', 'password', 'department', 'posts'] as const
const isField = (path: string): path is (typeof FIELDS)[number] => FIELDS.some((name) => name === path)
