import type { Me } from '@zhunsheng/bureau/modules/officers/wire.ts'
import { createContext, use } from 'react'

export const MeContext = createContext<Me | undefined>(undefined)

/** Who is logged in. Only pages inside the frame may ask. */
export function useMe(): Me {
  const me = use(MeContext)
  if (me === undefined) throw new Error('asked who is logged in outside the frame')
  return me
}
