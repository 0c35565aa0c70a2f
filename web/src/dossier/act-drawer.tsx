import type { CaseView, Recorded } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { Drawer } from 'antd'
import { ActForm } from '../act/act-form.tsx'
import type { ShownAct } from '../act/form.ts'
import { usePhone } from '../app/phone.ts'

interface Opened {
  readonly spec: ShownAct | undefined
  readonly view: CaseView
  readonly close: () => void
  readonly onRecorded: (recorded: Recorded) => void
  readonly onReload: () => void
}

const WIDTH = 760

/** The form of an act beside the case. Closing it loses nothing: the draft stays. */
export function ActDrawer({ spec, view: { row, version }, close, onRecorded, onReload }: Opened) {
  const isPhone = usePhone()
  return (
    <Drawer open={spec !== undefined} onClose={close} title={spec?.name ?? ''} size={isPhone ? '100%' : WIDTH} destroyOnHidden styles={{ body: { paddingBottom: 0 } }} extra={<span className="quiet number">{isPhone ? '' : row.number}</span>}>
      {spec !== undefined && <ActForm key={spec.kind} spec={spec} target={{ caseId: row.id, version }} onRecorded={onRecorded} onReload={onReload} />}
    </Drawer>
  )
}
