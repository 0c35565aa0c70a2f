import type { Queries } from '../../platform/database.ts'
import type { Registered } from '../trucks/contract.ts'
import type { LineOffice, OnlineTerminal } from './contract.ts'
import { messageOf } from './order-message.ts'
import { give, type OrderParts } from './orders.ts'
import type { OnLine, Roll } from './roll.ts'
import type { Tally } from './tally.ts'
import { CAMERA_ORDERS, ORDERS } from './wire.ts'

const TITLES = { ...ORDERS, ...CAMERA_ORDERS }

export interface LineParts extends OrderParts {
  readonly register: { readonly standing: (queries: Queries) => Promise<readonly Registered[]> }
  readonly roll: Roll
  readonly tally: Tally
  readonly listens: () => readonly string[]
}

/** The lines of this process's own gateway (本进程的终端线路). */
export const ownLines = (parts: LineParts): LineOffice => ({
  view: () => Promise.resolve({ listens: parts.listens(), online: parts.roll.all().map(shown), counts: parts.tally.counts() }),
  find: (terminal) => {
    const there = parts.roll.find(terminal)
    return Promise.resolve(there === undefined ? undefined : shown(there))
  },
  ofTruck: (truck) => {
    const there = parts.roll.ofTruck(truck)
    return Promise.resolve(there === undefined ? undefined : shown(there))
  },
  order: async (terminal, order, who) => {
    const there = parts.roll.find(terminal)
    if (there === undefined) return { fate: 'offline' }
    const standing = 'record' in order ? await parts.database.read((queries) => parts.register.standing(queries)) : []
    const made = messageOf({ session: there.place.session, edition: there.edition }, order, standing.find(({ id }) => 'record' in order && id === order.record))
    if (!made.ok) return { fate: 'malformed', path: made.path, because: made.because }
    if (made.spoken === undefined) return { fate: 'malformed', path: 'text', because: '有终端不能接收的内容（文字须为 GBK 字符，形状须在终端的范围以内）' }
    return { fate: 'given', outcome: await give(parts, there, made.spoken, { kind: TITLES[order.kind], text: made.text, who }) }
  },
})

const shown = ({ terminal, truckId, plate, edition, address, lastMs, place: { reached } }: OnLine): OnlineTerminal => ({ terminal, truck: truckId, plate, edition, address, last: new Date(lastMs).toISOString(), ...(reached === undefined ? {} : { reached }) })
