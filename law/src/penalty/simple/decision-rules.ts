import type { CaseFile } from '../../case-file.ts'
import type { Day } from '../../day.ts'
import { formatYuan, type Fen } from '../../money.ts'
import type { Finding, Rule } from '../../procedure.ts'
import { apl, arl23, gbf27 } from '../../article.ts'
import { birthdayOf, fullYears } from '../age.ts'
import { deviates, tierExceeds } from '../discretion.ts'
import { fineRangeOf, outOfRange } from '../fine-range.ts'
import { heavier } from '../heavier.ts'
import { limitationEnd } from '../limitation.ts'
import { preconditionMissing } from '../offence.ts'
import { spotLimits } from './limits.ts'
import { checks, last } from './words.ts'

const checked = (code: string, words: Pick<Parameters<typeof checks<'decide'>>[1], 'says' | 'instead' | 'basis' | 'test'>) => checks('decide', { code: `decide.${code}`, ...words })

/** What a decision on the spot must keep to in substance. */
export const SPOT_DECISION_RULES: readonly Rule[] = [
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
  // What a deviation needs (国办发〔2022〕27号: a discussion, or the maker's approval) cannot be had on the spot (our reading).
  checked('deviation', {
    says: '当场处罚不偏离裁量权基准',
    instead: '在裁量幅度内确定数额；确需偏离的，转为普通程序，经审核和集体讨论后决定',
    basis: [apl(34), gbf27()],
    test: ({ data }, file) => (deviates(data, mayBeLighter(data, file)) ? { because: '罚款在裁量幅度之外，当场不能审核和集体讨论', field: 'fine' } : undefined),
  }),
  checked('discretion-dropped', {
    says: '告知适用了裁量权基准的，决定也写明',
    instead: '写明裁量权基准的适用情况',
    basis: apl(34),
    test: ({ data }, file) => (last(file, 'tell')?.data.discretion !== undefined && data.discretion === undefined ? { because: '告知时写明了裁量权基准的适用情况，决定没有写明', field: 'discretion' } : undefined),
  }),
  checked('tier-exceeded', {
    says: '裁量阶次、幅度不重于告知',
    instead: '重新告知，听取意见后再决定',
    basis: [apl(44), apl(45, 2)],
    test: ({ data }, file) => {
      const told = last(file, 'tell')?.data.discretion
      return told !== undefined && data.discretion !== undefined && tierExceeds(data.discretion, told) ? { because: '决定认定的裁量阶次或者幅度比告知的更重', field: 'discretion.tier' } : undefined
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
  return range === undefined ? undefined : outOfRange(data.fine, range, mayBeLighter(data, file) && data.mitigationReason !== undefined)
}

/** 行政处罚法第三十条至第三十二条: the cases in which the law itself makes a penalty lighter. */
export const mayBeLighter = ({ lenient = [] }: Pick<SpotPenalty, 'lenient'>, file: CaseFile): boolean => lenient.length > 0 || last(file, 'discover')?.data.party.capacity === 'reduced' || (ageOf(file) ?? 18) < 18
