import { readdirSync, readFileSync } from 'node:fs'

/**
 * Seconds of processor time (处理器时间) that a process and its children have used, by the scheduler's own count on Linux.
 * Neighbours who use the same cores make everything take longer, but hardly more of it.
 */
export function processorSeconds(root: number): number {
  const parents = new Map(readdirSync('/proc').flatMap((name): [number, number][] => (/^\d+$/.test(name) ? parentOf(Number(name)) : [])))
  const isOf = (process: number): boolean => process === root || (parents.has(process) && isOf(parents.get(process) ?? 0))
  return [...parents.keys()].filter(isOf).reduce((sum, process) => sum + secondsOf(process), 0)
}

/** The process that started a process. */
export const parentOf = (process: number): [number, number][] => {
  const parent = statOf(process)[1]
  return parent === undefined ? [] : [[process, Number(parent)]]
}
const statOf = (process: number): readonly string[] => textOf(`/proc/${process}/stat`)?.replace(/^.*\) /s, '').split(' ') ?? []

/** Where the time of children that have ended stands, after the name, in hundredths of a second. */
const ENDED = [13, 14] as const

/** Every thread of a process has its own count; to it comes what children used that have ended: a connection to the database is a process. */
function secondsOf(process: number): number {
  let nanoseconds = 0
  for (const thread of foldersIn(`/proc/${process}/task`)) nanoseconds += Number(textOf(`/proc/${process}/task/${thread}/schedstat`)?.split(' ')[0] ?? 0)
  const stat = statOf(process)
  return nanoseconds / 1e9 + ENDED.reduce((sum, field) => sum + Number(stat[field] ?? 0), 0) / 100
}

/** A process may have ended between the list and the look. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
function foldersIn(path: string): readonly string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}
