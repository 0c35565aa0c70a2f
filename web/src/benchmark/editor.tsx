import type { Version } from '@zhunsheng/bureau/modules/discretion/wire.ts'
import type { Benchmark } from '@zhunsheng/discretion/benchmark.ts'
import { check } from '@zhunsheng/discretion/check.ts'
import { isPublishable, type Finding } from '@zhunsheng/discretion/finding.ts'
import { readSheet, writeSheet } from '@zhunsheng/discretion/sheet.ts'
import { Card, Collapse } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { Calculator } from './calculator.tsx'
import { Findings } from './findings.tsx'
import { GridEditor, type Cells } from './grid-editor.tsx'
import { OpenFile } from './open-file.tsx'
import { PublishForm } from './publish-form.tsx'
import { ReplayPanel } from './replay-panel.tsx'

/** The sheet of a benchmark, read and checked at every change (实时检查). */
export function Editor({ benchmark: first, versions }: { readonly benchmark: Benchmark; /** What was published so far; without any there is nothing to compare with. */ readonly versions: readonly Version[] }) {
  const [cells, setCells] = useState<Cells>(() => writeSheet(first))
  const steady = useDeferredValue(cells)
  const read = useMemo(() => readSheet({ cells: steady, merged: [] }), [steady])
  const findings = useMemo((): readonly Finding[] => (read.ok ? check(read.benchmark) : []), [read])
  return (
    <>
      <Card size="small" style={{ marginBottom: 12 }} title="表格" extra={<OpenFile open={(opened) => setCells(writeSheet(opened))} />}>
        <GridEditor cells={cells} change={setCells} faults={read.ok ? [] : read.faults} />
        <Collapse ghost size="small" items={[{ key: 'help', label: '怎么填', children: <Help /> }]} />
      </Card>
      <Card size="small" style={{ marginBottom: 12 }} title="检查结果"><Findings faults={read.ok ? [] : read.faults} findings={findings} /></Card>
      {read.ok && <Card size="small" style={{ marginBottom: 12 }} title="试算"><Calculator key={JSON.stringify(steady)} benchmark={read.benchmark} /></Card>}
      {read.ok && versions.length > 0 && <Card size="small" style={{ marginBottom: 12 }} title="试算去年案件"><ReplayPanel benchmark={read.benchmark} versions={versions} /></Card>}
      <Card size="small" title="发布"><PublishForm benchmark={read.ok && isPublishable(findings) ? read.benchmark : undefined} /></Card>
    </>
  )
}

function Help() {
  return (
    <ul className="note" style={{ margin: 0, paddingInlineStart: 20 }}>
      <li>条件：不论写 -；是否写 是、否；选项写名称，几个用逗号隔开；数写 3、&gt;=3、3以上、不足10、3以上不足10、[1..5)。以上、以下包括本数，不足、超过不包括（《民法典》第一千二百五十九条）。</li>
      <li>金额：只写数，元为单位，至多两位小数，不写逗号和「万」。不予处罚、警告写在「下限」一格。</li>
      <li>每一行都要写明落在哪个法定幅度；一种情形只能有一个处理，除非命中策略为「从重」或者「先后」。</li>
    </ul>
  )
}
