import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from './database.ts'
import { workOnce } from './once.ts'
import { changedMeanwhile, notFound } from './problem.ts'
import { testDatabase } from './test-database.ts'

let database: Database
beforeAll(async () => (database = await testDatabase({})), 30_000)
afterAll(() => database.close())

const taken = Object.assign(new Error('duplicate key'), { code: '23505' })
/** The same sending on its way twice: this one looked before the other wrote, and stumbles over what it wrote. */
const sentTwice = (stumble: Error) => {
  const looks: number[] = []
  const answer = workOnce(database, '别人先办了', () => {
    looks.push(looks.length)
    return looks.length === 1 ? Promise.reject(stumble) : Promise.resolve('what the first wrote')
  })
  return { answer, looks }
}

describe('doing once what is sent twice (幂等)', () => {
  test.each([['a key that is taken', taken], ['a state that moved on', changedMeanwhile('已经签过')]])('%s: a second look answers with what the first sending wrote', async (_, stumble) => {
    const { answer, looks } = sentTwice(stumble)
    expect(await answer).toBe('what the first wrote')
    expect(looks).toHaveLength(2)
  })
  test('somebody else was first: he who came second is told', async () => {
    await expect(workOnce(database, '别人先办了', () => Promise.reject(taken))).rejects.toMatchObject({ status: 409, detail: '别人先办了' })
    await expect(workOnce(database, '别人先办了', () => Promise.reject(changedMeanwhile('已经签过')))).rejects.toMatchObject({ status: 409, detail: '已经签过' })
  })
  test('any other no is not asked for again', async () => {
    const { answer, looks } = sentTwice(notFound('没有'))
    await expect(answer).rejects.toMatchObject({ status: 404 })
    expect(looks).toHaveLength(1)
  })
})
