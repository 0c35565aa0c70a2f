import { all, any, holds, implies, not, type Condition } from '../../condition.ts'
import type { Procedure, Rule, Safeguard } from '../../procedure.ts'
import { apl, apl17, ber } from '../../article.ts'
import { days } from '../../period.ts'
import { DEVOLVED, devolved } from '../../devolution.ts'
import { IDENTIFY, notIdentified } from '../../party.ts'
import { matterFault } from '../offence.ts'
import { safeguardsWithPredecessors, withPredecessors } from '../predecessors.ts'
import { SOFT_ACTS } from './acts.ts'
import { exemptionFor } from './exemption-list.ts'
import { checks, deadline, dayOf, done, fact, last, never, owes, requires, staffed } from './words.ts'

/** The problem is an offence: a matter and a party are named (属于违法行为). */
const IS_OFFENCE = fact('is-offence', {
  says: '问题属于违法行为，已写明事项和当事人',
  of: ['find'],
  basis: apl(4),
  test: (file) => last(file, 'find')?.data.matter !== undefined,
})
/** The party put things right when he was told (接受劝导，当场改正). */
const ADVICE_TAKEN = fact('advice-taken', {
  says: '当事人接受劝导并当场改正',
  of: ['advise'],
  basis: ber(59),
  test: (file) => last(file, 'advise')?.data.accepted === true,
})
const CORRECTED: Condition = done('reinspect', 'result', 'corrected')
const PUT_RIGHT: Condition = any(CORRECTED, holds(ADVICE_TAKEN))

/** The day that an order to correct names, or its own day where it was to be done at once. */
const REINSPECT_BY = deadline('reinspect-by', {
  says: '整改复查期限（改正期限届满后七日内）',
  since: dayOf('orderCorrection', '改正期限届满之日', (act) => act.data.deadline ?? act.on),
  length: () => days(7),
  basis: apl(28, 1),
})

/** The law of 2017 did not know the first offence. */
const NEW_IN_2021: ReadonlySet<string> = new Set(['exempt.first'])

const RULES: readonly Rule[] = [
  requires('find', { code: 'find.once', needs: not(done('find')), basis: apl(54, 1), because: '问题已经登记', instead: '另一问题另行登记' }),
  checks('find', {
    code: 'find.offence-complete',
    says: '写明事项的，同时写明当事人和处罚对象',
    instead: IDENTIFY,
    basis: apl(54, 1),
    test: ({ data, on }) => {
      if (data.matter === undefined) return undefined
      if (data.party === undefined || data.subject === undefined) return { because: '写明了执法事项，没有写明当事人或者处罚对象', field: 'party' }
      return matterFault(data.matter, on, on) ?? notIdentified(data.party)
    },
  }),
  ...(['serve', 'advise', 'orderCorrection', 'finish', 'enforce'] as const).map((kind) => requires(kind, { code: `${kind}.not-found`, needs: done('find'), basis: apl(54, 1), because: '问题尚未登记', instead: '先登记问题' })),
  ...(['orderCorrection', 'enforce'] as const).map((kind) => requires(kind, { code: `${kind}.no-offence`, needs: implies(done('find'), holds(IS_OFFENCE)), basis: apl(4), because: '登记的问题没有写明执法事项和当事人', instead: '更正登记，写明执法事项和当事人' })),
  ...(['orderCorrection', 'reinspect', 'educate'] as const).map((kind) => staffed(kind, 2, { code: `${kind}.two-officers`, basis: apl(42, 1), because: '执法人员不得少于两人，且都应持有当日有效的执法证', instead: '由两名以上持有效执法证的人员共同办理' })),
  requires('reinspect', { code: 'reinspect.not-ordered', needs: done('orderCorrection'), basis: apl(28, 1), because: '没有责令改正', instead: '先责令改正' }),
  checks('orderCorrection', {
    code: 'orderCorrection.deadline',
    says: '限期改正的写明期限',
    instead: '填写不早于当日的改正期限',
    basis: apl(28, 1),
    test: ({ data, on }) => (data.manner === 'byDate' && (data.deadline === undefined || data.deadline < on) ? { because: '限期改正没有写明期限，或者期限早于当日', field: 'deadline' } : undefined),
  }),
  requires('exempt', { code: 'exempt.not-corrected', needs: all(holds(IS_OFFENCE), PUT_RIGHT), basis: apl(33, 1), because: '没有及时改正，或者问题不是违法行为', instead: '先劝导或者责令改正，改正之后再决定' }),
  checks('exempt', {
    code: 'exempt.on-list',
    says: '事项在公布的清单之内',
    instead: '不在清单内的，按普通程序办理，由机关负责人依情节决定',
    basis: [apl(33, 1), apl(34)],
    test: ({ data, on }, file) => (exemptionFor(last(file, 'find')?.data.matter, data.kind, on) === undefined ? { because: `事项不在公布的${data.kind === 'first' ? '首违不罚' : '轻微免罚'}清单之内`, field: 'kind' } : undefined),
  }),
  checks('exempt', {
    code: 'exempt.first',
    says: '首违不罚的，期限内没有同类记录',
    instead: '转入执法程序；轻微且没有危害后果的，可以按轻微免罚办理',
    basis: apl(33, 1),
    test: ({ data }) => (data.kind === 'first' && data.priors > 0 ? { because: `当事人在期限内已有同类违法记录 ${data.priors} 件，不是初次违法`, field: 'priors' } : undefined),
  }),
  checks('exempt', {
    code: 'exempt.harm',
    says: '危害后果与情形相符',
    instead: '有危害后果的，转入执法程序',
    basis: apl(33, 1),
    test: ({ data }) => (data.harm === 'present' || (data.kind === 'minor' && data.harm !== 'none') ? { because: '危害后果不符合不予处罚的条件', field: 'harm' } : undefined),
  }),
  checks('exempt', {
    code: 'exempt.devolved',
    ...DEVOLVED,
    test: ({ on }, file) => {
      const found = last(file, 'find')
      return found === undefined ? undefined : devolved(found.data, on, file.setting)
    },
  }),
  requires('educate', { code: 'educate.not-exempted', needs: done('exempt'), basis: apl(33, 3), because: '没有不予处罚的决定', instead: '作出决定后再进行教育' }),
  requires('finish', { code: 'finish.nothing-done', needs: any(done('serve'), done('advise'), done('orderCorrection')), basis: apl(6), because: '没有做过任何处理', instead: '登记服务、劝导或者责令改正之后再办结' }),
  requires('finish', { code: 'finish.not-corrected', needs: implies(done('orderCorrection'), CORRECTED), basis: apl(28, 1), because: '责令改正之后没有复查，或者没有改正', instead: '复查；没有改正的，转入执法程序' }),
  requires('finish', { code: 'finish.not-educated', needs: implies(done('exempt'), done('educate')), basis: apl(33, 3), because: '不予处罚之后没有进行教育', instead: '先对当事人进行教育' }),
  requires('finish', { code: 'finish.offence-open', needs: implies(all(holds(IS_OFFENCE), not(PUT_RIGHT)), done('serve')), basis: apl(28, 1), because: '违法行为没有改正', instead: '责令改正并复查，或者转入执法程序' }),
  owes('reinspect', REINSPECT_BY, { code: 'owes.reinspect', says: '整改复查', basis: apl(28, 1) }),
]

const SAFEGUARDS: readonly Safeguard[] = [
  never('exempt', '没有改正不得免罚', { while: not(PUT_RIGHT), basis: apl(33, 1) }),
  never('finish', '免罚未教育不得办结', { while: all(done('exempt'), not(done('educate'))), basis: apl(33, 3) }),
  never('finish', '责令改正未复查不得办结', { while: all(done('orderCorrection'), not(CORRECTED)), basis: apl(28, 1) }),
  never('finish', '没有处理不得办结', { while: not(any(done('serve'), done('advise'), done('orderCorrection'))), basis: apl(6) }),
]

/** Soft enforcement (柔性执法): what comes before a penalty, and often makes it needless. */
export const SOFT_ENFORCEMENT: Procedure = {
  code: 'penalty.soft',
  name: '柔性执法',
  acts: SOFT_ACTS,
  opens: ['find'],
  rules: withPredecessors(RULES, NEW_IN_2021),
  safeguards: safeguardsWithPredecessors(SAFEGUARDS),
  general: { order: [apl(47), apl17(3)], post: [apl(42, 1), apl17(37, 1)], end: [apl(47), apl17(3)] },
}
