import type { DayRow } from '@zhunsheng/bureau/modules/payments/wire.ts'
import { DAY_STATES } from '@zhunsheng/bureau/modules/payments/wire.ts'
import { Tag } from 'antd'

/** Who takes the bank's file in. */
export const TAKING_IN: readonly string[] = ['windowClerk', 'teamLeader']
const COLOURS = { waiting: 'warning', open: 'processing', closed: 'success', supplementary: 'warning' } as const

/** How a day stands, in words and colour (对账日状态). */
export const DayState = ({ state }: { readonly state: DayRow['state'] }) => <Tag color={COLOURS[state]} style={{ margin: 0 }}>{DAY_STATES[state]}</Tag>
