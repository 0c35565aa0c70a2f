import type { CaseFile } from '@zhunsheng/law/case-file.ts'
import { formatDay } from '@zhunsheng/law/day.ts'
import { JOINT_OPERATION } from '@zhunsheng/law/operation/joint/procedure.ts'
import { last as lastOfAgency } from '@zhunsheng/law/transfer/agency/words.ts'
import { AGENCY_TRANSFER } from '@zhunsheng/law/transfer/agency/procedure.ts'
import { noticeOfFiling } from '@zhunsheng/law/transfer/crime/standing.ts'
import { last as lastOfCrime } from '@zhunsheng/law/transfer/crime/words.ts'
import type { NewAct } from './wire.ts'

/** What an act brings about in a related case. */
export type Follow = Pick<NewAct, 'kind' | 'data'>

const pagesOf = (papers: readonly { readonly pages: number }[]): number => papers.reduce((sum, { pages }) => sum + pages, 0)

/** The case goes to the police, is filed there, or comes back (行政处罚法第二十七条). */
export function afterCrimeTransfer(file: CaseFile, kind: string, transfer: string): Follow | undefined {
  const sent = lastOfCrime(file, 'transfer')?.data
  const filed = noticeOfFiling(file)?.data
  const judged = lastOfCrime(file, 'judged')?.data
  const back = lastOfCrime(file, 'takeBack')?.data
  if (kind === 'transfer' && sent !== undefined) return { kind: 'transferCrime', data: { transfer, receiver: sent.receiver, papers: pagesOf(sent.papers) } }
  if ((kind === 'answer' || kind === 'reviewed' || kind === 'supervised') && filed !== undefined) return { kind: 'crimeFiled', data: { transfer, filedOn: formatDay(filed.receivedOn), ...(filed.number === undefined ? {} : { number: filed.number }) } }
  if (kind === 'judged' && judged?.outcome === 'convicted') return { kind: 'crimeSettled', data: { transfer, outcome: 'convicted', settledOn: formatDay(judged.receivedOn), courtFine: judged.courtFine !== undefined } }
  if (kind === 'takeBack' && back !== undefined) return { kind: 'crimeSettled', data: { transfer, outcome: judged?.outcome ?? 'declined', settledOn: formatDay(back.receivedOn), courtFine: false, note: back.opinion } }
  return undefined
}

/** The case goes to another agency, or stays after all where that agency does not take it (行政处罚法第二十五条). */
export function afterAgencyTransfer(file: CaseFile, kind: string): Follow | undefined {
  const sent = lastOfAgency(file, 'send')?.data
  if (sent === undefined) return undefined
  const agreed = lastOfAgency(file, 'negotiate')
  const designated = lastOfAgency(file, 'designate')
  if (kind === 'send') return { kind: 'transferElsewhere', data: { receiver: sent.receiver, reason: sent.reason, papers: pagesOf(sent.papers) } }
  if (kind === 'negotiate' && agreed?.data.outcome === 'ours') return { kind: 'takeUpAgain', data: { ground: 'agreed', backOn: formatDay(agreed.on) } }
  return kind === 'designate' && designated?.data.outcome === 'ours' ? { kind: 'takeUpAgain', data: { ground: 'designated', backOn: formatDay(designated.data.receivedOn), number: designated.data.number } } : undefined
}

/** A case was opened out of what another agency sent, or out of what a joint operation found. */
export function afterOpening(related: string, number: string): Follow | undefined {
  if (related === AGENCY_TRANSFER.code) return { kind: 'opened', data: { how: 'case', number } }
  return related === JOINT_OPERATION.code ? { kind: 'followUp', data: { how: 'case', number } } : undefined
}
