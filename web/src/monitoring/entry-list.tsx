import type { Entry } from '@zhunsheng/bureau/modules/monitoring/wire.ts'
import { Button, Card, Flex, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import type { ShownAct } from '../act/form.ts'
import { SurroundingsContext } from '../act/surroundings.ts'
import { AnswerList } from '../dossier/answer-list.tsx'
import { momentOf } from '../piece/moment.ts'
import '../dossier/dossier.css'

/** What forms of entries refer to: the entries made before, and what may be entered. */
export function EntrySurroundings({ entries, specs, children }: { readonly entries: readonly Entry[]; readonly specs: readonly ShownAct[]; readonly children: ReactNode }) {
  const acts = entries.map(({ seq, kind, name, on, data, recordedAt, correctedBy }) => ({ seq, kind, name, stage: '', on, by: [], data, recordedAt, ...(correctedBy === undefined ? {} : { correctedBy }) }))
  return <SurroundingsContext value={{ acts, specs: new Map(specs.map((spec) => [spec.kind, spec])), people: [], matters: [] }}>{children}</SurroundingsContext>
}

/** Every entry of a device or a record (登记记录), the latest first. */
export function EntryList({ title, entries, specs, undo }: { readonly title: string; readonly entries: readonly Entry[]; readonly specs: readonly ShownAct[]; readonly undo: (kind: string, entry: Entry) => readonly { readonly name: string; readonly open: () => void }[] }) {
  return (
    <Card size="small" title={title}>
      <ol className="done">{entries.toReversed().map((entry) => <Line key={entry.seq} entry={entry} spec={specs.find(({ kind }) => kind === entry.kind)} undo={undo(entry.kind, entry)} />)}</ol>
    </Card>
  )
}

function Line({ entry: { seq, name, on, by, recordedAt, correctedBy, data }, spec, undo }: { readonly entry: Entry; readonly spec: ShownAct | undefined; readonly undo: readonly { readonly name: string; readonly open: () => void }[] }) {
  const [isOpen, open] = useState(false)
  return (
    <li className={correctedBy === undefined ? '' : 'corrected'}>
      <Flex gap={8} wrap align="center">
        <b>{name}</b>
        <span className="quiet number">第 {seq} 项</span>
        {correctedBy !== undefined && <Tag color="warning" style={{ margin: 0 }}>已由第 {correctedBy} 项更正或者撤销</Tag>}
      </Flex>
      <div className="number">{on}　{by.join('、')}</div>
      <div className="quiet number" style={{ fontSize: 12 }}>记录于 {momentOf(recordedAt)}</div>
      <Flex gap={8} wrap>
        {spec !== undefined && <Button type="link" size="small" style={{ paddingInline: 0 }} aria-expanded={isOpen} onClick={() => open(!isOpen)}>{isOpen ? '收起内容' : '查看内容'}</Button>}
        {correctedBy === undefined && undo.map((one) => <Button key={one.name} type="link" size="small" style={{ paddingInline: 0 }} onClick={one.open}>{one.name}</Button>)}
      </Flex>
      {isOpen && spec !== undefined && <div className="passage-box"><AnswerList form={spec.form} answers={data} /></div>}
    </li>
  )
}
