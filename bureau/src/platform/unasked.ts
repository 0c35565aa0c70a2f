import type { Queries } from './database.ts'
import { handleOver } from './server-work.ts'

/** Somebody asked the database who was to do without (须查询数据库). */
export class AsksDatabase extends Error {}

/**
 * A handle that answers nothing. Whoever is given it can be seen not to need the database: what he says then rests on what he was
 * handed alone.
 */
export const unasked: Queries = handleOver(() => Promise.reject(new AsksDatabase('the database is not to be asked here')))
