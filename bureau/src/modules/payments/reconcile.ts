import type { ItemKind } from './wire.ts'

/** Money of a day in our books (我方账): the acts of one payment in one case, or one banking of money collected on the spot. */
export interface Ours {
  readonly caseId: string
  readonly caseNumber: string
  /** The number that both sides know: the bank's serial, or the voucher. */
  readonly receipt: string
  readonly amount: bigint
  readonly spot: boolean
}
/** Money of a day as the bank or the platform tells it (银行账). */
export interface Theirs {
  readonly serial: string
  readonly code: string
  readonly voucher: string
  readonly payer: string
  readonly amount: bigint
  /** A daily file of the bank has it; a notice alone is not yet the bank's word. */
  readonly inFile: boolean
  readonly outcome?: { readonly kind: 'booked' | 'held'; readonly cause?: ItemKind; readonly grounds: string; readonly excess: bigint; readonly caseId?: string }
}
export interface Match {
  readonly serial: string
  readonly amount: bigint
  readonly ours: Ours
  readonly payer: string
}
/** What does not agree (差异). `ours` and `theirs` are the amounts on each side, in fen. */
export interface Difference {
  readonly key: string
  readonly kind: ItemKind
  readonly says: string
  readonly ours: bigint
  readonly theirs: bigint
  readonly serial?: string
  readonly code?: string
  readonly payer?: string
  readonly caseId?: string
  readonly caseNumber?: string
}
export interface Reconciled {
  readonly matched: readonly Match[]
  readonly differences: readonly Difference[]
  readonly books: bigint
  readonly bank: bigint
}

/**
 * Compares the books of a day with the bank (每日对账). Every amount of either side comes out exactly once, matched or apart, so
 * that bank = matched + apart on the bank's side, and books likewise; the order in which anything came does not matter.
 */
export function reconcile(ours: readonly Ours[], theirs: readonly Theirs[]): Reconciled {
  const groups = grouped(ours)
  const matched: Match[] = []
  const differences: Difference[] = []
  const sorted = [...theirs].sort(bySerial)
  const partners = partnersOf(sorted, groups)
  const used = new Set(partners.values())
  for (const their of sorted) {
    const partner = partners.get(their.serial)
    if (partner !== undefined && their.inFile && partner.amount === their.amount) matched.push({ serial: their.serial, amount: their.amount, ours: partner, payer: their.payer })
    else differences.push(apart(their, partner))
  }
  for (const group of groups)
    if (!used.has(group)) differences.push({ key: keyOf(group), kind: 'oursOnly', says: group.spot ? '当场收缴款已登记缴付银行，银行文件没有这个凭证号' : `案卷已登记缴款（票据号 ${group.receipt}），银行文件没有`, ours: group.amount, theirs: 0n, caseId: group.caseId, caseNumber: group.caseNumber })
  const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)
  return { matched, differences: differences.sort((a, b) => (a.key < b.key ? -1 : 1)), books: sum(ours.map(({ amount }) => amount)), bank: sum(theirs.filter(({ inFile }) => inFile).map(({ amount }) => amount)) }
}

const bySerial = (a: Theirs, b: Theirs): number => (a.serial < b.serial ? -1 : a.serial > b.serial ? 1 : 0)

const keyOf = ({ caseId, receipt, spot }: Ours): string => `o:${caseId}:${spot ? 'spot' : 'pay'}:${receipt}`

/** Acts of one receipt are one amount: the fine and the additional fine of a payment stand apart in the file, and together at the bank. */
function grouped(ours: readonly Ours[]): readonly Ours[] {
  const groups = new Map<string, Ours>()
  for (const one of ours) {
    const before = groups.get(keyOf(one))
    groups.set(keyOf(one), before === undefined ? one : { ...before, amount: before.amount + one.amount })
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

/** Who belongs to whom: first those named by the bank's serial, then those named by a voucher only; each once. Two cases may have written the same number, then the amount tells. */
function partnersOf(sorted: readonly Theirs[], groups: readonly Ours[]): ReadonlyMap<string, Ours> {
  const partners = new Map<string, Ours>()
  const free = new Set(groups)
  for (const by of ['serial', 'voucher'] as const)
    for (const their of sorted) {
      if (their[by] === '' || partners.has(their.serial)) continue
      const named = groups.filter((group) => free.has(group) && group.receipt === their[by])
      const partner = named.find(({ caseId, amount }) => caseId === their.outcome?.caseId || amount === their.amount) ?? named[0]
      if (partner === undefined) continue
      free.delete(partner)
      partners.set(their.serial, partner)
    }
  return partners
}

const SAYS: Readonly<Partial<Record<ItemKind, string>>> = {
  unknown: '没有开具过这个缴款码',
  afterVoiding: '缴款通知已经作废',
  twice: '这份缴款通知此前已经缴清',
  theirsOnly: '银行已收，案卷没有登记',
  noticeOnly: '支付平台通知到账，银行文件没有这笔流水',
}

function apart(their: Theirs, partner: Ours | undefined): Difference {
  const { serial, code, payer, outcome } = their
  const caseId = partner?.caseId ?? outcome?.caseId
  const said = { key: `r:${serial}`, serial, ours: partner?.amount ?? 0n, theirs: their.inFile ? their.amount : 0n, ...(code === '' ? {} : { code }), ...(payer === '' ? {} : { payer }), ...(caseId === undefined ? {} : { caseId }), ...(partner === undefined ? {} : { caseNumber: partner.caseNumber }) }
  if (!their.inFile) return { ...said, kind: 'noticeOnly', says: SAYS.noticeOnly ?? '' }
  if (partner !== undefined) {
    const isExcess = outcome?.kind === 'booked' && partner.amount + outcome.excess === their.amount
    return isExcess ? { ...said, kind: 'excess', says: '缴款超过应缴数额，超过部分应当退还' } : { ...said, kind: 'amount', says: '案卷登记的金额与银行文件不同' }
  }
  const kind = outcome?.kind === 'held' ? (outcome.cause ?? 'theirsOnly') : 'theirsOnly'
  return { ...said, kind, says: [SAYS[kind] ?? '', outcome?.grounds ?? ''].filter((one) => one !== '').join('：') }
}
