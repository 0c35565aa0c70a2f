import { KINDS } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { TabLinks } from '../piece/tab-links.tsx'
import { TrackTabs } from '../tracking/track-tabs.tsx'
import { ALL_KINDS } from './register-fields.ts'

const TABS = ALL_KINDS.map((kind) => ({ to: `/trucks/register/${kind}`, name: KINDS[kind] }))

/** The kinds of the register (渣土运输登记), under the pages of the trucks. */
export function TruckTabs() {
  return (
    <>
      <TrackTabs />
      <TabLinks label="登记种类" tabs={TABS} />
    </>
  )
}
