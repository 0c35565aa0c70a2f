import { citeAllInFull } from '@zhunsheng/law/article.ts'
import type { Act } from '@zhunsheng/law/dossier.ts'
import type { Field, Form } from '@zhunsheng/law/field.ts'
import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import { formatClock } from '@zhunsheng/law/parse.ts'
import { clauseOn } from '@zhunsheng/law/penalty/predecessors.ts'
import { addDays, day } from '@zhunsheng/law/day.ts'
import type { Block, Fact } from '../../../platform/paper/model.ts'
import { capitalAmount } from '../../../platform/paper/numerals.ts'
import { textOf } from './answers.ts'
import { aboutOf, chinese, paragraph, partyFacts, partyName, seal, signed, type PaperCase } from './paper-case.ts'

/** Days are numbered from this one. */
const FIRST_DAY = day('1970-01-01')

/** What a paper is for: a letter to the party or to another authority, a record taken together, or an inward form. */
type Manner = 'letter' | 'official' | 'record' | 'form'

/**
 * A paper made of an act's own form (由表单生成的文书): whom it concerns, every answer under the words of the form, the articles of the
 * act in the version of its day, and who signs or seals. `except` leaves out what the paper says elsewhere.
 */
export const plain = (manner: Manner, { says, except = [], to }: { readonly says?: (of: PaperCase) => string; readonly except?: readonly string[]; readonly to?: string } = {}) =>
  function blocks(of: PaperCase): readonly Block[] {
    const { act, procedure } = of
    const spec = procedure.acts[act.kind]
    const { party } = aboutOf(of)
    if (spec === undefined) return []
    const basis = citeAllInFull(spec.basis.map((citation) => clauseOn(citation, act.on)))
    const asked: Form = Object.fromEntries(Object.entries(spec.form).filter(([name]) => name !== 'party' && !except.includes(name)))
    return [
      ...(manner === 'letter' ? [{ kind: 'to' as const, text: partyName(of) }] : to === undefined ? [] : [{ kind: 'to' as const, text: textOf(act, to) }]),
      ...(says === undefined ? [] : [paragraph(says(of))]),
      ...(party === undefined ? [] : [{ kind: 'facts' as const, columns: 2 as const, rows: partyFacts(party) }]),
      ...answerBlocks(asked, act.data, of),
      paragraph(`依据：${basis}。`),
      ...(manner === 'record' ? [{ kind: 'signature' as const, lines: [{ label: '当事人', on: chinese(act.on) }] }] : []),
      signed(manner === 'record' ? '执法人员' : '经办人', act),
      ...(manner === 'letter' || manner === 'official' ? [seal(of)] : []),
    ]
  }

/** The answers of a form as blocks: single answers in one table, each list in its own. */
function answerBlocks(form: Form, data: Act['data'], of: PaperCase): readonly Block[] {
  const rows: Fact[] = []
  const lists: Block[] = []
  for (const [name, field] of Object.entries(form)) {
    const value = data[name]
    if (value === undefined) continue
    if (field.shape.type === 'list') lists.push(listBlock(field.label, field.shape.of, value, of))
    else if (field.shape.type === 'group' && 'verdict' in field.shape.of) rows.push({ label: field.label, value: inOneLine(field.shape.of, asData(value), of) })
    else if (field.shape.type === 'group') lists.push(...answerBlocks(field.shape.of, asData(value), of))
    else rows.push({ label: field.label, value: shown(field, value, of) })
  }
  return [...(rows.length === 0 ? [] : [{ kind: 'facts' as const, columns: 1 as const, rows }]), ...lists]
}

/** A small group, such as a point of a review with its verdict, in one line. */
const inOneLine = (form: Form, data: Act['data'], of: PaperCase): string => Object.entries(form).flatMap(([name, field]) => (data[name] === undefined ? [] : [shown(field, data[name], of)])).join('：')

function listBlock(label: string, form: Form, value: unknown, of: PaperCase): Block {
  const fields = Object.entries(form)
  const rows = (Array.isArray(value) ? value : []).map((row: unknown, index) => [String(index + 1), ...fields.map(([name, field]) => shown(field, asData(row)[name], of))])
  return { kind: 'list', head: [label, ...fields.map(([, field]) => field.label)], rows }
}

const asData = (value: unknown): Act['data'] => (typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {})

/** An answer in words. */
function shown({ shape }: Field<unknown>, value: unknown, of: PaperCase): string {
  if (value === undefined) return '—'
  switch (shape.type) {
    case 'choice':
      return typeof value === 'string' ? (shape.options[value] ?? value) : ''
    case 'choices':
      return (Array.isArray(value) ? value : []).map((one) => (typeof one === 'string' ? (shape.options[one] ?? one) : '')).join('、')
    case 'day':
      return typeof value === 'number' ? chinese(addDays(FIRST_DAY, value)) : ''
    case 'clock':
      return typeof value === 'number' ? formatClock(value) : ''
    case 'money':
      return typeof value === 'bigint' ? capitalAmount(value) : ''
    case 'count':
      return typeof value === 'number' ? `${value}${shape.unit}` : ''
    case 'flag':
      return value === true ? '是' : '否'
    case 'person':
      return typeof value === 'string' ? of.nameOf(value) : ''
    case 'matter':
      return typeof value === 'string' ? (findMatter(value)?.name ?? value) : ''
    case 'act':
      return typeof value === 'number' ? `第${value}项行为` : ''
    case 'text':
      // A digest is one long word; in groups it keeps within its column.
      return typeof value !== 'string' ? '' : shape.format === 'hash' ? value.replace(/(.{8})(?=.)/g, '$1 ') : value
    default:
      return ''
  }
}
