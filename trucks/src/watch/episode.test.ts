import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fix } from '../fix.ts'
import { DOES_NOT, follow, QUIET, UNKNOWN, type Episode, type Observation, type Sustained, type Turn } from './episode.ts'

const RULE: Sustained = { opensAfterMs: 20_000, opensAfterFixes: 3, closesAfterMs: 60_000, gapMs: 300_000 }
const aFix = (seconds: number): Fix => ({ lat: 29.5, lon: 106.5, deviceId: 'd', truckId: 't', atMs: seconds * 1_000, receivedMs: seconds * 1_000, located: true, speedKmh: 30, headingDeg: 0 })
const YES: Observation = { holds: true, value: 1 }

/** Plays `+` (it holds), `-` (it does not) and `?` (nobody knows), ten seconds apart; a digit is so many minutes of silence. */
function play(script: string): { readonly turns: readonly string[]; readonly episode: Episode } {
  let episode: Episode = QUIET
  let seconds = 0
  const turns: string[] = []
  for (const sign of script) {
    if (/\d/.test(sign)) {
      seconds += Number(sign) * 60
      continue
    }
    const followed = follow(episode, sign === '+' ? YES : sign === '-' ? DOES_NOT : UNKNOWN, aFix(seconds), RULE)
    episode = followed.after
    if (followed.turn !== undefined) turns.push(`${followed.turn.change} ${followed.turn.sinceMs / 1_000}`)
    seconds += 10
  }
  return { turns, episode }
}

describe('when a state of things is an alarm', () => {
  test.each<[string, string, readonly string[]]>([
    ['two positions are too few', '++', []],
    ['three over twenty seconds open it, once', '+++++', ['opened 0']],
    ['a break begins anew', '++-++', []],
    ['an unknown one does not break it', '++?+', ['opened 0']],
    ['unknown ones alone open nothing', '??????', []],
    ['a silence of six minutes breaks a run', '++6++', []],
    ['one of four does not', '++4+', ['opened 0']],
    ['fifty seconds of quiet do not close it', '+++-----', ['opened 0']],
    ['sixty seconds do', '+++-------', ['opened 0', 'closed 0']],
    ['a relapse puts it off', '+++-----+-----', ['opened 0']],
    ['unknown ones do not close it', '+++???????????', ['opened 0']],
    ['after it is closed it can open again', '+++-------+++', ['opened 0', 'closed 0', 'opened 100']],
  ])('%s: %s', (_, script, turns) => expect(play(script).turns).toEqual(turns))

  const scripts = fc.array(fc.constantFrom('+', '-', '?', '1', '6'), { maxLength: 200 }).map((signs) => signs.join(''))
  test('it opens and closes in turn, beginning with opening', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const { turns } = play(script)
        expect(turns.map((turn) => turn.split(' ')[0])).toEqual(turns.map((_, index) => (index % 2 === 0 ? 'opened' : 'closed')))
      }),
    )
  })
  test('whether it ever opens depends on whether it held long enough', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), (times) => {
        expect(play('+'.repeat(times)).turns.length).toBe(times >= 3 ? 1 : 0)
      }),
    )
  })
  test('the evidence is the first positions, the worst and the latest, and never grows', () => {
    let episode: Episode = QUIET
    let closed: Turn | undefined
    for (let step = 0; step < 100; step += 1) episode = follow(episode, { holds: true, value: step === 50 ? 99 : 1 }, { ...aFix(step * 10), speedKmh: step }, RULE).after
    for (let step = 100; step < 120; step += 1) closed ??= follow(episode, DOES_NOT, aFix(step * 10), { ...RULE, closesAfterMs: 0 }).turn
    expect(closed).toMatchObject({ change: 'closed', worst: 99, untilMs: 990_000 })
    expect(closed?.evidence.map(({ speedKmh }) => speedKmh)).toEqual([0, 1, 2, 3, 4, 5, 50, 99])
  })
})
