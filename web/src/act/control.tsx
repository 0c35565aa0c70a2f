import { Checkbox, DatePicker, Input, InputNumber, Radio, Select, TimePicker } from 'antd'
import dayjs from 'dayjs'
import { dayBefore } from './day-limit.ts'
import { HashUpload } from './hash-upload.tsx'
import { OutcomeChoice } from './outcome-choice.tsx'
import { CodedInput } from '../scan/coded-input.tsx'
import type { PlainShape } from './form.ts'
import { useSurroundings } from './surroundings.ts'

interface Controlled {
  readonly shape: PlainShape
  readonly name: string
  readonly label: string
  /** The place of the field from the top of the form. */
  readonly under: readonly (string | number)[]
  // antd's Form.Item hands these three to its only child.
  readonly id?: string
  readonly value?: unknown
  readonly onChange?: (value: unknown) => void
}

/** Up to so many options are all shown; more are folded into a list. */
export const FEW_OPTIONS = 5
const LONG_TEXT = 120
const FIRST_LINES = 3
const CLOCK = 'HH:mm'
const DAY = 'YYYY-MM-DD'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const optionsOf = (options: Readonly<Record<string, string>>) => Object.entries(options).map(([value, label]) => ({ value, label }))

/** The control for one shape of answer (填写控件). Values are always those that cross HTTP, so that a draft needs no translation. */
export function Control({ shape, name, label, under, id, value, onChange = () => undefined }: Controlled) {
  const { outcome } = useSurroundings()
  const own = id === undefined ? {} : { id }
  switch (shape.type) {
    case 'text':
      if (shape.format === 'hash') return <HashUpload value={textOf(value)} onChange={onChange} />
      if (shape.format === 'idNumber' || shape.format === 'creditCode') return <CodedInput {...own} kind={shape.format} value={textOf(value)} max={shape.max} onChange={onChange} under={under} />
      return shape.lines === 'many' ? (
        <Input.TextArea {...own} value={textOf(value)} onChange={({ target }) => onChange(target.value)} autoSize={{ minRows: FIRST_LINES, maxRows: 16 }} maxLength={shape.max} />
      ) : (
        <Input {...own} value={textOf(value)} onChange={({ target }) => onChange(target.value)} maxLength={shape.max} showCount={shape.max > LONG_TEXT && textOf(value).length > LONG_TEXT} inputMode={shape.format === 'phone' ? 'tel' : 'text'} />
      )
    case 'day':
      return <DatePicker {...own} value={value === undefined || value === '' ? null : dayjs(textOf(value))} onChange={(day) => onChange(day?.format(DAY))} disabledDate={dayBefore} style={{ width: '100%' }} />
    case 'clock':
      return <TimePicker {...own} format={CLOCK} needConfirm={false} value={value === undefined || value === '' ? null : dayjs(textOf(value), CLOCK)} onChange={(time) => onChange(time?.format(CLOCK))} style={{ width: '100%' }} />
    case 'money':
      return <Input {...own} value={textOf(value)} onChange={({ target }) => onChange(target.value.replace(/[，,\s]/g, ''))} inputMode="decimal" suffix="元" />
    case 'count':
      return <InputNumber {...own} value={typeof value === 'number' ? value : null} onChange={(count) => onChange(count ?? undefined)} min={shape.min} max={shape.max} precision={0} suffix={shape.unit} style={{ width: '100%' }} />
    case 'flag':
      return <Radio.Group {...own} value={value} onChange={({ target }) => onChange(target.value)} aria-label={label} options={[{ value: true, label: '是' }, { value: false, label: '否' }]} />
    case 'choice':
      if (outcome?.field === name) return <OutcomeChoice options={shape.options} refused={outcome.refused} value={value} onChange={onChange} label={label} />
      return Object.keys(shape.options).length <= FEW_OPTIONS ? (
        <Radio.Group {...own} value={value} onChange={({ target }) => onChange(target.value)} aria-label={label} options={optionsOf(shape.options)} />
      ) : (
        <Select {...own} value={value ?? null} onChange={onChange} allowClear placeholder="请选择" options={optionsOf(shape.options)} />
      )
    case 'choices':
      return <Checkbox.Group value={Array.isArray(value) ? value : []} onChange={onChange} options={optionsOf(shape.options)} />
    case 'person':
      return <PersonChoice {...own} post={shape.post} value={value} onChange={onChange} />
    case 'matter':
      return <MatterChoice {...own} value={value} onChange={onChange} />
    case 'act':
      return <ActChoice {...own} kinds={shape.kinds} value={value} onChange={onChange} />
    case 'answers':
    case 'facts':
      return null
    default:
      return shape satisfies never
  }
}

interface Chosen {
  readonly id?: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

function PersonChoice({ post, value, onChange, ...own }: Chosen & { readonly post: string | undefined }) {
  const { people } = useSurroundings()
  const able = people.filter(({ posts }) => post === undefined || posts.includes(post))
  return <Select {...own} value={value ?? null} onChange={onChange} allowClear showSearch={{ optionFilterProp: 'label' }} placeholder="请选择" options={able.map((one) => ({ value: one.id, label: `${one.name}（${one.postNames.join('、')}）` }))} />
}

function MatterChoice({ value, onChange, ...own }: Chosen) {
  const { matters, powers } = useSurroundings()
  const chosen = matters.find(({ id }) => id === value)
  return (
    <>
      <Select {...own} value={value ?? null} onChange={onChange} allowClear showSearch={{ optionFilterProp: 'label' }} placeholder="输入名称或者条文查找" options={matters.map(({ id, name, basis }) => ({ value: id, label: `${name}　${basis}` }))} />
      {chosen !== undefined && (
        <div className="quiet" style={{ marginTop: 4, fontSize: 13 }}>
          罚款幅度：{chosen.range}；前置条件：{chosen.precondition}
          {powers?.(chosen.id).map((said) => <div key={said} className="break">{said}</div>)}
        </div>
      )}
    </>
  )
}

function ActChoice({ kinds, value, onChange, ...own }: Chosen & { readonly kinds: readonly string[] }) {
  const { acts } = useSurroundings()
  const able = acts.filter(({ kind }) => (kinds.length === 0 ? kind !== 'correct' && kind !== 'annul' : kinds.includes(kind)))
  return <Select {...own} value={value ?? null} onChange={onChange} allowClear placeholder={able.length === 0 ? '案卷中还没有可选的行为' : '请选择'} options={able.map(({ seq, name, on }) => ({ value: seq, label: `第 ${seq} 项 ${name}（${on}）` }))} />
}
