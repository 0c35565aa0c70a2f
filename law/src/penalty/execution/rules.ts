import { all, any, elapsed, holds, implies, not, within } from '../../condition.ts'
import type { Rule } from '../../procedure.ts'
import { acl, alitl, apl, arl23, REPAIR_NORMS, spc18 } from '../../article.ts'
import { ALWAYS } from '../../interval.ts'
import { serviceRules } from '../../served-paper.ts'
import { accountOn } from './account.ts'
import { APPLY_COURT_BY, PAY_BY, PERFORM_DEMAND_BY, RECONSIDER_BY, SUE_BY } from './deadlines.ts'
import { DECIDED, PERFORMED, REMEDY_PENDING, STANDS } from './facts.ts'
import { leftIn, MASKED, publicationOf } from './published.ts'
import { checks, done, last, requires, staffed } from './words.ts'

const NEEDS_SERVED_PENALTY = ['pay', 'collectOnSpot', 'approveDeferral', 'approveInstalments', 'demand', 'waiveSurcharge', 'endEnforcement'] as const

/** The court has the matter in hand: it was asked and has not ruled, or has granted what was asked (法院强制执行中). */
const AT_COURT = any(done('applyCourt'), done('courtRules', 'outcome', 'granted'))

/** Publication, execution and remedies (公示、执行、救济), alike for every penalty. */
export const EXECUTION_RULES: readonly Rule[] = [
  requires('publish', { code: 'publish.nothing', needs: STANDS, basis: apl(48, 1), because: '没有可以公开的处罚决定', instead: '作出处罚决定后公开' }),
  requires('publish', { code: 'publish.once', needs: not(done('publish')), basis: apl(48, 1), because: '决定已经公示', instead: '内容有误的，撤回后重新公示' }),
  checks('publish', { ...MASKED, code: 'publish.masked', test: ({ data, on }, file) => leftIn(data.shown ?? publicationOf(file.acts.filter(({ kind }) => kind === 'decide')).facts, data.kept, file, on, 'shown') }),
  requires('withdrawPublication', { code: 'withdrawPublication.nothing', needs: done('publish'), basis: apl(48, 2), because: '决定没有公示', instead: '无需撤回' }),
  checks('withdrawPublication', { ...MASKED, code: 'withdrawPublication.masked', test: ({ data, on }, file) => leftIn(data.reason, data.kept, file, on, 'reason') }),
  requires('endPublication', { code: 'endPublication.nothing', needs: done('publish'), basis: REPAIR_NORMS, inForce: ALWAYS, because: '决定没有公示，或者已经撤回', instead: '无需停止公示' }),
  requires('endPublication', { code: 'endPublication.once', needs: not(done('endPublication')), basis: REPAIR_NORMS, inForce: ALWAYS, because: '已经停止公示', instead: '无需再次办理' }),

  requires('changeDecision', { code: 'changeDecision.nothing', needs: DECIDED, basis: apl(48, 2), because: '没有可以变更或者撤销的处罚决定', instead: '无需变更' }),
  checks('changeDecision', {
    code: 'changeDecision.never-heavier',
    says: '变更不得加重',
    instead: '不得因救济而加重；确需加重的，撤销后重新调查、告知、决定',
    basis: apl(45, 2),
    outcome: 'changed',
    test: ({ data }, file) => {
      const before = last(file, 'decide')?.data.fine
      if (data.fine === undefined) return { because: '没有写明变更后的数额', field: 'fine' }
      return before !== undefined && data.fine > before ? { because: '变更后的罚款高于原决定', field: 'fine' } : undefined
    },
  }),

  ...NEEDS_SERVED_PENALTY.map((kind) => requires(kind, { code: `${kind}.not-served`, needs: all(STANDS, done('serveDecision')), basis: apl(66, 1), because: '处罚决定没有作出、没有送达，或者已经被撤销、变更', instead: '决定送达后，履行期限才开始计算；复议、诉讼改变决定的，先登记变更或者撤销' })),
  checks('pay', {
    code: 'pay.not-too-much',
    says: '缴款不超过应缴数额',
    instead: '核对数额；多缴的退还',
    basis: apl(67, 3),
    test: ({ data, on }, file) => {
      if (data.amount <= 0n) return { because: '缴款金额应大于零', field: 'amount' }
      if (data.paidOn > on) return { because: '入账日期晚于登记之日', field: 'paidOn' }
      const account = accountOn(file, data.paidOn)
      if (account === undefined) return undefined
      const left = { fine: account.fine - account.paidFine, confiscation: account.confiscated - account.paidConfiscation, surcharge: account.surcharge - account.waived - account.paidSurcharge }[data.toward]
      return data.amount > left ? { because: '缴款超过该项应缴的数额', field: 'amount' } : undefined
    },
  }),
  staffed('collectOnSpot', 2, { code: 'collectOnSpot.two-officers', basis: apl(42, 1), because: '执法人员不得少于两人，且都应持有当日有效的执法证', instead: '由两名以上持有效执法证的人员共同办理' }),
  checks('collectOnSpot', {
    code: 'collectOnSpot.sum',
    says: '收缴不超过尚未缴纳的罚款',
    instead: '核对数额',
    basis: apl(67, 3),
    test: ({ data, on }, file) => {
      const account = accountOn(file, on)
      if (data.amount <= 0n) return { because: '收缴金额应大于零', field: 'amount' }
      return account !== undefined && data.amount > account.fine - account.paidFine ? { because: '收缴超过尚未缴纳的罚款', field: 'amount' } : undefined
    },
  }),
  checks('collectOnSpot', {
    code: 'collectOnSpot.remote-asked',
    says: '边远地区当场收缴由当事人提出',
    instead: '当事人没有提出的，由其到指定银行缴纳',
    basis: apl(69),
    test: ({ data }) => (data.ground === 'remote' && !data.asked ? { because: '当事人没有提出当场缴纳', field: 'asked' } : undefined),
  }),
  checks('collectOnSpot', {
    code: 'collectOnSpot.receipt',
    says: '出具专用票据',
    instead: '出具财政部门统一制发的专用票据；没有票据的，当事人有权拒绝缴纳',
    basis: apl(70),
    test: ({ data }) => (data.official ? undefined : { because: '没有出具财政部门统一制发的专用票据', field: 'official' }),
  }),
  requires('handIn', { code: 'handIn.nothing', needs: all(done('collectOnSpot'), not(done('handIn'))), basis: apl(71), because: '没有当场收缴而尚未上交的罚款', instead: '无需上交' }),
  requires('bankIn', { code: 'bankIn.nothing', needs: all(done('handIn'), not(done('bankIn'))), basis: apl(71), because: '没有已上交而尚未缴付银行的罚款', instead: '先由执法人员上交' }),
  requires('collectOnSpot', { code: 'collectOnSpot.handed-in', needs: implies(done('collectOnSpot'), done('bankIn')), basis: apl(71), because: '前一次收缴的罚款尚未缴付银行', instead: '先上交并缴付银行' }),
  ...(['handIn', 'bankIn'] as const).map((kind) =>
    checks(kind, {
      code: `${kind}.sum`,
      says: '金额与收缴的一致',
      instead: '足额上交、缴付，不得截留',
      basis: apl(71),
      test: ({ data }, file) => (data.amount === last(file, 'collectOnSpot')?.data.amount ? undefined : { because: '金额与当场收缴的不一致', field: 'amount' }),
    }),
  ),
  ...(['approveDeferral', 'approveInstalments'] as const).map((kind) => requires(kind, { code: `${kind}.applied`, needs: not(AT_COURT), basis: apl(66, 2), because: '已经申请法院强制执行', instead: '由法院主持执行和解' })),
  checks('approveInstalments', {
    code: 'approveInstalments.sum',
    says: '各期之和等于尚未缴纳的罚款，期限先后有序',
    instead: '核对各期金额和期限',
    basis: apl(66, 2),
    test: ({ data, on }, file) => {
      const account = accountOn(file, on)
      const sum = data.instalments.reduce((total, { amount }) => total + amount, 0n)
      if (account !== undefined && sum !== account.fine - account.paidFine) return { because: '各期之和不等于尚未缴纳的罚款', field: 'instalments' }
      const inOrder = data.instalments.every(({ until }, index) => until > (data.instalments[index - 1]?.until ?? on))
      return inOrder ? undefined : { because: '各期期限没有先后', field: 'instalments' }
    },
  }),
  checks('approveDeferral', {
    code: 'approveDeferral.later',
    says: '延期至批准之日以后',
    instead: '核对延期日期',
    basis: apl(66, 2),
    test: ({ data, on }) => (data.until <= on ? { because: '延期日期不晚于批准之日', field: 'until' } : undefined),
  }),

  requires('registerRemedy', { code: 'registerRemedy.not-served', needs: all(done('decide'), done('serveDecision')), basis: apl(73, 1), because: '决定没有作出或者没有送达', instead: '核对救济所针对的决定' }),
  requires('registerRemedy', { code: 'registerRemedy.pending', needs: not(REMEDY_PENDING), basis: apl(73, 1), because: '前一救济程序尚未结束', instead: '先登记前一程序的结果' }),
  checks('registerRemedy', {
    code: 'registerRemedy.in-time',
    says: '在法定期限内提起',
    instead: '核对提起之日；有正当理由耽误的，由受理机关决定',
    basis: [alitl(46), arl23(20)],
    test: ({ data, on }, file) => {
      if (data.filedOn > on) return { because: '提起之日晚于登记之日', field: 'filedOn' }
      const until = file.deadline(data.kind === 'reconsideration' ? RECONSIDER_BY : SUE_BY)
      return until.state === 'running' && data.filedOn > until.due ? { because: '超过法定的救济期限', field: 'filedOn' } : undefined
    },
  }),
  requires('settleRemedy', { code: 'settleRemedy.nothing', needs: REMEDY_PENDING, basis: apl(73, 1), because: '没有正在进行的复议或者诉讼', instead: '先登记复议或者诉讼' }),

  requires('demand', { code: 'demand.not-late', needs: elapsed(PAY_BY), basis: acl(54), because: '缴纳期限没有届满', instead: '等待期限届满' }),
  requires('demand', { code: 'demand.performed', needs: not(holds(PERFORMED)), basis: acl(54), because: '处罚决定已经履行完毕', instead: '办理结案' }),
  requires('serveDemand', { code: 'serveDemand.nothing', needs: done('demand'), basis: acl(54), because: '没有催告书', instead: '先制作催告书' }),
  ...serviceRules('serveDemand', 'demand'),
  checks('demand', {
    code: 'demand.tells-defence',
    says: '催告书告知陈述申辩权',
    instead: '告知当事人有权陈述和申辩',
    basis: acl(35),
    test: ({ data }) => (data.tellsDefence ? undefined : { because: '催告书没有告知陈述申辩权', field: 'tellsDefence' }),
  }),
  checks('demand', {
    code: 'demand.sum',
    says: '催缴数额与账目一致',
    instead: '按尚未缴纳的罚款和截至当日的加处罚款填写',
    basis: apl(72, 1, 1),
    test: ({ data, on }, file) => {
      const account = accountOn(file, on)
      if (account === undefined) return undefined
      if (data.fine !== account.fine - account.paidFine) return { because: '催缴的罚款与账目不一致', field: 'fine' }
      return data.surcharge > account.surcharge - account.paidSurcharge ? { because: '加处罚款超过应加处的数额', field: 'surcharge' } : undefined
    },
  }),
  requires('applyCourt', { code: 'applyCourt.not-demanded', needs: all(done('serveDemand'), elapsed(PERFORM_DEMAND_BY)), basis: [acl(54), acl(69)], because: '没有催告，或者催告书送达后不满十个工作日', instead: '送达催告书，等待十个工作日' }),
  requires('applyCourt', { code: 'applyCourt.too-early', needs: elapsed(SUE_BY), basis: [acl(53), spc18(156)], because: '复议、起诉的期限没有届满，或者救济程序没有结束', instead: '等待起诉期限届满' }),
  requires('applyCourt', { code: 'applyCourt.too-late', needs: within(APPLY_COURT_BY), basis: [acl(53), spc18(156)], because: '超过申请法院强制执行的三个月期限', instead: '督促当事人自动履行；查明逾期申请的责任' }),
  requires('applyCourt', { code: 'applyCourt.performed', needs: not(holds(PERFORMED)), basis: acl(53), because: '处罚决定已经履行完毕', instead: '办理结案' }),
  requires('applyCourt', { code: 'applyCourt.stands', needs: STANDS, basis: acl(53), because: '没有可以申请执行的处罚决定', instead: '核对决定' }),
  requires('applyCourt', { code: 'applyCourt.once', needs: not(AT_COURT), basis: acl(53), because: '已经申请，法院尚未裁定，或者已经裁定准予执行', instead: '登记法院的裁定和执行结果' }),
  checks('applyCourt', {
    code: 'applyCourt.signed',
    says: '申请书由机关负责人签名并加盖印章',
    instead: '由机关负责人签名并加盖印章',
    basis: acl(55, 2),
    test: ({ data }) => (data.leaderSigned ? undefined : { because: '强制执行申请书没有机关负责人签名和印章', field: 'leaderSigned' }),
  }),
  requires('courtRules', { code: 'courtRules.not-applied', needs: done('applyCourt'), basis: acl(57), because: '没有申请法院强制执行', instead: '先提出申请' }),
  requires('courtEnds', { code: 'courtEnds.not-granted', needs: done('courtRules', 'outcome', 'granted'), basis: acl(57), because: '法院没有裁定准予执行', instead: '先登记法院的裁定' }),
  checks('waiveSurcharge', {
    code: 'waiveSurcharge.sum',
    says: '减免不超过加处罚款',
    instead: '核对加处罚款的数额',
    basis: acl(42, 2),
    test: ({ data, on }, file) => {
      const account = accountOn(file, on)
      return account !== undefined && data.waived > account.surcharge ? { because: '减免超过加处罚款的数额', field: 'waived' } : undefined
    },
  }),
]
