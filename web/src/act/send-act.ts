import type { NewAct, Recorded, Refused } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { post } from '../api.ts'
import type { Draft } from './draft.ts'
import { answersOf, type FormOf, type ShownAct } from './form.ts'

/** Where an act goes: a case with the number of acts that were seen, or a new case under a procedure, perhaps out of a lead. */
export type Target = { readonly caseId: string; readonly version: number } | { readonly procedure: string; readonly leadId?: string }

/** The act as it is sent. */
export const newAct = (spec: ShownAct, filled: Draft, formOf: FormOf): NewAct => ({
  kind: spec.kind,
  on: filled.on,
  with: [...filled.with],
  data: answersOf(spec.form, filled.data, formOf),
  ...(filled.at === undefined || filled.at === '' ? {} : { at: filled.at }),
})

export function sendAct(target: Target, act: NewAct, key: string): Promise<Recorded> {
  if ('caseId' in target) return post<Recorded>(`/api/cases/${target.caseId}/acts`, { ...act, version: target.version }, key)
  return post<Recorded>('/api/cases', { ...act, ...target }, key)
}

/** Asks whether the act would be lawful; nothing is recorded. */
export const askRuling = (target: Target, act: NewAct): Promise<Refused> =>
  'caseId' in target ? post<Refused>(`/api/cases/${target.caseId}/rulings`, { ...act, version: target.version }) : post<Refused>('/api/rulings', { ...act, procedure: target.procedure })
