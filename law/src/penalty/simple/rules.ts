import { all, any, implies, not, type Condition } from '../../condition.ts'
import type { CaseFile } from '../../case-file.ts'
import type { Day } from '../../day.ts'
import { formatYuan, type Fen } from '../../money.ts'
import type { Finding, Rule } from '../../procedure.ts'
import { apl, arl23 } from '../../article.ts'
import { IDENTIFY, notIdentified } from '../../party.ts'
import { serviceRules } from '../../served-paper.ts'
import { birthdayOf, fullYears } from '../age.ts'
import { UNDECIDED } from '../execution/facts.ts'
import { fineRangeOf, outOfRange } from '../fine-range.ts'
import { heavier } from '../heavier.ts'
import { limitationEnd } from '../limitation.ts'
import { matterFault, preconditionMissing } from '../offence.ts'
import { spotLimits } from './limits.ts'
import { checks, done, last, requires, staffed } from './words.ts'

const BY_TWO = ['discover', 'orderCorrection', 'reinspect', 'tell', 'hear', 'decide', 'serveDecision', 'serveDemand'] as const
/** What is done before the decision, and no more after it. */
const BEFORE = ['orderCorrection', 'reinspect', 'tell', 'hear', 'convert', 'drop'] as const

/** The party has had his say on the spot. */
const HEARD: Condition = any(done('hear', 'said', 'nothing'), done('hear', 'said', 'spoke'))

/** The simple procedure (简易程序): 行政处罚法第五十一条至第五十三条, with what holds for every penalty. */
export const SIMPLE_RULES: readonly Rule[] = [
  ...BY_TWO.map((kind) => staffed(kind, 2, { code: `${kind}.two-officers`, basis: apl(42, 1), because: '执法人员不得少于两人，且都应持有当日有效的执法证', instead: '由两名以上持有效执法证的人员共同办理；简易程序也不例外' })),
  requires('discover', { code: 'discover.once', needs: not(done('discover')), basis: apl(29), because: '本案已经当场调查', instead: '另一违法行为另立一案；内容有误的，更正原记录' }),
  checks('discover', {
    code: 'discover.certificates-shown',
    says: '主动出示执法证件',
    instead: '出示执法证件后重新进行',
    basis: apl(52, 1),
    test: ({ data }) => (data.certificatesShown ? undefined : { because: '没有主动出示执法证件', field: 'certificatesShown' }),
  }),
  checks('discover', {
    code: 'discover.matter-known',
    says: '执法事项在权责清单内，违法行为发生时有处罚依据',
    instead: '选择行为发生时有效的执法事项',
    basis: [apl(4), apl(37)],
    test: ({ data, on }) => (data.actedFrom > on ? { because: '违法行为发生之日晚于今天', field: 'actedFrom' } : matterFault(data.matter, data.actedFrom, on)),
  }),
  checks('discover', { code: 'discover.party-identified', says: '当事人身份明确', instead: IDENTIFY, basis: apl(52, 2), test: ({ data }) => notIdentified(data.party) }),
  ...BEFORE.map((kind) => requires(kind, { code: `${kind}.not-begun`, needs: done('discover'), basis: apl(52, 1), because: '尚未当场调查', instead: '先出示证件，当场调查取证' })),
  ...BEFORE.map((kind) => requires(kind, { code: `${kind}.decided`, needs: not(done('decide')), basis: apl(52, 1), because: '已经当场作出决定', instead: '决定确有错误的，变更或者撤销' })),
  requires('reinspect', { code: 'reinspect.not-ordered', needs: done('orderCorrection'), basis: apl(28, 1), because: '没有责令改正', instead: '先责令改正' }),
  checks('tell', { code: 'tell.rights', says: '告知陈述申辩的权利', instead: '当场告知后再听取意见', basis: apl(44), test: ({ data }) => (data.rightsTold ? undefined : { because: '没有告知陈述、申辩的权利', field: 'rightsTold' }) }),
  requires('hear', { code: 'hear.not-told', needs: done('tell'), basis: apl(44), because: '没有告知拟作出的处罚', instead: '先当场告知' }),
  checks('hear', {
    code: 'hear.answered',
    says: '当事人陈述申辩的，记录并复核',
    instead: '记录意见，写明复核意见',
    basis: apl(45, 1),
    test: ({ data }) => (data.said === 'spoke' && (data.statement === undefined || data.reply === undefined) ? { because: '没有记录陈述申辩的内容，或者没有复核', field: 'reply' } : undefined),
  }),

  requires('decide', { code: 'decide.once', needs: UNDECIDED, basis: apl(29), because: '已经作出决定', instead: '决定确有错误的，先变更或者撤销' }),
  requires('decide', { code: 'decide.not-revoked', needs: not(done('changeDecision', 'outcome', 'revoked')), basis: apl(51), because: '当场处罚决定已被撤销', instead: '需要重新处理的，按普通程序立案' }),
  requires('decide', { code: 'decide.not-begun', needs: done('discover'), basis: apl(52, 1), because: '尚未当场调查', instead: '先出示证件，当场调查取证' }),
  requires('decide', { code: 'decide.not-ordered', needs: done('orderCorrection'), basis: apl(28, 1), because: '没有责令当事人改正违法行为', instead: '先责令改正' }),
  requires('decide', { code: 'decide.not-told', needs: done('tell'), basis: [apl(44), apl(62)], because: '没有告知拟作出的处罚内容及事实、理由、依据', instead: '先当场告知' }),
  requires('decide', { code: 'decide.not-heard', needs: implies(done('tell'), HEARD), basis: [apl(45, 1), apl(62)], because: '没有听取当事人的陈述申辩', instead: '听取并复核，或者由当事人明确表示放弃' }),
  ...DECIDE_CHECKS(),

  requires('serveDecision', { code: 'serveDecision.nothing', needs: done('decide'), basis: apl(52, 1), because: '尚未作出决定', instead: '先当场作出决定' }),
  ...serviceRules('serveDecision', 'decide'),
  checks('serveDecision', {
    code: 'serveDecision.on-the-spot',
    says: '当场交付',
    instead: '当场交付；拒绝签收的，按留置填写并在决定书上注明',
    basis: apl(52, 1),
    test: ({ data, on }, file) => {
      if (data.way !== 'direct' && data.way !== 'left') return { because: '当场处罚决定书应当场交付，或者注明拒绝签收', field: 'way' }
      return last(file, 'decide')?.on === on ? undefined : { because: '没有在作出决定的当日交付', field: 'way' }
    },
  }),
  requires('report', { code: 'report.nothing', needs: all(done('decide'), not(done('report'))), basis: apl(52, 3), because: '没有需要报备的当场处罚决定', instead: '作出决定后报备一次' }),
]

/** What a decision on the spot must keep to in substance. */
function DECIDE_CHECKS(): readonly Rule[] {
  const checked = (code: string, words: Pick<Parameters<typeof checks<'decide'>>[1], 'says' | 'instead' | 'basis' | 'test'>) => checks('decide', { code: `decide.${code}`, ...words })
  return [
    checked('certain', {
      says: '违法事实确凿，当场可以查清',
      instead: '转为普通程序，立案调查',
      basis: apl(51),
      test: (_, file) => {
        if (last(file, 'discover')?.data.certain === false) return { because: '违法事实尚未确凿' }
        return last(file, 'hear')?.data.unresolved === true ? { because: '当事人的申辩当场不能查清' } : undefined
      },
    }),
    checked('same-day', {
      says: '当场作出决定',
      instead: '转为普通程序',
      basis: apl(51),
      test: ({ on }, file) => (last(file, 'tell')?.on === on ? undefined : { because: '告知与决定不在同一日，已经不是当场处罚' }),
    }),
    checked('limit', {
      says: '罚款不超过当场处罚的限额',
      instead: '转为普通程序，立案调查',
      basis: apl(51),
      test: ({ data, on }, file) => {
        const kind = last(file, 'discover')?.data.party.kind === 'organisation' ? 'organisation' : 'citizen'
        const limit = spotLimits(on)[kind]
        return data.fine !== undefined && data.fine > limit ? { because: `罚款超过对${kind === 'citizen' ? '公民' : '法人或者其他组织'}当场处罚的限额 ${formatYuan(limit)} 元`, field: 'fine' } : undefined
      },
    }),
    checked('contents', {
      says: '决定书载明法定事项，执法人员签名',
      instead: '补齐当场处罚决定书应当载明的事项',
      basis: apl(52, 2),
      test: ({ data }) => {
        if (data.kinds.includes('fine') !== (data.fine !== undefined)) return { because: '罚款与数额不一致', field: 'fine' }
        if (data.confiscated !== undefined) return { because: '当场处罚不得没收', field: 'confiscated', basis: [apl(51)] }
        if (data.fine !== undefined && data.payee === undefined) return { because: '没有写明代收机构或者缴款方式', field: 'payee', basis: [apl(67, 3)] }
        return data.signed ? undefined : { because: '没有两名执法人员的签名或者盖章', field: 'signed' }
      },
    }),
    checked('range', {
      says: '罚款在法定幅度内，且处罚前提已经具备',
      instead: '在法定幅度内确定数额；处罚前提没有具备的，先责令改正并复查',
      basis: apl(4),
      test: ({ data, on }, file) => outsideSpotRange(data, file, on),
    }),
    checked('notice-exceeded', {
      says: '决定不重于告知',
      instead: '重新告知，听取意见后再决定',
      basis: [apl(44), apl(45, 2)],
      test: ({ data }, file) => {
        const told = last(file, 'tell')
        return told !== undefined && heavier(data, told.data) ? { because: '决定的处罚比告知的更重', field: 'fine' } : undefined
      },
    }),
    checked('one-fine', {
      says: '同一违法行为不得两次罚款',
      instead: '不处罚款，可以处警告',
      basis: apl(29),
      test: ({ data }, file) => (last(file, 'discover')?.data.finedBefore === true && data.fine !== undefined ? { because: '同一违法行为已被处以罚款', field: 'fine' } : undefined),
    }),
    checked('limitation', {
      says: '没有超过追究期限',
      instead: '不予处罚',
      basis: apl(36, 1),
      test: (_, file) => {
        const found = last(file, 'discover')
        return found !== undefined && found.on > limitationEnd({ actedFrom: found.data.actedFrom, endangersLife: false }) ? { because: '违法行为终了后，超过追究期限才被发现' } : undefined
      },
    }),
    checked('under-age', {
      says: '不满十四周岁不予处罚',
      instead: '不予行政处罚，责令监护人加以管教',
      basis: apl(30),
      test: (_, file) => ((ageOf(file) ?? 14) < 14 ? { because: '当事人行为时不满十四周岁' } : undefined),
    }),
    checked('no-capacity', {
      says: '不能辨认或者不能控制自己行为的不予处罚',
      instead: '不予行政处罚，责令监护人严加看管和治疗',
      basis: apl(31),
      test: (_, file) => (last(file, 'discover')?.data.party.capacity === 'none' ? { because: '当事人行为时不能辨认或者不能控制自己的行为' } : undefined),
    }),
    checked('must-exempt', {
      says: '轻微、及时改正、没有危害后果的不予处罚',
      instead: '当场不予处罚，进行教育',
      basis: apl(33, 1),
      test: ({ data }) => (data.minor && data.corrected && data.harm === 'none' ? { because: '违法行为轻微并及时改正，没有造成危害后果' } : undefined),
    }),
    checks('decide', {
      code: 'decide.reconsider-first',
      says: '告知先申请行政复议',
      instead: '载明：不服当场处罚决定的，先向行政复议机关申请复议',
      basis: arl23(23),
      test: ({ data }) => (data.remedy === 'reconsiderFirst' ? undefined : { because: '自二〇二四年一月一日起，不服当场处罚的应当先申请行政复议', field: 'remedy' }),
    }),
    checks('collectOnSpot', {
      code: 'collectOnSpot.small',
      says: '小额当场收缴不超过限额',
      instead: '由当事人到指定银行缴纳；不当场收缴事后难以执行的，写明情况',
      basis: apl(68),
      test: ({ data, on }, file) => {
        const fine = last(file, 'decide')?.data.fine ?? 0n
        if (data.ground === 'small' && fine > spotLimits(on).collected) return { because: `罚款超过小额当场收缴的限额 ${formatYuan(spotLimits(on).collected)} 元`, field: 'ground' }
        return data.ground !== 'small' && data.explained === undefined ? { because: '没有写明事后难以执行或者缴纳确有困难的情况', field: 'explained' } : undefined
      },
    }),
  ]
}

const ageOf = (file: CaseFile): number | undefined => {
  const found = last(file, 'discover')?.data
  const birthday = found?.party.kind === 'citizen' ? birthdayOf(found.party) : undefined
  return found === undefined || birthday === undefined ? undefined : fullYears(birthday, found.actedFrom)
}

interface SpotPenalty {
  readonly fine?: Fen
  readonly lenient?: readonly string[]
  readonly mitigationReason?: string
}
function outsideSpotRange(data: SpotPenalty, file: CaseFile, on: Day): Finding | undefined {
  const found = last(file, 'discover')?.data
  if (found === undefined || data.fine === undefined) return undefined
  const reinspected = last(file, 'reinspect')?.data.result
  const missing = preconditionMissing(found.matter, { reinspected, grave: false })
  if (missing !== undefined) return { ...missing, instead: '当场改正的不处罚款；须限期改正、认定情节的，转为普通程序' }
  const range = fineRangeOf({ matter: found.matter, subject: found.subject, actedOn: found.actedFrom, decidedOn: on, measured: reinspected === 'refused' ? { band: 'refuses' } : {} })
  const may = (data.lenient?.length ?? 0) > 0 || found.party.capacity === 'reduced' || (ageOf(file) ?? 18) < 18
  return range === undefined ? undefined : outOfRange(data.fine, range, may && data.mitigationReason !== undefined)
}
