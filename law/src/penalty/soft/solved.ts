import type { CaseFile } from '../../case-file.ts'

/** How a problem was solved (七二一工作法): by service, by management, or by enforcement. */
export const SOLVED = { service: '服务', management: '管理', enforcement: '执法' } as const
export type Solved = keyof typeof SOLVED

/** What management is: telling, ordering, and sparing. */
const MANAGED: readonly string[] = ['advise', 'orderCorrection', 'reinspect', 'exempt']

/**
 * How the problem of a file was solved, by what was really done in it and never by what somebody ticks: enforcement where it went
 * into a penalty procedure, management where the party was told or ordered, service where help alone was enough. Nothing while it is open.
 */
export function solvedBy(file: CaseFile): Solved | undefined {
  if (file.last('enforce') !== undefined) return 'enforcement'
  if (file.last('finish') === undefined) return undefined
  return file.acts.some(({ kind }) => MANAGED.includes(kind)) ? 'management' : 'service'
}
