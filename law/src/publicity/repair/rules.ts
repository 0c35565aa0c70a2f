import { alitl, arl17, arl23, REPAIR_NORMS } from '../../article.ts'
import type { CaseFile, Length } from '../../case-file.ts'
import { all, any, implies, not, type Condition } from '../../condition.ts'
import { formatDay } from '../../day.ts'
import { ALWAYS } from '../../interval.ts'
import { valueOn, type RepairWorkdays } from '../../jurisdiction.ts'
import { IDENTIFY, notIdentified } from '../../party.ts'
import { workdays } from '../../period.ts'
import type { Finding, Rule, Safeguard } from '../../procedure.ts'
import { repairableFrom } from '../../public-term.ts'
import { serviceRules } from '../../served-paper.ts'
import { checks, dayOf, deadline, done, last, never, owes, requires } from './words.ts'

/** The instruments differ in their days and not in what is asked here; the numbers are rows of the place. */
const NORMS = { basis: REPAIR_NORMS, inForce: ALWAYS }
const REMEDIES = { basis: [arl23(20), arl17(9), alitl(46)], inForce: ALWAYS }

const within = (part: keyof RepairWorkdays): Length => (since, file) => {
  const row = valueOn(file.setting.local.repairWorkdays, since)
  return row === undefined ? undefined : workdays(row.value[part])
}
/** Working days, as the bureau configures them (机关配置的工作日). */
const ACCEPT_BY = deadline('accept-by', {
  says: '受理期限',
  since: { name: 'received', says: '收到申请或者补正材料之日', of: ['register', 'supplement'], day: (file) => last(file, 'supplement')?.on ?? last(file, 'register')?.data.receivedOn },
  length: within('accept'),
  basis: REPAIR_NORMS,
})
const DECIDE_BY = deadline('decide-by', { says: '决定期限', since: dayOf('accept', '受理之日', (act) => (act.data.outcome === 'accept' ? act.on : undefined)), length: within('decide'), basis: REPAIR_NORMS })
const STOP_BY = deadline('stop-by', { says: '停止公示的期限', since: dayOf('decide', '准予修复之日', (act) => (act.data.outcome === 'grant' ? act.on : undefined)), length: within('stop'), basis: REPAIR_NORMS })
const MARK_BY = deadline('mark-by', { says: '标注信用平台的期限', since: dayOf('stop', '停止公示之日'), length: within('mark'), basis: REPAIR_NORMS })

const ACCEPTED = done('accept', 'outcome', 'accept')
const REFUSED_AT_DOOR = done('accept', 'outcome', 'refuse')
const GRANTED = done('decide', 'outcome', 'grant')
const ANSWERED: Condition = any(done('decide'), REFUSED_AT_DOOR)
const OVER: Condition = any(ANSWERED, done('withdraw'))
const COMMITTED: Condition = any(done('register', 'commitment', 'signed'), done('supplement', 'commitment', 'signed'))

/** Whether the shortest time of publication is over on the day of the application (最短公示期). */
function tooEarly(file: CaseFile): Finding | undefined {
  const asked = last(file, 'register')?.data
  if (asked === undefined) return undefined
  const from = repairableFrom(asked, asked.receivedOn, file.setting.local)
  if (from === undefined) return { because: '收到申请之日没有可以适用的公示期限配置' }
  if (from === 'never') return { because: '这一类处罚信息不能提前停止公示' }
  return asked.receivedOn < from ? { because: `公示没有满最短期限，${formatDay(from)} 起可以申请` } : undefined
}

const ACCEPTING: readonly Rule[] = [
  requires('register', { code: 'register.once', needs: not(done('register')), ...NORMS, because: '已经登记', instead: '另一申请另立案卷' }),
  checks('register', {
    code: 'register.days',
    says: '日期先后有序，申请人明确',
    instead: IDENTIFY,
    ...NORMS,
    test: ({ data, on }) => {
      if (data.receivedOn > on) return { because: '收到申请之日晚于登记之日', field: 'receivedOn', instead: '核对日期' }
      if (data.publishedOn > data.receivedOn || data.decidedOn > data.publishedOn) return { because: '决定、公示、申请的日期先后不符', field: 'publishedOn', instead: '按案卷填写' }
      return notIdentified(data.party)
    },
  }),
  ...(['askSupplement', 'supplement', 'accept', 'withdraw'] as const).map((kind) => requires(kind, { code: `${kind}.not-begun`, needs: done('register'), ...NORMS, because: '尚未登记申请', instead: '先登记' })),
  ...(['askSupplement', 'supplement', 'accept', 'withdraw'] as const).map((kind) => requires(kind, { code: `${kind}.over`, needs: not(OVER), ...NORMS, because: '申请已经撤回，或者已有结果', instead: '送达结果，归档' })),
  ...(['askSupplement', 'supplement', 'accept'] as const).map((kind) => requires(kind, { code: `${kind}.accepted`, needs: not(ACCEPTED), ...NORMS, because: '申请已经受理', instead: '核实后作出决定' })),
  requires('askSupplement', { code: 'askSupplement.once', needs: not(done('askSupplement')), ...NORMS, because: '补正只告知一次，已经告知过', instead: '按现有材料决定是否受理' }),
  requires('supplement', { code: 'supplement.not-asked', needs: done('askSupplement'), ...NORMS, because: '没有告知补正', instead: '先一次性告知' }),
  requires('accept', { code: 'accept.no-commitment', outcome: 'accept', needs: COMMITTED, ...NORMS, because: '申请人没有作出信用承诺', instead: '一次性告知补正；仍不作出的，不予受理' }),
  checks('accept', { code: 'accept.too-early', outcome: 'accept', says: '公示满最短期限', instead: '不予受理，告知可以申请之日', ...NORMS, test: (_, file) => tooEarly(file) }),
  checks('accept', { code: 'accept.remedy-told', outcome: 'refuse', says: '不予受理的告知救济', instead: '在通知书中写明复议、诉讼的途径和期限', ...REMEDIES, test: ({ data }) => (data.remedyTold ? undefined : { because: '没有告知申请人怎样不服', field: 'remedyTold' }) }),
]

const DECIDING: readonly Rule[] = [
  requires('verify', { code: 'verify.not-accepted', needs: ACCEPTED, ...NORMS, because: '申请没有受理', instead: '先受理' }),
  requires('verify', { code: 'verify.over', needs: not(any(done('decide'), done('withdraw'))), ...NORMS, because: '申请已经撤回，或者已有结果', instead: '送达结果，归档' }),
  requires('decide', { code: 'decide.not-verified', needs: all(ACCEPTED, done('verify')), ...NORMS, because: '没有受理，或者没有核实', instead: '受理之后核实' }),
  requires('decide', { code: 'decide.over', needs: not(any(done('decide'), done('withdraw'))), ...NORMS, because: '申请已经撤回，或者已有决定', instead: '送达结果，归档' }),
  requires('decide', { code: 'decide.not-performed', outcome: 'grant', needs: done('verify', 'performed', 'full'), ...NORMS, because: '处罚决定没有全部履行', instead: '告知全部履行之后再申请' }),
  requires('decide', { code: 'decide.harm', outcome: 'grant', needs: done('verify', 'harm', 'removed'), ...NORMS, because: '危害后果和不良影响没有消除', instead: '告知消除之后再申请' }),
  requires('decide', { code: 'decide.again', outcome: 'grant', needs: done('verify', 'again', 'no'), ...NORMS, because: '公示期间因同类违法再次受罚', instead: '不准予修复，说明理由' }),
  requires('decide', { code: 'decide.listed', outcome: 'grant', needs: done('verify', 'listed', 'no'), ...NORMS, because: '在严重失信主体名单中', instead: '不准予修复，告知先移出名单' }),
  checks('decide', { code: 'decide.remedy-told', outcome: 'refuse', says: '不准予的告知救济', instead: '在决定书中写明复议、诉讼的途径和期限', ...REMEDIES, test: ({ data }) => (data.remedyTold ? undefined : { because: '没有告知申请人怎样不服', field: 'remedyTold' }) }),
]

const CARRYING_OUT: readonly Rule[] = [
  requires('serve', { code: 'serve.nothing', needs: ANSWERED, ...NORMS, because: '没有可以送达的结果', instead: '先作出决定' }),
  ...serviceRules('serve', 'decide'),
  requires('stop', { code: 'stop.not-granted', needs: all(GRANTED, not(done('stop'))), ...NORMS, because: '没有准予修复，或者已经停止公示', instead: '由机关负责人决定' }),
  requires('mark', { code: 'mark.not-stopped', needs: all(done('stop'), not(done('mark'))), ...NORMS, because: '没有停止公示，或者已经标注', instead: '先停止公示' }),
  requires('archive', { code: 'archive.open', needs: OVER, ...NORMS, because: '申请没有结果', instead: '作出决定' }),
  requires('archive', { code: 'archive.not-served', needs: implies(ANSWERED, done('serve')), ...NORMS, because: '结果没有送达申请人', instead: '先送达' }),
  requires('archive', { code: 'archive.not-carried-out', needs: implies(GRANTED, all(done('stop'), done('mark'))), ...NORMS, because: '准予修复没有落实', instead: '停止公示，标注信用平台' }),

  owes(['accept', 'askSupplement', 'withdraw'], ACCEPT_BY, { code: 'owes.accept', says: '决定是否受理', ...NORMS, while: not(OVER) }),
  owes(['decide', 'withdraw'], DECIDE_BY, { code: 'owes.decide', says: '作出信用修复决定', ...NORMS }),
  owes('stop', STOP_BY, { code: 'owes.stop', says: '停止公示', ...NORMS }),
  owes('mark', MARK_BY, { code: 'owes.mark', says: '标注信用平台的记录', ...NORMS }),
]

/** What a repair of credit must keep to (信用修复的规则). */
export const REPAIR_RULES: readonly Rule[] = [...ACCEPTING, ...DECIDING, ...CARRYING_OUT]

/** What must be true of every lawful course of a repair (程序保障). */
export const REPAIR_SAFEGUARDS: readonly Safeguard[] = [
  never('accept', '没有信用承诺不得受理', { outcome: 'accept', while: not(COMMITTED), ...NORMS }),
  never('decide', '没有全部履行不得准予修复', { outcome: 'grant', while: not(done('verify', 'performed', 'full')), ...NORMS }),
  never('decide', '再次受罚的不得准予修复', { outcome: 'grant', while: not(done('verify', 'again', 'no')), ...NORMS }),
  never('decide', '没有受理不得决定', { while: not(ACCEPTED), ...NORMS }),
  never('stop', '没有准予修复不得停止公示', { while: not(GRANTED), ...NORMS }),
  never('archive', '准予修复没有落实不得归档', { while: all(GRANTED, not(done('stop'))), ...NORMS }),
  never('archive', '结果没有送达不得归档', { while: all(ANSWERED, not(done('serve'))), ...NORMS }),
]
