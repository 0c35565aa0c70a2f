import { ALARM_STATES, DISMISSALS, STEP_TITLES, type AlarmStep, type AlarmView, type NewAlarmStep } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { PrinterOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Card, Descriptions, Form, Input, Modal, Select, Skeleton, Tag, Timeline } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { post } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { useAsked } from '../piece/asked.ts'
import { useGiveBack } from '../piece/give-back.ts'
import { momentOf } from '../piece/moment.ts'
import { Key, Shortcuts } from '../piece/shortcuts.tsx'
import { Joined } from '../tipoffs/joined.tsx'
import { BesideRow, useAlarmKeys } from './alarm-beside.tsx'
import { AlarmEvidence } from './alarm-evidence.tsx'
import { cameFrom, STEP_KEYS } from './alarm-keys.ts'
import { STATE_COLOURS } from './alarms.tsx'
import { AlarmPicturesPanel } from './pictures.tsx'
import { alarmQuery, besideQuery } from './track-queries.ts'
import { maySeeTracks } from './track-tabs.tsx'

type Kind = NewAlarmStep['kind']
/** What each step means, and by which article. */
const HELP: Readonly<Record<Kind, string>> = {
  handle: '登记运输企业的说明和整改。企业处置不代替复核，预警仍待复核。',
  uphold: '复核的是记录是否真实、清晰、完整、准确，以及定位和信号能否说明这种行为（《行政处罚法》第四十一条第二款）。复核属实的，由本机关处罚的转非现场执法，由其他部门处罚的告知主管部门。',
  dismiss: '误报的，不再计入趟次的判定；原因和说明留存备查。',
  reopen: '撤回以后，预警回到复核以前的状态，重新计入趟次的判定。',
  raise: '转出时，定位、规则、阈值、当时的登记和终端写成证据文件一并入库。转出后仍须审核记录是否真实、清晰、完整、准确；终端没有登记或者不在有效期内的，不得作为证据（《行政处罚法》第四十一条）。',
  refer: '这种行为由其他部门处罚。登记告知的机关、方式和日期；证据文件一并生成，可以下载后附送。',
}
/** Steps that say nothing unless somebody writes it down. */
const MUST_SAY: readonly Kind[] = ['handle', 'dismiss', 'reopen', 'refer']

/** One alarm (预警): what was measured, what proves it, which articles, and what people did with it. */
export function Component() {
  const { id = '' } = useParams()
  // Another alarm is another page: no half-written step goes over to it.
  return <OneAlarm key={id} id={id} />
}

function OneAlarm({ id }: { readonly id: string }) {
  const { person } = useMe()
  const { asked } = useAsked()
  const alarm = useQuery(alarmQuery(id))
  const beside = useQuery(besideQuery(id, asked)).data
  const [kind, setKind] = useState<Kind>()
  const { remember, giveBack } = useGiveBack()
  const take = (one: Kind): void => {
    remember()
    setKind(one)
  }
  const close = (): void => {
    setKind(undefined)
    giveBack()
  }
  const head = useRef<HTMLDivElement>(null)
  const next = useRef<HTMLAnchorElement>(null)
  const shortcuts = useAlarmKeys({ beside, asked, id, may: alarm.data?.may ?? [], take })
  const moved = cameFrom(useLocation().state)
  const isShown = alarm.data !== undefined
  // Whoever came by a key goes on from the top, and hears which alarm it is.
  useEffect(() => {
    if (isShown && moved !== undefined) head.current?.focus()
  }, [isShown, moved])
  if (alarm.isError) return <Failure error={alarm.error} retry={() => void alarm.refetch()} />
  if (alarm.isPending) return <Skeleton active paragraph={{ rows: 8 }} />
  const { data } = alarm
  // The button of the step is gone: the hand rests on what comes next.
  const done = (): void => {
    setKind(undefined)
    requestAnimationFrame(() => (next.current ?? head.current)?.focus())
  }
  return (
    <>
      <PageHead title={`${data.title} ${data.plate}`} note={data.enterprise}>
        {data.may.map((one) => <Button key={one} className="no-print" aria-keyshortcuts={STEP_KEYS[one]} type={one === 'uphold' || one === 'raise' ? 'primary' : 'default'} danger={one === 'dismiss'} onClick={() => take(one)}>{STEP_TITLES[one]}<Key of={STEP_KEYS[one]} /></Button>)}
        <Button className="no-print" icon={<PrinterOutlined />} onClick={() => window.print()}>打印</Button>
        <Shortcuts shortcuts={shortcuts} />
      </PageHead>
      <BesideRow head={head} next={next} beside={beside} asked={asked} alarm={data} mayTrack={maySeeTracks(person.posts)} />
      <Facts alarm={data} />
      <AlarmEvidence alarm={data} />
      <AlarmPicturesPanel alarm={id} truck={data.truck} plate={data.plate} />
      <Joined id={data.id} />
      <Card size="small" title="处置经过">
        {data.history.length === 0 ? <span className="quiet">还没有人处置</span> : <Timeline items={data.history.map((step) => ({ key: step.seq, content: <StepTaken step={step} /> }))} />}
      </Card>
      {kind !== undefined && <StepForm alarm={data} kind={kind} waits={beside?.waits} close={close} done={done} />}
    </>
  )
}

/** The evidence that goes with a step, in the order in which it is kept. */
const EVIDENCE = ['证据数据（JSON）', '证据材料（PDF）'] as const
function StepTaken({ step: { kind, cause, text, event, eventNumber, records, who, at, enterprise, files = [] } }: { readonly step: AlarmStep }) {
  return (
    <>
      <b>{enterprise === undefined ? STEP_TITLES[kind] : `企业答复（${enterprise}）`}</b>　{[cause, text].filter((one) => one !== undefined && one !== '').join('：')}{event !== undefined && <>　<Link to={`/monitoring/events/${event}`}>监控事件 {eventNumber}</Link></>}
      {records.length > 0 && <div>随附{records.map((sha256, index) => <span key={sha256}>　<a href={`/api/evidence/${sha256}`} target="_blank" rel="noreferrer">{EVIDENCE[index] ?? '证据文件'}</a></span>)}</div>}
      {files.length > 0 && <div>企业提交{files.map((sha256, index) => <span key={sha256}>　<a href={`/api/evidence/${sha256}`} target="_blank" rel="noreferrer">附件 {index + 1}</a></span>)}</div>}
      <div className="quiet number">{who}　{momentOf(at)}</div>
    </>
  )
}

function Facts({ alarm }: { readonly alarm: AlarmView }) {
  const { basis } = alarm
  return (
    <Card size="small" style={{ marginBottom: 12 }}>
      <Descriptions size="small" column={{ xs: 1, md: 2 }} items={[
        { key: 'state', label: '状态', children: <Tag color={STATE_COLOURS[alarm.state]}>{ALARM_STATES[alarm.state]}</Tag> },
        { key: 'time', label: '时间', children: <span className="number">{momentOf(alarm.since)} {alarm.until === undefined ? '起，仍在持续' : `至 ${momentOf(alarm.until)}`}</span> },
        ...(alarm.measured === undefined ? [] : [{ key: 'worst', label: '最大值', children: `${alarm.measured}（阈值 ${alarm.threshold ?? ''}）` }]),
        { key: 'source', label: '阈值来源', children: `${alarm.source}${alarm.verified ? '' : '（未经核实）'}` },
        ...alarm.about.map(({ name, value }, index) => ({ key: `about-${index}`, label: name, children: value })),
        { key: 'basis', label: '依据', children: basis.length === 0 ? '没有找到处罚这种行为的条文：只提示到现场查看车辆' : <ul className="plain-list">{basis.map((one) => <li key={one.text}>{one.text}{one.verified ? '' : '（条文未经核实）'}{one.competent === undefined ? '' : `，由${one.competent}处罚`}</li>)}</ul> },
      ]} />
    </Card>
  )
}

interface Taking {
  readonly alarm: AlarmView
  readonly kind: Kind
  /** How many wait for somebody, this one among them. */
  readonly waits: number | undefined
  readonly close: () => void
  readonly done: () => void
}
function StepForm({ alarm, kind, waits, close, done }: Taking) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<{ text?: string; cause?: string }>()
  const [key] = useState(() => crypto.randomUUID())
  const send = useMutation({
    mutationFn: (said: { readonly text?: string; readonly cause?: string }) => post<AlarmView>(`/api/trucks/alarms/${encodeURIComponent(alarm.id)}/steps`, { step: { kind, text: said.text ?? '', ...(kind === 'dismiss' ? { cause: said.cause } : {}) }, version: alarm.steps }, key),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['trucks'] })
      void message.success(`已登记「${STEP_TITLES[kind]}」${waits === undefined || waits < 2 ? '' : '，按 N 处理下一条'}`)
      done()
    },
  })
  return (
    <Modal open title={STEP_TITLES[kind]} okText={STEP_TITLES[kind]} confirmLoading={send.isPending} onCancel={close} onOk={() => form.submit()}>
      {send.isError && <Failure error={send.error} />}
      <Alert type="info" showIcon style={{ marginBottom: 12 }} title={HELP[kind]} />
      <Form form={form} layout="vertical" onFinish={(said) => send.mutate(said)} onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit() }}>
        {kind === 'dismiss' && <Form.Item name="cause" label="误报原因" rules={[{ required: true, message: '请选择误报原因' }]}><Select autoFocus options={Object.entries(DISMISSALS).map(([value, label]) => ({ value, label }))} /></Form.Item>}
        <Form.Item name="text" label="说明" rules={MUST_SAY.includes(kind) ? [{ required: true, min: 2, message: '请填写说明，至少两个字' }] : []}><Input.TextArea rows={3} maxLength={500} showCount autoFocus={kind !== 'dismiss'} /></Form.Item>
      </Form>
    </Modal>
  )
}
