import { checkPlate, PLATE_COLOURS, type PlateColour } from '@zhunsheng/law/identifiers/plate.ts'
import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import { aheadOf, correctedMs, flagsOf } from '@zhunsheng/law/monitoring/arrival.ts'
import { civilDay } from '../../platform/clock.ts'
import type { Queries } from '../../platform/database.ts'
import { hexDigest } from '../../platform/digest.ts'
import { malformed } from '../../platform/problem.ts'
import { chance } from '../../platform/random.ts'
import type { EvidenceRoom } from '../evidence/contract.ts'
import type { MonitoringDoor, RaisedEvent } from './contract.ts'
import { dayOf, RECEIVED, write, type DossierParts } from './dossiers.ts'
import { restate } from './standings.ts'
import { devicesNamed } from './store.ts'
import { addEvent, eventsWith, findEvent, hasNeighbour, putStanding, saidBefore, type EventRow } from './store-events.ts'

export interface DoorParts extends DossierParts {
  readonly evidence: EvidenceRoom
  readonly newId: () => string
}

/** Without letters and digits that are mistaken for each other. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const CODE_LENGTH = 8
const NEIGHBOUR_MINUTES = 5

/** So many letters that nobody guesses: a byte that would favour some letters is thrown away. */
function guessless(length: number): string {
  let made = ''
  while (made.length < length) {
    const [byte = 255] = chance(1)
    if (byte < Math.floor(256 / LETTERS.length) * LETTERS.length) made += LETTERS[byte % LETTERS.length] ?? ''
  }
  return made
}

const colourOf = (plate: string): PlateColour => (plate.length === 8 ? 'green' : 'blue')
const isPlate = (plate: string, colour: PlateColour | undefined): boolean => (colour === undefined ? [colourOf(plate), 'yellow' as const, 'yellowGreen' as const].some((one) => checkPlate(plate, one).ok) : checkPlate(plate, colour).ok)
/** A plate in the one way in which plates are compared. */
export const plainPlate = (plate: string): string => plate.replace(/[\s·•.]/g, '').toUpperCase()

/** Where records of devices come in (接收监控事件), each once under the number of its source. */
export function monitoringDoor(parts: DoorParts): MonitoringDoor {
  return {
    raise: async (tx, raised) => {
      const saidHash = hexDigest(JSON.stringify(sorted(raised)))
      const before = await saidBefore(tx, raised.source, raised.external)
      if (before !== undefined) {
        if (before.said_hash !== saidHash) throw malformed([{ path: 'external', because: `事件编号 ${raised.external} 此前已经报送过，内容不同；没有覆盖，更正请用新的编号` }])
        return { id: before.id, number: before.number, known: true, flags: before.flags }
      }
      const event = await eventOf(parts, tx, raised)
      await addEvent(tx, { ...event, saidHash })
      await write(parts, tx, { dossier: event.id, kind: RECEIVED, on: dayOf(new Date(event.received_at)), actors: [], seq: 1, data: { ...raised, number: event.number, receivedAt: event.received_at, flags: [...event.flags] } })
      const blank = { standing: 'held' as const, outcome: null, reason: null, reviewed_on: null, duties: [], due: null, lead: null, lead_number: null }
      await putStanding(tx, event.id, blank)
      const listed = await findEvent(tx, event.id)
      if (listed === undefined) throw new Error(`event ${event.id} was not kept`)
      await restate(tx, listed, parts.setting)
      return { id: event.id, number: event.number, known: false, flags: event.flags }
    },
  }
}

/** What was said, in one order, without who took it in: the same record by another hand is the same record. */
const sorted = (raised: RaisedEvent) => Object.entries(raised).filter(([name, value]) => name !== 'takenBy' && value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))

async function eventOf({ clock, evidence, newId }: DoorParts, tx: Queries, raised: RaisedEvent): Promise<EventRow> {
  const { matter, records, plate: writtenPlate, plateColour, measured, position } = raised
  if (matter !== undefined && findMatter(matter) === undefined) throw malformed([{ path: 'matter', because: '权责清单中没有这个事项' }])
  const kept = await evidence.known(tx, records)
  const missing = records.filter((digest) => !kept.has(digest))
  if (missing.length > 0) throw malformed(missing.map((digest) => ({ path: 'records', because: `没有收到摘要为 ${digest.slice(0, 16)}… 的文件，请先报送文件` })))
  const now = clock.now()
  const times = { atMs: Date.parse(raised.at), receivedMs: now.getTime(), ...(raised.sentAt === undefined ? {} : { sentMs: Date.parse(raised.sentAt) }) }
  const madeAt = new Date(correctedMs(times))
  const plate = writtenPlate === undefined ? null : plainPlate(writtenPlate)
  const flags = flagsOf({
    ...times,
    isRegistered: (await devicesNamed(tx, [raised.device])).length > 0,
    records: records.length,
    isRecordKnown: records.length > 0 && (await eventsWith(tx, records)).length > 0,
    hasNeighbour: await hasNeighbour(tx, { device: raised.device, plate, madeAt: madeAt.toISOString(), minutes: NEIGHBOUR_MINUTES }),
    isPlateOdd: plate !== null && !isPlate(plate, plateColour),
  })
  const madeOn = civilDay(madeAt)
  return {
    id: newId(), number: `JK${madeOn.replaceAll('-', '')}-${guessless(CODE_LENGTH)}`, code: guessless(CODE_LENGTH),
    source: raised.source, external: raised.external, device: raised.device,
    at: raised.at, sent_at: raised.sentAt ?? null, received_at: now.toISOString(), made_at: madeAt.toISOString(), made_on: madeOn, received_on: civilDay(now), ahead: aheadOf(times) ?? null,
    content: raised.content, matter: matter ?? null, plate, plate_colour: plateColour === undefined ? null : PLATE_COLOURS[plateColour], party: raised.party ?? null,
    value: measured?.value ?? null, unit: measured?.unit ?? null, place: raised.place ?? null, position: position ?? null,
    records, flags, taken_by: raised.takenBy,
  }
}
