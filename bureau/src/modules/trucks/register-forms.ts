import { checkCreditCode } from '@zhunsheng/law/identifiers/credit-code.ts'
import { checkPlate, type PlateColour } from '@zhunsheng/law/identifiers/plate.ts'
import { KINDS, RECORDS, type Kind, type RecordOf } from './wire.ts'

/** What a record says, read for its kind. */
export type AnyRecord = { readonly [K in Kind]: { readonly kind: K; readonly data: RecordOf<K> } }[Kind]
export interface Fault {
  readonly path: string
  readonly because: string
}
export type ReadRecord = { readonly ok: true; readonly value: AnyRecord } | { readonly ok: false; readonly faults: readonly Fault[] }

/** Reads what was sent as a record of its kind; every field that makes no sense is named. */
export function readRecord(kind: Kind, data: unknown): ReadRecord {
  const parsed = RECORDS[kind].safeParse(data)
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.map(({ path, message, code }) => ({ path: ['data', ...path].join('.'), because: code === 'unrecognized_keys' ? `${KINDS[kind]}${message}` : message })) }
  // The table is keyed by the kind, so the schema that was asked is the kind's own.
  const value = { kind, data: parsed.data } satisfies { readonly kind: Kind; readonly data: unknown }
  const read = narrowed(value)
  const faults = read === undefined ? [] : ownFaults(read)
  return read === undefined || faults.length > 0 ? { ok: false, faults } : { ok: true, value: read }
}

/** The compiler does not follow a key through a table of schemas; parsing once more by the kind's own schema shows it what is already known. */
function narrowed({ kind, data }: { readonly kind: Kind; readonly data: unknown }): AnyRecord | undefined {
  switch (kind) {
    case 'enterprise': return { kind, data: RECORDS.enterprise.parse(data) }
    case 'vehicle': return { kind, data: RECORDS.vehicle.parse(data) }
    case 'driver': return { kind, data: RECORDS.driver.parse(data) }
    case 'site': return { kind, data: RECORDS.site.parse(data) }
    case 'disposal': return { kind, data: RECORDS.disposal.parse(data) }
    case 'route': return { kind, data: RECORDS.route.parse(data) }
    case 'zone': return { kind, data: RECORDS.zone.parse(data) }
    case 'road': return { kind, data: RECORDS.road.parse(data) }
    case 'permit': return { kind, data: RECORDS.permit.parse(data) }
  }
}

/** What no single field shows. */
function ownFaults(record: AnyRecord): readonly Fault[] {
  switch (record.kind) {
    case 'enterprise': {
      const checked = checkCreditCode(record.data.creditCode)
      return checked.ok ? [] : [{ path: 'data.creditCode', because: checked.because }]
    }
    case 'vehicle': {
      const { plate, plateColour } = record.data
      const checked = checkPlate(plate, plateColour)
      return checked.ok ? [] : [{ path: 'data.plate', because: checked.because }]
    }
    case 'site':
    case 'disposal':
      return [...untilFaults(record.data), ...areaFaults(record.data.area)]
    case 'zone':
      return areaFaults(record.data.area)
    case 'permit':
      return untilFaults(record.data)
    case 'road':
      return record.data.roadClass === 'several-lanes' && record.data.sign === undefined ? [{ path: 'data.sign', because: '同方向两条以上机动车道的道路，法规没有规定通行的限速，请填写标志限速' }] : []
    case 'driver':
    case 'route':
      return []
  }
}
const untilFaults = ({ from, until }: { readonly from: string; readonly until: string }): readonly Fault[] => (until < from ? [{ path: 'data.until', because: '截止日不能早于起始日' }] : [])
/** A ring that encloses nothing was drawn by mistake. */
function areaFaults(area: readonly (readonly [number, number])[]): readonly Fault[] {
  const twice = area.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = area[(index + 1) % area.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)
  return Math.abs(twice) < 1e-9 ? [{ path: 'data.area', because: '区域没有围出面积，请重新绘制' }] : []
}

/** By what a record is known: no two of a kind that stand share it. */
export function titleOf({ kind, data }: AnyRecord): string {
  switch (kind) {
    case 'vehicle': return plateOf(data)
    case 'permit': return data.number
    case 'driver': return `${data.name}（${data.certificate}）`
    default: return data.name
  }
}
/** A plate in the form in which it is compared. */
export function plateOf({ plate, plateColour }: { readonly plate: string; readonly plateColour: PlateColour }): string {
  const checked = checkPlate(plate, plateColour)
  return checked.ok ? checked.value.number : plate
}

/** The records that this one names, with the kind that each must be and the field in which it stands. */
export function referencesOf({ kind, data }: AnyRecord): readonly { readonly path: string; readonly id: string; readonly kind: Kind }[] {
  if (kind === 'vehicle' || kind === 'driver') return [{ path: 'data.enterprise', id: data.enterprise, kind: 'enterprise' }]
  if (kind !== 'permit') return []
  return [
    { path: 'data.enterprise', id: data.enterprise, kind: 'enterprise' },
    { path: 'data.site', id: data.site, kind: 'site' },
    { path: 'data.disposal', id: data.disposal, kind: 'disposal' },
    ...data.routes.map((id, index) => ({ path: `data.routes.${index}`, id, kind: 'route' as const })),
    ...data.vehicles.map((id, index) => ({ path: `data.vehicles.${index}`, id, kind: 'vehicle' as const })),
  ]
}
