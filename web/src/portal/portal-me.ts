import type { PortalMe } from '@zhunsheng/bureau/modules/portal/wire.ts'
import { createContext, use } from 'react'

export const PortalMeContext = createContext<PortalMe | undefined>(undefined)

/** Who of which enterprise is logged in. Only pages inside the enterprise's frame may ask. */
export function usePortalMe(): PortalMe {
  const me = use(PortalMeContext)
  if (me === undefined) throw new Error('asked who is logged in outside the enterprise frame')
  return me
}
