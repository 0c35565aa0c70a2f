import type { ActVerdict } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { StopOutlined } from '@ant-design/icons'
import { Alert, Button, Card, Popover, Switch } from 'antd'
import { useState } from 'react'
import { Grounds } from '../piece/grounds.tsx'

interface Acts {
  readonly verdicts: readonly ActVerdict[]
  /** The stages whose refused acts are shown from the beginning. */
  readonly near: readonly string[]
  readonly isEnded: boolean
  readonly open: (kind: string) => void
}

const CORRECTING = '更正'

/** The acts that are lawful now as buttons, by stage (可以办理); the others say why not, under which article, and what to do instead. */
export function LawfulActs({ verdicts, near, isEnded, open }: Acts) {
  const [showsRefused, show] = useState(false)
  const stages = [...new Set(verdicts.map(({ stage }) => stage))]
  const refused = verdicts.filter(({ granted }) => !granted).length
  const shown = verdicts.filter(({ granted, stage }) => granted || showsRefused || near.includes(stage))
  return (
    <Card
      size="small"
      title="可以办理"
      extra={refused > 0 && <label>显示全部不可办理的 {refused} 项 <Switch size="small" checked={showsRefused} onChange={show} /></label>}
    >
      {isEnded && <Alert type="info" showIcon title="程序已经依法终结" style={{ marginBottom: 12 }} />}
      {verdicts.every(({ granted, stage }) => !granted || stage === CORRECTING) && !isEnded && <p className="quiet">目前没有轮到您的岗位办理的行为；点按虚线按钮可以查看原因。</p>}
      {stages.map((stage) => {
        const acts = shown.filter((act) => act.stage === stage)
        if (acts.length === 0) return null
        return (
          <section key={stage} aria-label={stage}>
            <div className="quiet">{stage}</div>
            <div className="stage-acts">{acts.map((act) => <ActButton key={act.kind} act={act} open={open} />)}</div>
          </section>
        )
      })}
    </Card>
  )
}

/** A button is never merely grey: it can be touched, and says its grounds. */
function ActButton({ act, open }: { readonly act: ActVerdict; readonly open: (kind: string) => void }) {
  if (act.granted) return <Button type={act.stage === CORRECTING ? 'default' : 'primary'} ghost={act.stage !== CORRECTING} onClick={() => open(act.kind)}>{act.name}</Button>
  return (
    <Popover
      trigger={['hover', 'click', 'focus']}
      title={`${act.name}：目前不可办理`}
      content={
        <div style={{ maxWidth: 'min(420px, 80vw)', maxHeight: '50vh', overflow: 'auto' }}>
          <Grounds refusals={act.refusals} />
          <Button type="link" size="small" style={{ padding: 0, marginTop: 6 }} onClick={() => open(act.kind)}>仍打开表单，按实际日期和人员审查</Button>
        </div>
      }
    >
      <Button className="act-refused" aria-disabled icon={<StopOutlined aria-hidden />}>{act.name}</Button>
    </Popover>
  )
}
