import type { AppraisalView, KeptRow, NewAppraisal } from '@zhunsheng/bureau/modules/evidence/wire.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, DatePicker, Drawer, Flex, Form, Input, Radio } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { newKey } from '../act/draft.ts'
import { Said } from '../act/said.tsx'
import { post } from '../api.ts'
import { useMe } from '../app/me.ts'
import { usePhone } from '../app/phone.ts'

interface Appraising {
  readonly files: readonly KeptRow[]
  readonly close: () => void
  readonly done: () => void
}
interface Filled {
  readonly outcome: NewAppraisal['outcome']
  readonly keepUntil?: Dayjs
  readonly opinion: string
}
const WIDTH = 560

/** An appraisal of chosen files (提出鉴定意见): destroy them, or keep them longer. Another person decides. */
export function AppraiseDrawer({ files, close, done }: Appraising) {
  const isPhone = usePhone()
  return (
    <Drawer open={files.length > 0} onClose={close} title={`鉴定 ${files.length} 个文件`} size={isPhone ? '100%' : WIDTH} destroyOnHidden>
      <AppraiseForm files={files} close={close} done={done} />
    </Drawer>
  )
}

function AppraiseForm({ files, close, done }: Appraising) {
  const { today } = useMe()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [form] = Form.useForm<Filled>()
  const [key] = useState(newKey)
  const outcome = Form.useWatch('outcome', form)
  const kept = files.filter(({ state }) => state !== 'due')
  const propose = useMutation({
    mutationFn: ({ outcome: chosen, keepUntil, opinion }: Filled) => {
      const digests = files.map(({ sha256 }) => sha256)
      const body: NewAppraisal = chosen === 'keep' ? { outcome: 'keep', digests, opinion, keepUntil: keepUntil?.format('YYYY-MM-DD') ?? '' } : { outcome: 'destroy', digests, opinion }
      return post<AppraisalView>('/api/keeping/appraisals', body, key)
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['keeping'] })
      void message.success('鉴定意见已提交，等待机关负责人批准')
      done()
    },
  })
  return (
    <Form form={form} layout="vertical" initialValues={{ outcome: kept.length === 0 ? 'destroy' : 'keep' }} onFinish={(filled) => propose.mutate(filled)}>
      <ul style={{ paddingInlineStart: 18, marginTop: 0 }}>{files.map(({ sha256, name, until }) => <li key={sha256} className="break">{name}{until !== undefined && <span className="quiet">（保管至 {until}）</span>}</li>)}</ul>
      <Form.Item name="outcome" label="鉴定意见"><Radio.Group options={[{ value: 'destroy', label: '无继续保存价值，销毁' }, { value: 'keep', label: '继续保管，重新划定期限' }]} /></Form.Item>
      {outcome === 'destroy' && <Alert style={{ marginBottom: 12 }} type="warning" showIcon title="批准后文件内容从存储中清除，不能恢复" description={`摘要、来历、存证和本次决定仍然保留。${kept.length > 0 ? `其中 ${kept.length} 件还在保管期限内或者另有不得销毁的理由，提交时会逐件说明。` : ''}`} />}
      {outcome === 'keep' && <Form.Item name="keepUntil" label="继续保管至" rules={[{ required: true, message: '请写明继续保管至何日' }]}><DatePicker style={{ width: '100%' }} disabledDate={(day) => !day.isAfter(dayjs(today), 'day')} /></Form.Item>}
      <Form.Item name="opinion" label="理由" rules={[{ required: true, whitespace: true, message: '请写明鉴定意见' }]}><Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} /></Form.Item>
      <Said error={propose.error} />
      <Flex justify="end" gap={8} style={{ marginTop: 8 }}><Button onClick={close}>取消</Button><Button type="primary" htmlType="submit" loading={propose.isPending}>提交鉴定意见</Button></Flex>
    </Form>
  )
}
