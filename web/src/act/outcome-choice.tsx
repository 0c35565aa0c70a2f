import type { Refusal } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { StopOutlined } from '@ant-design/icons'
import { Radio } from 'antd'
import { Grounds } from '../piece/grounds.tsx'

interface Outcomes {
  readonly options: Readonly<Record<string, string>>
  readonly refused: Readonly<Record<string, readonly Refusal[]>>
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly label: string
}

/** The outcomes of an act: those that the law refuses now stay on the list with their grounds (依法不得选择). */
export function OutcomeChoice({ options, refused, value, onChange, label }: Outcomes) {
  return (
    <Radio.Group value={value} onChange={({ target }) => onChange(target.value)} aria-label={label} style={{ display: 'flex', flexDirection: 'column', gap: 6 }}>
      {Object.entries(options).map(([option, name]) => {
        const grounds = refused[option] ?? []
        return (
          <div key={option}>
            <Radio value={option}>
              {name}
              {grounds.length > 0 && <span style={{ color: '#8a4b00', marginInlineStart: 8 }}><StopOutlined aria-hidden /> 目前依法不可</span>}
            </Radio>
            {grounds.length > 0 && (
              <details style={{ marginInlineStart: 24, fontSize: 13 }} open={value === option}>
                <summary className="quiet">为什么（{grounds.length} 项理由）</summary>
                <Grounds refusals={grounds} />
              </details>
            )}
          </div>
        )
      })}
    </Radio.Group>
  )
}
