import { PlusOutlined } from '@ant-design/icons'
import { Button, Form } from 'antd'
import type { ReactNode } from 'react'
import { Control, FEW_OPTIONS } from './control.tsx'
import { DiscretionControl } from './discretion.tsx'
import { useSurroundings } from './surroundings.ts'
import { isAnswers, isOneControl, type ListShape, type ShownField, type ShownForm } from './form.ts'
import './fields.css'

type Name = readonly (string | number)[]

/** The fields of a form (表单项), as the law declares them; each shows the article for which it is asked. */
export function Fields({ form, at, under }: { readonly form: ShownForm; readonly at: Name; readonly under: Name }) {
  return (
    <div className="fields">
      {Object.entries(form).map(([name, field]) => (
        <FieldItem key={name} field={field} name={name} at={[...at, name]} under={[...under, name]} />
      ))}
    </div>
  )
}

/** `at` is the place in the form or, inside a list, in the row; `under` the place from the top. */
interface Placed {
  readonly field: ShownField
  readonly name: string
  readonly at: Name
  readonly under: Name
}

function FieldItem({ field, name, at, under }: Placed) {
  const { label, shape, optional } = field
  switch (shape.type) {
    case 'group':
      if (isOneControl(shape)) return <WeighedField field={field} form={shape.of} at={at} under={under} />
      return (
        <fieldset className="wide group">
          <legend>{label}{optional && <small className="quiet">（选填）</small>}</legend>
          {noteOf(field)}
          <Fields form={shape.of} at={at} under={under} />
        </fieldset>
      )
    case 'list':
      return (
        <fieldset className="wide group">
          <legend>{label}{optional && <small className="quiet">（选填）</small>}</legend>
          {noteOf(field)}
          <Rows shape={shape} at={at} under={under} label={label} />
        </fieldset>
      )
    case 'answers':
      return <TargetFields field={field} at={at} under={under} />
    default:
      return (
        <Form.Item className={isWide(field) ? 'wide' : ''} label={label} name={[...at]} required={!optional} extra={noteOf(field)}>
          <Control shape={shape} name={name} label={label} under={under} />
        </Form.Item>
      )
  }
}

/** The benchmark is one control for the whole group: what is said of any part of it is shown there. */
function WeighedField({ field, form, at, under }: Omit<Placed, 'name'> & { readonly form: ShownForm }) {
  return (
    <fieldset className="wide group">
      <legend>{field.label}</legend>
      {noteOf({ ...field, help: '事项有施行中的裁量权基准的，填写裁量因素，阶次和幅度由系统按基准计算' })}
      <Form.Item name={[...at]}><DiscretionControl form={form} under={under} /></Form.Item>
    </fieldset>
  )
}

const LONG_LABEL = 22
const LONG_OPTIONS = 24

/** Fields that need a whole line: long text, long questions, options that are all shown. */
function isWide({ shape, label }: ShownField): boolean {
  if (label.length > LONG_LABEL || shape.type === 'matter' || shape.type === 'choices') return true
  if (shape.type === 'text') return shape.lines === 'many' || shape.format === 'hash'
  return shape.type === 'choice' && Object.keys(shape.options).length <= FEW_OPTIONS && Object.values(shape.options).join('').length > LONG_OPTIONS
}

/** The field's explanation and its articles in small; nothing where there is neither. */
function noteOf({ help, basis }: ShownField): ReactNode {
  const said = [...(help === undefined ? [] : [help]), ...(basis.length === 0 ? [] : [basis.join('、')])]
  return said.length === 0 ? undefined : <span className="note">{said.join(' · ')}</span>
}

function Rows({ shape, at, under, label }: { readonly shape: ListShape; readonly at: Name; readonly under: Name; readonly label: string }) {
  return (
    <Form.List name={[...at]} initialValue={Array.from({ length: shape.atLeast }, () => ({}))}>
      {(rows, { add, remove: takeOut }) => (
        <>
          {rows.map(({ key, name }, index) => (
            <div key={key} className="list-row">
              <div className="list-row-head">
                <b>第 {index + 1} 项</b>
                {rows.length > shape.atLeast && <Button size="small" type="link" onClick={() => takeOut(name)}>移除这一项</Button>}
              </div>
              <Fields form={shape.of} at={[name]} under={[...under, name]} />
            </div>
          ))}
          <Button type="dashed" block icon={<PlusOutlined />} onClick={() => add({})}>添加{label}</Button>
        </>
      )}
    </Form.List>
  )
}

/** A correction asks the questions of the act that it corrects, with the answers as they stand. */
function TargetFields({ field, at, under }: Omit<Placed, 'name'>) {
  const form = Form.useFormInstance()
  const { acts, specs } = useSurroundings()
  const target: unknown = Form.useWatch([...under.slice(0, -1), 'target'], form)
  const earlier = acts.find(({ seq }) => seq === target)
  const asked = earlier === undefined ? undefined : specs.get(earlier.kind)?.form
  if (earlier === undefined || asked === undefined) return <p className="wide quiet">选定要更正的行为后，在这里填写更正后的内容。</p>
  return (
    <fieldset className="wide group">
      <legend>{field.label}：{earlier.name}</legend>
      <Button size="small" style={{ marginBottom: 12 }} onClick={() => form.setFieldValue([...under], isAnswers(earlier.data) ? earlier.data : {})}>填入原记录的内容</Button>
      <Fields key={earlier.seq} form={asked} at={at} under={under} />
    </fieldset>
  )
}
