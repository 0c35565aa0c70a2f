import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { assess, COMPLIANCE_RULE, type Assessment } from './compliance/assess.ts'
import { rateOf } from './compliance/rate.ts'
import { advance, startOf, type Step, type TruckEvent, type TruckState } from './pipeline.ts'
import { simulateDay, type SimulatedDay, type TrueTrip } from './sim/day.ts'
import { runEvents, worldOf, type Found } from './sim/run.ts'
import { scoresOf, tripFaults } from './sim/score.ts'
import { midnightOf } from './time-of-day.ts'
import { WATCH_NAMES } from './watch/name.ts'

const MIDNIGHT = midnightOf(20_734)
const lived = (seed: number, misbehaving: boolean, noiseM = 4): SimulatedDay => simulateDay({ seed, trucks: 16, trips: 6, midnightMs: MIDNIGHT, misbehaving, noiseM })
const reread = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value))

describe.each([1, 2, 3])('a day on which every kind of misdeed was planted, seed %i', (seed) => {
  let day: SimulatedDay
  let found: Found
  beforeAll(() => {
    day = lived(seed, true)
    found = runEvents(day.events, worldOf(day))
  })
  test('every planted one is found, and nothing else', () => {
    const scores = scoresOf(found.alarms, day.planted)
    if (seed === 1) process.stdout.write(`${scores.map(({ watch, planted, found: right, raised, precision, recall }) => `${watch.padEnd(16)} planted ${planted}, found ${right}, raised ${raised}, precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`).join('\n')}\n`)
    for (const { watch, planted, precision, recall } of scores) {
      expect(planted, `${watch} is planted`).toBeGreaterThan(0)
      expect(recall, `${watch} is found`).toBe(1)
      expect(precision, `${watch} raises nothing else`).toBe(1)
    }
    expect(scores.map(({ watch }) => watch)).toEqual(WATCH_NAMES)
  })
  test('the trips are the true ones', () => {
    expect(found.trips.length).toBe(day.trips.length)
    expect(tripFaults(found.trips, day.trips)).toEqual([])
  })
  test('the rate of compliance is the true one', () => {
    const rate = rateOf(assessed(day, found))
    const truth = day.trips.map(truthOf)
    const count = (verdict: string) => truth.filter((one) => one === verdict).length
    expect(rate).toMatchObject({ total: truth.length, complied: count('complied'), failed: count('failed'), unknown: count('unknown') })
    expect(rate.failed).toBeGreaterThan(10)
    expect(rate.reachesTarget).toBe(false)
  })
  test('an alarm that closes was opened before, once, and has its evidence', () => {
    const open = new Set<string>()
    for (const { id, change, evidence, watch } of found.alarms) {
      expect(open.has(id), `${id} ${change}`).toBe(change === 'closed')
      if (change === 'opened') open.add(id)
      if (watch !== 'volume-differs') expect(evidence.length, id).toBeGreaterThan(0)
    }
  })
})

describe('a day on which everybody behaves', () => {
  test.each([4, 8])('with a scatter of %i m there is no alarm, whatever the truck can tell, and no trip fails', (noiseM) => {
    const day = lived(5, false, noiseM)
    const found = runEvents(day.events, worldOf(day))
    expect(found.alarms).toEqual([])
    expect(tripFaults(found.trips, day.trips)).toEqual([])
    const rate = rateOf(assessed(day, found))
    expect(rate.failed).toBe(0)
    expect(rate.complied).toBeGreaterThan(0)
    // A truck that cannot tell of its cover is not called compliant.
    expect(rate.reasons.map(({ reason }) => reason)).toEqual(['cover-unknown'])
    expect(found.trips.some(({ confidence }) => confidence === 'likely')).toBe(true)
  })
})

describe('a truck’s state', () => {
  const day = lived(7, true)
  const world = worldOf(day)
  const streams = day.data.trucks.map(({ id }) => day.events.filter(({ truckId }) => truckId === id).map(({ event }) => event))
  const stream = fc.constantFrom(...streams)
  const play = (events: readonly TruckEvent[], between: (state: TruckState, index: number) => TruckState = (state) => state) => {
    let state = startOf('any')
    const steps: Step[] = []
    for (const [index, event] of events.entries()) {
      const step = advance(between(state, index), event, world)
      state = step.state
      steps.push(step)
    }
    return { state, alarms: steps.flatMap(({ alarms }) => alarms), trips: steps.flatMap(({ ended }) => ended ?? []) }
  }
  test('written and read between any two events, it leads to the same', () => {
    fc.assert(
      fc.property(stream, fc.array(fc.nat(3_000), { maxLength: 30 }), (events, cuts) => {
        const at = new Set(cuts.map((cut) => cut % events.length))
        expect(play(events, (state, index) => (at.has(index) ? reread(state) : state))).toEqual(play(events))
      }),
      { numRuns: 40 },
    )
  })
  test('written and read between all of them as well', () => {
    const [, events = []] = streams
    expect(play(events, reread)).toEqual(play(events))
  })
  test('it is not changed by positions that come twice, at once or later', () => {
    fc.assert(
      fc.property(stream, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 2, max: 9 }), (events, later, every) => {
        const twice = events.flatMap((event, index) => {
          const old = events[index - later]
          return index % every === 0 && old !== undefined && old.kind === 'position' ? [event, old] : [event]
        })
        const [once, again] = [play(events), play(twice)]
        expect(again.alarms).toEqual(once.alarms)
        expect(again.trips).toEqual(once.trips)
        // An echo is remembered among the latest messages, and says nothing of them that was not said.
        expect({ ...again.state, door: again.state.door.last }).toEqual({ ...once.state, door: once.state.door.last })
      }),
      { numRuns: 40 },
    )
  })
  test('it is plain JSON, and stays small', () => {
    for (const events of streams) {
      const { state } = play(events)
      expect(reread(state)).toEqual(state)
      expect(JSON.stringify(state).length).toBeLessThan(16_000)
    }
  })
  test('a hole that is filled later is judged by going back to the state before it', () => {
    const events = streams[1]?.filter(({ kind }) => kind === 'position') ?? []
    const hole = { from: 300, until: 420 }
    const late = [...events.slice(0, hole.from), ...events.slice(hole.until), ...events.slice(hole.from, hole.until)]
    const live = play(late)
    expect(live.state.door.counts.late).toBe(hole.until - hole.from)
    const before = play(events.slice(0, hole.from)).state
    let state = before
    const alarms = events.slice(hole.from).flatMap((event) => {
      const step = advance(state, event, world)
      state = step.state
      return step.alarms
    })
    expect([...play(events.slice(0, hole.from)).alarms, ...alarms]).toEqual(play(events).alarms)
  })
})

function assessed(day: SimulatedDay, { trips, states }: Found): readonly Assessment[] {
  const { district } = worldOf(day)
  const atMs = MIDNIGHT + 86_400_000
  return trips.map((trip) => {
    const manifest = states.get(trip.truckId)?.manifests.find(({ id }) => id === trip.manifestId)
    return assess(trip, { alarms: trip.alarms, manifest, permit: trip.permit.standing === 'held' ? district.permit(trip.permit.id) : undefined, atMs }, COMPLIANCE_RULE)
  })
}

/** What of the misdeeds is a link of a trip; a truck that was silent for a quarter of an hour is not known to have complied. */
function truthOf({ misdeed }: TrueTrip): Assessment['verdict'] {
  if (misdeed === 'off-line') return 'unknown'
  return misdeed === undefined || misdeed === 'overload' || misdeed === 'tampered' || misdeed === 'long-stop' ? 'complied' : 'failed'
}
