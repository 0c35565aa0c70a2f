import type { Refusal } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import type { Fault, Problem } from '../api.ts'
import { isAsked, isOneControl, namePath, type ShownForm } from './form.ts'

/** One thing to say at one field of the form. */
export interface Mark {
  readonly name: (string | number)[]
  readonly errors: string[]
}

const WHOLE_ACT = ['on', 'at', 'with']

/** Where in the form a path of the server stands; nothing where the form does not ask it. */
export function placeIn(form: ShownForm, path: string): (string | number)[] | undefined {
  const steps = namePath(path)
  const [first] = steps
  if (steps.length === 1 && typeof first === 'string' && WHOLE_ACT.includes(first) && !path.startsWith('data.')) return [first]
  const shown = typeof first === 'string' && form[first] !== undefined && isOneControl(form[first].shape) ? [first] : steps
  return isAsked(form, shown) ? ['data', ...shown] : undefined
}

/** What is said at the fields: one mark a field, with everything that is said of it. */
export function marksOf(form: ShownForm, said: readonly { readonly path: string; readonly because: string }[]): readonly Mark[] {
  const marks = new Map<string, Mark>()
  for (const { path, because } of said) {
    const name = placeIn(form, path)
    if (name === undefined) continue
    const key = name.join('.')
    const before = marks.get(key)?.errors ?? []
    marks.set(key, { name, errors: before.includes(because) ? before : [...before, because] })
  }
  return [...marks.values()]
}

/** The grounds that name a field, as things to be said there. */
export const saidAtFields = (refusals: readonly Refusal[]): readonly Fault[] =>
  refusals.flatMap(({ field, because, basis }) => (field === undefined ? [] : [{ path: field, because: basis.length === 0 ? because : `${because}（${basis.join('、')}）` }]))

/** Everything a refused sending says at fields. */
export const saidBy = (problem: Problem): readonly Fault[] => [...problem.faults, ...saidAtFields(problem.refusals)]
