import type { RecordedAct } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { Card, Empty } from 'antd'
import { useSurroundings } from '../act/surroundings.ts'
import { AnswerList } from './answer-list.tsx'

const EVIDENCE_ACTS = ['collect', 'inspect', 'interview', 'sample', 'preserve']

/** What proves the facts (证据): each with where it came from; evidence that was excluded stays visible and says so. */
export function Evidence({ acts }: { readonly acts: readonly RecordedAct[] }) {
  const { specs } = useSurroundings()
  const evidence = acts.filter(({ kind }) => EVIDENCE_ACTS.includes(kind))
  const excludedBy = (seq: number) => acts.find(({ kind, data, correctedBy }) => kind === 'exclude' && data['evidence'] === seq && correctedBy === undefined)
  if (evidence.length === 0) return <Card size="small" title="证据"><Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有收集证据" /></Card>
  return (
    <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fill, minmax(min(420px, 100%), 1fr))' }}>
      {evidence.map((act) => {
        const excluded = excludedBy(act.seq)
        const title = typeof act.data['title'] === 'string' ? act.data['title'] : act.name
        return (
          <Card key={act.seq} size="small" title={<span className="break">{title}</span>} extra={<span className="quiet">第 {act.seq} 项 · {act.on}</span>}>
            {excluded !== undefined && <p><b>已由第 {excluded.seq} 项排除，不作为定案根据</b></p>}
            {act.correctedBy !== undefined && <p><b>已由第 {act.correctedBy} 项更正或者撤销</b></p>}
            <AnswerList form={specs.get(act.kind)?.form ?? {}} answers={act.data} />
          </Card>
        )
      })}
    </div>
  )
}
