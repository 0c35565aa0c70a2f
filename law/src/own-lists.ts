import { gbf118 } from './article.ts'
import { choices, dayField, flag, group, list, money, optional, text, type Answers } from './field.ts'
import { FINDINGS, FIXED_ROWS, MEASURES, type MajorCondition, type MajorRow } from './major-list.ts'
import { parseAnswers } from './parse.ts'
import { PENALTY_KINDS } from './penalty/forms.ts'
import { PROCEDURES } from './procedures.ts'
import { EXCUSES, FIXED_RECORDINGS, type RecordingRow } from './recording-row.ts'
import type { Malformed } from './ruling.ts'

const CODE_MAX = 40
const SOURCED = { source: text('来源'), verified: flag('已经核对') } as const
const BY_PARTY = { citizen: money('公民'), organisation: money('单位') } as const
const CIRCUMSTANCES = { publicInterest: '涉及重大公共利益', heard: '经过听证', difficult: '疑难复杂', otherLaw: '另有法律、法规要求' } as const

/** A row of the list of major decisions as a bureau hands it in (目录条目): all that is filled in must hold together. */
const MAJOR = {
  code: text('代码', { max: CODE_MAX }),
  name: text('名称'),
  fine: optional(group('罚款达到', BY_PARTY)),
  confiscation: optional(group('没收达到', BY_PARTY)),
  kinds: optional(choices('处罚种类', PENALTY_KINDS)),
  findings: optional(choices('处理意见', FINDINGS)),
  circumstances: optional(choices('情形', CIRCUMSTANCES)),
  measures: optional(choices('强制措施', MEASURES)),
  measureValue: optional(money('财物价值达到')),
  performance: optional(flag('代履行')),
  from: optional(dayField('施行之日')),
  ...SOURCED,
} as const

/** A row of the list of recordings as a bureau hands it in (清单条目). */
const RECORDING = {
  code: text('代码', { max: CODE_MAX }),
  name: text('名称'),
  procedure: text('程序'),
  act: text('行为'),
  where: optional(list('填写项的值', { field: text('填写项'), value: text('值') })),
  says: optional(text('情形说明')),
  photographs: flag('照片即可'),
  excuses: choices('可以没有的原因', EXCUSES),
  from: optional(dayField('施行之日')),
  ...SOURCED,
} as const

const LISTS = { majorDecisions: optional(list('重大执法决定目录', MAJOR, { atLeast: 0 })), recordings: optional(list('音像记录事项清单', RECORDING, { atLeast: 0 })) } as const

/** The lists that a bureau hands in itself (本机关目录和清单); what it does not hand in stays as this place has it. */
export interface OwnLists {
  readonly majorDecisions?: readonly MajorRow[]
  readonly recordings?: readonly RecordingRow[]
}

/** Reads a bureau's own lists from plain JSON: the rows, or every fault with its place and the reason. */
export function readOwnLists(input: unknown): { readonly ok: true; readonly value: OwnLists } | { readonly ok: false; readonly faults: readonly Malformed[] } {
  const parsed = parseAnswers(LISTS, input)
  if (!parsed.ok) return parsed
  // The answers were checked against the form one line above.
  const { majorDecisions, recordings } = parsed.value as Answers<typeof LISTS>
  const faults = [...majorFaults(majorDecisions ?? []), ...recordingFaults(recordings ?? [])]
  if (faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    value: {
      ...(majorDecisions === undefined ? {} : { majorDecisions: majorDecisions.map(majorRow) }),
      ...(recordings === undefined ? {} : { recordings: recordings.map(recordingRow) }),
    },
  }
}

function majorFaults(rows: readonly Answers<typeof MAJOR>[]): readonly Malformed[] {
  return rows.flatMap((row, index): readonly Malformed[] => [
    ...(partsOf(row).length === 0 ? [{ path: `majorDecisions.${index}`, because: `「${row.name}」没有写任何情形` }] : []),
    ...doubled(rows.map(({ code }) => code), FIXED_ROWS.map(({ code }) => code), index, 'majorDecisions'),
  ])
}

function recordingFaults(rows: readonly Answers<typeof RECORDING>[]): readonly Malformed[] {
  return rows.flatMap((row, index): readonly Malformed[] => {
    const spec = PROCEDURES.find(({ procedure }) => procedure.code === row.procedure)?.procedure.acts[row.act]
    const asked = spec?.form ?? {}
    const unknown = (row.where ?? []).find(({ field }) => !Object.hasOwn(asked, field))
    return [
      ...(spec !== undefined && Object.hasOwn(asked, 'recordings') ? [] : [{ path: `recordings.${index}.act`, because: `「${row.name}」：没有这种程序和行为，或者这种行为的表单不收音像记录` }]),
      ...(unknown === undefined || spec === undefined ? [] : [{ path: `recordings.${index}.where`, because: `「${row.name}」：表单没有填写项 ${unknown.field}` }]),
      ...doubled(rows.map(({ code }) => code), FIXED_RECORDINGS.map(({ code }) => code), index, 'recordings'),
    ]
  })
}

const doubled = (codes: readonly string[], fixed: readonly string[], index: number, where: string): readonly Malformed[] => {
  const code = codes[index] ?? ''
  return fixed.includes(code) || codes.indexOf(code) < index ? [{ path: `${where}.${index}.code`, because: `代码 ${code} 重复，或者是固定事项的代码` }] : []
}

function partsOf(row: Answers<typeof MAJOR>): readonly MajorCondition[] {
  return [
    ...(row.fine === undefined ? [] : [{ is: 'fineFrom' as const, ...row.fine }]),
    ...(row.confiscation === undefined ? [] : [{ is: 'confiscationFrom' as const, ...row.confiscation }]),
    ...(row.kinds === undefined ? [] : [{ is: 'kinds' as const, of: row.kinds }]),
    ...(row.findings === undefined ? [] : [{ is: 'finding' as const, of: row.findings }]),
    ...(row.circumstances ?? []).map((is) => ({ is })),
    ...(row.measures === undefined ? [] : [{ is: 'measure' as const, of: row.measures, ...(row.measureValue === undefined ? {} : { valueFrom: row.measureValue }) }]),
    ...(row.performance === true ? [{ is: 'performance' as const }] : []),
  ]
}

function majorRow(row: Answers<typeof MAJOR>): MajorRow {
  const { code, name, source, verified, from } = row
  const [first, ...rest] = partsOf(row)
  if (first === undefined) throw new Error(`row ${code} was checked to have a condition`)
  return { code, name, source, verified, basis: [gbf118()], condition: rest.length === 0 ? first : { is: 'all', of: [first, ...rest] }, ...(from === undefined ? {} : { from }) }
}

function recordingRow({ where, says, from, ...row }: Answers<typeof RECORDING>): RecordingRow {
  const condition: RecordingRow['condition'] = where === undefined ? { is: 'always' } : { is: 'answers', says: says ?? where.map(({ field, value }) => `${field}=${value}`).join('，且'), where: Object.fromEntries(where.map(({ field, value }) => [field, value])) }
  return { ...row, condition, basis: [gbf118()], ...(from === undefined ? {} : { from }) }
}
