import { z } from 'zod'
import { WATCH_NAMES } from '@zhunsheng/trucks/watch/name.ts'
import { token } from '../../platform/random.ts'
import type { FreshAlarm, LineOffice, LinesView, OnlineTerminal, OrderFate } from '../terminals/contract.ts'
import { LineOrder, OrderState, TerminalRow } from '../terminals/wire.ts'
import type { Broker } from './broker.ts'
import { jsonOf } from './parcel.ts'

/** What is asked of every gateway, and of one (对网关的询问). */
const Question = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('online') }),
  z.strictObject({ ask: z.literal('find'), terminal: z.string() }),
  z.strictObject({ ask: z.literal('truck'), truck: z.string() }),
  z.strictObject({ ask: z.literal('order'), terminal: z.string(), order: LineOrder, who: z.string() }),
])
type Question = z.infer<typeof Question>
/** An answer in pages, of which the last says so. */
const Found = z.strictObject({ gateway: z.string(), rows: z.array(TerminalRow), isLast: z.boolean() })
type Found = z.infer<typeof Found>
const Fate = z.discriminatedUnion('fate', [z.strictObject({ fate: z.literal('given'), outcome: z.strictObject({ state: OrderState, said: z.string() }) }), z.strictObject({ fate: z.literal('offline') }), z.strictObject({ fate: z.literal('malformed'), path: z.string(), because: z.string() })])
const Alarms = z.array(z.strictObject({ watch: z.enum(WATCH_NAMES), truckId: z.string(), atMs: z.number() }))

/** So long the gateways are waited for; they have their answers in memory. */
const SOON_MS = 1500
/** So long an order: the terminal itself is asked. */
const ORDER_MS = 15_000
/** So many terminals go in one message. */
const PAGE = 2000

export interface CallParts {
  readonly broker: Broker
  readonly name: string
  readonly id: string
  /** How many gateways live. */
  readonly gateways: () => number
}
const linesSubject = (name: string, gateway = 'all'): string => `${name}.lines.${gateway}`
const alarmsSubject = (name: string): string => `${name}.alarms`

/** Answers what others ask of this process's lines, and tells its cameras of alarms that others have raised. */
export function answerCalls({ broker, name, id }: CallParts, lines: LineOffice, alarmed: (alarms: readonly FreshAlarm[]) => void): readonly { readonly unsubscribe: () => void }[] {
  const answerTo = (replyTo: string | undefined, bytes: Uint8Array): void => {
    const asked = Question.safeParse(jsonOf(bytes))
    if (replyTo === undefined || !asked.success) return
    void answers(lines, id, asked.data).then((said) => said.forEach((one) => broker.say(replyTo, JSON.stringify(one))))
  }
  return [
    broker.hear(linesSubject(name), ({ data, reply }) => answerTo(reply, data)),
    broker.hear(linesSubject(name, id), ({ data, reply }) => answerTo(reply, data)),
    broker.hear(alarmsSubject(name), ({ data }) => {
      const raised = Alarms.safeParse(jsonOf(data))
      if (raised.success) alarmed(raised.data)
    }),
  ]
}
async function answers(lines: LineOffice, id: string, asked: Question): Promise<readonly (Found | OrderFate)[]> {
  switch (asked.ask) {
    case 'online': {
      const { online } = await lines.view()
      return Array.from({ length: Math.max(1, Math.ceil(online.length / PAGE)) }, (_, at) => ({ gateway: id, rows: online.slice(at * PAGE, (at + 1) * PAGE), isLast: (at + 1) * PAGE >= online.length }))
    }
    case 'find':
    case 'truck': {
      const there = await (asked.ask === 'find' ? lines.find(asked.terminal) : lines.ofTruck(asked.truck))
      return [{ gateway: id, rows: there === undefined ? [] : [there], isLast: true }]
    }
    case 'order': return [await lines.order(asked.terminal, asked.order, asked.who)]
  }
}

export const tellAlarms = ({ broker, name }: Pick<CallParts, 'broker' | 'name'>, alarms: readonly FreshAlarm[]): void => broker.say(alarmsSubject(name), JSON.stringify(alarms))

/** The lines of all gateways (全部网关的终端线路), asked at their holders. */
export function linesOfAll(parts: CallParts, rest: () => Promise<Omit<LinesView, 'online'>>): LineOffice {
  const holder = async (question: Question): Promise<{ readonly gateway: string; readonly there: OnlineTerminal } | undefined> => {
    const found = await gather(parts, question, ({ rows }) => rows.length > 0)
    return found.flatMap(({ gateway, rows: [there] }) => (there === undefined ? [] : [{ gateway, there }])).toSorted((a, b) => (a.there.last < b.there.last ? 1 : -1))[0]
  }
  return {
    view: async () => ({ ...(await rest()), online: (await gather(parts, { ask: 'online' }, () => false)).flatMap(({ rows }) => rows) }),
    find: async (terminal) => (await holder({ ask: 'find', terminal }))?.there,
    ofTruck: async (truck) => (await holder({ ask: 'truck', truck }))?.there,
    order: async (terminal, order, who) => {
      const held = await holder({ ask: 'find', terminal })
      if (held === undefined) return { fate: 'offline' }
      const [said] = await asked(parts, linesSubject(parts.name, held.gateway), { ask: 'order', terminal, order, who }, { waitMs: ORDER_MS, isEnough: () => true })
      const fate = Fate.safeParse(said)
      return fate.success ? fate.data : { fate: 'offline' }
    },
  }
}

/** What all gateways say; not more than the first of them where that is enough. */
async function gather(parts: CallParts, question: Question, isEnough: (found: Found) => boolean): Promise<readonly Found[]> {
  const found: Found[] = []
  await asked(parts, linesSubject(parts.name), question, {
    waitMs: SOON_MS,
    isEnough: (said) => {
      const one = Found.safeParse(said)
      if (!one.success) return false
      found.push(one.data)
      return isEnough(one.data) || found.filter(({ isLast }) => isLast).length >= parts.gateways()
    },
  })
  return found
}

/** Asks, and collects what is said until it is enough or the time is over. Where nobody listens the broker says so at once. */
async function asked({ broker, name }: CallParts, subject: string, question: Question, { waitMs, isEnough }: { readonly waitMs: number; readonly isEnough: (said: unknown) => boolean }): Promise<readonly unknown[]> {
  const said: unknown[] = []
  const inbox = `${name}.said.${token()}`
  let timer: NodeJS.Timeout | undefined
  let listening: { readonly unsubscribe: () => void } | undefined
  await new Promise<void>((done) => {
    timer = setTimeout(done, waitMs)
    listening = broker.hear(inbox, ({ data }) => {
      const one = data.length === 0 ? undefined : jsonOf(data)
      if (one !== undefined) said.push(one)
      if (one === undefined || isEnough(one)) done()
    })
    broker.say(subject, JSON.stringify(question), inbox)
  })
  clearTimeout(timer)
  listening?.unsubscribe()
  return said
}
