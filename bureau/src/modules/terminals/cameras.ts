import type { Cameras, LineOffice } from './contract.ts'

/** The cameras of the trucks on line (实时视频下发), whichever process holds the line. Every order is written down like the others. */
export const camerasOf = (lines: LineOffice): Cameras => ({
  ofTruck: lines.ofTruck,
  ask: async (terminal, wish, who) => {
    const given = await lines.order(terminal, { kind: 'live', ...wish }, who)
    return given.fate === 'given' ? given.outcome : { state: 'refused', said: given.fate === 'offline' ? '终端不在线' : given.because }
  },
  stop: async (terminal, channel, who) => {
    const given = await lines.order(terminal, { kind: 'unlive', channel }, who)
    return given.fate === 'given' ? given.outcome : undefined
  },
})
