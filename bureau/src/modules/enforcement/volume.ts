import { formatDay } from '@zhunsheng/law/day.ts'
import type { Fact } from '../../platform/paper/model.ts'
import type { Volume, VolumeEntry } from '../../platform/paper/volume.ts'
import { agenciesOf } from './acting-agency.ts'
import type { OpenedCase } from './cases.ts'
import { paperOf, printed, type PaperMaker } from './handover.ts'
import { paperRefs } from './papers/catalogue.ts'
import type { ListedCase } from './store-docket.ts'
import type { PaperRef } from './wire.ts'

/** The file for everybody who may see the case, the one that stays inside, and what goes to the court (正卷、副卷、申请强制执行材料). */
export type VolumePart = 'main' | 'secondary' | 'court'
const TITLES: Readonly<Record<VolumePart, string>> = { main: '案 卷（正卷）', secondary: '案 卷（副卷）', court: '申请强制执行材料' }

/** Papers that record how the bureau made up its mind: they stay inside (副卷). */
const INNER: readonly string[] = [
  'filing', 'declined', 'legal-review', 'discussion', 'closing', 'conclusion', 'preservation-approval', 'extension', 'suspension', 'resumption', 'termination', 'publication-withdrawal',
  'statement-review', 'measure-approval', 'measure-supplement', 'conversion', 'spot-report', 'enforcement-end',
]
/** The decision and its receipt come first (正卷排列), the rest in the order of time. */
const FIRST: readonly string[] = ['decision', 'spot-decision', 'exemption', 'receipt-decision']

/** 行政强制法第五十五条第一款: by items what is handed to the court; the fourth, what is to be executed, stands in the application itself. */
const FOR_COURT: readonly (readonly [item: string, forms: readonly string[]])[] = [
  ['（一）', ['court-application']],
  ['（二）', ['decision', 'spot-decision', 'removal-decision', 'changed-decision', 'receipt-decision', 'receipt-removal', 'inspection', 'spot-record', 'interview', 'sampling', 'reinspection']],
  ['（三）', ['notice', 'hearing-right', 'receipt-notice', 'statement', 'hearing-notice', 'hearing-record', 'removal-hearing', 'deferral', 'instalments', 'demand', 'receipt-demand', 'receipt-removal-demand']],
]
const OTHERS = '（五）'

/** The papers of a volume in its order, each with what stands before its name. */
function ordered(refs: readonly PaperRef[], part: VolumePart): readonly (readonly [before: string, ref: PaperRef])[] {
  const own = refs.filter(({ form }) => INNER.includes(form) === (part === 'secondary'))
  if (part !== 'court') return [...FIRST.flatMap((form) => own.filter((ref) => ref.form === form)), ...own.filter(({ form }) => !FIRST.includes(form))].map((ref) => ['', ref])
  const applied = own.findLast(({ form }) => form === 'court-application')
  if (applied === undefined) return []
  // Of several applications the last one goes, with what there was by then.
  const then = own.filter(({ form, seq }) => seq <= applied.seq && (form !== 'court-application' || seq === applied.seq))
  const isNamed = (form: string) => FOR_COURT.some(([, forms]) => forms.includes(form))
  return [...FOR_COURT.flatMap(([item, forms]) => forms.flatMap((form) => then.filter((ref) => ref.form === form)).map((ref) => [item, ref] as const)), ...then.filter(({ form }) => !isNamed(form)).map((ref) => [OTHERS, ref] as const)]
}

/** Puts a case together as the archive orders it (案卷), each paper printed as it was. */
export async function volumeOf(opened: OpenedCase, row: ListedCase, maker: PaperMaker, part: VolumePart): Promise<Volume> {
  const entries = await Promise.all(
    ordered(paperRefs(opened.judge.procedure.code, opened.stored, opened.papers), part).map(async ([before, { form, seq, title, number = '', on }]): Promise<VolumeEntry | undefined> => {
      const act = opened.acts.find((one) => one.seq === seq)
      const paper = act === undefined ? undefined : paperOf(opened, act, form, maker)
      return act === undefined || paper === undefined ? undefined : { name: `${before}${title}`, number, date: on, pdf: await printed(paper, act) }
    }),
  )
  const present = entries.filter((entry) => entry !== undefined)
  const last = opened.acts.at(-1)
  const archived = opened.acts.findLast(({ kind }) => kind === 'archive')
  const agency = agenciesOf(maker.bureau)(row.acting_town)
  const words: readonly (readonly [string, string | null | undefined])[] = [
    ['案件名称', row.title],
    ['案号', row.number],
    ['程序', opened.judge.procedure.name],
    ['办案机关', row.acting_town === null ? undefined : agency.name],
    ['当事人', row.party],
    ['案由', row.matter_name],
    ['立案日期', row.filed_on],
    ['决定日期', row.decided_on],
    ['承办人', row.officer_names.join('、')],
    ['归档号', typeof archived?.data['archiveNumber'] === 'string' ? archived.data['archiveNumber'] : undefined],
    ['归档日期', archived === undefined ? undefined : formatDay(archived.on)],
  ]
  return {
    agency: agency.name,
    title: TITLES[part],
    cover: words.flatMap(([label, value]): readonly Fact[] => (value === null || value === undefined || value === '' ? [] : [{ label, value }])),
    entries: present,
    closing: [
      { label: '本卷情况', value: `共 ${present.length} 份文书。案卷行为 ${opened.acts.length} 项，最后一项${last === undefined ? '' : `记于 ${formatDay(last.recordedOn)}`}。` },
      { label: '存证', value: '每项行为已记入存证日志；案卷包和离线核验页随移交压缩包提供。' },
      { label: '立卷人、检查人', value: '' },
    ],
    ...(maker.bureau.demo ? { mark: '演示数据' } : {}),
  }
}
