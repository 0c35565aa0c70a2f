import { createSocket, type Socket } from 'node:dgram'
import { readDatagram } from '@zhunsheng/jt808/frame/frame-reader.ts'
import type { GatewayLimits } from './limits.ts'
import type { Roll } from './roll.ts'
import type { SessionParts } from './line.ts'
import { openSession, type Session } from './session.ts'

interface Partner {
  readonly session: Session
  readonly send: (frames: readonly Uint8Array[]) => void
  readonly address: string
  /** What it said is heeded in order. */
  queue: Promise<void>
  waiting: number
  heardMs: number
}
/** So many datagrams of one partner wait at most; a terminal sends again what was not answered. */
const MOST_WAITING = 64

/** Terminals over UDP (网关 UDP 接入): whoever speaks from one address and port is one partner, until he is silent for too long. */
export function udpGateway(parts: SessionParts & { readonly limits: GatewayLimits; readonly roll: Roll }): Socket {
  const { limits, roll, tally, nowMs } = parts
  const socket = createSocket({ type: 'udp4', recvBufferSize: 4 << 20 })
  const partners = new Map<string, Partner>()
  const forget = (key: string, { session, send, address }: Partner): void => {
    partners.delete(key)
    roll.left({ session, send, address })
  }
  const sweep = setInterval(() => {
    for (const [key, partner] of partners) if (nowMs() - partner.heardMs > limits.silentMs) forget(key, partner)
  }, limits.silentMs).unref()
  socket.once('close', () => clearInterval(sweep))
  socket.on('error', () => undefined)
  socket.on('message', (datagram, { address, port }) => {
    const key = `${address} ${port}`
    if (!partners.has(key) && partners.size >= limits.connections) return tally.count('too-many')
    const partner = partners.get(key) ?? { session: openSession(parts), send: (frames: readonly Uint8Array[]) => frames.forEach((frame) => socket.send(frame, port, address, () => undefined)), address, queue: Promise.resolve(), waiting: 0, heardMs: 0 }
    if (partner.waiting >= MOST_WAITING) return tally.count('slow')
    partners.set(key, partner)
    partner.heardMs = nowMs()
    partner.waiting += 1
    partner.queue = partner.queue
      .then(() => partner.session.hear(readDatagram(datagram)))
      .then((frames) => {
        roll.heard(partner)
        partner.send([...frames, ...partner.session.due()])
      })
      .catch(() => tally.count('not-durable'))
      .finally(() => (partner.waiting -= 1))
  })
  return socket
}
