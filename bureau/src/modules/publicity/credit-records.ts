import { citeShort } from '@zhunsheng/law/article.ts'
import { checkCredit, type CreditFinding, type CreditRow } from '@zhunsheng/law/credit/check.ts'
import { PENALTY_COLUMNS } from '@zhunsheng/law/credit/columns.ts'
import { penaltyRecord, type PublishedPenalty } from '@zhunsheng/law/credit/penalty-record.ts'
import { parseDay, type Day } from '@zhunsheng/law/day.ts'
import { redacted } from '@zhunsheng/law/identifiers/redact.ts'
import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import { parseYuan } from '@zhunsheng/law/money.ts'
import { publicationOf } from '@zhunsheng/law/penalty/execution/published.ts'
import { PENALTY_KINDS } from '@zhunsheng/law/penalty/forms.ts'
import ExcelJS from 'exceljs'
import type { AgencyOf } from '../enforcement/contract.ts'
import type { CreditSource } from './store-credit.ts'

/** Organisations and natural persons travel in files of their own. */
export type CreditParty = 'organisation' | 'citizen'

/** The bureau, from whose system the records come, and whoever decided (数据来源单位、处罚机关). */
export interface CreditAgencies {
  readonly name: string
  readonly creditCode: string
  readonly agencyOf: AgencyOf
}

/** A record with the case behind it. */
export interface CreditRecord {
  readonly caseId: string
  readonly caseNumber: string
  readonly row: CreditRow
}

/** Makes the records of published penalties (双公示记录), each from its case. */
export function recordsOf(sources: readonly CreditSource[], agencies: CreditAgencies, party: CreditParty): readonly CreditRecord[] {
  const words: Readonly<Record<string, string>> = PENALTY_KINDS
  return sources.flatMap((source): readonly CreditRecord[] => {
    const kind = source.party_kind === 'citizen' ? 'citizen' : source.party_kind === 'soleTrader' ? 'soleTrader' : 'organisation'
    const decidedOn = parseDay(source.decided_on)
    if ((kind === 'citizen') !== (party === 'citizen') || decidedOn === undefined) return []
    const matter = findMatter(source.matter)
    // The platform shows them to everybody, so they are told as on the public page.
    const { facts, people } = publicationOf(source.acts)
    const [fine, confiscated] = [yuanOf(source.fine_fen), yuanOf(source.confiscated_fen)]
    const row = penaltyRecord({
      party: {
        kind,
        name: source.party,
        ...(source.credit_code === null ? {} : { creditCode: source.credit_code }),
        ...(source.representative === null ? {} : { representative: source.representative }),
        ...(source.id_number === null ? {} : { idNumber: source.id_number }),
      },
      number: source.number ?? '',
      offence: source.matter_name,
      facts: redacted(facts, people),
      basis: matter === undefined ? '' : citeShort(matter.basis),
      kinds: source.kinds.map((one) => words[one] ?? `其他-${one}`),
      decidedOn,
      agency: decider(agencies, source),
      source: { name: agencies.name, creditCode: agencies.creditCode },
      ...(fine === undefined || source.fine_fen === 0 ? {} : { fine }),
      ...(confiscated === undefined || source.confiscated_fen === 0 ? {} : { confiscated }),
      ...noteOf(source),
      ...untilOf(source),
    })
    return [{ caseId: source.id, caseNumber: source.case_number, row }]
  })
}

/** Who decided: a town that acts in its own name is named by itself, with its own code (行政处罚法第二十四条). */
function decider({ agencyOf }: CreditAgencies, { acting_town }: CreditSource): PublishedPenalty['agency'] {
  const { name, creditCode = '' } = agencyOf(acting_town)
  return { name, creditCode }
}

/** What the platform is told of a publication that is over: it marks its record by it. */
function noteOf({ withdrawn_on, public_ended_on }: CreditSource): { readonly note?: string } {
  if (withdrawn_on !== null) return { note: `决定已变更或者撤销，${withdrawn_on} 撤回公示` }
  return public_ended_on === null ? {} : { note: `准予信用修复，${public_ended_on} 停止公示` }
}
function untilOf({ public_until, public_ended_on }: CreditSource): { readonly publicUntil?: Day } {
  const until = parseDay(public_ended_on ?? public_until ?? '')
  return until === undefined ? {} : { publicUntil: until }
}
const yuanOf = (fen: number) => parseYuan(`${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`)

export const findingsOf = (records: readonly CreditRecord[]): readonly CreditFinding[] => checkCredit(PENALTY_COLUMNS, records.map(({ row }) => row))

const cellsOf = ({ row }: CreditRecord): readonly string[] => PENALTY_COLUMNS.map(({ code }) => row[code] ?? '')

/** One header row in Chinese, every cell text. */
export async function asXlsx(records: readonly CreditRecord[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('行政处罚')
  sheet.columns = PENALTY_COLUMNS.map(({ header }) => ({ header, width: Math.min(40, header.length * 2 + 4), style: { numFmt: '@' } }))
  for (const record of records) sheet.addRow([...cellsOf(record)])
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** UTF-8 with a byte order mark, so that spreadsheets read it; a cell that a spreadsheet would run is quoted as text. */
export function asCsv(records: readonly CreditRecord[]): Buffer {
  const rows = [PENALTY_COLUMNS.map(({ header }) => header), ...records.map(cellsOf)]
  return Buffer.from(`\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`)
}
const quoted = (cell: string): string => `"${(/^[=+@\t]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`

export const asJson = (records: readonly CreditRecord[]): Buffer => Buffer.from(JSON.stringify(records.map(({ row }) => row)))
