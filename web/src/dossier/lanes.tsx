import type { CaseView } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { Tag } from 'antd'
import type { ShownProcedure } from '../act/form.ts'
import { StepNode } from './step-node.tsx'
import { stagesOf } from './steps.ts'
import './picture.css'

/** The procedure stage below stage, for narrow screens. */
export function Lanes({ view, procedure, open }: { readonly view: CaseView; readonly procedure: ShownProcedure; readonly open: (act: string) => void }) {
  return (
    <div>
      {stagesOf(procedure, view).map(({ name, steps, isCurrent }) => (
        <section key={name} className={isCurrent ? 'lane lane-current' : 'lane'}>
          <h3>{name} {isCurrent && <Tag color="blue">现在</Tag>}</h3>
          <div className="lane-steps">{steps.map((step) => <StepNode key={step.kind} step={step} open={open} />)}</div>
        </section>
      ))}
    </div>
  )
}
