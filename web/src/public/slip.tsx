import type { PublicSlip } from '@zhunsheng/bureau/modules/payments/wire.ts'
import { SLIP_KINDS, SLIP_STATES } from '@zhunsheng/bureau/modules/payments/wire.ts'
import { PrinterOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Flex, Form, Input } from 'antd'
import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { get, Problem, withQuery } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { inFours } from '../payments/written.ts'

interface Asked {
  readonly code: string
  readonly proof: string
}
const addressOf = ({ code }: Asked): string => `/api/public/slips/${encodeURIComponent(code.replace(/\s/g, ''))}`
const required = (message: string) => [{ required: true, whitespace: true, message }]

/** A payer looks up what he owes, until when and where, and prints his slip, without an account (缴款查询). */
export function Component() {
  const [search] = useSearchParams()
  const lookup = useMutation({ mutationFn: (asked: Asked) => get<PublicSlip>(addressOf(asked), { proof: asked.proof.trim() }) })
  useEffect(() => {
    document.title = '缴款查询'
  }, [])
  const asked = lookup.variables
  return (
    <>
      <h1>缴款查询</h1>
      <section className="public-item no-print">
        <Form layout="vertical" requiredMark={false} initialValues={{ code: search.get('code') ?? '' }} onFinish={(given: Asked) => lookup.mutate(given)}>
          <Flex gap="0 16px" wrap>
            <Form.Item name="code" label="缴款码" style={{ flex: '1 1 260px' }} rules={required('请填写缴款通知上的二十位缴款码')}><Input size="large" maxLength={40} inputMode="numeric" autoComplete="off" placeholder="缴款通知上的二十位数字" className="number" /></Form.Item>
            <Form.Item name="proof" label="决定书文号，或者证件号码后四位" style={{ flex: '1 1 240px' }} rules={[...required('请填写决定书文号，或者证件号码、统一社会信用代码的后四位'), { min: 4, message: '至少四位' }]}><Input size="large" maxLength={60} autoComplete="off" /></Form.Item>
            <Form.Item style={{ alignSelf: 'end' }}><Button size="large" type="primary" htmlType="submit" loading={lookup.isPending}>查询</Button></Form.Item>
          </Flex>
        </Form>
        <p style={{ margin: 0 }}>不需要登录。罚款到指定的银行或者通过电子支付系统缴纳，本机关和执法人员不自行收缴，法律规定可以当场收缴的除外（《行政处罚法》第六十七条）；本页不收款，也不会要求您转账。</p>
      </section>
      <div aria-live="polite">
        {lookup.isError && (lookup.error instanceof Problem && (lookup.error.isOf('not-found') || lookup.error.isOf('malformed')) ? <Alert type="warning" showIcon title={lookup.error.faults[0]?.because ?? lookup.error.detail} /> : <Failure error={lookup.error} />)}
        {lookup.data !== undefined && asked !== undefined && <Found slip={lookup.data} asked={asked} />}
      </div>
    </>
  )
}

function Found({ slip, asked }: { readonly slip: PublicSlip; readonly asked: Asked }) {
  const { code, payer, agency, decisionNumber, kind, state, total, paid, payBy, surcharge, owed, today, bank, bankAddress, isExample } = slip
  const isOpen = state !== 'paid' && state !== 'voided'
  const facts: readonly (readonly [string, string])[] = [
    ['缴款码', inFours(code)],
    ['缴款人', payer],
    ['处罚机关', agency],
    ['处罚决定', decisionNumber === '' ? '没有文号' : decisionNumber],
    ['事由', SLIP_KINDS[kind]],
    ['状态', SLIP_STATES[state]],
    ['通知数额', `${total} 元`],
    ['已缴', `${paid} 元`],
    ...(isOpen ? [['加处罚款', `${surcharge} 元（截至 ${today}）`], ['今日应缴', `${owed} 元`], ['缴款期限', payBy ?? '没有另外的期限，请即缴纳'], ['代收机构', `${bank}　${bankAddress}${isExample ? '（示例，尚未与财政部门核对）' : ''}`]] as const : []),
  ]
  return (
    <article className="public-paper" style={{ marginTop: 16 }}>
      <h1>缴款通知</h1>
      {state === 'voided' && <p className="public-withdrawn">这份缴款通知已经作废，请不要按它缴款；有新的通知的，按新的缴款码缴纳。</p>}
      <table className="public-facts"><tbody>{facts.map(([name, value]) => <tr key={name}><th scope="row">{name}</th><td className="number">{value}</td></tr>)}</tbody></table>
      {state === 'paid' && <p>这份通知已经缴清。缴款凭据由代收机构出具。</p>}
      {isOpen && (
        <ul style={{ paddingInlineStart: 20 }}>
          <li>自收到决定书之日起十五日内缴纳（《行政处罚法》第六十七条第三款）；到期不缴的，每日按罚款数额的百分之三加处罚款，总额不超过罚款数额（第七十二条第一款第（一）项）。</li>
          <li>申请行政复议或者提起行政诉讼的，加处罚款在复议、诉讼期间不予计算（第七十三条第三款）。</li>
          <li>确有经济困难的，可以向本机关申请延期或者分期缴纳（第六十六条第二款）。</li>
        </ul>
      )}
      {isOpen && <Button size="large" className="no-print" icon={<PrinterOutlined aria-hidden />} href={withQuery(`${addressOf(asked)}/print.pdf`, { proof: asked.proof.trim() })} target="_blank">打印缴款通知</Button>}
    </article>
  )
}
