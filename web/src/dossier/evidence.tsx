import type { RecordedAct } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { Card, Empty } from 'antd'
import { isAnswers, type Answers, type ShownForm } from '../act/form.ts'
import { useSurroundings } from '../act/surroundings.ts'
import { Custody } from '../custody/custody.tsx'
import { FileView } from '../evidence/file-view.tsx'
import { AnswerList } from './answer-list.tsx'

/** Records and things that prove, beside every act that brings a file. */
const EVIDENCE_ACTS = ['collect', 'inspect', 'interview', 'sample', 'preserve', 'discover', 'carryOut', 'handOver', 'demolish']

/** Every file that the answers of an act name by its digest, in lists too. */
function filesIn(form: ShownForm, answers: Answers): readonly string[] {
  return Object.entries(form).flatMap(([name, { shape }]) => {
    const value = answers[name]
    if (shape.type === 'text' && shape.format === 'hash') return typeof value === 'string' && value !== '' ? [value] : []
    if (shape.type === 'list' && Array.isArray(value)) return value.flatMap((row: unknown) => (isAnswers(row) ? filesIn(shape.of, row) : []))
    return shape.type === 'group' && isAnswers(value) ? filesIn(shape.of, value) : []
  })
}

/** What proves the facts (证据): each with where it came from; evidence that was excluded stays visible and says so. */
export function Evidence({ acts, caseNumber, caseId }: { readonly acts: readonly RecordedAct[]; readonly caseNumber: string; readonly caseId: string }) {
  const { specs } = useSurroundings()
  const evidence = acts.filter(({ kind, data }) => EVIDENCE_ACTS.includes(kind) || filesIn(specs.get(kind)?.form ?? {}, data).length > 0)
  const excludedBy = (seq: number) => acts.find(({ kind, data, correctedBy }) => kind === 'exclude' && data['evidence'] === seq && correctedBy === undefined)
  if (evidence.length === 0) return <Card size="small" title="证据"><Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有收集证据" /></Card>
  return (
    <>
      <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fill, minmax(min(420px, 100%), 1fr))' }}>
        {evidence.map((act) => {
          const excluded = excludedBy(act.seq)
          const title = typeof act.data['title'] === 'string' ? act.data['title'] : act.name
          return (
            <Card key={act.seq} size="small" title={<span className="break">{title}</span>} extra={<span className="quiet">第 {act.seq} 项 · {act.on}</span>}>
              {excluded !== undefined && <p><b>已由第 {excluded.seq} 项排除，不作为定案根据</b></p>}
              {act.correctedBy !== undefined && <p><b>已由第 {act.correctedBy} 项更正或者撤销</b></p>}
              {filesIn(specs.get(act.kind)?.form ?? {}, act.data).map((sha256) => <FileView key={sha256} sha256={sha256} caseNumber={caseNumber} />)}
              <AnswerList form={specs.get(act.kind)?.form ?? {}} answers={act.data} />
            </Card>
          )
        })}
      </div>
      <Custody caseId={caseId} />
    </>
  )
}
