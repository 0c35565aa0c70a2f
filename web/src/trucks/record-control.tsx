import type { Point } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Flex, Form, Input, InputNumber, Radio } from 'antd'
import { useMemo } from 'react'
import { pointsIn } from './coordinates.ts'
import type { Drawn } from '../map/drawn.ts'
import { ManyChoice, OneChoice } from './record-choice.tsx'
import type { Field } from './register-fields.ts'
import { ShapeEditor } from './shape-editor.tsx'
import { surroundingsQuery } from './truck-queries.ts'

interface Asked {
  readonly field: Field
  readonly names: Readonly<Record<string, string>>
  /** The record that is changed: it is not drawn among the others. */
  readonly own: string | undefined
}
const FEW = 3
const isWide = ({ asks }: Field): boolean => asks.as === 'shape' || asks.as === 'gate' || asks.as === 'many' || (asks.as === 'choice' && Object.keys(asks.options).length > FEW) || (asks.as === 'text' && asks.most > 100)

/** A field of the form with its hint and unit (登记项). */
export function RecordItem({ field, names, own }: Asked) {
  const { name, label, hint, asks, optional = false } = field
  const extra = hint === undefined ? undefined : <span className="note">{hint}</span>
  const className = isWide(field) ? 'wide' : ''
  if (asks.as === 'hours') return <HoursItem field={field} />
  if (asks.as === 'gate') return <GateItem field={field} own={own} />
  if (asks.as === 'flag') return <Form.Item className={className} name={name} label={label} valuePropName="checked" extra={extra}><Checkbox>{label}</Checkbox></Form.Item>
  return (
    <Form.Item className={className} name={name} label={label} required={!optional} extra={extra} rules={optional ? [] : [{ required: true, message: lackOf(field) }]}>
      <Control field={field} names={names} own={own} />
    </Form.Item>
  )
}
function lackOf({ label, asks }: Field): string {
  if (asks.as === 'shape') return `请绘制${label}，或者填写坐标`
  return asks.as === 'one' || asks.as === 'many' || asks.as === 'choice' ? `请选择${label}` : `请填写${label}`
}

function Control({ field: { name, label, asks }, names, own, ...given }: Asked) {
  const within = asks.as === 'many' ? asks.within : undefined
  const owner: unknown = Form.useWatch(within ?? '')
  switch (asks.as) {
    case 'number': return <InputNumber {...given} min={asks.least} max={asks.most} precision={asks.decimals} step={asks.decimals === 0 ? 1 : 0.1} suffix={asks.unit} style={{ width: '100%' }} />
    case 'choice': return <Radio.Group {...given} options={Object.entries(asks.options).map(([value, word]) => ({ value, label: word }))} />
    case 'one': return <OneChoice {...given} of={asks.of} names={names} />
    case 'many': return <ManyChoice {...given} of={asks.of} names={names} within={typeof owner === 'string' ? owner : undefined} />
    case 'day': return <Input {...given} type="date" />
    case 'shape': return <Shape {...given} of={asks.of} label={label} own={own} />
    case 'text': return <Input {...given} maxLength={asks.most} autoComplete="off" inputMode={name === 'phone' || name === 'terminal' ? 'tel' : 'text'} />
    case 'hours':
    case 'gate':
    case 'flag': return null
  }
}

function HoursItem({ field: { name, label, hint } }: { readonly field: Field }) {
  return (
    <Form.Item label={label} extra={hint === undefined ? undefined : <span className="note">{hint}</span>}>
      <Flex gap={8} align="center">
        <Form.Item name={[name, 'from']} noStyle><Input type="time" aria-label={`${label}起`} /></Form.Item>
        <span>至</span>
        <Form.Item name={[name, 'until']} noStyle><Input type="time" aria-label={`${label}止`} /></Form.Item>
      </Flex>
    </Form.Item>
  )
}

const onePoint = (points: readonly Point[] | undefined): Point | undefined => points?.[0]
const GATE = { least: 10, most: 200 }
function GateItem({ field: { name, label, hint }, own }: { readonly field: Field; readonly own: string | undefined }) {
  const area: unknown = Form.useWatch('area')
  const around: readonly Drawn[] = [{ id: 'own-area', name: '本工地', kind: 'site', of: 'area', points: pointsIn(area) }]
  return (
    <fieldset className="wide group">
      <legend>{label}<small className="quiet">（选填）</small></legend>
      <p className="note" style={{ marginTop: 0 }}>{hint}</p>
      <Form.Item name={[name, 'at']} getValueProps={(at: unknown) => ({ value: pointsIn([at]) })} getValueFromEvent={onePoint}><Shape of="point" label={label} own={own} around={around} /></Form.Item>
      <Form.Item name={[name, 'radius']} label="半径" style={{ maxWidth: 260 }}><InputNumber min={GATE.least} max={GATE.most} precision={0} suffix="米" style={{ width: '100%' }} /></Form.Item>
    </fieldset>
  )
}

interface Drawing {
  readonly of: 'area' | 'line' | 'point'
  readonly label: string
  readonly own: string | undefined
  readonly around?: readonly Drawn[]
  readonly value?: readonly Point[] | undefined
  readonly onChange?: (points: readonly Point[] | undefined) => void
}
const NOTHING: readonly Drawn[] = []
/** Draws among what the register has already; an own area says where to look. */
function Shape({ own, around = NOTHING, ...drawing }: Drawing) {
  const standing = useQuery(surroundingsQuery)
  const nearby = useMemo(() => {
    const others = (standing.data ?? []).filter(({ id }) => own === undefined || (id !== own && id !== `${own}-gate`))
    return around.some(({ points }) => points.length > 2) ? [...around] : others
  }, [standing.data, own, around])
  return <ShapeEditor {...drawing} surroundings={nearby} />
}
