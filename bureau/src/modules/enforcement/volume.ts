import { formatDay } from '@zhunsheng/law/day.ts'
import type { Fact } from '../../platform/paper/model.ts'
import type { Volume, VolumeEntry } from '../../platform/paper/volume.ts'
import { agenciesOf } from './acting-agency.ts'
import type { OpenedCase } from './cases.ts'
import { paperOf, printed, type PaperMaker } from './handover.ts'
import { paperRefs } from './papers/catalogue.ts'
import type { ListedCase } from './store-docket.ts'

/** The file for everybody who may see the case, and the one that stays inside (正卷、副卷). */
export type VolumePart = 'main' | 'secondary'

/** Papers that record how the bureau made up its mind: they stay inside (副卷). */
const INNER: readonly string[] = [
  'filing', 'declined', 'legal-review', 'discussion', 'closing', 'conclusion', 'preservation-approval', 'extension', 'suspension', 'resumption', 'termination', 'publication-withdrawal',
  'statement-review', 'measure-approval', 'measure-supplement', 'conversion', 'spot-report', 'enforcement-end',
]
/** The decision and its receipt come first (正卷排列), the rest in the order of time. */
const FIRST: readonly string[] = ['decision', 'spot-decision', 'exemption', 'receipt-decision']

/** Puts a case together as the archive orders it (案卷), each paper printed as it was. */
export async function volumeOf(opened: OpenedCase, row: ListedCase, maker: PaperMaker, part: VolumePart): Promise<Volume> {
  const refs = paperRefs(opened.judge.procedure.code, opened.stored, opened.papers).filter(({ form }) => INNER.includes(form) === (part === 'secondary'))
  const ordered = [...FIRST.flatMap((form) => refs.filter((ref) => ref.form === form)), ...refs.filter(({ form }) => !FIRST.includes(form))]
  const entries = await Promise.all(
    ordered.map(async ({ form, seq, title, number = '', on }): Promise<VolumeEntry | undefined> => {
      const act = opened.acts.find((one) => one.seq === seq)
      const paper = act === undefined ? undefined : paperOf(opened, act, form, maker)
      return act === undefined || paper === undefined ? undefined : { name: title, number, date: on, pdf: await printed(paper, act) }
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
    title: part === 'main' ? '案 卷（正卷）' : '案 卷（副卷）',
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
