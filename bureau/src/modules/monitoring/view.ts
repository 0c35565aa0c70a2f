import { citeShort } from '@zhunsheng/law/article.ts'
import { formatDay, type Day } from '@zhunsheng/law/day.ts'
import type { Setting } from '@zhunsheng/law/dossier.ts'
import { CORRECTIONS } from '@zhunsheng/law/correction.ts'
import type { Form, Shape } from '@zhunsheng/law/field.ts'
import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import { DEVICE_ACTS, DEVICE_KINDS, registerWords } from '@zhunsheng/law/monitoring/device-acts.ts'
import { deviceOn, lacksOf, type Entry } from '@zhunsheng/law/monitoring/device.ts'
import { renewalOf, type MonitoringDuty } from '@zhunsheng/law/monitoring/duties.ts'
import { EVENT_ACTS } from '@zhunsheng/law/monitoring/event-acts.ts'
import type { Refusal } from '@zhunsheng/law/ruling.ts'
import { writtenRefusal } from '@zhunsheng/law/written/verdict.ts'
import type { DeviceIdentity } from './store.ts'
import type { ListedEvent } from './store-events.ts'
import type { DeviceRow, Duty, EventRow } from './wire.ts'

export const shownDuty = ({ code, says, basis, since, due }: MonitoringDuty): Duty => ({ code, says, basis: basis.map(citeShort), since: formatDay(since), due: formatDay(due) })
export const shownGrounds = (grounds: readonly Refusal[]) => grounds.map(writtenRefusal).map(({ basis, ...one }) => ({ ...one, basis: [...basis] }))

const { last, every } = registerWords

/** A device as it stood on a day (设备), by all that is known now. */
export function deviceRow({ id, identifier }: DeviceIdentity, entries: readonly Entry[], on: Day, nowMs: number, setting: Setting): DeviceRow {
  const device = deviceOn(entries, { on, knownMs: nowMs }, setting)
  const registered = last(device, 'register')
  const placed = last(device, 'place')
  const until = every(device, 'certify').reduce<Day | undefined>((latest, { data }) => (latest === undefined || data.until > latest ? data.until : latest), undefined)
  const renewal = renewalOf(entries, on, nowMs, setting)
  return {
    id,
    identifier,
    kind: registered === undefined ? '' : DEVICE_KINDS[registered.data.kind],
    name: registered?.data.name ?? identifier,
    inService: last(device, 'start') !== undefined,
    lacks: shownGrounds(lacksOf(device, { on, measured: false })),
    ...(placed === undefined ? {} : { place: placed.data.place }),
    ...(placed?.data.plate === undefined ? {} : { plate: placed.data.plate }),
    ...(placed?.data.position === undefined ? {} : { position: placed.data.position }),
    ...(until === undefined ? {} : { certificateUntil: formatDay(until) }),
    ...(renewal === undefined ? {} : { renewal: shownDuty(renewal) }),
  }
}

export const measuredOf = ({ value, unit }: Pick<ListedEvent, 'value' | 'unit'>): string | undefined => (value === null ? undefined : `${value} ${unit ?? ''}`.trim())

/** A record as lists show it; the place of a fixed device is the one in the register. */
export function eventRow(row: ListedEvent, device: DeviceRow | undefined): EventRow {
  const place = row.place ?? device?.place
  const measured = measuredOf(row)
  return {
    id: row.id,
    number: row.number,
    device: row.device,
    at: row.at,
    receivedAt: row.received_at,
    content: row.content,
    records: [...row.records],
    flags: [...row.flags],
    standing: row.standing,
    duties: [...row.duties],
    ...(device === undefined ? {} : { deviceName: device.name }),
    ...(row.matter === null ? {} : { matter: findMatter(row.matter)?.name ?? row.matter }),
    ...(row.plate === null ? {} : { plate: row.plate }),
    ...(row.party === null ? {} : { party: row.party }),
    ...(measured === undefined ? {} : { measured }),
    ...(place === undefined ? {} : { place }),
    ...(row.due === null ? {} : { due: row.due }),
    ...(row.lead_number === null ? {} : { leadNumber: row.lead_number }),
  }
}

/** The forms of the entries of devices or events, articles written out. */
export function entryForms(of: 'device' | 'event') {
  const specs = of === 'device' ? { ...DEVICE_ACTS, ...CORRECTIONS } : { ...EVENT_ACTS, annul: CORRECTIONS.annul }
  return Object.entries(specs).map(([kind, { name, stage, by, help, basis, form }]) => ({ kind, name, stage, by: [...by], help, basis: basis.map(citeShort), form: shownForm(form) }))
}
function shownForm(form: Form): Record<string, unknown> {
  return Object.fromEntries(Object.entries(form).map(([name, { basis, shape, ...field }]) => [name, { ...field, basis: basis.map(citeShort), shape: shownShape(shape) }]))
}
const shownShape = (shape: Shape): unknown => (shape.type === 'list' || shape.type === 'group' ? { ...shape, of: shownForm(shape.of) } : shape)
