import type { ProcedureView } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import type { Field, Form, Shape } from '@zhunsheng/law/field.ts'
import { parseAnswers } from '@zhunsheng/law/parse.ts'
import type { Fault } from '../api.ts'

/** A form as the server sends it (表单): as the law declares it, but with the articles written out. */
export type ShownForm = Readonly<Record<string, ShownField>>
export interface ShownField {
  readonly label: string
  readonly shape: ShownShape
  readonly optional: boolean
  readonly basis: readonly string[]
  readonly help?: string
}
export type PlainShape = Exclude<Shape, { readonly type: 'list' | 'group' }>
export type ShownShape = PlainShape | ListShape | GroupShape
export interface ListShape {
  readonly type: 'list'
  readonly of: ShownForm
  readonly atLeast: number
}
interface GroupShape {
  readonly type: 'group'
  readonly of: ShownForm
}

export type ShownAct = Omit<ProcedureView['acts'][number], 'form'> & { readonly form: ShownForm }
export type ShownProcedure = Omit<ProcedureView, 'acts'> & { readonly acts: readonly ShownAct[] }

/** Answers as they cross HTTP: days, times and amounts as text. */
export type Answers = Readonly<Record<string, unknown>>
export const isAnswers = (value: unknown): value is Answers => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is sent: text without blanks around it, and nothing of what was left empty. */
export function answersOf(form: ShownForm, filled: Answers, formOf: FormOf = () => undefined): Answers {
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, { shape, optional }]) => {
      const answer = answerOf(shape, filled[name], filled, formOf)
      const isMissing = answer === undefined || (optional && isHollow(answer))
      return isMissing ? [] : [[name, answer]]
    }),
  )
}

export type FormOf = (seq: number) => ShownForm | undefined

function answerOf(shape: ShownShape, given: unknown, beside: Answers, formOf: FormOf): unknown {
  switch (shape.type) {
    case 'list':
      return Array.isArray(given) ? given.map((row: unknown) => answersOf(shape.of, isAnswers(row) ? row : {}, formOf)) : undefined
    case 'group':
      return answersOf(shape.of, isAnswers(given) ? given : {}, formOf)
    case 'answers': {
      const form = typeof beside['target'] === 'number' ? formOf(beside['target']) : undefined
      return form === undefined || !isAnswers(given) ? undefined : answersOf(form, given, formOf)
    }
    default:
      return plainAnswer(given)
  }
}

function plainAnswer(given: unknown): unknown {
  const trimmed = typeof given === 'string' ? given.trim() : given
  return trimmed === '' || trimmed === null || (Array.isArray(trimmed) && trimmed.length === 0) ? undefined : trimmed
}

const isHollow = (answer: unknown): boolean => (Array.isArray(answer) ? answer.every(isHollow) : isAnswers(answer) && Object.values(answer).every(isHollow))

/** What is missing or makes no sense, by the same check that the server makes; so most faults are seen without asking it. */
export function faultsOf(form: ShownForm, answers: Answers, formOf: FormOf = () => undefined): readonly Fault[] {
  const parsed = parseAnswers(lawForm(form), answers, (seq) => {
    const found = formOf(seq)
    return found === undefined ? undefined : lawForm(found)
  })
  return parsed.ok ? [] : parsed.faults
}

const lawForm = (form: ShownForm): Form => Object.fromEntries(Object.entries(form).map(([name, field]) => [name, lawField(field)]))

// The check does not read the articles, which the screen holds only as text.
const lawField = ({ label, shape, optional }: ShownField): Field<unknown> => ({ label, optional, basis: [], shape: lawShape(shape) })

function lawShape(shape: ShownShape): Shape {
  switch (shape.type) {
    case 'list':
      return { ...shape, of: lawForm(shape.of) }
    case 'group':
      return { ...shape, of: lawForm(shape.of) }
    default:
      return shape
  }
}

/** A path of the server (data.party.name, items.0.name) as the form on the screen names it. */
export const namePath = (path: string): readonly (string | number)[] =>
  path
    .replace(/^data\./, '')
    .split('.')
    .filter((step) => step !== '')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))

/** A group that one control fills in as a whole (整组填写): tier and band are not typed. */
export const isOneControl = (shape: ShownShape): boolean => shape.type === 'group' && Object.values(shape.of).some((field) => field.shape.type === 'facts')

/** Whether a path names something that the form asks; a refusal of anything else is shown above the form. */
export function isAsked(form: ShownForm, path: readonly (string | number)[]): boolean {
  const [first, ...rest] = path
  const field = typeof first === 'string' && Object.hasOwn(form, first) ? form[first] : undefined
  if (field === undefined) return false
  if (isOneControl(field.shape)) return rest.length === 0
  if (rest.length === 0) return field.shape.type !== 'group' && field.shape.type !== 'list'
  switch (field.shape.type) {
    case 'group':
      return isAsked(field.shape.of, rest)
    case 'list':
      return isAsked(field.shape.of, rest.slice(1))
    default:
      return field.shape.type === 'answers'
  }
}
