import { Popover } from 'antd'
import { Grounds } from '../piece/grounds.tsx'
import type { Step } from './steps.ts'

const SIGNS = { done: '✓', lawful: '▸', refused: '⊘' } as const

/** One act in the picture; it can be touched: done acts say when, refused ones why not. */
export function StepNode({ step, open }: { readonly step: Step; readonly open: (act: string) => void }) {
  const { state, name, done, verdict } = step
  const last = done.at(-1)
  const isLawful = verdict?.granted === true
  return (
    <Popover trigger={['hover', 'click']} title={name} content={<Explained step={step} open={open} />}>
      <button type="button" className={`act-node act-node-${state}`} onClick={() => isLawful && state === 'lawful' && open(step.kind)}>
        <span aria-hidden>{SIGNS[state]}</span> {name}
        {last !== undefined && <small className="number"> {last.on.slice(5)}{done.length > 1 && ` ×${done.length}`}</small>}
        {state === 'done' && isLawful && <small> ▸可再办</small>}
      </button>
    </Popover>
  )
}

function Explained({ step: { kind, done, verdict }, open }: { readonly step: Step; readonly open: (act: string) => void }) {
  return (
    <div style={{ maxWidth: 'min(400px, 78vw)', maxHeight: '50vh', overflow: 'auto' }}>
      {done.map(({ seq, on, by }) => <div key={seq}>第 {seq} 项，{on}，{by.map(({ name }) => name).join('、')}</div>)}
      {verdict?.granted === true && <button type="button" className="link-button" onClick={() => open(kind)}>依法可以办理，打开表单</button>}
      {verdict?.granted === false && <><div className="quiet">目前不可办理：</div><Grounds refusals={verdict.refusals} /></>}
    </div>
  )
}
