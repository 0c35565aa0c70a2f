import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inGroups } from './in-groups.ts'

/** A question, what it touches, and how it ends. */
interface Asked {
  readonly name: number
  readonly touches: readonly string[]
  readonly ends: 'granted' | 'refused' | 'breaks the group'
  /** How many steps the answer takes. */
  readonly steps: number
}
const asked = fc.record({
  name: fc.nat(),
  touches: fc.subarray(['case 1', 'case 2', 'case 3', 'key']),
  ends: fc.constantFrom('granted', 'granted', 'granted', 'refused', 'breaks the group'),
  steps: fc.nat(3),
})
const outcomeOf = ({ name, ends }: Asked): PromiseSettledResult<number> => (ends === 'granted' ? { status: 'fulfilled', value: name } : { status: 'rejected', reason: ends === 'refused' ? ends : BREAKS })

const BREAKS = new Error('breaks the group')

/** Answers as the recorder does, and watches that two never lay hands on the same thing. */
function office(most: number, atOnce: number) {
  const sizes: number[] = []
  const done: Asked[] = []
  const inHand = new Set<string>()
  let underWay = 0
  let clashes = 0
  const ask = inGroups<Asked, number>({
    most,
    atOnce,
    touches: ({ touches }) => touches,
    answer: async (group) => {
      sizes.push(group.length)
      underWay += 1
      const touched = group.flatMap(({ touches }) => touches)
      if (touched.some((thing) => inHand.has(thing)) || new Set(touched).size !== touched.length) clashes += 1
      for (const thing of touched) inHand.add(thing)
      for (let step = Math.max(...group.map(({ steps }) => steps)); step > 0; step -= 1) await new Promise((next) => setImmediate(next))
      for (const thing of touched) inHand.delete(thing)
      underWay -= 1
      if (group.some(({ ends }) => ends === 'breaks the group')) throw BREAKS
      done.push(...group)
      return group.map(outcomeOf)
    },
  })
  return { ask, sizes, done, clashes: () => clashes, underWay: () => underWay }
}

describe('questions answered in groups', () => {
  test('each gets the answer that it would get alone, in whatever order they come, whatever becomes of the others', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(asked, fc.nat(2)), { maxLength: 40 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 3 }), async (questions, most, atOnce) => {
        const { ask, sizes, done, clashes, underWay } = office(most, atOnce)
        const answers: Promise<PromiseSettledResult<number>[]>[] = []
        for (const [question, pause] of questions) {
          answers.push(Promise.allSettled([ask(question)]))
          for (let step = pause; step > 0; step -= 1) await new Promise((next) => setImmediate(next))
        }
        expect((await Promise.all(answers)).flat()).toEqual(questions.map(([question]) => outcomeOf(question)))
        expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(most)
        expect([clashes(), underWay()]).toEqual([0, 0])
        // Of those that touch the same thing, whoever came first is answered first.
        const order = questions.map(([question]) => question).filter(({ ends }) => ends !== 'breaks the group')
        for (const thing of ['case 1', 'case 2', 'case 3', 'key']) {
          const those = (list: readonly Asked[]) => list.filter(({ touches }) => touches.includes(thing))
          expect(those(done)).toEqual(those(order))
        }
      }),
      { numRuns: 60 },
    )
  })
  test('whoever comes alone does not wait, whoever comes while others are answered is answered with who came with him', async () => {
    const { ask, sizes } = office(8, 1)
    const question = (name: number): Asked => ({ name, touches: [], ends: 'granted', steps: 3 })
    const first = ask(question(1))
    await new Promise((next) => setImmediate(next))
    await Promise.all([first, ask(question(2)), ask(question(3)), ask(question(4))])
    expect(sizes).toEqual([1, 3])
  })
  test('a group that answers fewer than were asked fails those that it forgot', async () => {
    const ask = inGroups<number, number>({ most: 8, atOnce: 1, touches: () => [], answer: () => Promise.resolve([{ status: 'fulfilled', value: 1 }]) })
    const answers = await Promise.allSettled([ask(1), ask(2)])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  })
})
