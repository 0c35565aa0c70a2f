import { Readable } from 'node:stream'
import { place } from '@zhunsheng/law/article.ts'
import { canonicalBytes, type Canonical } from '@zhunsheng/record/canonical.ts'
import { WATCH_TITLES } from '@zhunsheng/trucks/watch/name.ts'
import { digests } from '../../platform/digest.ts'
import { printPdf } from '../../platform/paper/press.ts'
import type { StoodRecord } from '../trucks/contract.ts'
import type { AlarmProof } from './alarm-ground.ts'
import { evidencePaper } from './papers/evidence-paper.ts'
import type { TrackingParts } from './parts.ts'

const FORMAT = 'zhunsheng/truck-alarm-evidence/1'
/** Names and numbers of people prove nothing about where a truck was (个人信息保护法 第六条). */
const OF_PEOPLE: readonly string[] = ['contact', 'phone']

/**
 * The evidence of an alarm as one text in canonical form (预警证据文件): the same alarm and register give the same bytes, so that the digest
 * can be checked again. It is made of the positions that the alarm froze, and stays whatever becomes of the track.
 */
export function evidenceBytes({ alarm: { alarm, plate, enterprise_name, raised_at }, ground, terminal }: AlarmProof): Uint8Array {
  return canonicalBytes({
    format: FORMAT,
    alarm: {
      id: alarm.id, watch: alarm.watch, title: WATCH_TITLES[alarm.watch], since: iso(alarm.sinceMs), spokenAt: iso(alarm.atMs), raisedAt: new Date(raised_at).toISOString(),
      ...(alarm.untilMs === undefined ? {} : { until: iso(alarm.untilMs) }),
    },
    rule: { measured: exact(alarm.worst), threshold: exact(alarm.limit), unit: alarm.unit, source: alarm.source, isVerified: alarm.verified },
    basis: alarm.basis.map((one) => ({ article: `《${one.instrument}》${place(one)}`, isVerified: one.verified, ...(one.competent === undefined ? {} : { competent: one.competent }) })),
    truck: { id: alarm.truckId, plate, enterprise: enterprise_name, terminal: terminal ?? null },
    positions: alarm.evidence.map(({ atMs, ...position }) => ({ at: iso(atMs), ...exactly(position) })),
    register: { asOf: new Date(raised_at).toISOString(), records: ground.map(recordOf) },
  })
}
const iso = (ms: number): string => new Date(ms).toISOString()

/** A record with what it said of places, papers and things; its digest covers all of it. */
function recordOf({ id, kind, title, version, at, data }: StoodRecord): Canonical {
  const said = Object.fromEntries(Object.entries(data).filter(([name]) => !OF_PEOPLE.includes(name)))
  return { id, kind, title, version, enteredAt: new Date(at).toISOString(), sha256: hex(digests.sha256(canonicalBytes(exactly(data)))), data: exactly(said) }
}
/** The canonical form knows no fractions: they are written as text, as JSON would write them. */
function exact(value: unknown): Canonical {
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0) ? value : String(value)
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  if (Array.isArray(value)) return value.map(exact)
  if (typeof value === 'object') return exactly(value)
  throw new TypeError(`a ${typeof value} proves nothing`)
}
const exactly = (object: object): Record<string, Canonical> => Object.fromEntries(Object.entries(object).flatMap(([name, value]: [string, unknown]) => (value === undefined ? [] : [[name, exact(value)]])))
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Puts the evidence into the evidence room, once, as a file for machines and as a paper; answers the digests of both (证据入库). */
export async function keepEvidence({ database, evidence, bureau }: Pick<TrackingParts, 'database' | 'evidence' | 'bureau'>, proof: AlarmProof, by: { readonly id: string; readonly name: string }): Promise<readonly string[]> {
  const { alarm } = proof
  const data = evidenceBytes(proof)
  const dataDigest = hex(digests.sha256(data))
  // The paper says the moment at which the watch spoke, not that of printing: it can be printed again to the same bytes.
  const paper = await printPdf(evidencePaper(proof, { ...bureau, dataDigest }), { createdAt: new Date(alarm.alarm.atMs) })
  const name = `预警证据 ${alarm.plate} ${WATCH_TITLES[alarm.watch]}`
  const files = [{ bytes: data, sha256: dataDigest, filename: `${name}.json` }, { bytes: paper, sha256: hex(digests.sha256(paper)), filename: `${name}.pdf` }]
  const kept = await database.read((queries) => evidence.known(queries, files.map(({ sha256 }) => sha256)))
  for (const { bytes, sha256, filename } of files) if (!kept.has(sha256)) await evidence.takeIn(Readable.from([Buffer.from(bytes)]), { ...by, filename, sha256, isCut: () => false })
  return files.map(({ sha256 }) => sha256)
}
