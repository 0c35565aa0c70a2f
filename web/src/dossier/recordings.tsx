import type { CaseView } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { CheckCircleFilled, ExclamationCircleFilled, InfoCircleFilled } from '@ant-design/icons'
import { Button, Card, Empty, Tag } from 'antd'
import { FileView } from '../evidence/file-view.tsx'
import { Basis } from '../piece/basis.tsx'

const STATES = {
  attached: { color: 'success', name: '已附音像记录', icon: <CheckCircleFilled aria-hidden /> },
  excused: { color: 'warning', name: '没有，已写明原因', icon: <InfoCircleFilled aria-hidden /> },
  missing: { color: 'error', name: '没有入卷', icon: <ExclamationCircleFilled aria-hidden /> },
} as const

/** Which acts of the case must have a recording, and whether they have (音像记录情况). */
export function Recordings({ recordings, caseNumber, open }: { readonly recordings: CaseView['recordings']; readonly caseNumber: string; readonly open: (act: string) => void }) {
  if (recordings.length === 0) return <Card size="small" title="音像记录"><Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="案卷中还没有列入音像记录事项清单的行为" /></Card>
  return (
    <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fill, minmax(min(420px, 100%), 1fr))' }}>
      {recordings.map(({ seq, on, name, code, basis, state, files, excuse }) => (
        <Card key={seq} size="small" title={<span className="break">{name}</span>} extra={<span className="quiet">第 {seq} 项 · {on}</span>}>
          <p style={{ marginTop: 0 }}><Tag color={STATES[state].color} icon={STATES[state].icon}>{STATES[state].name}</Tag> <Basis articles={basis} /> <span className="quiet number">{code}</span></p>
          {excuse !== undefined && <p className="break">{excuse}</p>}
          {files.map((sha256) => <FileView key={sha256} sha256={sha256} caseNumber={caseNumber} />)}
          {state === 'missing' && <><p>附上之前，其他行为不能办理。</p><Button type="primary" size="small" onClick={() => open('attachRecording')}>补录音像记录</Button></>}
        </Card>
      ))}
    </div>
  )
}
