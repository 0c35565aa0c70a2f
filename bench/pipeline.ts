import { advance, startOf, type TruckState } from '@zhunsheng/trucks/pipeline.ts'
import { simulateDay } from '@zhunsheng/trucks/sim/day.ts'
import { runEvents, worldOf } from '@zhunsheng/trucks/sim/run.ts'
import { scoresOf } from '@zhunsheng/trucks/sim/score.ts'
import { WATCHES } from '@zhunsheng/trucks/watch/list.ts'
import { mustAgree, repeat, type Benchmark } from './match.ts'

const [TRUCKS, TRIPS] = [64, 7]

/** The way of a position through door, trip and watches. No peer was found that does the same; an upper bound is reading and writing the state only. */
export const PIPELINE: Benchmark = {
  name: 'pipeline',
  says: `positions through the door, the trips and ${WATCHES.length} watches, on one core`,
  open: () => {
    const day = simulateDay({ seed: 8, trucks: TRUCKS, trips: TRIPS, midnightMs: Date.UTC(2026, 9, 7, 16), misbehaving: true })
    const world = worldOf(day)
    const scores = scoresOf(runEvents(day.events, world).alarms, day.planted)
    mustAgree(scores.every(({ precision, recall }) => precision === 1 && recall === 1), 'the alarms and what was planted')
    const positions = day.events.filter(({ event }) => event.kind === 'position')
    const whole = (ms: number) => repeat(ms, positions.length, () => {
      runEvents(positions, world)
    })
    const durable = (ms: number) => repeat(ms, positions.length, () => {
      const states = new Map<string, string>()
      for (const { truckId, event } of positions) {
        const written = states.get(truckId)
        const before: TruckState = written === undefined ? startOf(truckId) : JSON.parse(written)
        states.set(truckId, JSON.stringify(advance(before, event, world).state))
      }
    })
    return Promise.resolve([
      {
        name: 'positions judged',
        unit: 'positions',
        target: 100_000,
        product: { name: 'in memory', work: whole },
        peers: [{ name: 'state written as JSON after each', work: durable }],
        notes: [`${positions.length} positions of ${TRUCKS} trucks; every planted misdeed was found and nothing else`],
      },
    ])
  },
}
