import type { CaseView, Recorded, RecordedAct } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { Drawer } from 'antd'
import { ActForm } from '../act/act-form.tsx'
import type { ShownAct } from '../act/form.ts'
import { usePhone } from '../app/phone.ts'

interface Opened {
  readonly spec: ShownAct | undefined
  readonly view: CaseView
  /** The act that is to be put right. */
  readonly corrected: RecordedAct | undefined
  readonly close: () => void
  readonly onRecorded: (recorded: Recorded) => void
  readonly onReload: () => void
}

const WIDTH = 760

/** The form of an act beside the case. Closing it loses nothing: the draft stays. */
export function ActDrawer({ spec, view: { row, version }, corrected, close, onRecorded, onReload }: Opened) {
  const isPhone = usePhone()
  return (
    <Drawer open={spec !== undefined} onClose={close} title={spec?.name ?? ''} size={isPhone ? '100%' : WIDTH} destroyOnHidden styles={{ body: { paddingBottom: 0 } }} extra={<span className="quiet number">{isPhone ? '' : row.number}</span>}>
      {spec !== undefined && <ActForm key={`${spec.kind}${corrected?.seq ?? ''}`} spec={spec} {...(corrected === undefined ? {} : { start: { target: corrected.seq, answers: corrected.data }, draftOf: `${spec.kind}.${corrected.seq}` })} target={{ caseId: row.id, version }} onRecorded={onRecorded} onReload={onReload} />}
    </Drawer>
  )
}
