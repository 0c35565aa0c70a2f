import { Buffer } from 'node:buffer'
import type { CaseSlips, DayView, Slip } from '@zhunsheng/bureau/modules/payments/wire.ts'
import type { Calendar } from '@zhunsheng/law/calendar.ts'
import { addDays, day, formatDay, type Day } from '@zhunsheng/law/day.ts'
import { fen, formatYuan, parseYuan } from '@zhunsheng/law/money.ts'
import { writePaymentCode } from '@zhunsheng/law/identifiers/payment-code.ts'
import type { Door } from './door.ts'

/** A line of the fictional bank's file. */
interface Line {
  readonly serial: string
  readonly code: string
  readonly amount: string
  readonly payer: string
  readonly voucher: string
}
/** The fictional agent bank of the year (演示代收机构). */
export interface Bank {
  /** Slips for whatever may be issued in a case now. */
  readonly issue: (caseId: string) => Promise<void>
  /** A payer pays on the slip that is due first: the platform tells at once, the bank's file in the evening. */
  readonly pay: (caseId: string, on: string, amount: string) => Promise<void>
  /** Money collected on the spot comes to the counter. */
  readonly deposit: (on: string, amount: string, voucher: string) => void
  /** The evenings of the year: the day's file, its differences and its closing. */
  readonly evenings: readonly { readonly on: Day; readonly at: number; readonly happen: () => Promise<void> }[]
}

const EVENING = 18 * 60 + 10
const FIRST = day('2021-01-04')
const LAST = day('2021-12-31')
/** From here on the bank's files are taken in, and still to be closed. */
const OPEN_FROM = day('2021-12-28')
const REASONS: Readonly<Record<string, string>> = {
  unknown: '银行柜员录入有误，银行已于次日冲正。',
  twice: '缴款人重复扫码，已通知财政部门办理退付，退付通知书已送达缴款人。',
  oursOnly: '银行次日补录，凭证已核对。',
}

export function bankOf(door: Door, calendar: Calendar): Bank {
  const lines = new Map<string, Line[]>()
  let count = 0
  const add = (on: string, line: Omit<Line, 'serial'>): Line => {
    count += 1
    const made = { ...line, serial: `YS${on.replaceAll('-', '')}${String(count).padStart(5, '0')}` }
    lines.set(on, [...(lines.get(on) ?? []), made])
    return made
  }
  const slipsOf = async (caseId: string): Promise<CaseSlips> => JSON.parse(JSON.stringify(await door.get('sun', `/api/cases/${caseId}/slips`)))
  const issue = async (caseId: string): Promise<void> => {
    for (const { kind, instalment } of (await slipsOf(caseId)).offers) await door.post('sun', '/api/payments/slips', { caseId, kind, ...(instalment === undefined ? {} : { instalment }) }, `slip-${caseId}-${kind}`)
  }
  const pay: Bank['pay'] = async (caseId, on, amount) => {
    await issue(caseId)
    const open = (await slipsOf(caseId)).slips.find(({ state }) => state !== 'paid' && state !== 'voided')
    if (open === undefined) throw new Error(`there is no slip to pay on in ${caseId}`)
    const { serial, code, payer } = add(on, { code: open.code, amount: formatYuan(parseYuan(amount) ?? fen(0n)), payer: open.payer, voucher: '' })
    await door.notify({ serial, code, amount, paidOn: on, payer })
  }
  const workdays = Array.from({ length: LAST - FIRST + 1 }, (_, index) => addDays(FIRST, index)).filter((one) => calendar.isWorkday(one))
  return {
    issue,
    pay,
    deposit: (on, amount, voucher) => void add(on, { code: '', amount: formatYuan(parseYuan(amount) ?? fen(0n)), payer: '示例区城市管理局', voucher }),
    evenings: workdays.map((on, index) => ({ on, at: EVENING, happen: () => evening(door, formatDay(on), { lines, add, oddity: ODDITIES[formatDay(on)], closes: on < OPEN_FROM, isWatched: index >= workdays.length - WATCHED }) })),
  }
}
/** For so many workdays of the year's end the bank sends a file also where nothing came in. */
const WATCHED = 25

/** What goes wrong on some days, as it does at every bank. */
const ODDITIES: Readonly<Record<string, 'unknown' | 'twice'>> = { '2021-09-16': 'unknown', '2021-11-16': 'unknown', '2021-11-23': 'twice', '2021-12-08': 'twice', '2021-12-29': 'unknown', '2021-12-30': 'twice' }

interface Evening {
  readonly lines: ReadonlyMap<string, readonly Line[]>
  readonly add: (on: string, line: Omit<Line, 'serial'>) => Line
  readonly oddity: 'unknown' | 'twice' | undefined
  readonly closes: boolean
  readonly isWatched: boolean
}

async function evening(door: Door, on: string, { lines, add, oddity, closes, isWatched }: Evening): Promise<void> {
  if (oddity === 'unknown') add(on, { code: writePaymentCode({ prefix: '500999', year: 2021, serial: 990_000 + Number(on.slice(-2)) }), amount: '200.00', payer: '某某', voucher: '' })
  if (oddity === 'twice') await payTwice(door, on, add)
  const today = lines.get(on) ?? []
  if (today.length === 0 && !isWatched) return
  const total = today.reduce((sum, { amount }) => sum + (parseYuan(amount) ?? 0n), 0n)
  const rows = today.map(({ serial, code, amount, payer, voucher }) => [serial, code, amount, on, payer, voucher].join(','))
  const text = ['银行流水号,缴款码,金额,入账日期,缴款人,凭证号', ...rows, `合计,${rows.length},${formatYuan(fen(total))}`].join('\n')
  await door.post('sun', '/api/payments/files', { day: on, name: `示例银行代收罚款日报${on.replaceAll('-', '')}.csv`, content: Buffer.from(text).toString('base64') }, `bank-${on}`)
  if (!closes) return
  const view: DayView = JSON.parse(JSON.stringify(await door.get('sun', `/api/payments/days/${on}`)))
  for (const { key, kind } of view.items) await door.post('sun', '/api/payments/items', { key, kind: kind === 'twice' ? 'refunded' : kind === 'unknown' ? 'bankError' : 'pending', reason: REASONS[kind] ?? '正在与银行核对。' }, `item-${on}`)
  await door.post('sun', `/api/payments/days/${on}/closing`, { note: view.items.length === 0 ? '' : '差异均已说明。' }, `closing-${on}`)
}

/** Somebody pays again what is paid already. */
async function payTwice(door: Door, on: string, add: Evening['add']): Promise<void> {
  const { rows } = await door.get('sun', '/api/payments/slips?state=paid&size=1')
  const [paid]: readonly Slip[] = JSON.parse(JSON.stringify(rows ?? []))
  if (paid !== undefined) add(on, { code: paid.code, amount: paid.total, payer: paid.payer, voucher: '' })
}
