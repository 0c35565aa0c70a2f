import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Empty, Flex, Input, Modal, Segmented, Tag } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { Link } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { PageHead } from '../app/page.tsx'
import { caseOf, realId, type Entry } from '../offline/entry.ts'
import { useLine } from '../offline/line.ts'
import { against, givenUp } from '../offline/send.ts'
import { shelf, bearer } from '../offline/shelf.ts'
import { syncAndShow } from '../offline/stand-by.ts'
import { versionNow } from '../offline/sync.ts'
import { useEntries } from '../offline/use-entries.ts'
import { Grounds } from '../piece/grounds.tsx'
import './street.css'

const STATES = { waiting: '等待报送', stopped: '需要处理', sent: '已报送', 'given-up': '没有报送' } as const
const COLORS = { waiting: 'processing', stopped: 'error', sent: 'success', 'given-up': 'default' } as const

/** What was done on this device without a connection (待同步): what waits, what the server refused and why, what was sent. */
export function Component() {
  const entries = useEntries()
  const files = useQuery({ queryKey: ['offline', 'files'], queryFn: () => shelf.files.where({ person: bearer() }).count(), refetchInterval: 3000 }).data ?? 0
  const isReached = useLine()
  const client = useQueryClient()
  const [shown, show] = useState<'open' | 'all'>('open')
  const [given, give] = useState<Entry>()
  const send = useMutation({ mutationFn: syncAndShow, onSettled: () => client.invalidateQueries({ queryKey: ['offline'] }) })
  const rows = entries.filter(({ state }) => shown === 'all' || state === 'waiting' || state === 'stopped').toReversed()
  const waiting = entries.some(({ state }) => state === 'waiting')
  return (
    <>
      <PageHead title="待同步" note="在本机离线办理的内容，联网后按先后次序自动报送">
        <Button type="primary" disabled={!isReached || (!waiting && files === 0)} loading={send.isPending} onClick={() => send.mutate()}>立即报送</Button>
      </PageHead>
      {!isReached && <Alert style={{ marginBottom: 12 }} type="warning" showIcon title="没有网络，联网后会自动报送" />}
      {send.error !== null && <Failure error={send.error} />}
      <Card size="small" extra={<Segmented size="small" aria-label="范围" value={shown} onChange={show} options={[{ value: 'open', label: '未完成' }, { value: 'all', label: '全部' }]} />} title={files > 0 ? `另有 ${files} 个照片、录像文件待传` : '办理记录'}>
        {rows.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={shown === 'open' ? '没有等待报送的内容' : '本机没有离线办理过'} /> : <ul className="plain-list">{rows.map((entry) => <Row key={entry.key} entry={entry} all={entries} giveUp={() => give(entry)} />)}</ul>}
      </Card>
      <GiveUp entry={given} all={entries} close={() => give(undefined)} />
    </>
  )
}

function Row({ entry, all, giveUp }: { readonly entry: Entry; readonly all: readonly Entry[]; readonly giveUp: () => void }) {
  const { state, title, at, stopped, reason, recorded, work } = entry
  const caseId = caseOf(entry)
  const known = caseId === undefined ? undefined : (recorded?.id ?? realId(caseId, all) ?? caseId)
  const client = useQueryClient()
  const again = useMutation({
    mutationFn: async () => {
      const version = work.type === 'act' && known !== undefined ? await versionNow(known) : 0
      await shelf.entries.bulkPut([...against(version, entry, all)])
      await syncAndShow()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['offline'] }),
  })
  return (
    <li className="entry">
      <Flex gap={8} wrap align="center">
        <Tag color={COLORS[state]} style={{ margin: 0 }}>{STATES[state]}</Tag>
        <b className="break">{title}</b>
        <span className="quiet number">{dayjs(at).format('MM-DD HH:mm')}</span>
        {recorded !== undefined && <span className="number">{recorded.number}</span>}
      </Flex>
      {reason !== undefined && <div className="quiet">没有报送的理由：{reason}</div>}
      {stopped !== undefined && state === 'stopped' && (
        <Alert type="error" showIcon title={stopped.kind === 'changed-meanwhile' && work.type !== 'sign' ? '离线期间案卷有了新的行为' : stopped.title} description={stopped.refusals.length > 0 ? <Grounds refusals={stopped.refusals} /> : stopped.faults.length > 0 ? stopped.faults.map(({ because }) => because).join('；') : stopped.detail} />
      )}
      {again.error !== null && <Failure error={again.error} />}
      <Flex gap={8} wrap>
        {known !== undefined && <Link to={`/cases/${known}`}><Button size="small">查看案卷</Button></Link>}
        {state === 'stopped' && <Button size="small" type="primary" loading={again.isPending} onClick={() => again.mutate()}>{work.type === 'sign' ? '重新报送' : '按案卷现状重新报送'}</Button>}
        {(state === 'stopped' || state === 'waiting') && <Button size="small" danger onClick={giveUp}>不报送…</Button>}
      </Flex>
    </li>
  )
}

/** Nothing vanishes: what is not sent stays in the list with the reason. */
function GiveUp({ entry, all, close }: { readonly entry: Entry | undefined; readonly all: readonly Entry[]; readonly close: () => void }) {
  const [reason, setReason] = useState('')
  const client = useQueryClient()
  const give = useMutation({
    mutationFn: async () => {
      if (entry !== undefined) await shelf.entries.bulkPut([...givenUp(reason.trim(), entry, all)])
    },
    onSuccess: () => {
      setReason('')
      void client.invalidateQueries()
      close()
    },
  })
  return (
    <Modal open={entry !== undefined} title="不报送这项记录" okText="确定不报送" okButtonProps={{ danger: true, disabled: reason.trim() === '' }} confirmLoading={give.isPending} cancelText="返回" onOk={() => give.mutate()} onCancel={close}>
      <p>「{entry?.title}」不会进入案卷，但连同理由留在本机的清单里{entry?.work.type === 'open' && '；在这个案件里离线办理的其他内容也不再报送'}{entry?.work.type === 'act' && '；离线时在这项记录上的签名也不再报送'}。</p>
      <Input.TextArea aria-label="理由" placeholder="理由，如：案件已移送公安机关，由其办理" maxLength={500} autoSize={{ minRows: 2 }} value={reason} onChange={({ target }) => setReason(target.value)} />
    </Modal>
  )
}
