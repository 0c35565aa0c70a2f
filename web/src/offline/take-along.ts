import type { CasePage, CaseView, ProcedureList, Workbench, WrittenActs } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { get } from '../api.ts'
import { bearer, shelf } from './shelf.ts'

const MOST_CASES = 100
/** Under this name stands when things were taken along last. */
export const TAKEN = 'taken-along'
const EVERY_FORM_NEEDS = ['/api/session', '/api/people', '/api/matters', '/api/lists', '/api/public/bureau', '/api/public/benchmark-tables', '/api/public/devolutions', '/api/workbench', '/api/procedures']

/** Takes one case along as the server has it now. */
export async function takeCase(person: string, id: string): Promise<void> {
  const [view, acts] = await Promise.all([get<CaseView>(`/api/cases/${id}`), get<WrittenActs>(`/api/cases/${id}/acts`)])
  // Somebody recorded an act between the two answers: the acts are what is judged by.
  if (view.version !== acts.version) return takeCase(person, id)
  await shelf.cases.put({ id, person, takenAt: new Date().toISOString(), view, acts })
}

/** Takes along what a shift without signal needs (离线准备): forms, people, power list, and the open cases of this person. */
export async function takeAlong(onProgress: (done: number, of: number) => void): Promise<number> {
  const person = bearer()
  for (const address of EVERY_FORM_NEEDS) await get(address)
  const [procedures, own, { waiting, dues }] = await Promise.all([get<ProcedureList>('/api/procedures'), get<CasePage>('/api/cases', { officer: person, size: MOST_CASES, sort: 'openedOn', open: true }), get<Workbench>('/api/workbench')])
  const ids = [...new Set([...waiting.map(({ caseId }) => caseId), ...dues.filter(({ mine }) => mine).map(({ caseId }) => caseId), ...own.rows.map(({ id }) => id)])].slice(0, MOST_CASES)
  const steps = [...procedures.map(({ code }) => () => get(`/api/procedures/${code}`)), ...ids.map((id) => () => takeCase(person, id))]
  for (const [index, step] of steps.entries()) {
    await step()
    onProgress(index + 1, steps.length)
  }
  await dropEnded(person, ids)
  await shelf.answers.put({ person, address: TAKEN, body: new Date().toISOString() })
  return ids.length
}

/** What was taken along before and is nobody's work now leaves the device. */
async function dropEnded(person: string, ids: readonly string[]): Promise<void> {
  const keys = await shelf.cases.where({ person }).primaryKeys()
  await shelf.cases.bulkDelete(keys.filter(([, id]) => !ids.includes(id)))
}
