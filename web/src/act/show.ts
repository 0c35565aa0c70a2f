import type { Facts } from '@zhunsheng/discretion/benchmark.ts'
import { factsIn } from './weigh.ts'
import { isAnswers, type Answers, type ShownForm, type ShownShape } from './form.ts'

/** Looks up the names behind identifiers. */
export interface Names {
  readonly person: (id: string) => string
  readonly matter: (id: string) => string
  readonly act: (seq: number) => string
  /** What was found of a benchmark's factors. */
  readonly facts: (facts: Facts) => string
}

export type Shown = { readonly label: string } & ({ readonly text: string; readonly hash?: true } | { readonly rows: readonly (readonly Shown[])[] })

/** Recorded answers as labels and words (办理内容), in the order of the form. */
export function shownAnswers(form: ShownForm, answers: Answers, names: Names, formOf: (seq: number) => ShownForm | undefined = () => undefined): readonly Shown[] {
  return Object.entries(form).flatMap(([name, { label, shape }]): readonly Shown[] => {
    const answer = answers[name]
    if (answer === undefined) return []
    switch (shape.type) {
      case 'group':
        return [{ label, rows: [shownAnswers(shape.of, isAnswers(answer) ? answer : {}, names, formOf)] }]
      case 'list':
        return [{ label, rows: (Array.isArray(answer) ? answer : []).map((row: unknown) => shownAnswers(shape.of, isAnswers(row) ? row : {}, names, formOf)) }]
      case 'answers': {
        const form = typeof answers['target'] === 'number' ? formOf(answers['target']) : undefined
        return form === undefined || !isAnswers(answer) ? [] : [{ label, rows: [shownAnswers(form, answer, names, formOf)] }]
      }
      default:
        return [{ label, text: inWords(shape, answer, names), ...(shape.type === 'text' && shape.format === 'hash' ? { hash: true } : {}) }]
    }
  })
}

function inWords(shape: ShownShape, answer: unknown, names: Names): string {
  switch (shape.type) {
    case 'flag':
      return answer === true ? '是' : '否'
    case 'choice':
      return shape.options[String(answer)] ?? String(answer)
    case 'choices':
      return (Array.isArray(answer) ? answer : []).map((one) => shape.options[String(one)] ?? String(one)).join('、')
    case 'money':
      return `${String(answer)} 元`
    case 'count':
      return `${String(answer)} ${shape.unit}`
    case 'person':
      return names.person(String(answer))
    case 'matter':
      return names.matter(String(answer))
    case 'act':
      return names.act(Number(answer))
    case 'facts':
      return names.facts(factsIn(answer))
    default:
      return String(answer)
  }
}
