import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ROOMS } from './cruise.ts'

export const HOUSE = resolve(import.meta.dirname, '..')
const NOT_WRITTEN_HERE = new Set(['node_modules', 'dist', 'data', 'coverage', 'shots', '.git'])

/** Every file under a folder of the house that somebody wrote, as a path from the top with forward slashes. */
export function filesUnder(folder: string): string[] {
  if (!existsSync(join(HOUSE, folder))) return []
  return readdirSync(join(HOUSE, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (NOT_WRITTEN_HERE.has(entry.name) || entry.name.startsWith('.rules-')) return []
    return entry.isDirectory() ? filesUnder(path) : [path]
  })
}

/** The TypeScript of every room, tests included. */
export const sourcesOf = (rooms: readonly string[] = ROOMS): string[] => rooms.flatMap(filesUnder).filter((path) => /\.tsx?$/.test(path))

export const textOf = (path: string): string => readFileSync(join(HOUSE, path), 'utf8')
