import type { FastifyRequest } from 'fastify'
import { isTaken, type Database, type Queries } from './database.ts'
import { changedMeanwhile, malformed, Problem } from './problem.ts'

/** The key under which a request may be sent again without doing twice what it asks (幂等键). */
export function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !/^[\w-]{8,100}$/.test(key)) throw malformed([{ path: 'Idempotency-Key', because: '请求头须带 8 至 100 位的幂等键' }])
  return key
}

/**
 * One unit of work that is done once more when somebody wrote between its look and its act: that may have been the same sending on
 * its way twice, and then the second look finds what the first wrote.
 */
export async function workAnew<T>(database: Database, how: (tx: Queries) => Promise<T>): Promise<T> {
  return database.work(how).catch((failure: unknown) => {
    if (isTaken(failure) || (failure instanceof Problem && failure.type === '/problems/changed-meanwhile')) return database.work(how)
    throw failure
  })
}

/** One unit of work; whoever wrote the same place first wins, and the other is told so in these words. */
export async function workOnce<T>(database: Database, whenTaken: string, how: (tx: Queries) => Promise<T>): Promise<T> {
  try {
    return await workAnew(database, how)
  } catch (failure) {
    if (isTaken(failure)) throw changedMeanwhile(whenTaken)
    throw failure
  }
}
