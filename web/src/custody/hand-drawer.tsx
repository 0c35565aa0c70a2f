import type { NewHandover, ThingView } from '@zhunsheng/bureau/modules/evidence/wire.ts'
import { TURNS, type Turn } from '@zhunsheng/law/custody/chain.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, DatePicker, Drawer, Flex, Form, Input, Radio, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { newKey } from '../act/draft.ts'
import { Said } from '../act/said.tsx'
import { post } from '../api.ts'
import { useMe } from '../app/me.ts'
import { usePhone } from '../app/phone.ts'
import { bureauNow } from '../offline/device.ts'
import { peopleQuery } from '../queries.ts'
import { PhotoField } from './photo-field.tsx'

interface Handing {
  readonly caseId: string
  readonly thing: ThingView | undefined
  readonly close: () => void
}
interface Filled {
  readonly turn: Turn
  readonly toId?: string
  readonly toName?: string
  readonly place: string
  readonly seal?: string
  readonly note?: string
  readonly photos?: readonly string[]
  readonly given: Dayjs
}
const OUTSIDE = 'outside'
const WIDTH = 560

/** Handing a thing over (移交物品): the giver's side; the other side confirms by itself. */
export function HandDrawer({ caseId, thing, close }: Handing) {
  const isPhone = usePhone()
  return (
    <Drawer open={thing !== undefined} onClose={close} title={`移交：${thing?.name ?? ''}`} size={isPhone ? '100%' : WIDTH} destroyOnHidden>
      {thing !== undefined && <HandForm caseId={caseId} thing={thing} close={close} />}
    </Drawer>
  )
}

function HandForm({ caseId, thing, close }: Handing & { readonly thing: ThingView }) {
  const { person } = useMe()
  const client = useQueryClient()
  const people = useQuery(peopleQuery)
  const [form] = Form.useForm<Filled>()
  const [key] = useState(newKey)
  const turn = Form.useWatch('turn', form)
  const toId = Form.useWatch('toId', form)
  const isActing = thing.holderId !== undefined && thing.holderId !== person.id
  const send = useMutation({
    mutationFn: ({ given, toId: whom, toName, photos, ...rest }: Filled) =>
      post(`/api/cases/${caseId}/custody/handovers`, { ...rest, seq: thing.seq, item: thing.item, after: thing.handovers.length, givenAt: given.toISOString(), photos: [...(photos ?? [])], ...(whom === undefined || whom === OUTSIDE ? { toName: toName ?? '' } : { toId: whom }) } satisfies NewHandover, key),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['case', caseId] })
      close()
    },
  })
  const able = (people.data ?? []).filter(({ id }) => id !== person.id && id !== thing.holderId)
  return (
    <Form form={form} layout="vertical" initialValues={{ turn: 'handed', given: dayjs(bureauNow()) }} onFinish={(filled) => send.mutate(filled)}>
      <p className="quiet" style={{ marginTop: 0 }}>现由 <b>{thing.holder}</b> 保管{isActing && '；您为其代办，须写明原因'}</p>
      <Form.Item name="turn" label="事由"><Radio.Group options={Object.entries(TURNS).map(([value, label]) => ({ value, label }))} /></Form.Item>
      <Form.Item name="toId" label={turn === 'destroyed' ? '监销人' : '接收人'} rules={[{ required: true, message: '请选择接收人' }]} extra={<span className="note">{turn === 'destroyed' ? '由本机关另一名人员到场监销并确认' : '本机关人员登录后自行确认；其他人手写签名或者拍照留存签收凭证'}</span>}>
        <Select showSearch={{ optionFilterProp: 'label' }} placeholder="请选择" options={[...(turn === 'destroyed' ? [] : [{ value: OUTSIDE, label: '本机关以外的人（当事人、检测机构等）' }]), ...able.map(({ id, name, postNames }) => ({ value: id, label: `${name}（${postNames.join('、')}）` }))]} />
      </Form.Item>
      {toId === OUTSIDE && <Form.Item name="toName" label="接收人姓名或者名称" rules={[{ required: true, whitespace: true, message: '请写明接收人' }]}><Input maxLength={100} /></Form.Item>}
      <Form.Item name="place" label="存放地点" rules={[{ required: true, whitespace: true, message: '请填写存放地点' }]}><Input maxLength={100} placeholder="如：本局物证室 3 号柜" /></Form.Item>
      <Form.Item name="given" label="移交时间" rules={[{ required: true, message: '请填写移交时间' }]}><DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} /></Form.Item>
      <Form.Item name="seal" label="封签号"><Input maxLength={100} /></Form.Item>
      <Form.Item name="photos" label="照片"><PhotoField /></Form.Item>
      <Form.Item name="note" label="说明" {...(isActing ? { rules: [{ required: true, whitespace: true, message: '代为移交的，应当写明原因' }] } : {})}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} /></Form.Item>
      <Said error={send.error} onReload={() => void client.invalidateQueries({ queryKey: ['case', caseId] })} />
      <Flex justify="end" gap={8} style={{ marginTop: 8 }}><Button onClick={close}>取消</Button><Button type="primary" htmlType="submit" loading={send.isPending}>提交移交</Button></Flex>
    </Form>
  )
}
