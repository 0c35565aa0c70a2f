import { apl, type Citation } from '../article.ts'
import { isCorrection } from '../correction.ts'
import type { Day } from '../day.ts'
import type { Proposal, Setting } from '../dossier.ts'
import { isCertified } from '../person.ts'
import { grantedUnless, type Refusal, type Ruling } from '../ruling.ts'
import { deviceOn, isLawOrRegulation, lacksOf, type Entry } from './device.ts'

const POSITION = /^-?\d{1,2}(\.\d+)?\s*[,，]\s*-?\d{1,3}(\.\d+)?$/

/** What an entry of the register is ruled on: the entries before it, and the moment at which it is written down. */
export interface RegisterCase {
  readonly entries: readonly Entry[]
  readonly today: Day
  readonly nowMs: number
  readonly setting: Setting
}

/** Whether an entry may be made in the register of devices (登记设备的规则), 行政处罚法第四十一条第一款; every ground is said. */
export function ruleRegister(proposal: Proposal, at: RegisterCase): Ruling {
  return grantedUnless([...generalGrounds(proposal, at), ...(isCorrection(proposal.kind) ? correctionGrounds(proposal, at) : ownGrounds(proposal, at))])
}

const ground = (code: string, because: string, instead: string, field?: string, basis: readonly Citation[] = [apl(41, 1)]): Refusal => ({ code, basis, because, instead, ...(field === undefined ? {} : { field }) })

function generalGrounds({ kind, on, by }: Proposal, { entries, today }: RegisterCase): readonly Refusal[] {
  return [
    ...(on > today ? [ground('register.future', '登记的日期晚于今天', '填写实际日期')] : []),
    ...(kind === 'register' && entries.length > 0 ? [ground('register.twice', '这台设备已经登记', '更正原登记')] : []),
    ...(kind === 'legalReview' && !by.some((person) => isCertified(person, on) || person.legalQualification) ? [ground('register.legal-reviewer', '法制审核人员没有有效的执法证，也没有法律职业资格', '由具备资格的人员审核')] : []),
  ]
}

function ownGrounds({ kind, on, data }: Proposal, { entries, nowMs, setting }: RegisterCase): readonly Refusal[] {
  switch (kind) {
    case 'permit':
      return isLawOrRegulation(data['instrument'], data['level']) ? [] : [ground('register.basis', '利用监控设备收集违法事实，依据须是法律或者行政法规', '填写法律或者行政法规；只有地方性法规、规章或者文件的，不得用作处罚的取证设备', 'level')]
    case 'certify':
      return typeof data['until'] === 'number' && data['until'] < on ? [ground('register.certificate', '证书的截止日期早于起始日期', '核对证书的起止日期', 'until')] : []
    case 'place':
      return typeof data['position'] !== 'string' || POSITION.test(data['position']) ? [] : [ground('register.position', '纬度、经度的写法不对', '写作 29.50123, 106.51234', 'position')]
    case 'start':
      // The very day on which it is put into use is asked about as it stands now.
      return lacksOf(deviceOn(entries, { on, knownMs: nowMs }, setting), { on, measured: false }).filter(({ code }) => code !== 'device.service')
    default:
      return []
  }
}

function correctionGrounds({ data }: Proposal, { entries }: RegisterCase): readonly Refusal[] {
  const target = entries.find(({ seq }) => seq === data['target'])
  if (target === undefined || isCorrection(target.kind)) return [ground('register.target', '没有这一项登记，或者它本身就是更正', '选择要更正的登记', 'target', [apl(47)])]
  const gone = entries.some(({ kind, data: said }) => kind === 'annul' && said['target'] === target.seq)
  return gone ? [ground('register.annulled', '这一项登记已经撤销', '另行登记', 'target', [apl(47)])] : []
}
