import { apl, cite, citeAllInFull, type Citation } from '@zhunsheng/law/article.ts'
import type { CaseFile } from '@zhunsheng/law/case-file.ts'
import { chineseDay, type Day } from '@zhunsheng/law/day.ts'
import type { Act } from '@zhunsheng/law/dossier.ts'
import type { Devolution } from '@zhunsheng/law/jurisdiction.ts'
import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import { formatClock } from '@zhunsheng/law/parse.ts'
import { last } from '@zhunsheng/law/penalty/ordinary/words.ts'
import { clauseOn } from '@zhunsheng/law/penalty/predecessors.ts'
import { openingOf } from '@zhunsheng/law/opening.ts'
import type { Party } from '@zhunsheng/law/party.ts'
import type { Procedure } from '@zhunsheng/law/procedure.ts'
import type { Block, Fact } from '../../../platform/paper/model.ts'
import type { PublishedBenchmark } from '../../discretion/contract.ts'

/** Whom papers name beside the bureau itself (有关机关), by configuration and never invented. */
export interface Authorities {
  /** The people's government of the district: reconsideration. */
  readonly government: string
  /** The department one level up: reconsideration until the end of 2023. A town's government has none. */
  readonly superior?: string
}

/** What a paper is made from: the file as it stood with the act that makes the paper, and the numbers of the file's papers. */
export interface PaperCase {
  readonly procedure: Procedure
  readonly file: CaseFile
  readonly act: Act
  readonly agency: string
  readonly authorities: Authorities
  /** By what the agency has the power, where it took it over from the bureau (下放决定). */
  readonly devolution?: Devolution
  /** The number of an earlier paper of the file, by its form. */
  readonly numberOf: (form: string) => string | undefined
  /** The name of a kind of act. */
  readonly titleOf: (kind: string) => string
  /** A benchmark as it was published, by the name that acts give it. */
  readonly benchmarkOf: (id: string) => PublishedBenchmark | undefined
  /** The name of a person of the bureau. */
  readonly nameOf: (id: string) => string
}

export const chinese = (day: Day): string => chineseDay(day)
export const from = (start: number, end: number): string => `${formatClock(start)} 至 ${formatClock(end)}`
/** The articles as papers cite them, in the version of that day. */
export const citing = (on: Day, ...citations: readonly Citation[]): string => citeAllInFull(citations.map((citation) => clauseOn(citation, on)))

/** The lead of the file: every paper begins with it. */
export function leadOf({ file }: PaperCase) {
  const lead = last(file, 'apply')
  if (lead === undefined) throw new Error('a paper is made in a file that was proposed')
  return lead
}

/** Whom the file is about, where and under which matter, whatever its procedure. */
export function aboutOf({ procedure, file }: PaperCase): { readonly party?: Party; readonly place: string; readonly matter: string; readonly opened: Act } {
  const opening = openingOf(procedure, file)
  if (opening === undefined) throw new Error('a paper is made in a file that was opened')
  const { party, place = '', matter = '' } = opening.data
  return { place, matter, opened: opening, ...(party === undefined ? {} : { party }) }
}
/** The name of the party, as papers address him. */
export const partyName = (of: PaperCase): string => aboutOf(of).party?.name ?? ''

/** The matter's name and clauses (案由、违反的规定、处罚依据). */
export function matterOf(of: PaperCase): { readonly name: string; readonly broken?: string; readonly applied: string } {
  const { matter: id } = aboutOf(of)
  const matter = findMatter(id)
  if (matter === undefined) return { name: id, applied: '' }
  return { name: matter.name, applied: cite(matter.basis), ...(matter.violates === undefined ? {} : { broken: cite(matter.violates) }) }
}

/** The party block (当事人栏), only with what the file knows. */
export function partyFacts(party: Party): Fact[] {
  const rows: readonly (readonly [string, string | undefined])[] =
    party.kind === 'citizen'
      ? [['姓名', party.name], ['居民身份证号', party.idNumber], ['出生日期', party.birthday === undefined ? undefined : chinese(party.birthday)], ['住址', party.address], ['联系电话', party.phone]]
      : [['名称', party.name], ['统一社会信用代码', party.creditCode], [party.kind === 'soleTrader' ? '经营者' : '法定代表人（负责人）', party.representative], ['住所', party.address], ['联系电话', party.phone]]
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
}

/** The officers with their certificates (执法人员及执法证号). */
export const officersOf = ({ by }: Pick<Act, 'by'>): string => by.map(({ name, certificate }) => (certificate === undefined ? name : `${name}（执法证号 ${certificate.number}）`)).join('、')

/** Everyone who acted, each with a line to sign. */
export const signed = (label: string, { by, on }: Pick<Act, 'by' | 'on'>): Block => ({
  kind: 'signature',
  lines: by.map(({ name, certificate }) => ({ label, name, on: chinese(on), ...(certificate === undefined ? {} : { note: `执法证号 ${certificate.number}` }) })),
})
/** A box of an approval form (审批栏). */
export const opinion = (title: string, text: string, { by, on }: Pick<Act, 'by' | 'on'>): Block => ({ kind: 'opinion', title, text, who: by.map(({ name }) => name).join('、'), on: chinese(on) })
export const seal = ({ agency, act }: PaperCase): Block => ({ kind: 'seal', agency, on: chinese(act.on) })
export const heading = (text: string): Block => ({ kind: 'heading', level: 1, text })
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** Of whom reconsideration could be asked until the end of 2023 (行政复议法 2017 第十二条、第十三条). */
export const reconsideredBy = ({ government, superior }: Authorities): string => (superior === undefined ? government : `${government}或者${superior}`)
/** By what the agency has the power, where the bureau gave it away (职权来源): 行政处罚法第二十四条第一款. */
export const powerFrom = ({ devolution, agency, act }: PaperCase): readonly Block[] =>
  devolution === undefined ? [] : [paragraph(`依照${citing(act.on, apl(24, 1))}和《${devolution.title}》（${devolution.number}），本案事项的行政处罚权由${agency}行使。`)]

/** Where and by when to contest an act of the bureau (救济途径), in the law of that day. */
export function remedies({ authorities }: PaperCase, paper: string, to: { readonly body: string; readonly court: string }): string {
  const body = to.body === 'either' ? reconsideredBy(authorities) : authorities.government
  return `如不服本${paper}，可以自收到之日起六十日内向${body}申请行政复议，也可以自收到之日起六个月内直接向${to.court}提起行政诉讼。`
}

/** Things in a table (物品清单). */
export const itemList = (items: readonly { readonly name: string; readonly model?: string | undefined; readonly quantity: number; readonly condition?: string | undefined }[]): Block => ({
  kind: 'list',
  head: ['序号', '名称', '规格型号', '数量', '成色、状况'],
  rows: items.map(({ name, model, quantity, condition }, index) => [String(index + 1), name, model ?? '—', String(quantity), condition ?? '—']),
})
