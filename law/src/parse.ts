import { formatDay, parseDay } from './day.ts'
import type { Data } from './dossier.ts'
import type { Field, Form, Shape, TextFormat } from './field.ts'
import { checkCreditCode } from './identifiers/credit-code.ts'
import { checkIdNumber } from './identifiers/id-number.ts'
import { formatYuan, parseYuan } from './money.ts'
import type { Malformed } from './ruling.ts'

export type Parsed = { readonly ok: true; readonly value: Data } | { readonly ok: false; readonly faults: readonly Malformed[] }

/** Finds the form of an earlier act, for corrections. */
export type FormOf = (seq: number) => Form | undefined

/** Reads what was sent against a form (表单校验): typed answers, or every fault with its field and the reason. */
export function parseAnswers(form: Form, input: unknown, formOf: FormOf = () => undefined): Parsed {
  const faults: Malformed[] = []
  const value = readForm(form, input, '', faults, formOf)
  return faults.length === 0 ? { ok: true, value } : { ok: false, faults }
}

/** Writes answers as plain JSON: days as 2021-03-01, times as HH:mm, amounts as text in yuan. */
export function plainAnswers(form: Form, answers: Data, formOf: FormOf = () => undefined): Readonly<Record<string, unknown>> {
  const plain: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(form)) {
    const answer = answers[name]
    if (answer !== undefined) plain[name] = plainOf(field.shape, answer, answers, formOf)
  }
  return plain
}

const isRecord = (input: unknown): input is Readonly<Record<string, unknown>> => typeof input === 'object' && input !== null && !Array.isArray(input)

function readForm(form: Form, input: unknown, path: string, faults: Malformed[], formOf: FormOf): Data {
  if (!isRecord(input)) {
    faults.push({ path, because: '应为一组填写项' })
    return {}
  }
  for (const name of Object.keys(input)) if (!Object.hasOwn(form, name)) faults.push({ path: join(path, name), because: '没有这一填写项' })
  const answers: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(form)) {
    const given = Object.hasOwn(input, name) ? input[name] : undefined
    if (given === undefined || given === null || given === '') {
      if (!field.optional) faults.push({ path: join(path, name), because: `请填写「${field.label}」` })
      continue
    }
    const answer = readField(field, given, { path: join(path, name), faults, formOf, beside: input })
    if (answer !== undefined) answers[name] = answer
  }
  return answers
}
const join = (path: string, name: string | number) => (path === '' ? String(name) : `${path}.${name}`)

interface Reading {
  readonly path: string
  readonly faults: Malformed[]
  readonly formOf: FormOf
  readonly beside: Readonly<Record<string, unknown>>
}

function readField({ label, shape }: Field<unknown>, given: unknown, at: Reading): unknown {
  const fault = (because: string): undefined => {
    at.faults.push({ path: at.path, because: `「${label}」${because}` })
    return undefined
  }
  switch (shape.type) {
    case 'text':
      return readText(shape, given, fault)
    case 'day':
      return (typeof given === 'string' ? parseDay(given) : undefined) ?? fault('应为真实存在的日期，写作 2021-03-01')
    case 'clock':
      return (typeof given === 'string' ? parseClock(given) : undefined) ?? fault('应为时刻，写作 09:30')
    case 'money':
      return readMoney(given) ?? fault('应为以元为单位的金额，最多两位小数（到分），写作 3000 或 3000.50')
    case 'count':
      return typeof given === 'number' && Number.isSafeInteger(given) && given >= shape.min && given <= shape.max ? given : fault(`应为 ${shape.min} 至 ${shape.max} 之间的整数`)
    case 'flag':
      return typeof given === 'boolean' ? given : fault('应为是或否')
    case 'choice':
      return typeof given === 'string' && Object.hasOwn(shape.options, given) ? given : fault(`应为：${Object.values(shape.options).join('、')}`)
    case 'choices':
      return readChoices(shape.options, given) ?? fault(`应从中选择，不得重复：${Object.values(shape.options).join('、')}`)
    case 'person':
    case 'matter':
      return typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : fault('应为系统中的编号')
    case 'act':
      return typeof given === 'number' && Number.isSafeInteger(given) && given > 0 ? given : fault('应为案卷中行为的序号')
    case 'list':
      return readList(shape, given, at, fault)
    case 'group':
      return readForm(shape.of, given, at.path, at.faults, at.formOf)
    case 'facts':
      return readFacts(given) ?? fault('应为每项因素的代码和查明的事实：是否、数或者选项的代码')
    case 'answers':
      return readTargetAnswers(given, at, fault)
    default:
      return shape satisfies never
  }
}

type Fault = (because: string) => undefined

const LONE_SURROGATE = /\p{Surrogate}/u
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/
function readText(shape: Extract<Shape, { type: 'text' }>, given: unknown, fault: Fault): string | undefined {
  if (typeof given !== 'string') return fault('应为文字')
  const text = given.trim()
  if (text === '') return fault('不能为空白')
  if (LONE_SURROGATE.test(text) || CONTROL.test(text)) return fault('含有无法显示的控制字符')
  if (shape.lines === 'one' && /[\r\n]/.test(text)) return fault('应为一行')
  if (text.length > shape.max) return fault(`不得超过 ${shape.max} 字`)
  const because = shape.format === undefined ? undefined : FORMATS[shape.format](text)
  if (because !== undefined) return fault(because)
  return shape.format === 'idNumber' || shape.format === 'creditCode' ? text.toUpperCase() : text
}

const FORMATS: Readonly<Record<TextFormat, (text: string) => string | undefined>> = {
  creditCode: (text) => reason(checkCreditCode(text.toUpperCase())),
  idNumber: (text) => reason(checkIdNumber(text.toUpperCase())),
  phone: (text) => (/^[0-9+() -]{5,20}$/.test(text) ? undefined : '应为电话号码'),
  hash: (text) => (/^[0-9a-f]{64}$/.test(text) ? undefined : '应为 64 位十六进制摘要'),
}
const reason = (checked: { readonly ok: true } | { readonly ok: false; readonly because: string }) => (checked.ok ? undefined : checked.because)

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/
/** Minutes since midnight of a time written HH:mm (时刻). */
export function parseClock(written: string): number | undefined {
  const found = CLOCK.exec(written)
  return found === null ? undefined : Number(found[1]) * 60 + Number(found[2])
}
/** A time of day written HH:mm. */
export const formatClock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** A number is accepted where it stands for the same text, so that a hand-written scenario may say 3000. */
const readMoney = (given: unknown) => parseYuan(typeof given === 'number' && Number.isSafeInteger(given) ? String(given) : typeof given === 'string' ? given : '')

function readChoices(options: Readonly<Record<string, string>>, given: unknown): readonly string[] | undefined {
  if (!Array.isArray(given) || given.length === 0) return undefined
  const chosen = given.filter((one): one is string => typeof one === 'string' && Object.hasOwn(options, one))
  return chosen.length === given.length && new Set(chosen).size === chosen.length ? chosen : undefined
}

const FACTS_MAX = 40
const FACT_MAX = 100
const FACT_CODE_MAX = 40
function readFacts(given: unknown): Readonly<Record<string, string | number | boolean>> | undefined {
  if (!isRecord(given)) return undefined
  const all = Object.entries(given)
  const facts = all.filter((one): one is [string, string | number | boolean] => one[0] !== '' && one[0].length <= FACT_CODE_MAX && isFact(one[1]))
  return facts.length === all.length && facts.length <= FACTS_MAX ? Object.fromEntries(facts) : undefined
}
const isFact = (given: unknown): given is string | number | boolean => typeof given === 'boolean' || (typeof given === 'number' && Number.isFinite(given)) || (typeof given === 'string' && given !== '' && given.length <= FACT_MAX && !CONTROL.test(given))

const ROWS_MAX = 500
function readList(shape: Extract<Shape, { type: 'list' }>, given: unknown, at: Reading, fault: Fault): unknown {
  if (!Array.isArray(given)) return fault('应为清单')
  if (given.length < shape.atLeast) return fault(`至少填写 ${shape.atLeast} 项`)
  if (given.length > ROWS_MAX) return fault(`不得超过 ${ROWS_MAX} 项`)
  return given.map((row: unknown, index) => readForm(shape.of, row, join(at.path, index), at.faults, at.formOf))
}

function readTargetAnswers(given: unknown, at: Reading, fault: Fault): unknown {
  const { target } = at.beside
  const form = typeof target === 'number' ? at.formOf(target) : undefined
  return form === undefined ? fault('须先指明要更正的行为') : readForm(form, given, at.path, at.faults, at.formOf)
}

function plainOf(shape: Shape, answer: unknown, beside: Data, formOf: FormOf): unknown {
  switch (shape.type) {
    case 'day':
      return typeof answer === 'number' ? formatDay(answer as Parameters<typeof formatDay>[0]) : answer
    case 'clock':
      return typeof answer === 'number' ? formatClock(answer) : answer
    case 'money':
      return typeof answer === 'bigint' ? formatYuan(answer as Parameters<typeof formatYuan>[0]) : answer
    case 'list':
      return Array.isArray(answer) ? answer.map((row: Data) => plainAnswers(shape.of, row, formOf)) : answer
    case 'group':
      return plainAnswers(shape.of, answer as Data, formOf)
    case 'answers': {
      const form = typeof beside['target'] === 'number' ? formOf(beside['target']) : undefined
      return form === undefined ? answer : plainAnswers(form, answer as Data, formOf)
    }
    default:
      return answer
  }
}
