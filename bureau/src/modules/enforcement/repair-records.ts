import { REPAIR_NORMS } from '@zhunsheng/law/article.ts'
import { CaseFile } from '@zhunsheng/law/case-file.ts'
import { formatDay, type Day } from '@zhunsheng/law/day.ts'
import type { Proposal } from '@zhunsheng/law/dossier.ts'
import { valueOn, type LocalRules, type PublicWeight } from '@zhunsheng/law/jurisdiction.ts'
import { parseYuan } from '@zhunsheng/law/money.ts'
import { partyKey } from '@zhunsheng/law/opening.ts'
import type { Party } from '@zhunsheng/law/party.ts'
import { publicWeight } from '@zhunsheng/law/public-term.ts'
import { last } from '@zhunsheng/law/publicity/repair/words.ts'
import type { Refusal } from '@zhunsheng/law/ruling.ts'
import type { Queries } from '../../platform/database.ts'
import { penaltiesSince, penaltyNumbered, type PublishedCase } from './store-repair.ts'

const refusal = (because: string, instead: string, field: string): Refusal => ({ code: 'repair.record', basis: REPAIR_NORMS, because, instead, field })
const WEIGHTS = { light: '较轻', usual: '一般', grave: '较重' } as const

/** What an application for the repair of credit, or its verification, says against the bureau's own records (与本机关记录不符), or nothing. */
export async function repairAgainstRecords(queries: Queries, file: CaseFile, proposal: Proposal): Promise<Refusal | undefined> {
  // The words of the procedure read acts; the proposal is read as the act that it would be.
  const proposed = new CaseFile([...file.acts, { ...proposal, seq: file.acts.length + 1, recordedOn: proposal.on }], file.setting, () => [])
  const asked = last(proposed, 'register')?.data
  if (asked === undefined || (proposal.kind !== 'register' && proposal.kind !== 'verify')) return undefined
  const found = await penaltyNumbered(queries, asked.related)
  if (proposal.kind === 'register') return found === undefined ? refusal('没有这个编号的处罚案件', '填写处罚案件的编号', 'related') : registeredAgainst(found, asked, file.setting.local)
  const verified = last(proposed, 'verify')?.data
  return found === undefined || verified === undefined ? undefined : verifiedAgainst(queries, found, verified)
}

async function verifiedAgainst(queries: Queries, found: PublishedCase, { performed, again }: { readonly performed: string; readonly again: string }): Promise<Refusal | undefined> {
  if (performed === 'full' && !found.performed) return refusal('缴款记录中，罚没款没有全部缴清', '缴清之后再核实，或者选择没有全部履行', 'performed')
  const count = await penaltiesSince(queries, { party: found.party_key, matter: found.matter, since: found.published_on ?? found.decided_on, except: found.id })
  return (count > 0) === (again === 'yes') ? undefined : refusal(`本机关记录中，公示期间同类违法再次受罚 ${count} 件`, count > 0 ? '选择「有」' : '选择「没有」', 'again')
}

interface Asked {
  readonly party: Party
  readonly receivedOn: Day
  readonly decidedOn: Day
  readonly publishedOn: Day
  readonly weight: PublicWeight
}
function registeredAgainst(found: PublishedCase, asked: Asked, local: LocalRules): Refusal | undefined {
  if (found.published_on === null) return refusal('这件处罚没有公示', '没有公示的，无需修复', 'related')
  if (found.withdrawn_on !== null || found.public_ended_on !== null) return refusal('这件处罚的公示已经撤回或者停止', '无需修复', 'related')
  if (partyKey(asked.party) !== found.party_key) return refusal('申请人不是这件处罚的当事人', '核对证件号码、统一社会信用代码，与案卷一致', 'party')
  if (found.public_until !== null && formatDay(asked.receivedOn) > found.public_until) return refusal(`公示期限已于 ${found.public_until} 届满`, '已经自动停止公示，无需修复', 'related')
  if (formatDay(asked.decidedOn) !== found.decided_on) return refusal(`与案卷不符：案卷记载的决定日期是 ${found.decided_on}`, `填写 ${found.decided_on}`, 'decidedOn')
  if (formatDay(asked.publishedOn) !== found.published_on) return refusal(`与案卷不符：案卷记载的公示日期是 ${found.published_on}`, `填写 ${found.published_on}`, 'publishedOn')
  const weight = weightOf(found, asked.receivedOn, local)
  return weight === undefined || asked.weight === weight ? undefined : refusal(`按处罚的种类和数额，这是「${WEIGHTS[weight]}」的处罚信息`, `选择「${WEIGHTS[weight]}」`, 'weight')
}

function weightOf({ party_kind, kinds, fine_fen }: PublishedCase, on: Day, local: LocalRules): PublicWeight | undefined {
  const terms = valueOn(local.publicTerms, on)?.value
  const fine = parseYuan(`${Math.floor(fine_fen / 100)}.${String(fine_fen % 100).padStart(2, '0')}`)
  return terms === undefined ? undefined : publicWeight({ partyKind: party_kind, kinds, ...(fine === undefined ? {} : { fine }) }, terms)
}
