import type { OwnRegister } from '@zhunsheng/bureau/modules/portal/wire.ts'
import type { Manifest, NewManifest } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Form, Input, InputNumber, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { newKey } from '../act/draft.ts'
import { Said } from '../act/said.tsx'
import { post } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { usePhone } from '../app/phone.ts'
import { inChina, localOf } from '../trucks/local-time.ts'
import { usePortalMe } from './portal-me.ts'
import { ownRegisterQuery, portalMeQuery } from './portal-queries.ts'

/** Opens a manifest at the gate (出场开单): only permits in force, and only the vehicles that they name. */
export function GateDrawer({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const isPhone = usePhone()
  return <Drawer open={isOpen} onClose={close} title="出场开单" size={isPhone ? '100%' : 480} destroyOnHidden><Loading close={close} /></Drawer>
}

function Loading({ close }: { readonly close: () => void }) {
  const register = useQuery(ownRegisterQuery)
  // The bureau's clock, asked anew: the page may have been open since yesterday.
  const me = useQuery({ ...portalMeQuery, staleTime: 0 })
  if (register.isError) return <Failure error={register.error} retry={() => void register.refetch()} />
  return register.data === undefined || me.isFetching ? <Skeleton active /> : <Opening register={register.data} close={close} />
}

function Opening({ register: { permits, vehicles, drivers }, close }: { readonly register: OwnRegister; readonly close: () => void }) {
  const { now } = usePortalMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<NewManifest>()
  const [key, anew] = useState(newKey)
  const valid = permits.filter(({ standing }) => standing === 'valid')
  const chosen = valid.find(({ id }) => id === Form.useWatch('permit', form))
  const send = useMutation({
    mutationFn: ({ at, driver, ...filled }: NewManifest) => post<Manifest>('/api/portal/manifests', { ...filled, at: inChina(at), ...(driver === undefined ? {} : { driver }) }, key),
    onSuccess: ({ number }) => {
      void message.success(`联单 ${number} 已经开出`)
      void client.invalidateQueries({ queryKey: ['portal'] })
      close()
    },
    onError: () => anew(newKey),
  })
  return (
    <Form form={form} layout="vertical" size="large" requiredMark={false} initialValues={{ at: localOf(new Date(now)), ...(valid.length === 1 ? { permit: valid[0]?.id } : {}) }} onValuesChange={(changed) => 'permit' in changed && form.resetFields(['vehicle'])} onFinish={(filled) => send.mutate(filled)}>
      <Form.Item name="permit" label="处置核准" rules={[{ required: true, message: '请选择处置核准' }]}><Select options={valid.map(({ id, number, site }) => ({ value: id, label: `${site}　${number}` }))} notFoundContent="没有有效的处置核准" /></Form.Item>
      {chosen !== undefined && <dl className="facts"><dt>消纳场</dt><dd>{chosen.disposal}</dd><dt>核准量</dt><dd className="number">{chosen.volume} 立方米，已装 {chosen.loaded}</dd><dt>时段</dt><dd className="number">{chosen.hours ?? '全天'}</dd></dl>}
      <Form.Item name="vehicle" label="车辆" rules={[{ required: true, message: '请选择车辆' }]}><Select disabled={chosen === undefined} showSearch={{ optionFilterProp: 'label' }} options={vehicles.filter(({ plate }) => chosen?.vehicles.includes(plate) ?? false).map(({ id, plate }) => ({ value: id, label: plate }))} /></Form.Item>
      {drivers.length > 0 && <Form.Item name="driver" label="驾驶员（可以不填）"><Select allowClear options={drivers.map(({ id, name }) => ({ value: id, label: name }))} /></Form.Item>}
      <Form.Item name="volume" label="装车量" rules={[{ required: true, message: '请填写装车量' }]}><InputNumber min={0.1} precision={1} step={0.5} inputMode="decimal" suffix="立方米" style={{ width: '100%' }} /></Form.Item>
      <Form.Item name="at" label="出场时间" rules={[{ required: true, message: '请填写出场时间' }]}><Input type="datetime-local" /></Form.Item>
      <Said error={send.error} />
      <Button type="primary" htmlType="submit" block loading={send.isPending}>开单</Button>
    </Form>
  )
}
