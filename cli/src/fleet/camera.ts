import { connect } from 'node:net'
import type { Bodies } from '@zhunsheng/jt808/messages/catalogue.ts'
import { writeMediaUnit } from '@zhunsheng/jt808/stream/write-unit.ts'
import { filmFrame, isKeyFrame } from '@zhunsheng/trucks/sim/film.ts'

/** The cameras of a simulated terminal (仿真摄像头): each channel that was asked for sends until it is told to stop. */
export interface Cameras {
  readonly start: (wish: Bodies['live']) => void
  readonly stop: (order: Bodies['liveControl']) => void
  readonly close: () => void
}
const EVERY_MS = 100
const [H264, STOP] = [98, 0]

/** Opens the cameras of the terminal that calls itself by this number. */
export function openCameras(phone: string): Cameras {
  const running = new Map<number, () => void>()
  const end = (channel: number): void => {
    running.get(channel)?.()
    running.delete(channel)
  }
  return {
    start: ({ host, tcpPort, channel }) => {
      end(channel)
      const socket = connect({ host, port: tcpPort, noDelay: true })
      let sequence = 0
      let index = 0
      const timer = setInterval(() => {
        // What cannot be sent is not kept: live pictures are of now.
        if (socket.connecting || socket.writableNeedDrain) return
        const frame = index
        index += 1
        const packets = writeMediaUnit({ rtp: 0x81, payload: H264, sequence, phone, channel, data: isKeyFrame(frame) ? 0 : 1, relativeMs: BigInt(frame * EVERY_MS), sinceKeyFrameMs: 0, sinceFrameMs: EVERY_MS }, filmFrame(frame)) ?? []
        sequence = (sequence + packets.length) & 0xffff
        socket.write(Buffer.concat(packets))
      }, EVERY_MS)
      socket.on('error', () => undefined)
      socket.once('close', () => clearInterval(timer))
      running.set(channel, () => void socket.destroy())
    },
    stop: ({ channel, command }) => {
      if (command === STOP) end(channel)
    },
    close: () => [...running.keys()].forEach(end),
  }
}
