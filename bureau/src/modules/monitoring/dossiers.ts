import { CORRECTIONS, isCorrection } from '@zhunsheng/law/correction.ts'
import { formatDay, parseDay, type Day } from '@zhunsheng/law/day.ts'
import type { Proposal, Setting } from '@zhunsheng/law/dossier.ts'
import type { Form } from '@zhunsheng/law/field.ts'
import { DEVICE_ACTS } from '@zhunsheng/law/monitoring/device-acts.ts'
import type { Entry } from '@zhunsheng/law/monitoring/device.ts'
import { EVENT_ACTS } from '@zhunsheng/law/monitoring/event-acts.ts'
import type { MonitoredEvent } from '@zhunsheng/law/monitoring/event.ts'
import { parseAnswers, plainAnswers } from '@zhunsheng/law/parse.ts'
import { personFrom, plainPerson, type PlainPerson } from '@zhunsheng/law/written/act.ts'
import type { Canonical } from '@zhunsheng/record/canonical.ts'
import { civilDay, type Clock } from '../../platform/clock.ts'
import type { Queries } from '../../platform/database.ts'
import { changedMeanwhile, malformed } from '../../platform/problem.ts'
import type { Ledger } from '../ledger/contract.ts'
import type { Officers } from '../officers/contract.ts'
import { addEntry, devicesNamed, entriesOf, type EntryRow } from './store.ts'
import type { ListedEvent } from './store-events.ts'
import type { NewEntry } from './wire.ts'

/** With what the dossiers of devices and events are written. */
export interface DossierParts {
  readonly ledger: Pick<Ledger, 'leavesOf' | 'latest'>
  readonly officers: Pick<Officers, 'asOf'>
  readonly clock: Clock
  readonly bureau: string
  readonly setting: Setting
}
/** The first entry of an event: what the source said. It has no form of the law, since no official makes it. */
export const RECEIVED = 'receive'

const SPECS: Readonly<Record<string, { readonly name: string; readonly form: Form }>> = { ...DEVICE_ACTS, ...EVENT_ACTS, ...CORRECTIONS }
const specOf = (kind: string) => (Object.hasOwn(SPECS, kind) ? SPECS[kind] : undefined)
export const entryName = (kind: string): string => (kind === RECEIVED ? '接收记录' : (specOf(kind)?.name ?? kind))

function known(written: string): Day {
  const day = parseDay(written)
  if (day === undefined) throw new Error(`no such day was stored: ${written}`)
  return day
}
export const dayOf = (moment: Date): Day => known(civilDay(moment))
export const storedDay = known

/** The snapshots of persons as they were stored beside an entry. */
const peopleIn = (actors: unknown): readonly PlainPerson[] => (Array.isArray(actors) ? actors : [])

/** Stored entries as the law reads them, dossier by dossier. */
export function readEntries(rows: readonly EntryRow[]): readonly Entry[] {
  const kindOf = new Map(rows.map(({ seq, kind }) => [seq, kind]))
  return rows.map(({ dossier, seq, kind, on_day, actors, data, recorded_at }) => {
    const form = specOf(kind)?.form
    const parsed = form === undefined ? { ok: true as const, value: data } : parseAnswers(form, data, (target) => specOf(kindOf.get(target) ?? '')?.form)
    if (!parsed.ok) throw new Error(`entry ${seq} of ${dossier} (${kind}) does not fit its form`)
    return { seq, kind, on: known(on_day), recordedOn: dayOf(new Date(recorded_at)), recordedMs: Date.parse(recorded_at), by: peopleIn(actors).map(personFrom), data: parsed.value }
  })
}

/** The entries of several dossiers at once. */
export async function dossiersOf(queries: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, readonly EntryRow[]>> {
  const rows = ids.length === 0 ? [] : await entriesOf(queries, ids)
  return new Map(ids.map((id) => [id, rows.filter(({ dossier }) => dossier === id)]))
}

/** A stored event as the law judges it, with the register's entries of its device. */
export async function judged(queries: Queries, row: ListedEvent): Promise<MonitoredEvent & { readonly deviceId: string | undefined; readonly stored: readonly EntryRow[] }> {
  const [device] = await devicesNamed(queries, [row.device])
  const dossiers = await dossiersOf(queries, [row.id, ...(device === undefined ? [] : [device.id])])
  const stored = dossiers.get(row.id) ?? []
  return {
    number: row.number,
    on: known(row.made_on),
    atMs: Date.parse(row.made_at),
    measured: row.value !== null,
    flags: row.flags,
    entries: readEntries(stored),
    stored,
    device: readEntries(dossiers.get(device?.id ?? '') ?? []),
    deviceId: device?.id,
  }
}

/** What somebody is about to enter, read against its form; what makes no sense stops here. */
export async function proposalOf({ officers }: DossierParts, queries: Queries, { kind, on, data }: Pick<NewEntry, 'kind' | 'on' | 'data'>, actor: string, before: readonly { readonly seq: number; readonly kind: string }[]): Promise<Proposal> {
  const day = parseDay(on)
  if (day === undefined) throw malformed([{ path: 'on', because: '应为真实存在的日期，写作 2021-03-01' }])
  const form = specOf(kind)?.form
  if (form === undefined) throw malformed([{ path: 'kind', because: '没有这种登记' }])
  const parsed = parseAnswers(form, data, (seq) => specOf(before.find((one) => one.seq === seq)?.kind ?? '')?.form)
  if (!parsed.ok) throw malformed(parsed.faults.map(({ path, because }) => ({ path: `data.${path}`, because })))
  return { kind, on: day, by: await officers.asOf(queries, [actor], day), data: parsed.value }
}

interface Written {
  readonly dossier: string
  readonly kind: string
  readonly on: Day
  readonly actors: readonly PlainPerson[]
  readonly data: Readonly<Record<string, unknown>>
  readonly seq: number
  readonly key?: string
}

/** Writes an entry and its leaf in the caller's transaction. */
export async function write({ ledger, clock, bureau }: DossierParts, tx: Queries, { dossier, kind, on, actors, data, seq, key }: Written): Promise<void> {
  const recordedAt = clock.now().toISOString()
  const before = (await ledger.latest(tx, [dossier])).get(dossier) ?? null
  await addEntry(tx, { dossier, seq, kind, on_day: formatDay(on), actors, data, recorded_at: recordedAt, idempotency_key: key ?? null })
  // The ledger's form knows whole numbers only: a position is written as text there.
  const body: Canonical = JSON.parse(JSON.stringify({ kind, on: formatDay(on), actors, data, recordedAt }, (_, value: unknown) => (typeof value === 'number' && !Number.isInteger(value) ? String(value) : value)))
  await ledger.leavesOf([{ bureau, dossier, seq, before, title: entryName(kind), body, files: [] }]).statement.execute(tx)
}

/** Writes what was proposed after the entries that its sender has seen; if somebody else was first, nothing. */
export async function enter(parts: DossierParts, tx: Queries, proposal: Proposal, { dossier, stored, version }: { readonly dossier: string; readonly stored: readonly EntryRow[]; readonly version: number }): Promise<void> {
  if (version !== stored.length) throw changedMeanwhile(`您填写期间，别人已登记「${entryName(stored.at(version)?.kind ?? '')}」，请刷新后再办理`)
  const form = specOf(proposal.kind)?.form ?? {}
  const data = plainAnswers(form, proposal.data, (seq) => specOf(stored.find((one) => one.seq === seq)?.kind ?? '')?.form)
  await write(parts, tx, { dossier, kind: proposal.kind, on: proposal.on, actors: proposal.by.map(plainPerson), data, seq: stored.length + 1 })
}

/** Stored entries as screens show them. */
export function shownEntries(rows: readonly EntryRow[]) {
  const fixed = new Map(rows.flatMap(({ seq, kind, data }) => (isCorrection(kind) && typeof data['target'] === 'number' ? [[data['target'], seq] as const] : [])))
  return rows.map(({ seq, kind, on_day, actors, data, recorded_at }) => {
    const correctedBy = fixed.get(seq)
    return { seq, kind, name: entryName(kind), on: on_day, by: peopleIn(actors).map(({ name }) => name), data: { ...data }, recordedAt: recorded_at, ...(correctedBy === undefined ? {} : { correctedBy }) }
  })
}
