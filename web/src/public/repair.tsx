import type { RepairProgress } from '@zhunsheng/bureau/modules/publicity/wire.ts'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Card, Checkbox, Form, Input } from 'antd'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { get, post, Problem } from '../api.ts'
import { Failure } from '../app/failure.tsx'

interface Application {
  readonly number: string
  readonly name: string
  readonly code: string
  readonly phone: string
  readonly reason: string
  readonly commitment: boolean
}
const required = (message: string) => [{ required: true, whitespace: true, message }]

/** The party asks for the end of a publication before its term (信用修复申请), and asks what became of it. */
export function Component() {
  useEffect(() => {
    document.title = '信用修复'
  }, [])
  return (
    <>
      <h1>信用修复</h1>
      <p>处罚决定已经全部履行、公示已满最短期限的，可以申请提前停止公示。准予修复的，公示停止，信用平台的记录作相应标注；决定仍然有效。公示期限届满的自动停止，不必申请。期限见<Link to="/public/catalogue#local">地方数据</Link>，办理流程见<Link to="/public/procedures/publicity.repair">流程图</Link>；也可以到窗口当面申请。</p>
      <div className="repair-board">
        <Applying />
        <Asking />
      </div>
    </>
  )
}

function Applying() {
  const [form] = Form.useForm<Application>()
  const send = useMutation({
    mutationFn: (application: Application) => post<{ readonly receipt: string }>('/api/public/repairs', application),
    onSuccess: () => form.resetFields(),
  })
  return (
    <Card title="网上申请">
      {send.data !== undefined && <Alert type="success" showIcon style={{ marginBottom: 12 }} title={<>已收到。受理编号：<b className="number break">{send.data.receipt}</b></>} description="请保存这个编号，凭它查询办理情况；只有持有编号的人可以查询。" />}
      {send.error !== null && <Failure error={send.error} />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(application) => send.mutate(application)} scrollToFirstError>
        <Form.Item name="number" label="处罚决定书文号" rules={required('请填写文号')}><Input maxLength={128} placeholder="如：某城管罚决〔2021〕1号" /></Form.Item>
        <Form.Item name="name" label="姓名或者单位名称" rules={required('请填写姓名或者名称')}><Input maxLength={200} autoComplete="name" /></Form.Item>
        <Form.Item name="code" label="身份证号或者统一社会信用代码" rules={required('请填写身份证号或者统一社会信用代码')} extra="只用来与决定书核对，不对外公开"><Input maxLength={18} autoComplete="off" /></Form.Item>
        <Form.Item name="phone" label="联系电话" rules={[...required('请填写联系电话'), { pattern: /^[0-9-]{7,20}$/, message: '请填写有效的电话号码' }]}><Input type="tel" maxLength={20} autoComplete="tel" /></Form.Item>
        <Form.Item name="reason" label="履行、改正的情况" rules={required('请填写履行、改正的情况')}><Input.TextArea rows={4} maxLength={2000} showCount placeholder="何时缴清罚款，怎样改正" /></Form.Item>
        <Form.Item name="commitment" valuePropName="checked" rules={[{ validator: async (_, value: unknown) => (value === true ? undefined : Promise.reject(new Error('请先作出信用承诺'))) }]}>
          <Checkbox>本人（本单位）承诺：所填内容真实，已经履行处罚决定并改正，今后守法经营；有虚假的，愿意承担相应责任。</Checkbox>
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={send.isPending}>提交申请</Button>
      </Form>
    </Card>
  )
}

function Asking() {
  const ask = useMutation({ mutationFn: (receipt: string) => get<RepairProgress>(`/api/public/repairs/${encodeURIComponent(receipt.trim())}`) })
  return (
    <Card title="查询办理情况">
      <Input.Search size="large" aria-label="受理编号" placeholder="受理编号，XF 开头" enterButton="查询" maxLength={64} loading={ask.isPending} onSearch={(receipt) => receipt.trim() !== '' && ask.mutate(receipt)} />
      <div aria-live="polite" style={{ marginTop: 12 }}>
        {ask.error !== null && (ask.error instanceof Problem && ask.error.isOf('not-found') ? <Alert type="warning" showIcon title="没有这个受理编号，请核对" /> : <Failure error={ask.error} />)}
        {ask.data !== undefined && (
          <dl className="facts">
            <dt>收到</dt><dd className="number">{ask.data.receivedOn}</dd>
            <dt>办理情况</dt><dd><b>{ask.data.status}</b></dd>
            {ask.data.reason !== undefined && <><dt>理由</dt><dd>{ask.data.reason}</dd></>}
          </dl>
        )}
      </div>
      <p className="quiet">不服不予受理、不准予修复的，可以依法申请行政复议或者提起行政诉讼，途径和期限见<Link to="/public/catalogue#remedies">救济渠道</Link>。</p>
    </Card>
  )
}
