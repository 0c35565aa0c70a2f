import type { Recorded } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { useMutation } from '@tanstack/react-query'
import { Button, DatePicker, Flex, Form, Select, TimePicker, type FormInstance } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { Problem } from '../api.ts'
import { useMe } from '../app/me.ts'
import { usePhone } from '../app/phone.ts'
import { Basis } from '../piece/basis.tsx'
import { isPublished, PublicationPreview } from '../publicity/preview.tsx'
import { carriedOver } from './carry.ts'
import { dayBefore } from './day-limit.ts'
import { draftName, newKey, openingPlace } from './draft.ts'
import { Fields } from './fields.tsx'
import { faultsOf, type Answers, type FormOf, type ShownAct } from './form.ts'
import { marksOf, saidBy, type Mark } from './marks.ts'
import { RulingLine } from './ruling-line.tsx'
import { Said } from './said.tsx'
import { newAct, sendAct, type Target } from './send-act.ts'
import { useSurroundings } from './surroundings.ts'
import { useDraft, type Drafting, type Filled } from './use-draft.ts'
import './act-form.css'

interface ActFormProps {
  readonly spec: ShownAct
  readonly target: Target
  /** Answers to begin with, such as those of the lead. */
  readonly start?: Answers
  /** Under which name the draft is kept, where the kind alone does not tell two apart. */
  readonly draftOf?: string
  readonly onRecorded: (recorded: Recorded) => void
  /** Fetches the case anew after somebody else acted; the draft stays. */
  readonly onReload?: (() => void) | undefined
}

/** The form of any act (行为表单), generated from its declaration, with a draft, a live check and every ground shown. */
export function ActForm(props: ActFormProps) {
  const [times, setTimes] = useState(0)
  return <Filling key={times} {...props} onAnew={() => setTimes(times + 1)} />
}

function Filling({ spec, target, start = {}, draftOf = spec.kind, onRecorded, onReload, onAnew }: ActFormProps & { readonly onAnew: () => void }) {
  const me = useMe()
  const isPhone = usePhone()
  const { acts, specs } = useSurroundings()
  const [form] = Form.useForm()
  const formOf: FormOf = (seq) => specs.get(acts.find((one) => one.seq === seq)?.kind ?? '')?.form
  const place = 'caseId' in target ? target.caseId : target.leadId === undefined ? openingPlace(target.procedure) : `new${target.leadId}`
  const draft = useDraft(draftName(me.person.id, place, draftOf), () => ({ key: newKey(), on: me.today, with: usualPartners(spec, acts, me.person.id), data: start, savedAt: '' }))
  const send = useMutation({
    mutationFn: (filled: Filled) => sendAct(target, newAct(spec, { ...draft.initial, ...filled, data: filled.data ?? {} }, formOf), draft.initial.key),
    onSuccess: (recorded) => {
      draft.drop()
      onRecorded(recorded)
    },
    onError: (error) => {
      if (error instanceof Problem) mark(form, marksOf(spec.form, saidBy(error)))
    },
  })
  const submit = () => {
    const filled: Filled = form.getFieldsValue()
    const act = newAct(spec, { ...draft.initial, ...filled, data: filled.data ?? {} }, formOf)
    const faults = [...(act.on === '' ? [{ path: 'on', because: '请填写日期' }] : []), ...faultsOf(spec.form, act.data, formOf)]
    mark(form, marksOf(spec.form, faults))
    if (faults.length === 0 && !send.isPending) send.mutate(filled)
  }
  return (
    <Form
      form={form}
      layout="vertical"
      className="act-form"
      initialValues={draft.initial}
      requiredMark
      onFinish={submit}
      onValuesChange={(_, all: Filled) => draft.change(all)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        // Enter in a line would send the form, and an act that is recorded by a slip cannot be taken back.
        if (event.target instanceof HTMLInputElement) event.preventDefault()
        if (event.ctrlKey || event.metaKey) submit()
      }}
    >
      <p style={{ marginTop: 0 }}>{spec.help} <Basis articles={spec.basis} /></p>
      <DraftLine draft={draft} onAnew={onAnew} />
      <CarryButton spec={spec} form={form} changed={draft.change} />
      <WholeAct spec={spec} />
      <Fields form={spec.form} at={['data']} under={['data']} />
      {isPublished(spec.kind) && <PublicationPreview kind={spec.kind} form={form} changed={draft.change} />}
      <div className="act-foot">
        <Said error={send.error} {...(onReload === undefined ? {} : { onReload: () => { send.reset(); onReload() } })} />
        <RulingLine spec={spec} target={target} filled={draft.filled} formOf={formOf} form={form} />
        <Flex gap={12} align="center" justify="end" wrap>
          <span className="quiet" style={{ fontSize: 12 }}>填写内容自动保存在本机{!isPhone && ' · Ctrl + Enter 提交'}</span>
          <Button type="primary" htmlType="submit" loading={send.isPending}>{spec.name}</Button>
        </Flex>
      </div>
    </Form>
  )
}

/** Says it at the fields and brings the first of them into view. */
function mark(form: FormInstance, marks: readonly Mark[]): void {
  form.setFields([...marks])
  const [first] = marks
  if (first !== undefined) form.scrollToField(first.name, { block: 'center' })
}

/** Two officers usually go on together: those of this person's last act in the case. */
function usualPartners(spec: ShownAct, acts: readonly { readonly by: readonly { readonly id: string }[] }[], me: string): readonly string[] {
  if (!spec.by.includes('officer')) return []
  return acts.findLast(({ by }) => by.length > 1 && by.some(({ id }) => id === me))?.by.flatMap(({ id }) => (id === me ? [] : [id])) ?? []
}

function DraftLine({ draft, onAnew }: { readonly draft: Drafting; readonly onAnew: () => void }) {
  if (!draft.isRestored || draft.initial.savedAt === '') return null
  return (
    <p className="draft-line">
      已恢复 {dayjs(draft.initial.savedAt).format('M 月 D 日 HH:mm')} 的草稿
      <Button type="link" size="small" onClick={() => { draft.drop(); onAnew() }}>重新填写</Button>
    </p>
  )
}

function CarryButton({ spec, form, changed }: { readonly spec: ShownAct; readonly form: FormInstance; readonly changed: (filled: Filled) => void }) {
  const { acts, specs } = useSurroundings()
  const carried = carriedOver(spec.form, acts, specs)
  const count = Object.keys(carried).length
  if (count === 0) return null
  const fill = () => {
    const now: Filled = form.getFieldsValue()
    const own = Object.fromEntries(Object.entries(now.data ?? {}).filter(([, value]) => value !== undefined && value !== ''))
    form.setFieldsValue({ data: { ...carried, ...own } })
    changed(form.getFieldsValue())
  }
  return <Button size="small" style={{ marginBottom: 14 }} onClick={fill}>带入案卷已有内容（{count} 项，只填空项）</Button>
}

function WholeAct({ spec }: { readonly spec: ShownAct }) {
  const { people } = useSurroundings()
  const { person } = useMe()
  const able = people.filter(({ id, posts }) => id !== person.id && posts.some((post) => spec.by.includes(post)))
  return (
    <div className="fields">
      <Form.Item name="on" label="行为日期" required getValueProps={(day?: string) => ({ value: day === undefined || day === '' ? null : dayjs(day) })} normalize={(day?: dayjs.Dayjs | null) => day?.format('YYYY-MM-DD')}>
        <DatePicker style={{ width: '100%' }} disabledDate={dayBefore} />
      </Form.Item>
      <Form.Item name="at" label="时刻" getValueProps={(time?: string) => ({ value: time === undefined || time === '' ? null : dayjs(time, 'HH:mm') })} normalize={(time?: dayjs.Dayjs | null) => time?.format('HH:mm')}>
        <TimePicker format="HH:mm" needConfirm={false} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item className="wide" name="with" label="共同办理人员" extra={<span className="note">登录人 {person.name} 为第一办理人</span>}>
        <Select mode="multiple" allowClear showSearch={{ optionFilterProp: 'label' }} placeholder="没有共同办理人员" options={able.map((one) => ({ value: one.id, label: `${one.name}（${one.certificate?.number ?? '没有执法证'}）` }))} />
      </Form.Item>
    </div>
  )
}
