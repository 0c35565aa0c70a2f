import type { Drivers, HintPage } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Form, Input, Modal, Pagination, Tag } from 'antd'
import { useState } from 'react'
import { get } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { momentOf } from '../piece/moment.ts'
import { maySeeTracks } from './track-tabs.tsx'

interface Span {
  readonly truck: string
  readonly plate: string
  readonly from: string
  readonly until: string
}

/** Who drove on a trip (驾驶人): asked for a reason, as tracks are, and only by those who may. */
export function DriverLook(span: Span) {
  const { person } = useMe()
  const [isOpen, open] = useState(false)
  if (!maySeeTracks(person.posts)) return null
  return (
    <>
      <Button size="small" type="link" onClick={() => open(true)}>驾驶人</Button>
      {isOpen && <Look span={span} close={() => open(false)} />}
    </>
  )
}

function Look({ span: { truck, plate, from, until }, close }: { readonly span: Span; readonly close: () => void }) {
  const [form] = Form.useForm<{ readonly reason: string }>()
  const look = useMutation({ mutationFn: ({ reason }: { readonly reason: string }) => get<Drivers>('/api/trucks/drivers', { truck, from, until, reason }) })
  const { data } = look
  return (
    <Modal open title={`驾驶人：${plate}`} okText="查看" okButtonProps={{ style: data === undefined ? {} : { display: 'none' } }} confirmLoading={look.isPending} cancelText={data === undefined ? '取消' : '关闭'} onCancel={close} onOk={() => form.submit()}>
      {look.isError && <Failure error={look.error} />}
      {data === undefined ? (
        <Form form={form} layout="vertical" onFinish={(said) => look.mutate(said)}>
          <Alert type="info" showIcon style={{ marginBottom: 12 }} title="驾驶人的行踪是个人信息，查看会留下记录。" />
          <Form.Item name="reason" label="查看事由" rules={[{ required: true, min: 2, message: '请填写查看事由' }]}><Input maxLength={200} autoFocus /></Form.Item>
        </Form>
      ) : (
        <>
          {data.drives.length === 0 && <p>驾驶人不明：这段时间没有插卡记录。</p>}
          <ul className="plain-list" style={{ display: 'grid', gap: 8 }}>
            {data.drives.map((drive) => (
              <li key={drive.from}>
                <Flex gap={8} wrap align="center"><b>{drive.name ?? '驾驶人不明'}</b>{drive.licence !== undefined && <span className="quiet">从业资格证 {drive.licence}</span>}{!drive.isKnown && <Tag style={{ margin: 0 }}>没有登记</Tag>}{drive.hints.map((hint) => <Tag key={hint} color="warning" style={{ margin: 0 }}>{hint}</Tag>)}</Flex>
                <div className="quiet number">{momentOf(drive.from)} {drive.until === undefined ? '起，没有拔卡' : `至 ${momentOf(drive.until)}`}</div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  )
}

const SIZE = 10
/** What is odd about drivers' cards (驾驶员卡提示): by truck; who it was is asked for with a reason. */
export function DriverHints() {
  const [page, turn] = useState(1)
  const hints = useQuery({ queryKey: ['trucks', 'driver-hints', page], queryFn: ({ signal }) => get<HintPage>('/api/trucks/driver-hints', { page, size: SIZE }, signal), placeholderData: keepPreviousData })
  return (
    <Card size="small" title="驾驶员卡提示" style={{ marginTop: 12 }} extra={<span className="quiet">只作核对，不是违法认定</span>}>
      {hints.isError && <Failure error={hints.error} retry={() => void hints.refetch()} />}
      {hints.data?.rows.length === 0 && <span className="quiet">没有需要核对的驾驶员卡</span>}
      <ul className="plain-list" style={{ display: 'grid', gap: 8 }}>
        {hints.data?.rows.map(({ truck, plate, at, hints: said }) => <li key={`${truck} ${at}`}><b className="number">{plate}</b>　{said.join('；')}　<DriverLook truck={truck} plate={plate} from={at} until={new Date(Date.parse(at) + 1000).toISOString()} /><div className="quiet number">{momentOf(at)}</div></li>)}
      </ul>
      {hints.data !== undefined && hints.data.total > SIZE && <Pagination size="small" current={page} pageSize={SIZE} total={hints.data.total} showSizeChanger={false} onChange={turn} style={{ marginTop: 8 }} />}
    </Card>
  )
}
