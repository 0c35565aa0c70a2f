import type { Factor } from '@zhunsheng/discretion/benchmark.ts'
import { InputNumber, Radio } from 'antd'

interface FieldProps {
  readonly factor: Factor
  readonly value: number | string | boolean | undefined
  readonly change: (value: number | string | boolean | undefined) => void
}

/** One factor of a benchmark, asked by its kind (裁量因素). */
export function FactorField({ factor, value, change }: FieldProps) {
  return (
    <fieldset className="benchmark-factor">
      <legend>{factor.name}</legend>
      {factor.kind === 'number' && <InputNumber size="large" style={{ width: 220 }} aria-label={factor.name} value={typeof value === 'number' ? value : null} onChange={(entered) => change(entered ?? undefined)} suffix={factor.unit} {...(factor.whole ? { precision: 0 } : {})} />}
      {factor.kind === 'flag' && <Radio.Group value={value} aria-label={factor.name} onChange={({ target }) => change(target.value === true)} options={[{ value: true, label: '是' }, { value: false, label: '否' }]} />}
      {factor.kind === 'choice' && <Radio.Group value={value} aria-label={factor.name} onChange={({ target }) => change(String(target.value))} options={factor.values.map(({ code, name }) => ({ value: code, label: name }))} />}
      {factor.help !== undefined && <span className="note">{factor.help}</span>}
    </fieldset>
  )
}
