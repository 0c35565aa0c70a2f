import type { Act } from '@zhunsheng/law/dossier.ts'
import type { Form } from '@zhunsheng/law/field.ts'
import { ORDINARY_ACTS } from '@zhunsheng/law/penalty/ordinary/acts/acts.ts'

/** A text of an act, empty where it was not asked for. */
export function textOf({ data }: Pick<Act, 'data'>, name: string): string {
  const value = data[name]
  return typeof value === 'string' ? value : ''
}

/** The words of a chosen option, as the form has them (选项文字). */
export function optionOf(kind: keyof typeof ORDINARY_ACTS, name: string, value: string): string {
  return optionIn(ORDINARY_ACTS[kind].form, name, value)
}

/** The same for a form of any procedure. */
export function optionIn(form: Form | undefined, name: string, value: string): string {
  const shape = form?.[name]?.shape
  return shape?.type === 'choice' || shape?.type === 'choices' ? (shape.options[value] ?? value) : value
}
