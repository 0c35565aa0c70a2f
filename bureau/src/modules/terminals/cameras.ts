import type { Cameras, OrderOutcome } from './contract.ts'
import { give, type OrderParts } from './orders.ts'
import type { Roll } from './roll.ts'

/** Sound and picture, or picture alone: nobody listens to a cab here (个人信息保护法 第六条), so only pictures are asked for. */
const PICTURES_ONLY = 1
const [CLOSE, BOTH] = [0, 0]
const OFF_LINE: OrderOutcome = { state: 'refused', said: '终端不在线' }

/** The cameras of the trucks on line (实时视频下发). Every order is written down like the others. */
export function camerasOf(parts: OrderParts & { readonly roll: Roll }): Cameras {
  const { roll } = parts
  return {
    ofTruck: (truck) => {
      const there = roll.ofTruck(truck)
      return there === undefined ? undefined : { terminal: there.terminal, plate: there.plate, reached: there.place.reached }
    },
    ask: async (terminal, { host, port, channel, isMain }, who) => {
      const there = roll.find(terminal)
      const spoken = there?.place.session.order('live', { host, tcpPort: port, udpPort: 0, channel, content: PICTURES_ONLY, stream: isMain ? 0 : 1 })
      if (there === undefined || spoken === undefined) return OFF_LINE
      return give(parts, there, spoken, { kind: '实时视频', text: `通道 ${channel}，${isMain ? '主码流' : '子码流'}，发往 ${host}:${port}`, who })
    },
    stop: async (terminal, channel, who) => {
      const there = roll.find(terminal)
      const spoken = there?.place.session.order('liveControl', { channel, command: CLOSE, close: BOTH, stream: 0 })
      return there === undefined || spoken === undefined ? undefined : give(parts, there, spoken, { kind: '关闭实时视频', text: `通道 ${channel}`, who })
    },
  }
}
