import { PLACEABLE, SETTLEMENTS, type ItemKind, type NewItemEntry } from '@zhunsheng/bureau/modules/payments/wire.ts'

type Settlement = NewItemEntry['kind']
const isSettlement = (word: string): word is Settlement => word in SETTLEMENTS
const ALL = Object.keys(SETTLEMENTS).filter(isSettlement)
/** The bank has no money of these, so none can go back. */
const WITHOUT_MONEY: readonly ItemKind[] = ['oursOnly', 'noticeOnly']

/** What may be said of a difference of this kind (可以怎样处理), in the order of the list. */
export const settlementsFor = (kind: ItemKind): readonly Settlement[] =>
  ALL.filter((one) => (one === 'reattributed' ? PLACEABLE.includes(kind) : one === 'refunded' ? !WITHOUT_MONEY.includes(kind) : true))
