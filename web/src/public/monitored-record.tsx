import type { AnswerReceipt, PublicEvent } from '@zhunsheng/bureau/modules/monitoring/wire.ts'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { newKey } from '../act/draft.ts'
import { post } from '../api.ts'
import { Failure } from '../app/failure.tsx'

const MOMENT = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Asia/Shanghai' })
const momentOf = (iso: string): string => MOMENT.format(new Date(iso))

interface Shown {
  readonly record: PublicEvent
  readonly asked: { readonly number: string; readonly secret: string }
  readonly refresh: () => void
}

/** A record as its party sees it, with the device's validity, and the place for his answer (监控记录). */
export function MonitoredRecord({ record, asked, refresh }: Shown) {
  const { number, madeAt, place, matter, basis, plate, party, measured, used, files, ticket, device, answers } = record
  const facts: readonly (readonly [string, string | undefined])[] = [['事件编号', number], ['时间', momentOf(madeAt)], ['地点', place], ['事项', matter], ['依据', basis], ['号牌', plate], ['当事人', party], ['测量值', measured], ['设备', `${device.kind} ${device.name}（${device.identifier}）`]]
  return (
    <article className="public-paper" style={{ marginTop: 16 }}>
      <h1>电子技术监控记录</h1>
      {!used && <p className="public-withdrawn">这条记录的审核已经撤销或者变更，目前不作为行政处罚的证据。</p>}
      {files.map(({ sha256, media }) => <RecordFile key={sha256} address={`/api/public/monitoring/files/${number}/${ticket}/${sha256}`} media={media} />)}
      <table className="public-facts"><tbody>{[...facts, ...device.facts.map(({ name, value }) => [name, value] as const)].flatMap(([name, value]) => (value === undefined ? [] : [<tr key={name}><th scope="row">{name}</th><td>{value}</td></tr>]))}</tbody></table>
      {answers.length > 0 && (
        <section>
          <h2 style={{ fontSize: '1.1em' }}>已提交的陈述、申辩</h2>
          <ul>{answers.map(({ at, result, reason }) => <li key={at}>{momentOf(at)} 提交；{result === undefined ? '等待复核' : `复核结论：${result}。${reason ?? ''}`}</li>)}</ul>
        </section>
      )}
      <Answer asked={asked} refresh={refresh} />
    </article>
  )
}

function RecordFile({ address, media }: { readonly address: string; readonly media: string }) {
  const style = { width: '100%', maxHeight: 420, objectFit: 'contain', background: '#eef1f5', marginBottom: 10 } as const
  if (media.startsWith('image/')) return <img src={address} alt="监控记录的图片" style={style} />
  // The recording is shown as it was taken; there is nothing to subtitle it from.
  if (media.startsWith('video/')) return <video controls preload="metadata" src={address} style={style} aria-label="监控记录的视频" />
  return <p>这条记录另有一个文件，请到本机关窗口查看。</p>
}

interface Filled {
  readonly name: string
  readonly phone?: string
  readonly statement: string
}

function Answer({ asked, refresh }: Pick<Shown, 'asked' | 'refresh'>) {
  const [form] = Form.useForm<Filled>()
  const [key, renew] = useState(newKey)
  const send = useMutation({
    mutationFn: (filled: Filled) => post<AnswerReceipt>('/api/public/monitoring/answers', { ...asked, ...filled }, key),
    onSuccess: () => {
      form.resetFields()
      renew(newKey())
      refresh()
    },
  })
  return (
    <section className="no-print">
      <h2 style={{ fontSize: '1.1em' }}>陈述、申辩</h2>
      {send.data !== undefined && <Alert type="success" showIcon style={{ marginBottom: 12 }} title={`已于 ${momentOf(send.data.at)} 收到，本机关将进行复核；结论会显示在本页`} />}
      <Form form={form} layout="vertical" onFinish={(filled) => send.mutate(filled)}>
        <Form.Item name="name" label="姓名或者名称" rules={[{ required: true, whitespace: true, message: '请填写姓名或者名称' }]}><Input size="large" maxLength={100} /></Form.Item>
        <Form.Item name="phone" label="联系电话（选填）"><Input size="large" maxLength={30} inputMode="tel" /></Form.Item>
        <Form.Item name="statement" label="事实、理由和证据" rules={[{ required: true, whitespace: true, message: '请填写事实、理由' }]} extra="一次不超过二万字，可以分几次提交；证据材料可以写明，再送交窗口。"><Input.TextArea rows={6} maxLength={20_000} /></Form.Item>
        {send.isError && <Failure error={send.error} />}
        <Button size="large" type="primary" htmlType="submit" loading={send.isPending}>提交陈述、申辩</Button>
      </Form>
    </section>
  )
}
