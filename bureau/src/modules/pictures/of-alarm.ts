import type { AlarmSpan } from '../tracking/contract.ts'

/** When a picture must have been taken to belong to an alarm (预警影像时段). One that goes on takes in whatever comes. */
export function besidesAlarm({ since, until }: AlarmSpan, windowMs: number): { readonly from: string; readonly until: string } {
  const end = until === null ? FOR_EVER_MS : Date.parse(until)
  return { from: new Date(Date.parse(since) - windowMs).toISOString(), until: new Date(end + windowMs).toISOString() }
}
const FOR_EVER_MS = Date.UTC(2200, 0, 1)
