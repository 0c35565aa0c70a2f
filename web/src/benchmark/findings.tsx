import type { Finding } from '@zhunsheng/discretion/finding.ts'
import type { SheetFault } from '@zhunsheng/discretion/sheet.ts'
import { Alert } from 'antd'

/** What stands against publishing, each with facts that show it; notes after it (检查结果). */
export function Findings({ faults, findings }: { readonly faults: readonly SheetFault[]; readonly findings: readonly Finding[] }) {
  const wrong = findings.filter(({ weight }) => weight === 'fault')
  const notes = findings.filter(({ weight }) => weight === 'note')
  if (faults.length > 0) return <Alert type="error" showIcon role="status" title={`${faults.length} 格看不懂，改正后再检查`} description={<ul style={{ margin: 0, paddingInlineStart: 20 }}>{faults.map(({ cell, because }) => <li key={`${cell}${because}`}><b className="number">{cell}</b>：{because}</li>)}</ul>} />
  return (
    <>
      {wrong.length === 0 && <Alert type="success" showIcon role="status" title="完整、不重叠、在法定幅度内，情节更重的不会更轻：可以发布" />}
      {wrong.length > 0 && <Alert type="error" showIcon role="status" title={`${wrong.length} 处有误，不能发布`} description={<List findings={wrong} />} />}
      {notes.length > 0 && <Alert type="info" showIcon style={{ marginTop: 8 }} title={`${notes.length} 处提示`} description={<List findings={notes} />} />}
    </>
  )
}

function List({ findings }: { readonly findings: readonly Finding[] }) {
  return <ul style={{ margin: 0, paddingInlineStart: 20 }}>{findings.map(({ kind, says }) => <li key={`${kind}${says}`}>{says}</li>)}</ul>
}
