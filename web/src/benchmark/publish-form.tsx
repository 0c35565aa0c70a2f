import type { Issue, Version } from '@zhunsheng/bureau/modules/discretion/wire.ts'
import type { Benchmark } from '@zhunsheng/discretion/benchmark.ts'
import { writeBenchmark } from '@zhunsheng/discretion/written.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, DatePicker, Form, Input, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { post, Problem } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { Grounds } from '../piece/grounds.tsx'

const LEVELS = [{ value: 'city', label: '市级机关' }, { value: 'province', label: '省级机关' }, { value: 'state', label: '国务院部门' }, { value: 'district', label: '区县机关（只能是示例）' }]
type Filled = Omit<Issue, 'from'> & { readonly from: Dayjs }

/** Publishes what is in the editor (发布): who issued it, under which number, from which day. Without a checked benchmark it stays closed. */
export function PublishForm({ benchmark }: { readonly benchmark: Benchmark | undefined }) {
  const { today } = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const publish = useMutation({
    mutationFn: ({ from, ...issue }: Filled) => post<Version>('/api/benchmarks', { issue: { ...issue, from: from.format('YYYY-MM-DD') }, content: benchmark === undefined ? undefined : writeBenchmark(benchmark) }),
    onSuccess: async ({ version, from }) => {
      await Promise.all([client.invalidateQueries({ queryKey: ['benchmarks'] }), client.invalidateQueries({ queryKey: ['benchmark'] })])
      void message.success(`已发布第 ${version} 版，${from} 起施行`)
    },
  })
  const { error } = publish
  return (
    <Form<Filled> layout="vertical" style={{ maxWidth: 560 }} initialValues={{ level: 'city', from: dayjs(today), example: false, source: '' }} onFinish={(filled) => publish.mutate(filled)}>
      <Form.Item name="title" label="文件名称" rules={[{ required: true, message: '请填写文件名称' }]}><Input maxLength={200} /></Form.Item>
      <Form.Item name="documentNumber" label="文号" rules={[{ required: true, message: '请填写文号' }]}><Input maxLength={100} /></Form.Item>
      <Form.Item name="issuer" label="制定机关" rules={[{ required: true, message: '请填写制定机关' }]}><Input maxLength={100} /></Form.Item>
      <Form.Item name="level" label="制定机关的层级" extra="《重庆市优化营商环境条例》第六十四条：由市级行政机关制定，报市人民政府审查备案并公布"><Select options={LEVELS} /></Form.Item>
      <Form.Item name="from" label="施行日期" extra="《行政处罚法》第五条第三款：未经公布的，不得作为行政处罚的依据"><DatePicker allowClear={false} /></Form.Item>
      <Form.Item name="source" label="来源"><Input maxLength={500} /></Form.Item>
      <Form.Item name="example" valuePropName="checked"><Checkbox>这是示例，不作为处罚依据</Checkbox></Form.Item>
      {error instanceof Problem && error.isOf('refused') && <div role="alert" style={{ marginBottom: 12 }}><Grounds refusals={error.refusals} /></div>}
      {error !== null && !(error instanceof Problem && error.isOf('refused')) && <Failure error={error} />}
      <Button type="primary" htmlType="submit" disabled={benchmark === undefined} loading={publish.isPending}>发布</Button>
      {benchmark === undefined && <span className="quiet" style={{ marginInlineStart: 12 }}>检查通过以后才能发布</span>}
    </Form>
  )
}
