import { checkPlate, PLATE_COLOURS, type PlateColour } from '@zhunsheng/law/identifiers/plate.ts'
import { SEEN, type NewTipoff, type TipoffReceipt } from '@zhunsheng/bureau/modules/tipoffs/wire.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Checkbox, Flex, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { newKey } from '../act/draft.ts'
import { Said } from '../act/said.tsx'
import { postForm } from '../api.ts'
import { minuteOf } from '../piece/moment.ts'
import { haulageQuery } from '../trucks/truck-queries.ts'
import { inChina } from '../trucks/local-time.ts'
import { TipoffPhotos } from './tipoff-photos.tsx'
import { TipoffPlace } from './tipoff-place.tsx'

interface Filled {
  readonly plate: string
  readonly plateColour: PlateColour
  readonly seen: NewTipoff['seen']
  readonly at: string
  readonly place: string
  readonly position?: NewTipoff['position']
  readonly text?: string
  readonly photos?: readonly File[]
  readonly name?: string
  readonly phone?: string
}
const required = (message: string) => [{ required: true, message }]

/** What was seen, where and when (举报内容), with up to three photographs. */
export function TipoffForm() {
  const haulage = useQuery(haulageQuery(undefined))
  const [sent, setSent] = useState<string>()
  if (sent !== undefined) return <Received receipt={sent} again={() => setSent(undefined)} />
  // The bureau's day: a demonstration lives on another one.
  const today = haulage.data?.on
  return <Card title="举报内容" loading={haulage.isPending}>{today !== undefined && haulage.data !== undefined && <Fields today={today} haulage={haulage.data} done={setSent} />}{haulage.isError && <Said error={haulage.error} />}</Card>
}

function Received({ receipt, again }: { readonly receipt: string; readonly again: () => void }) {
  return (
    <Card title="已经收到">
      <Alert type="success" showIcon title={<>举报编号：<b className="number break">{receipt}</b></>} description="请保存（或者截屏）这个编号，凭它查询办理情况；编号只显示这一次。" />
      <Button block style={{ marginTop: 16 }} onClick={again}>再举报一件</Button>
    </Card>
  )
}

function Fields({ today, haulage, done }: { readonly today: string; readonly haulage: Parameters<typeof TipoffPlace>[0]['haulage']; readonly done: (receipt: string) => void }) {
  const [form] = Form.useForm<Filled>()
  const [key] = useState(newKey)
  const colour = Form.useWatch('plateColour', form)
  const send = useMutation({
    mutationFn: ({ photos = [], at, plate, plateColour, seen, place, position, text = '', name, phone }: Filled) => {
      const report: NewTipoff = { plate, plateColour, seen, at: inChina(at), place, text, ...(position === undefined ? {} : { position }), ...(hasWord(name) ? { name } : {}), ...(hasWord(phone) ? { phone } : {}) }
      const body = new FormData()
      body.append('report', JSON.stringify(report))
      for (const photo of photos) body.append('photo', photo)
      return postForm<TipoffReceipt>('/api/public/tipoffs', body, key)
    },
    onSuccess: ({ receipt }) => done(receipt),
  })
  const [[day, minute]] = useState(() => minuteOf(new Date().toISOString()).split(' '))
  // A demonstration lives on another day: this minute may not have come there yet, and would be refused.
  const now = day === today ? { at: `${today}T${minute}` } : {}
  return (
    <Form form={form} layout="vertical" requiredMark={false} scrollToFirstError initialValues={{ plateColour: 'yellow', ...now }} onFinish={(filled) => send.mutate(filled)}>
      <Flex gap={12} wrap>
        <Form.Item name="plate" label="号牌号码" style={{ flex: '1 1 180px' }} dependencies={['plateColour']} rules={[{ validator: async (_, value: string | undefined) => {
          const checked = checkPlate(value ?? '', colour ?? 'yellow')
          if (!checked.ok) throw new Error(value === undefined || value === '' ? '请填写号牌号码' : checked.because)
        } }]}><Input size="large" maxLength={12} autoComplete="off" placeholder="如：渝A12345" /></Form.Item>
        <Form.Item name="plateColour" label="号牌颜色" style={{ flex: '0 1 130px' }}><Select size="large" options={Object.entries(PLATE_COLOURS).map(([value, label]) => ({ value, label: `${label}牌` }))} /></Form.Item>
      </Flex>
      <Form.Item name="seen" label="看到的情形" rules={required('请至少选择一种看到的情形')}><Checkbox.Group className="tipoff-seen" options={Object.entries(SEEN).map(([value, label]) => ({ value, label }))} /></Form.Item>
      <Form.Item name="photos" label="照片" extra="最多三张；能看清号牌和情形的最好。照片中的拍摄位置等信息不给别人看。"><TipoffPhotos /></Form.Item>
      <Form.Item name="at" label="看到的时间" rules={required('请填写时间')}><Input type="datetime-local" max={`${today}T23:59`} style={{ maxWidth: 260 }} /></Form.Item>
      <Form.Item name="place" label="地点" rules={[{ required: true, whitespace: true, min: 2, message: '请填写地点' }]}><Input maxLength={200} placeholder="路名、路口、附近的门牌" /></Form.Item>
      <Form.Item name="position" label="地图上的位置（可以不填）"><TipoffPlace haulage={haulage} /></Form.Item>
      <Form.Item name="text" label="补充说明（可以不填）"><Input.TextArea rows={3} maxLength={1000} showCount /></Form.Item>
      <Flex gap={12} wrap>
        <Form.Item name="name" label="您的姓名（可以不填）" style={{ flex: '1 1 160px' }}><Input maxLength={50} autoComplete="name" /></Form.Item>
        <Form.Item name="phone" label="联系电话（可以不填）" style={{ flex: '1 1 160px' }} rules={[{ pattern: /^[0-9-]{7,20}$/, message: '请填写有效的电话号码' }]}><Input type="tel" maxLength={20} autoComplete="tel" /></Form.Item>
      </Flex>
      <p className="quiet" style={{ marginTop: 0 }}>姓名和电话只用于核实和答复，只有办理的人能看，每次查看都留下记录。</p>
      <Said error={send.error} />
      <Button type="primary" htmlType="submit" size="large" block loading={send.isPending} style={{ marginTop: 8 }}>提交举报</Button>
    </Form>
  )
}
const hasWord = (word: string | undefined): word is string => word !== undefined && word.trim() !== ''
