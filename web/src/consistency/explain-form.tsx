import { EXPLANATIONS, type Behind, type Explanation, type NewExplanation } from '@zhunsheng/bureau/modules/consistency/wire.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { newKey } from '../act/draft.ts'
import { Said } from '../act/said.tsx'
import { minuteOf } from '../piece/moment.ts'
import { explain, findingQuery, scanQuery } from './scan-queries.ts'
import './consistency.css'

/** Answers to a finding (记录说明). What was answered stays; another answer stands beside it. */
export function ExplainForm({ id, number }: { readonly id: string; readonly number: string }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<NewExplanation>()
  const [key, renew] = useState(newKey)
  const explaining = useMutation({
    mutationFn: (said: NewExplanation) => explain(id, number, { ...said, key }),
    onSuccess: (behind: Behind) => {
      client.setQueryData(findingQuery(id, number).queryKey, behind)
      void client.invalidateQueries({ queryKey: scanQuery(id).queryKey, exact: true })
      void client.invalidateQueries({ queryKey: ['scans'] })
      form.resetFields()
      renew(newKey())
      void message.success('已记录说明')
    },
  })
  return (
    <Form form={form} layout="vertical" className="no-print" initialValues={{ kind: 'explained' }} onValuesChange={() => renew(newKey())} onFinish={(said) => explaining.mutate(said)} onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit() }}>
      <Form.Item name="kind" label="情况"><Radio.Group options={Object.entries(EXPLANATIONS).map(([value, label]) => ({ value, label }))} /></Form.Item>
      <Form.Item name="says" label="说明" rules={[{ required: true, whitespace: true, message: '请写明说明的内容' }]} extra={<span className="note">写明差别从何而来、依据什么；记录后不能修改，可以再补充一条</span>}><Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} showCount /></Form.Item>
      <Said error={explaining.error} />
      <Button type="primary" htmlType="submit" loading={explaining.isPending}>记录说明</Button>
    </Form>
  )
}

/** What was answered so far, the first first. */
export function ExplanationList({ explanations }: { readonly explanations: readonly Explanation[] }) {
  if (explanations.length === 0) return <p className="quiet" style={{ marginTop: 0 }}>还没有说明。</p>
  return <ol className="plain-list" aria-label="说明" style={{ marginBottom: 12 }}>{explanations.map(({ kind, says, by, at }) => <li key={`${at}${says}`} className="explained"><b>{EXPLANATIONS[kind]}</b>　<span className="quiet number">{by} {minuteOf(at)}</span><p className="passage">{says}</p></li>)}</ol>
}
