import { cite } from '@zhunsheng/law/article.ts'
import { chineseDay, type Day } from '@zhunsheng/law/day.ts'
import type { Act } from '@zhunsheng/law/dossier.ts'
import type { Form, Shape } from '@zhunsheng/law/field.ts'
import { formatClock } from '@zhunsheng/law/parse.ts'
import type { Procedure } from '@zhunsheng/law/procedure.ts'
import type { Block, Paper } from '../../../platform/paper/model.ts'
import { capitalAmount } from '../../../platform/paper/numerals.ts'
import { PAPERS } from './catalogue.ts'

interface Composing {
  readonly procedure: Procedure
  readonly acts: readonly Act[]
  readonly act: Act
  readonly agency: string
  readonly number?: string
  readonly mark?: string
}

/** Composes the paper of an act from the dossier's own facts (制作文书): what the file knows is never left blank. */
export function composePaper({ procedure, acts, act, agency, number, mark }: Composing): Paper | undefined {
  const paper = PAPERS[act.kind]
  const spec = procedure.acts[act.kind]
  const lead = acts.find(({ kind }) => kind === 'apply')
  if (paper === undefined || spec === undefined || lead === undefined) return undefined
  const party = rowsOf(procedure.acts['apply']?.form ?? {}, { party: lead.data['party'] })
  const blocks: Block[] = [
    { kind: 'facts', columns: 2, rows: party },
    { kind: 'facts', columns: 1, rows: rowsOf(spec.form, act.data) },
    { kind: 'paragraph', text: `依据：${spec.basis.map(cite).join('、')}。` },
    ...rights(act),
    { kind: 'signature', lines: act.by.map(({ name, certificate }) => ({ label: '经办人', name, ...(certificate === undefined ? {} : { note: `执法证号：${certificate.number}` }), on: chineseDay(act.on) })) },
    { kind: 'seal', agency, on: chineseDay(act.on) },
  ]
  return { agency, title: paper.title, family: paper.family, blocks, ...(number === undefined ? {} : { number }), ...(mark === undefined ? {} : { mark }) }
}

/** What a decision and a demand must tell the party (行政处罚法第五十九条、第七十二条, 行政强制法第五十四条). */
function rights(act: Act): readonly Block[] {
  if (act.kind === 'decide' && act.data['outcome'] === 'penalise') {
    const { court: named } = act.data
    const court = typeof named === 'string' ? named : '有管辖权的人民法院'
    const body = act.data['reconsiderTo'] === 'either' ? '区人民政府或者上一级主管部门' : '区人民政府'
    return [
      { kind: 'paragraph', text: '到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超过罚款的数额。' },
      { kind: 'paragraph', text: `不服本决定的，可以自收到本决定书之日起六十日内向${body}申请行政复议，或者六个月内向${court}提起行政诉讼。复议、诉讼期间，本决定不停止执行。` },
    ]
  }
  return act.kind === 'demand' ? [{ kind: 'paragraph', text: '自本催告书送达之日起十个工作日内仍不履行的，本机关将申请人民法院强制执行。' }] : []
}

/** The answers to a form as labelled rows, as a paper prints them. */
function rowsOf(form: Form, data: Readonly<Record<string, unknown>>): { readonly label: string; readonly value: string }[] {
  return Object.entries(form).flatMap(([name, { label, shape }]) => {
    const answer = data[name]
    if (answer === undefined) return []
    if (shape.type === 'group' && isPlain(answer)) return rowsOf(shape.of, answer)
    return [{ label, value: written(shape, answer) }]
  })
}
const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

function written(shape: Shape, answer: unknown): string {
  switch (shape.type) {
    case 'day':
      return typeof answer === 'number' ? chineseDay(answer as Day) : ''
    case 'clock':
      return typeof answer === 'number' ? formatClock(answer) : ''
    case 'money':
      return typeof answer === 'bigint' ? capitalAmount(answer) : ''
    case 'flag':
      return answer === true ? '是' : '否'
    case 'count':
      return `${String(answer)}${shape.unit}`
    case 'choice':
      return shape.options[String(answer)] ?? ''
    case 'choices':
      return Array.isArray(answer) ? answer.map((one) => shape.options[String(one)] ?? '').join('、') : ''
    case 'list':
      return Array.isArray(answer) ? answer.filter(isPlain).map((row, index) => `${index + 1}. ${rowsOf(shape.of, row).map(({ label, value }) => `${label}：${value}`).join('；')}`).join('\n') : ''
    default:
      return typeof answer === 'string' || typeof answer === 'number' ? String(answer) : ''
  }
}
