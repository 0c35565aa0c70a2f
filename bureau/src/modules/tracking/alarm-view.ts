import { place } from '@zhunsheng/law/article.ts'
import type { Alarm } from '@zhunsheng/trucks/alarm.ts'
import { WATCH_TITLES } from '@zhunsheng/trucks/watch/name.ts'
import type { Actor } from '../officers/contract.ts'
import type { StoodRecord } from '../trucks/contract.ts'
import { mayStep } from './access.ts'
import { stepsFrom } from './alarm-flow.ts'
import type { AlarmRow as StoredAlarm, StepRow } from './store-alarms.ts'
import { DISMISSALS, type AlarmRow, type AlarmStep, type AlarmView } from './wire.ts'

/** What people read of an alarm in a list. */
export function rowOf({ id, truck, plate, watch, enterprise_name, since, until, trip, alarm, state, steps }: StoredAlarm): AlarmRow {
  return {
    id, watch, title: WATCH_TITLES[watch], truck, plate, enterprise: enterprise_name, since, state, steps,
    ...(until === null ? {} : { until }),
    ...(trip === null ? {} : { trip }),
    ...(alarm.unit === 'none' ? {} : { measured: measured(alarm.worst, alarm.unit), threshold: measured(alarm.limit, alarm.unit) }),
  }
}

/** Everything about one alarm, and what the person who asks may do with it. */
export function viewOf(stored: StoredAlarm, steps: readonly StepRow[], actor: Pick<Actor, 'posts'>, { named, ground }: { readonly named: (id: string | undefined) => string | undefined; readonly ground: readonly StoodRecord[] }): AlarmView {
  const { alarm, state } = stored
  return {
    ...rowOf(stored),
    source: alarm.source, verified: alarm.verified,
    basis: alarm.basis.map((one) => ({ text: `《${one.instrument}》${place(one)}`, verified: one.verified, ...(one.competent === undefined ? {} : { competent: one.competent }) })),
    evidence: alarm.evidence.map((proof) => ({ ...proof })),
    about: aboutOf(alarm, (id) => ground.find((one) => one.id === id)?.title ?? named(id)),
    ground: ground.map((one) => ({ ...one, data: { ...one.data } })),
    raisedAt: stored.raised_at,
    history: steps.map(stepOf),
    may: stepsFrom(state, alarm).filter((kind) => mayStep(actor, kind)),
  }
}
function stepOf({ seq, kind, text, cause, event, event_number, records, who, at, enterprise, files }: StepRow): AlarmStep {
  return { seq, kind, text, who, at, records: [...records], ...(enterprise === null ? {} : { enterprise, files: [...files] }), ...(cause === null ? {} : { cause: isCause(cause) ? DISMISSALS[cause] : cause }), ...(event === null ? {} : { event }), ...(event_number === null ? {} : { eventNumber: event_number }) }
}
const isCause = (word: string): word is keyof typeof DISMISSALS => word in DISMISSALS

function aboutOf({ about }: Alarm, named: (id: string | undefined) => string | undefined): AlarmView['about'] {
  const things = [['工地', about.siteId], ['消纳场', about.disposalSiteId], ['禁行区域', about.noGoAreaId], ['道路', about.roadId], ['处置核准', about.permitId], ...(about.routeIds ?? []).map((id) => ['批准路线', id])]
  return things.flatMap(([name, id]) => (name === undefined || id === undefined ? [] : [{ name, value: named(id) ?? id }]))
}

/** A measured value as people read it; durations in minutes. */
export function measured(value: number, unit: Alarm['unit']): string {
  switch (unit) {
    case 'kmh': return `${Math.round(value)} 公里/小时`
    case 'm': return `${Math.round(value)} 米`
    case 'ms': return `${Math.round(value / 60_000)} 分钟`
    case 'share': return `${Math.round(value * 100)}%`
    case 'none': return ''
  }
}
