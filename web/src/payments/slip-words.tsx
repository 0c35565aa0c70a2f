import type { Slip } from '@zhunsheng/bureau/modules/payments/wire.ts'
import { SLIP_KINDS, SLIP_STATES } from '@zhunsheng/bureau/modules/payments/wire.ts'
import { Tag } from 'antd'
import { Due } from '../piece/due.tsx'

const COLOURS = { issued: 'processing', partly: 'warning', paid: 'success', overdue: 'error', voided: 'default' } as const

/** How a slip stands, in words and colour. */
export const SlipState = ({ state }: { readonly state: Slip['state'] }) => <Tag color={COLOURS[state]} style={{ margin: 0 }}>{SLIP_STATES[state]}</Tag>
/** For what a slip asks: the decision, an instalment of it, the additional fine, the demand. */
export const causeOf = ({ kind, instalment }: Pick<Slip, 'kind' | 'instalment'>): string => `${SLIP_KINDS[kind]}${instalment === undefined ? '' : `第 ${instalment} 期`}`

const isOpen = ({ state }: Slip): boolean => state !== 'paid' && state !== 'voided'

/** The last day, with what is left of it while something is still to be paid. */
export function PayBy({ slip, today }: { readonly slip: Slip; readonly today: string }) {
  if (slip.payBy === undefined) return <span className="quiet">没有另外的期限</span>
  return isOpen(slip) ? <Due due={slip.payBy} today={today} /> : <span className="number">{slip.payBy}</span>
}
