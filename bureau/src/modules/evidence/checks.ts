import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { Files } from '../../platform/files.ts'
import type { CaseRecords } from '../enforcement/contract.ts'
import { addCheck, addRun, faultyFiles, lastCheck, latestRun, leftInRun, notCheckedSince } from './store-checks.ts'
import type { Checks } from './wire.ts'

interface CheckParts {
  readonly database: Database
  readonly files: Files
  readonly clock: Clock
  readonly records: Pick<CaseRecords, 'usesOf'>
}
/** So many files at a turn, so that nobody else waits long for the disk. */
const AT_A_TURN = 5
/** Everything is compared again within a year, whether or not anybody asks. */
const YEAR_MS = 365 * 24 * 3_600_000

/** Whether the stored files are still what they were (完整性检查): all at somebody's wish, and each once a year by itself. */
export function fileChecks({ database, files, clock, records }: CheckParts) {
  async function look(digests: readonly string[], run?: number): Promise<number> {
    for (const sha256 of digests) {
      const found = await files.check(sha256)
      await database.work((tx) => addCheck(tx, sha256, { found, at: clock.now().toISOString(), ...(run === undefined ? {} : { run }) }))
    }
    return digests.length
  }
  const yearAgo = () => new Date(clock.now().getTime() - YEAR_MS).toISOString()
  return {
    /** Looks at the next few; answers how many there were. */
    turn: async (): Promise<number> => {
      const run = await database.read(latestRun)
      const asked = run === undefined || run.left === 0 ? [] : await database.read((queries) => leftInRun(queries, run, AT_A_TURN))
      if (run !== undefined && asked.length > 0) return look(asked, run.id)
      return look((await database.read((queries) => notCheckedSince(queries, yearAgo(), AT_A_TURN))).digests)
    },
    /** Begins to look at all of them; a look that is under way simply goes on. */
    begin: (by: string): Promise<void> =>
      database.work(async (tx) => {
        const run = await latestRun(tx)
        if (run === undefined || Number(run.left) === 0) await addRun(tx, by, clock.now().toISOString())
      }),
    state: (): Promise<Omit<Checks, 'mayBegin'>> =>
      database.read(async (queries) => {
        const [run, { files: count, faulty }, { total }] = await Promise.all([latestRun(queries), faultyFiles(queries), notCheckedSince(queries, yearAgo(), 1)])
        const uses = await records.usesOf(queries, faulty.map(({ sha256 }) => sha256))
        return {
          files: count,
          old: total,
          faulty: faulty.map((row) => ({ ...row, uses: uses.filter(({ sha256 }) => sha256 === row.sha256).map(({ number, caseId }) => ({ number, ...(caseId === undefined ? {} : { caseId }) })) })),
          ...(run === undefined ? {} : { run: { by: run.by_name, begunAt: run.begun_at, total: run.total, done: Number(run.done), ended: Number(run.left) === 0 } }),
        }
      }),
  }
}
export type FileChecks = ReturnType<typeof fileChecks>

/** A reading found stored bytes that are no longer what they were (读取时发现损坏): written down, once until it is looked at again. */
export const noteDamage = (database: Database, clock: Clock) => (sha256: string): Promise<void> =>
  database.work(async (tx) => {
    if ((await lastCheck(tx, sha256))?.found !== 'damaged') await addCheck(tx, sha256, { found: 'damaged', at: clock.now().toISOString() })
  })
