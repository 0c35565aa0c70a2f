import { KINDS } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { TabLinks } from '../piece/tab-links.tsx'
import { ALL_KINDS } from './register-fields.ts'

const TABS = [...ALL_KINDS.map((kind) => ({ to: `/trucks/register/${kind}`, name: KINDS[kind] })), { to: '/trucks/manifests', name: '电子联单' }]

/** The lists of muck trucks (渣土车管理). */
export function TruckTabs() {
  return <TabLinks label="渣土车管理" tabs={TABS} />
}
