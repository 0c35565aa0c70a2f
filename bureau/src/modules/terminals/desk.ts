import { timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import { hexDigest } from '../../platform/digest.ts'
import { token } from '../../platform/random.ts'
import type { CardSink, PositionSink, RecordingSink, SafetySink } from './contract.ts'
import type { Identity, TerminalDesk } from './line.ts'
import { addRegistration, holdDevice, latestRegistration } from './store.ts'

export interface DeskParts {
  readonly database: Database
  readonly clock: Clock
  readonly newId: () => string
  readonly sink: PositionSink
  readonly recordings: RecordingSink
  readonly cards: CardSink
  readonly warnings: SafetySink
}
/** Terminals of before 2019 keep no more than some dozen bytes of a code. */
const CODE_LENGTH = 16
/** What an unknown device says is written down once in a while, and counted in between. */
const NOTE_EVERY_MS = 10_000
const MOST_NOTED = 20_000
/** Results of a registration (终端注册应答). */
const REFUSED = { noVehicle: 2, terminalTaken: 3, noTerminal: 4 } as const

const hasEqualHash = (code: string, expected: string): boolean => {
  const hash = hexDigest(code)
  return hash.length === expected.length && timingSafeEqual(Buffer.from(hash), Buffer.from(expected))
}
const plain = (plate: string): string => plate.replace(/[\s·•.]/g, '').toUpperCase()

/** What the sessions ask of the house (终端台): codes are kept as digests, and a number that another device has taken is released only by a person. */
export function terminalDesk({ database, clock, newId, sink, recordings, cards, warnings }: DeskParts): TerminalDesk {
  const noted = new Map<string, { atMs: number; times: number }>()
  /** A code is worth something in the truck in which the terminal registered, as long as nobody released its number. */
  const registered = async (terminal: string): Promise<{ readonly codeHash: string; readonly identity: Identity } | undefined> => {
    const truck = await sink.truckOf(terminal)
    const latest = await database.read((queries) => latestRegistration(queries, terminal))
    if (truck === undefined || latest === undefined || latest.code_hash === null || latest.plate !== truck.plate) return undefined
    return { codeHash: latest.code_hash, identity: { ...truck, version: latest.edition ?? 2013 } }
  }
  return {
    register: async (terminal, { maker, model, terminalId, plate, version }) => {
      const truck = await sink.truckOf(terminal)
      if (truck === undefined) return { refused: REFUSED.noTerminal }
      if (plate !== '' && plain(plate) !== plain(truck.plate)) return { refused: REFUSED.noVehicle }
      const before = await database.read((queries) => latestRegistration(queries, terminal))
      const isOther = before !== undefined && before.code_hash !== null && before.terminal_id !== terminalId
      if (isOther) return { refused: REFUSED.terminalTaken }
      const code = token().slice(0, CODE_LENGTH)
      await database.work((tx) => addRegistration(tx, { id: newId(), terminal, at: clock.now().toISOString(), code_hash: hexDigest(code), maker, model, terminal_id: terminalId, plate: truck.plate, edition: version, who: '终端' }))
      return { code }
    },
    authenticate: async (terminal, code) => {
      const found = await registered(terminal)
      return found !== undefined && hasEqualHash(code, found.codeHash) ? found.identity : undefined
    },
    identify: async (terminal) => (await registered(terminal))?.identity,
    logOut: async (terminal) => {
      const latest = await database.read((queries) => latestRegistration(queries, terminal))
      if (latest !== undefined) await database.work((tx) => addRegistration(tx, { ...latest, id: newId(), at: clock.now().toISOString(), code_hash: null, who: '终端' }))
    },
    hold: async (terminal, said, frame) => {
      const nowMs = clock.now().getTime()
      const last = noted.get(terminal) ?? { atMs: -Infinity, times: 0 }
      const times = last.times + 1
      const isDue = nowMs - last.atMs >= NOTE_EVERY_MS
      noted.delete(terminal)
      noted.set(terminal, isDue ? { atMs: nowMs, times: 0 } : { atMs: last.atMs, times })
      const [oldest] = noted.keys()
      if (noted.size > MOST_NOTED && oldest !== undefined) noted.delete(oldest)
      if (isDue) await database.work((tx) => holdDevice(tx, { terminal, at: new Date(nowMs).toISOString(), said: said.slice(0, 200).replaceAll('\u0000', ''), frame, times }))
    },
    take: (arrivals) => sink.take(arrivals),
    record: recordings,
    card: cards,
    warn: warnings,
  }
}
