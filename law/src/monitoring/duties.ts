import { apl, type Citation } from '../article.ts'
import type { Day } from '../day.ts'
import { addDays } from '../day.ts'
import type { Setting } from '../dossier.ts'
import { valueOn } from '../jurisdiction.ts'
import { endOf, workdays } from '../period.ts'
import { deviceOn, type Entry } from './device.ts'
import { registerWords } from './device-acts.ts'
import { eventFile, openAnswers, standingOf, type MonitoredEvent } from './event.ts'
import { eventWords } from './event-acts.ts'

/** What is owed about a record or a device (监控中的义务), by a day. The statute says 及时; the days are the bureau's own. */
export interface MonitoringDuty {
  readonly code: 'review' | 'tell' | 'consider' | 'renew'
  readonly says: string
  readonly basis: readonly Citation[]
  readonly since: Day
  readonly due: Day
}

/** What is owed about one record: its review, telling the party, considering what he said. A held record owes nothing until its device is registered. */
export function dutiesOf(event: Pick<MonitoredEvent, 'entries' | 'device'>, receivedOn: Day, setting: Setting): readonly MonitoringDuty[] {
  const days = valueOn(setting.local.monitoringWorkdays, receivedOn)?.value
  if (days === undefined) return []
  const due = (since: Day, length: number): Day => endOf(workdays(length), since, setting.calendar).due
  const file = eventFile(event.entries, setting)
  const standing = standingOf(event, setting)
  const reviewed = eventWords.last(file, 'review')
  const answers = openAnswers(event.entries, setting).flatMap((seq) => file.acts.find((one) => one.seq === seq)?.on ?? [])
  return [
    ...(standing === 'waiting' ? [{ code: 'review' as const, says: '审核监控记录', basis: [apl(41, 2)], since: receivedOn, due: due(receivedOn, days.review) }] : []),
    ...(standing === 'admitted' && reviewed !== undefined && eventWords.last(file, 'tell') === undefined ? [{ code: 'tell' as const, says: '告知当事人违法事实', basis: [apl(41, 3)], since: reviewed.on, due: due(reviewed.on, days.tell) }] : []),
    ...answers.map((on) => ({ code: 'consider' as const, says: '复核当事人的陈述、申辩', basis: [apl(41, 3), apl(45, 1)], since: on, due: due(on, days.consider) })),
  ]
}

/** A device in use whose last certificate ends soon or has ended (证书将到期). */
export function renewalOf(entries: readonly Entry[], today: Day, nowMs: number, setting: Setting): MonitoringDuty | undefined {
  const device = deviceOn(entries, { on: today, knownMs: nowMs }, setting)
  const certificates = registerWords.every(device, 'certify')
  const warn = valueOn(setting.local.certificateWarningDays, today)?.value
  if (registerWords.last(device, 'start') === undefined || certificates.length === 0 || warn === undefined) return undefined
  const longest = certificates.reduce((latest, one) => (one.data.until > latest.data.until ? one : latest))
  return longest.data.until >= addDays(today, warn) ? undefined : { code: 'renew', says: '检定、校准证书到期前续办', basis: [apl(41, 1)], since: longest.on, due: longest.data.until }
}
