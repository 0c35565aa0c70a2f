import type { Lead, NewLead } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { CameraOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Card, Form, Input, Spin } from 'antd'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { newKey } from '../act/draft.ts'
import { Said } from '../act/said.tsx'
import { post } from '../api.ts'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { placeNow, takeEvidence } from '../evidence/upload.ts'
import './street.css'

interface Shot {
  readonly sha256: string
  readonly url: string
}
interface Filled {
  readonly place: string
  readonly content: string
}
const MOST = 9

/** A lead from the street (现场线索): a photograph and the position first, words as far as needed. */
export function Component() {
  const { today } = useMe()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [form] = Form.useForm<Filled>()
  const [key] = useState(newKey)
  const [shots, setShots] = useState<readonly Shot[]>([])
  const [position, setPosition] = useState<NewLead['position']>()
  useEffect(() => {
    void placeNow().then(({ latitude, longitude, accuracy }) => setPosition(latitude === undefined || longitude === undefined ? undefined : { latitude: Number(latitude), longitude: Number(longitude), accuracy: Number(accuracy) }))
  }, [])
  const shoot = useMutation({
    mutationFn: async (file: File): Promise<Shot> => ({ sha256: (await takeEvidence(file, () => undefined)).sha256, url: URL.createObjectURL(file) }),
    onSuccess: (shot) => setShots((before) => (before.some(({ sha256 }) => sha256 === shot.sha256) ? before : [...before, shot])),
  })
  const register = useMutation({
    mutationFn: ({ place, content }: Filled) =>
      post<Lead>('/api/leads', { source: 'patrol', receivedOn: today, place, content, ...(shots.length === 0 ? {} : { photos: shots.map(({ sha256 }) => sha256) }), ...(position === undefined ? {} : { position }) } satisfies NewLead, key),
    onSuccess: ({ number }) => {
      void client.invalidateQueries()
      void message.success(number === '待编号' ? '已保存在本机，联网后自动登记' : `已登记：${number}`)
      void navigate('/street')
    },
  })
  return (
    <>
      <PageHead title="登记线索" note="巡查发现" />
      <Card size="small" style={{ maxWidth: 720 }}>
        <Form form={form} name="lead" layout="vertical" requiredMark onFinish={(filled) => register.mutate(filled)}>
          <Form.Item label="现场照片" extra={<span className="note">原件连同拍摄时间、位置和摘要保存，最多 {MOST} 张</span>}>
            <div className="street-photos">
              {shots.map(({ sha256, url }, index) => <img key={sha256} src={url} alt={`现场照片 ${index + 1}`} />)}
              {shoot.isPending && <div className="street-shot"><Spin /></div>}
              {shots.length < MOST && (
                <label className="street-shot">
                  <CameraOutlined style={{ fontSize: 26 }} />
                  拍照
                  <input type="file" accept="image/*" capture="environment" aria-label="拍照或者选择照片" onChange={({ target }) => { for (const file of target.files ?? []) shoot.mutate(file); target.value = '' }} />
                </label>
              )}
            </div>
            <Said error={shoot.error} />
          </Form.Item>
          <Form.Item name="place" label="地点" rules={[{ required: true, whitespace: true, message: '请填写地点' }]} extra={<span className="note">{position === undefined ? '没有取得定位，不影响登记' : `定位 ${position.latitude.toFixed(5)}, ${position.longitude.toFixed(5)}，误差约 ${Math.round(position.accuracy)} 米`}</span>}>
            <Input maxLength={200} placeholder="如：石桥铺街道示例路 8 号门前" />
          </Form.Item>
          <Form.Item name="content" label="看到了什么" rules={[{ required: true, whitespace: true, message: '请填写内容' }]}><Input.TextArea autoSize={{ minRows: 3 }} maxLength={5000} /></Form.Item>
          <Said error={register.error} />
          <Button type="primary" htmlType="submit" block size="large" loading={register.isPending} disabled={shoot.isPending}>登记</Button>
        </Form>
      </Card>
    </>
  )
}
