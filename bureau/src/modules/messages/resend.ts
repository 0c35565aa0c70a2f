import type { Queries } from '../../platform/database.ts'
import { changedMeanwhile, malformed, notFound } from '../../platform/problem.ts'
import type { CaseDesk } from '../enforcement/contract.ts'
import { planned, todayOf, type PlanParts } from './listen.ts'
import { reachedAt, remindersFor } from './reminders.ts'
import { addPlanned, findMessage, messageUnder, type MessageRow } from './store.ts'

interface Asked {
  readonly id: string
  readonly reason: string
  readonly who: string
  readonly key: string
}

/** Sends a message again (重发): another message that says which it corrects, to the number that the party confirmed last. */
export async function resend({ desk, ...parts }: PlanParts & { readonly desk: CaseDesk }, tx: Queries, { id, reason, who, key }: Asked): Promise<MessageRow> {
  const before = await messageUnder(tx, key)
  if (before !== undefined) return before
  const message = await findMessage(tx, id)
  const found = message === undefined ? undefined : await desk.read(tx, message.case_id)
  if (message === undefined || found === undefined) throw notFound('没有这条短信')
  if (message.corrected_by !== null) throw changedMeanwhile('这条短信已经重发')
  const reached = reachedAt(found.file)
  if (!('phone' in reached)) throw malformed([{ path: 'id', because: `${reached.because}；请当事人重新填写送达地址确认书后再发` }])
  if (message.state === 'queued') throw malformed([{ path: 'id', because: '这条短信还在等待发送，不必重发' }])
  if (message.state === 'sent' && message.phone === reached.phone) throw malformed([{ path: 'id', because: '这条短信已经发到当事人确认的号码，不重复提醒' }])
  const still = remindersFor(found.file, todayOf(parts.clock)).find((one) => one.kind === message.kind && one.seq === message.seq)
  if (still === undefined) throw malformed([{ path: 'id', because: '案卷已经办理或者期限已过，不再需要提醒' }])
  const row = { ...planned(parts, found, still, reached.phone), corrects: id, reason, who }
  await addPlanned(tx, [{ ...row, next_at: parts.clock.now().toISOString(), idempotency_key: key }])
  return { ...row, state: 'queued', entries: [], corrected_by: null }
}
