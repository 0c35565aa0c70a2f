import { changedMeanwhile, malformed, notFound } from '../../platform/problem.ts'
import { flow } from './alarm-flow.ts'
import { rowOf, viewOf } from './alarm-view.ts'
import type { OwnTrucks } from './contract.ts'
import type { TrackingParts } from './parts.ts'
import { complianceOf } from './rates.ts'
import { addStep, countUnanswered, findAlarm, listAlarms, stepsOf, stepUnder } from './store-alarms.ts'
import { askAgain, listTrips } from './store-trips.ts'
import { lookAt } from './track-routes.ts'
import { shown } from './trip-routes.ts'
import { ALARM_STATES } from './wire.ts'

/** An enterprise has none of the bureau's posts: what it may do is said by its own doors. */
const NO_POSTS = { posts: [] }

/** Trucks on their way, as their own enterprise sees them (企业端的行车监管). */
export const ownTrucks = (parts: Pick<TrackingParts, 'database' | 'clock' | 'newId' | 'known'>): OwnTrucks => ({
  alarms: async (queries, enterprise, query) => {
    const { total, rows, states } = await listAlarms(queries, { ...query, enterprise })
    return { total, rows: rows.map(rowOf), states: [...states] }
  },
  alarm: async (queries, enterprise, id) => {
    const alarm = await findAlarm(queries, id)
    // What others have registered is not theirs to read: names are enough.
    return alarm === undefined || alarm.enterprise !== enterprise ? undefined : viewOf(alarm, await stepsOf(queries, id), NO_POSTS, { named: (await parts.known(queries)).named, ground: [] })
  },
  unanswered: countUnanswered,
  answer: async (tx, enterprise, { alarm: id, version, text, files, who, enterpriseName, key }) => {
    const earlier = await stepUnder(tx, key)
    if (earlier === id) return
    if (earlier !== undefined) throw malformed([{ path: 'Idempotency-Key', because: '这个幂等键已经用于另一条预警' }])
    const alarm = await findAlarm(tx, id, true)
    if (alarm === undefined || alarm.enterprise !== enterprise) throw notFound('本企业没有这条预警')
    const flowed = flow(alarm.state, 'handle', alarm.alarm)
    if (!flowed.ok) throw changedMeanwhile(`这条预警已由管理部门复核（${ALARM_STATES[alarm.state]}），不能再答复；有异议请联系管理部门`)
    if (alarm.steps !== version) throw changedMeanwhile('这条预警刚刚有了新的处置，请刷新后再答复')
    const now = parts.clock.now().toISOString()
    await addStep(tx, { alarm: id, seq: version + 1, kind: 'handle', text, cause: null, event: null, event_number: null, records: [], who, at: now }, key, flowed.state, { enterprise: enterpriseName, files })
    if (alarm.trip !== null) await askAgain(tx, { trips: [alarm.trip] }, now)
  },
  trips: async (queries, enterprise, query) => {
    const { total, rows } = await listTrips(queries, { ...query, enterprise })
    return { total, rows: rows.map(shown) }
  },
  compliance: (queries, enterprise, span) => complianceOf(queries, { ...span, enterprise, by: 'truck' }),
  track: (query, who) => lookAt(parts, query, who),
})
