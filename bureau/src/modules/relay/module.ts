import { hostname } from 'node:os'
import type { Database } from '../../platform/database.ts'
import { every } from '../../platform/every.ts'
import { token } from '../../platform/random.ts'
import type { LineOffice, LinesView } from '../terminals/contract.ts'
import { addressOf, answerOf } from './answer.ts'
import { openBroker, type BrokerPlace } from './broker.ts'
import { answerCalls, linesOfAll, tellAlarms } from './calls.ts'
import { consumer, type Consumer } from './consume.ts'
import type { Introduced, Relay, RelayRole } from './contract.ts'
import { openLanes, type Lanes } from './lanes.ts'
import { keepPart } from './part.ts'
import { partitionOf } from './partition.ts'
import { holdsLines, openRoster, takesPositions, type LivingProcess } from './roster.ts'
import { relayName } from './store.ts'

/** How long who waits (转发时限). */
export interface RelayTimes {
  readonly beatMs: number
  /** A process that was silent for so long is taken for dead, and its partitions go to others. */
  readonly leaseMs: number
  /** A gateway waits so long for the word of the database: longer than a dead worker is noticed, shorter than a terminal waits. */
  readonly patienceMs: number
  /** So often a worker looks whether its partitions are still delivered to it. */
  readonly lookMs: number
}
export const USUAL_TIMES: RelayTimes = { beatMs: 1000, leaseMs: 4000, patienceMs: 8000, lookMs: 5000 }
const NAME_LENGTH = 6

export interface RelayParts {
  readonly place: BrokerPlace
  readonly role: RelayRole
  readonly database: Database
  readonly onFault: (fault: unknown, what: string) => void
  readonly times?: RelayTimes
}

/** Opens the way between processes that share the trucks (多进程转发): by NATS JetStream, with the database as the only judge of who lives and what is durable. */
export async function openRelay({ place, role, database, onFault, times = USUAL_TIMES }: RelayParts): Promise<Relay> {
  const name = await relayName(database)
  const broker = await openBroker(place, name)
  const id = `${hostname().replaceAll(/[^A-Za-z0-9-]/g, '-').slice(0, 40)}-${token().replaceAll(/[^A-Za-z0-9]/g, '').slice(0, NAME_LENGTH)}`
  const counts = new Map<string, number>()
  const count = adding(counts)
  const roster = openRoster(database, { id, role }, times.leaseMs)
  const answersTo = (gateway: string): string => `${name}.answer.${gateway}`
  const lanes = openLanes({ publish: (partition, bytes, number) => broker.publish(partition, bytes, addressOf(id, number)), patienceMs: times.patienceMs, count })
  const calls = { broker, name, id, gateways: () => roster.living().filter((one) => holdsLines(one.role)).length }
  let [introduced, own]: [Introduced | undefined, LineOffice | undefined] = [undefined, undefined]
  let stop: () => Promise<void> = () => broker.close()
  broker.onReconnect(lanes.again)
  const claim = keepPart({ broker, id, mine: roster.mine, lookMs: times.lookMs })

  // Apart from each other: a broker that does not answer must not make a process look dead.
  async function beat(): Promise<void> {
    const view = await own?.view()
    await roster.beat({ partitions: [...roster.mine()], listens: [...(view?.listens ?? [])], counts: { ...view?.counts, ...Object.fromEntries(counts) } }).catch(counting('relay.unseen', 'the database was not told that this process lives'))
  }
  const takeOver = (): Promise<void> => claim().then((taken) => count('relay.claimed', taken), counting('relay.unclaimed', 'the partitions could not be taken over'))
  const counting = (what: string, words: string) => (fault: unknown): void => {
    count(what)
    onFault(fault, words)
  }
  return {
    take: lanes.take,
    share: { has: (truck) => roster.mine().has(partitionOf(truck)), leads: () => roster.mine().has(0) },
    tell: (alarms) => { if (alarms.length > 0) tellAlarms(calls, alarms) },
    lines: (given) => {
      own = given
      return linesOfAll(calls, () => Promise.resolve(seen(roster.living())))
    },
    introduce: (whom) => { introduced = whom },
    open: async () => {
      if (introduced === undefined || own === undefined) throw new Error('the relay was introduced to nobody')
      const { take, alarmed } = introduced
      const listening: { readonly unsubscribe: () => void }[] = []
      let working: Consumer | undefined
      if (holdsLines(role)) {
        listening.push(broker.hear(answersTo(id), ({ data }) => heed(lanes, data)), ...answerCalls(calls, own, alarmed))
      }
      if (takesPositions(role)) {
        working = consumer({ take, count, answer: (gateway, text) => broker.say(answersTo(gateway), text) })
        listening.push(broker.deliveries(id, working.heard))
      }
      await beat()
      await takeOver()
      const turns = [beat, takeOver].map((turn) => every(times.beatMs, turn, (fault) => onFault(fault, 'the relay could not look after itself')))
      stop = async () => {
        await Promise.all(turns.map((turn) => turn.stop()))
        await roster.leave().catch((fault: unknown) => onFault(fault, 'the database was not told that this process leaves'))
        await working?.idle()
        for (const one of listening) one.unsubscribe()
        await broker.close()
      }
    },
    close: () => stop(),
  }
}

function heed(lanes: Lanes, said: Uint8Array): void {
  const answer = answerOf(Buffer.from(said).toString('latin1'))
  if (answer !== undefined) lanes.answered(answer.number, answer.isDurable)
}

const adding = (counts: Map<string, number>) => (what: string, many = 1): void => {
  if (many > 0) counts.set(what, (counts.get(what) ?? 0) + many)
}

/** What is to be seen of all, from what each said last. */
function seen(all: readonly LivingProcess[]): Omit<LinesView, 'online'> {
  const sums = new Map<string, number>()
  for (const { counts } of all) for (const [what, many] of Object.entries(counts)) adding(sums)(what, many)
  return { listens: all.flatMap(({ listens }) => listens), counts: Object.fromEntries([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1))), processes: all.map(({ id, role, since, partitions, counts }) => ({ id, role, since, counts, partitions: partitions.length })) }
}
