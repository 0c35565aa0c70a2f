import type { Server } from 'node:net'
import type { Socket } from 'node:dgram'
import type { BodyMapping } from '@zhunsheng/jt808/body/truck-body.ts'
import { gbkText } from '@zhunsheng/jt808/bytes/text.ts'
import type { Http } from '../../platform/http.ts'
import type { Officers } from '../officers/contract.ts'
import type { TruckRegister } from '../trucks/contract.ts'
import { camerasOf } from './cameras.ts'
import type { Cameras, FreshAlarm, LineOffice } from './contract.ts'
import { terminalDesk, type DeskParts } from './desk.ts'
import { USUAL_GATEWAY, type GatewayLimits } from './limits.ts'
import { ownLines } from './lines.ts'
import { rollOf } from './roll.ts'
import { terminalRoutes } from './routes.ts'
import { alarmCamera, USUAL_SNAPSHOTS, type SnapshotRules } from './snapshot.ts'
import { tallyOf } from './tally.ts'
import { tcpGateway } from './tcp.ts'
import { udpGateway } from './udp.ts'

/** The gateway of the truck terminals (终端网关). */
export interface Terminals {
  /** Listens for TCP and UDP on one port; 0 takes a free one. Answers the port. */
  readonly listen: (port: number, host: string) => Promise<number>
  readonly close: () => Promise<void>
  /** Asks the cameras of trucks that have just raised an alarm, and waits for nobody. */
  readonly alarmed: (alarms: readonly FreshAlarm[]) => void
  readonly cameras: Cameras
}

export interface TerminalParts extends DeskParts {
  readonly officers: Officers
  readonly register: Pick<TruckRegister, 'standing'>
  readonly mapping?: BodyMapping
  readonly limits?: GatewayLimits
  readonly snapshots?: SnapshotRules
  readonly patienceMs?: number
  /** Where several processes share the trucks: the lines of all of them, given one's own. */
  readonly spanning?: (own: LineOffice) => LineOffice
}
/** So long an answer of a terminal is waited for. */
const PATIENCE_MS = 10_000

/** Builds the terminals: what is asked over HTTP, and the gateway that is told to listen. */
export function terminals(http: Http, { officers, register, mapping, limits = USUAL_GATEWAY, snapshots = USUAL_SNAPSHOTS, patienceMs = PATIENCE_MS, spanning = (own) => own, ...given }: TerminalParts): Terminals {
  const { clock, database, newId } = given
  const tally = tallyOf()
  const nowMs = (): number => clock.now().getTime()
  const roll = rollOf(nowMs)
  let places: readonly string[] = []
  const orders = { database, clock, newId, patienceMs }
  const lines = spanning(ownLines({ ...orders, register, roll, tally, listens: () => places }))
  terminalRoutes(http, { ...orders, officers, lines })
  let open: { readonly tcp: Server; readonly udp: Socket; readonly connections: Set<{ destroy: () => void }> } | undefined
  return {
    cameras: camerasOf(lines),
    alarmed: alarmCamera({ ...orders, roll, rules: snapshots, onFault: (fault) => http.log.error(fault, 'a snapshot could not be ordered') }),
    listen: async (port, host) => {
      const decoder = new TextDecoder('gbk')
      const parts = { desk: terminalDesk(given), text: gbkText((bytes) => decoder.decode(bytes)), tally, nowMs, roll, limits, ...(mapping === undefined ? {} : { mapping }) }
      const [tcp, udp] = [tcpGateway(parts), udpGateway(parts)]
      const connections = new Set<{ destroy: () => void }>()
      tcp.on('connection', (socket) => {
        connections.add(socket)
        socket.once('close', () => connections.delete(socket))
      })
      // What was opened is closed again, also where the other could not be.
      open = { tcp, udp, connections }
      await new Promise<void>((resolve, reject) => tcp.once('error', reject).listen(port, host, resolve))
      const address = tcp.address()
      const taken = typeof address === 'object' && address !== null ? address.port : port
      await new Promise<void>((resolve, reject) => udp.once('error', reject).bind(taken, host, resolve))
      places = [`TCP ${host}:${taken}`, `UDP ${host}:${taken}`]
      return taken
    },
    close: async () => {
      if (open === undefined) return
      const { tcp, udp, connections } = open
      open = undefined
      places = []
      for (const socket of connections) socket.destroy()
      await Promise.all([new Promise((resolve) => tcp.close(resolve)), new Promise<void>((resolve) => udp.close(resolve))])
    },
  }
}
