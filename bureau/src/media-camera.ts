import { connect, type Socket } from 'node:net'
import type { MediaData, PhoneBytes } from '@zhunsheng/jt808/stream/media-packet.ts'
import { writeMediaUnit } from '@zhunsheng/jt808/stream/write-unit.ts'
import { filmFrame, isKeyFrame } from '@zhunsheng/trucks/sim/film.ts'

/** The camera of a simulated terminal, on a connection of its own to the media port. */
export interface MediaCamera {
  readonly socket: Socket
  /** Sends the next so many frames, each 100 ms after the last by its own time. */
  readonly film: (frames: number) => void
  readonly packets: (data: MediaData, bytes: Uint8Array) => Uint8Array
  readonly isClosed: () => boolean
  readonly closed: Promise<void>
}
export async function mediaCamera(port: number, host: string, open: Socket[], { phone, channel = 1, phoneBytes = 6 }: { readonly phone: string; readonly channel?: number; readonly phoneBytes?: PhoneBytes }): Promise<MediaCamera> {
  const socket = connect({ port, host, noDelay: true })
  open.push(socket)
  socket.on('error', () => undefined)
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  await new Promise((resolve) => socket.once('connect', resolve))
  let sequence = 0
  let index = 0
  const packets: MediaCamera['packets'] = (data, bytes) => {
    const many = writeMediaUnit({ rtp: 0x81, payload: data === 3 ? 6 : 98, sequence, phone, channel, data, relativeMs: BigInt(1_628_500_000_000 + index * 100), sinceKeyFrameMs: 0, sinceFrameMs: 100 }, bytes, phoneBytes)
    if (many === undefined) throw new Error('no packets')
    sequence = (sequence + many.length) & 0xffff
    return Buffer.concat(many)
  }
  return {
    socket, packets, closed,
    isClosed: () => socket.destroyed,
    film: (frames) => {
      const last = index + frames
      for (; index < last; index += 1) socket.write(packets(isKeyFrame(index) ? 0 : 1, filmFrame(index)))
    },
  }
}
