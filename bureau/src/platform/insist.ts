import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK } from './database.ts'

/** The code by which a transaction fails that was to rest on what is no longer so. */
const OVERTAKEN = 'ZS010'

/**
 * `insist(boolean)` in the database (确认仍然如此): a statement that only asks becomes one that lets the whole transaction fail. So whoever
 * acts on what he remembers needs no answer before he commits.
 */
export const insistMigrations: Readonly<Record<string, Migration>> = {
  '2021-77-insist': {
    async up(db) {
      await sql`create function insist(holds boolean) returns void language plpgsql as $$
        begin if holds is not true then raise exception '记录已经变动，须重新查看' using errcode = ${sql.lit(OVERTAKEN)}; end if; end $$`.execute(db)
      await sql`grant execute on function insist(boolean) to ${sql.ref(CLERK)}`.execute(db)
    },
  },
}

/** Whether a transaction failed because what it rested on is no longer so. */
export const isOvertaken = (failure: unknown): boolean => failure instanceof Error && 'code' in failure && failure.code === OVERTAKEN
