import { formatDay } from '@zhunsheng/law/day.ts'
import { civilDay, civilTime, momentOf, type Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { CaseDesk } from '../enforcement/contract.ts'
import { GATEWAY_PATIENCE_MS, type Gateway, type Outcome } from './gateway.ts'
import { todayOf } from './listen.ts'
import { reachedAt, remindersFor } from './reminders.ts'
import { addEntry, claimDue, postpone, type Claimed } from './store.ts'

export interface DeliverParts {
  readonly database: Database
  readonly clock: Clock
  readonly desk: CaseDesk
  /** Absent where none is configured: then every message waits. */
  readonly gateway: Gateway | undefined
}
const MINUTE_MS = 60_000
const LONGEST_WAIT_MS = 60 * MINUTE_MS
/** Over some four hours: a gateway that was down for an afternoon loses nothing. */
export const ATTEMPTS = 8
const AT_ONCE = 10
/** Longer than all of them may take at the gateway, with what the database needs: whoever claimed a message and was killed has not sent it by then. */
const CLAIM_MS = AT_ONCE * GATEWAY_PATIENCE_MS + MINUTE_MS / 3
/** Between these hours a reminder may ring. */
const DAYTIME = { from: '08:00', until: '20:00' } as const

/** How long to wait after so many attempts: a minute, two, four, up to an hour. */
export const waitMs = (attempts: number): number => Math.min(LONGEST_WAIT_MS, MINUTE_MS * 2 ** (attempts - 1))

/** Sends what is due (发送到期的提醒); answers how many messages it looked at. */
export async function deliverDue(parts: DeliverParts): Promise<number> {
  const { database, clock, gateway } = parts
  const time = civilTime(clock.now())
  if (gateway === undefined || time < DAYTIME.from || time >= DAYTIME.until) return 0
  const now = clock.now()
  const due = await database.work((tx) => claimDue(tx, { now: now.toISOString(), until: new Date(now.getTime() + CLAIM_MS).toISOString(), most: AT_ONCE }))
  for (const message of due) await deliver(parts, gateway, message)
  return due.length
}

async function deliver({ database, clock, desk }: DeliverParts, gateway: Gateway, message: Claimed): Promise<void> {
  const standing = await database.read((queries) => standingOf({ desk, clock }, queries, message))
  const at = clock.now().toISOString()
  if (standing.is === 'not-yet') return database.work((tx) => postpone(tx, message.id, standing.until))
  if (standing.is === 'over') return database.work((tx) => addEntry(tx, message.id, { kind: 'cancelled', at, says: standing.because }))
  const outcome = await gateway({ id: message.id, phone: message.phone, text: message.text })
  await database.work((tx) => addEntry(tx, message.id, entryOf(outcome, message.attempts, clock.now())))
}

type Standing = { readonly is: 'due' } | { readonly is: 'not-yet'; readonly until: string } | { readonly is: 'over'; readonly because: string }

/** Whether the file still asks for this reminder: nobody is reminded of what he paid, heard or received already. */
async function standingOf({ desk, clock }: Pick<DeliverParts, 'desk' | 'clock'>, queries: Parameters<CaseDesk['read']>[0], { case_id, kind, seq, day, phone, not_before, corrects }: Claimed): Promise<Standing> {
  const found = await desk.read(queries, case_id)
  if (found === undefined) return { is: 'over', because: '没有这个案件' }
  const reached = reachedAt(found.file)
  if (!('phone' in reached)) return { is: 'over', because: reached.because }
  if (reached.phone !== phone) return { is: 'over', because: '当事人重新确认了号码，已按新的号码提醒' }
  const still = remindersFor(found.file, todayOf(clock)).find((one) => one.kind === kind && one.seq === seq)
  if (still === undefined) return { is: 'over', because: '已经办理或者期限已过，不再提醒' }
  if ((still.day === undefined ? null : formatDay(still.day)) !== day) return { is: 'over', because: '日期已经变更，已按新的日期提醒' }
  return corrects === null && civilDay(clock.now()) < not_before ? { is: 'not-yet', until: momentOf(not_before, DAYTIME.from).toISOString() } : { is: 'due' }
}

function entryOf({ is, says }: Outcome, attempts: number, now: Date): Parameters<typeof addEntry>[2] {
  const at = now.toISOString()
  if (is !== 'later') return { kind: is, at, says }
  return attempts >= ATTEMPTS ? { kind: 'failed', at, says: `${says}；已试 ${attempts} 次` } : { kind: 'retry', at, says, nextAt: new Date(now.getTime() + waitMs(attempts)).toISOString() }
}
