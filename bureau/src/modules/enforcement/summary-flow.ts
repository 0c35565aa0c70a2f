import type { CaseFile } from '@zhunsheng/law/case-file.ts'
import { formatDay } from '@zhunsheng/law/day.ts'
import { JOINT_OPERATION } from '@zhunsheng/law/operation/joint/procedure.ts'
import { last as lastOfOperation } from '@zhunsheng/law/operation/joint/words.ts'
import type { Procedure } from '@zhunsheng/law/procedure.ts'
import { AGENCY_TRANSFER } from '@zhunsheng/law/transfer/agency/procedure.ts'
import { CRIME_TRANSFER } from '@zhunsheng/law/transfer/crime/procedure.ts'
import { crimeTransferState, type CrimeTransferState } from '@zhunsheng/law/transfer/crime/standing.ts'
import { last as lastOfCrime } from '@zhunsheng/law/transfer/crime/words.ts'

/** What lists and figures read of the ways between agencies (移送、联合执法): how far it has come, and the day that counts. */
export interface Flow {
  readonly flow: CrimeTransferState | 'out' | 'in' | 'dispute' | 'held' | null
  readonly flow_on: string | null
}
const NONE: Flow = { flow: null, flow_on: null }

export function flowOf({ code }: Procedure, file: CaseFile): Flow {
  if (code === CRIME_TRANSFER.code) {
    const sent = lastOfCrime(file, 'transfer')
    return sent === undefined ? NONE : { flow: crimeTransferState(file) ?? null, flow_on: formatDay(sent.on) }
  }
  if (code === AGENCY_TRANSFER.code) {
    const opening = file.every('send', 'receive', 'dispute')[0]
    return opening === undefined ? NONE : { flow: opening.kind === 'send' ? 'out' : opening.kind === 'receive' ? 'in' : 'dispute', flow_on: formatDay(opening.on) }
  }
  const held = code === JOINT_OPERATION.code ? lastOfOperation(file, 'rollCall') : undefined
  return held === undefined ? NONE : { flow: 'held', flow_on: formatDay(held.on) }
}

/** By what a file is called that has neither party nor matter (行动名称). */
export const nameOf = ({ code }: Procedure, file: CaseFile): string | undefined => (code === JOINT_OPERATION.code ? lastOfOperation(file, 'plan')?.data.name : undefined)
