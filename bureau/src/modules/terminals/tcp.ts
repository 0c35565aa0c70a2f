import { createServer, type Server, type Socket } from 'node:net'
import { openFrameReader } from '@zhunsheng/jt808/frame/frame-reader.ts'
import type { GatewayLimits } from './limits.ts'
import type { Roll } from './roll.ts'
import type { SessionParts } from './line.ts'
import { openSession } from './session.ts'

const DUE_EVERY_MS = 5000
/** An address of IPv4 as a socket for both writes it. */
const MAPPED = /^::ffff:/

/** Terminals over TCP (网关 TCP 接入): each connection is read piece by piece, and not further while its last piece is at work. */
export function tcpGateway(parts: SessionParts & { readonly limits: GatewayLimits; readonly roll: Roll }): Server {
  const { limits, tally } = parts
  const byAddress = new Map<string, number>()
  const server = createServer({ noDelay: true, keepAlive: true }, (socket) => {
    const address = socket.remoteAddress ?? ''
    const count = (byAddress.get(address) ?? 0) + 1
    if (count > limits.perAddress) {
      tally.count('too-many')
      socket.destroy()
      return
    }
    byAddress.set(address, count)
    tally.count('connections')
    serve(socket, parts)
    socket.once('close', () => {
      const left = (byAddress.get(address) ?? 1) - 1
      if (left > 0) byAddress.set(address, left)
      else byAddress.delete(address)
    })
  })
  server.maxConnections = limits.connections
  server.on('drop', () => tally.count('too-many'))
  return server
}

function serve(socket: Socket, parts: SessionParts & { readonly limits: GatewayLimits; readonly roll: Roll }): void {
  const { limits, tally, roll } = parts
  const reader = openFrameReader()
  const session = openSession(parts)
  const send = (frames: readonly Uint8Array[]): void => {
    for (const frame of frames) if (!socket.destroyed) socket.write(frame)
    if (socket.writableLength > limits.unsentBytes) close('slow')
  }
  function close(why: string): void {
    if (!socket.destroyed) tally.count(why)
    socket.destroy()
  }
  const place = { session, send, address: socket.remoteAddress ?? '', ...(socket.localAddress === undefined ? {} : { reached: socket.localAddress.replace(MAPPED, '') }) }
  const dueTimer = setInterval(() => send(session.due()), DUE_EVERY_MS).unref()
  socket.setTimeout(limits.silentMs, () => close('silent'))
  socket.on('error', () => undefined)
  socket.once('close', () => {
    clearInterval(dueTimer)
    roll.left(place)
  })
  let strange = 0
  socket.on('data', (piece: Buffer) => {
    socket.pause()
    const heard = reader.feed(piece)
    // Without a delimiter nothing is counted as broken, and it is not silent either.
    strange = heard.some(({ kind }) => kind === 'frame') ? 0 : strange + piece.length
    if (strange > limits.bytesWithoutFrame) return close('garbled')
    const { frame: _, ...broken } = reader.counts()
    if (Object.values(broken).reduce((sum, one) => sum + one, 0) > limits.broken) return close('garbled')
    session
      .hear(heard)
      .then((frames) => {
        roll.heard(place)
        send(frames)
        socket.resume()
      })
      .catch(() => close('not-durable'))
  })
}
