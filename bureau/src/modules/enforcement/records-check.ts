import { apl, gbf118, tcr } from '@zhunsheng/law/article.ts'
import type { CaseFile } from '@zhunsheng/law/case-file.ts'
import { addYears, formatDay } from '@zhunsheng/law/day.ts'
import type { Proposal } from '@zhunsheng/law/dossier.ts'
import { openingOf, partyKey } from '@zhunsheng/law/opening.ts'
import { exemptionFor } from '@zhunsheng/law/penalty/soft/exemption-list.ts'
import { ORDINARY_PENALTY } from '@zhunsheng/law/penalty/ordinary/procedure.ts'
import { SOFT_ENFORCEMENT } from '@zhunsheng/law/penalty/soft/procedure.ts'
import type { Procedure } from '@zhunsheng/law/procedure.ts'
import { CREDIT_REPAIR } from '@zhunsheng/law/publicity/repair/procedure.ts'
import type { Refusal } from '@zhunsheng/law/ruling.ts'
import { recordingRows } from '@zhunsheng/law/recording-row.ts'
import { filesIn } from '@zhunsheng/law/recording.ts'
import type { Queries } from '../../platform/database.ts'
import type { MediaOf } from '../evidence/contract.ts'
import { repairAgainstRecords } from './repair-records.ts'
import { priorsOf, transferStateOf } from './store-projections.ts'

/** Sparing a first offence. */
const HISTORY = 'exempt'

/** Whether an act is measured against what was done in other cases, which must therefore stand still meanwhile. */
export const readsHistory = ({ kind }: Pick<Proposal, 'kind'>): boolean => kind === HISTORY

/**
 * What in the answers is not what the bureau's own records say (与本机关记录不符), or nothing. A first offence is first by the party's
 * history in the database and not by what an officer remembers (行政处罚法第三十三条第一款).
 */
export async function againstRecords(queries: Queries, procedure: Procedure, file: CaseFile, proposal: Proposal, caseId: string): Promise<Refusal | undefined> {
  if (procedure.code === ORDINARY_PENALTY.code) return withoutTransfer(queries, proposal, caseId)
  if (procedure.code === CREDIT_REPAIR.code) return repairAgainstRecords(queries, file, proposal)
  if (procedure.code !== SOFT_ENFORCEMENT.code || !readsHistory(proposal)) return undefined
  const { kind, priors } = proposal.data
  const { party, matter } = openingOf(procedure, file)?.data ?? {}
  const listed = exemptionFor(matter, kind === 'minor' ? 'minor' : 'first', proposal.on)
  if (party === undefined || matter === undefined || listed === undefined) return undefined
  const found = await priorsOf(queries, { party: partyKey(party), matter, since: formatDay(addYears(proposal.on, -listed.years)), except: caseId })
  if (found === priors) return undefined
  return { code: 'exempt.history', basis: [apl(33, 1)], because: `本机关记录中，当事人 ${listed.years} 年内的同类违法记录为 ${found} 件`, instead: `填写 ${found} 件`, field: 'priors' }
}

/**
 * Recordings that an act names and that the bureau does not have, or that are neither sound nor picture (音像文件不实). Which of the
 * two will do is said by the row of the list; a correction names no recording of its own.
 */
export async function unseenRecordings(queries: Queries, { code }: Procedure, file: CaseFile, { kind, on, data }: Proposal, media: MediaOf): Promise<readonly Refusal[]> {
  const files = filesIn(data)
  if (files.length === 0) return []
  const target = kind === 'attachRecording' ? file.acts.find(({ seq }) => seq === data['of'])?.kind : kind
  const photographs = recordingRows(file.setting.local.recordings, on).some((row) => row.procedure === code && row.act === target && row.photographs)
  const known = await media(queries, files)
  return files.flatMap((sha256): readonly Refusal[] => {
    const found = known.get(sha256)
    const fault = found === undefined ? '没有上传' : /^(audio|video)\//.test(found) || (photographs && found.startsWith('image/')) ? undefined : `不是${photographs ? '照片、' : ''}录音或者录像`
    return fault === undefined ? [] : [{ code: 'recording.file', basis: [gbf118()], because: `音像记录文件 ${sha256.slice(0, SHOWN)}… ${fault}`, instead: '先上传录音、录像文件，再记入案卷', field: 'recordings' }]
  })
}
const SHOWN = 8
/** How far the transfer's own dossier must have come before the case may say so. */
const REACHED: Readonly<Record<string, readonly string[]>> = { transferCrime: ['sent'], crimeFiled: ['filed', 'judged'], crimeSettled: ['returned', 'judged'] }

/** A case goes to the police and comes back only as its transfer was approved and recorded (移送规定第五条); nobody types past that dossier. */
async function withoutTransfer(queries: Queries, { kind, data }: Proposal, caseId: string): Promise<Refusal | undefined> {
  const reached = REACHED[kind]
  if (reached === undefined) return undefined
  const state = await transferStateOf(queries, { transfer: String(data['transfer']), caseId })
  if (state !== undefined && reached.includes(state)) return undefined
  return { code: `${kind}.record`, basis: [tcr(5, 2)], because: '没有由本案移送的这一案卷，或者移送没有走到这一步', instead: '在「涉嫌犯罪案件移送」中办理，移送、立案、退回会自动记入本案', field: 'transfer' }
}
