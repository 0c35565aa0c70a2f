import { acl, gbf118 } from '../../../article.ts'
import { any, holds, implies, all, not, elapsed } from '../../../condition.ts'
import { reviewRules } from '../../../legal-review-rules.ts'
import { IDENTIFY, notIdentified } from '../../../party.ts'
import type { Rule } from '../../../procedure.ts'
import { serviceRules } from '../../../served-paper.ts'
import { LONGEST, SUPPLEMENT_BY } from '../deadlines.ts'
import { APPROVED, HELD, majorNames, NOT_HANDED, REVIEW_DUE, URGENT } from '../facts.ts'
import { amountOf } from '../holdings.ts'
import { checks, done, last, requires, separates, staffed } from '../words.ts'

const MINUTES_OF_DAY = 24 * 60

const PROPOSING: readonly Rule[] = [
  requires('propose', { code: 'propose.once', needs: not(done('propose')), basis: acl(18, undefined, 1), because: '已经呈请', instead: '另一措施另立案卷' }),
  checks('propose', { code: 'propose.party-identified', says: '当事人身份明确', instead: IDENTIFY, basis: acl(24, 2, 1), test: ({ data }) => notIdentified(data.party) }),
  checks('propose', {
    code: 'propose.power',
    says: '措施由法律、法规设定',
    instead: '没有法律、法规规定的，不得查封、扣押；证据可能灭失的，可以先行登记保存',
    basis: acl(10, 4),
    test: ({ data }) => (data.level === 'other' ? { because: '法律、法规以外的规范性文件不得设定行政强制措施', field: 'level' } : undefined),
  }),
  checks('propose', {
    code: 'propose.delegated',
    says: '措施由本机关实施，不得委托',
    instead: '由本机关具备资格的执法人员实施',
    basis: acl(17, 1),
    test: ({ data }) => (data.delegated ? { because: '行政强制措施权不得委托', field: 'delegated' } : undefined),
  }),
  checks('propose', {
    code: 'propose.gentler',
    says: '非强制手段可以达到目的的，不采取强制措施',
    instead: '劝导、教育、责令改正',
    basis: acl(5),
    test: ({ data }) => (data.gentler ? { because: '采用非强制手段可以达到管理目的', field: 'gentler' } : undefined),
  }),
  checks('propose', {
    code: 'propose.scope',
    says: '只限于涉案的场所、设施或者财物',
    instead: '剔除生活必需品、无关财物和已被查封的财物后再呈请',
    basis: acl(23),
    test: ({ data }) => {
      if (data.necessities) return { because: '含有生活必需品', field: 'necessities', basis: [acl(23, 1)] }
      if (data.unrelated) return { because: '含有与违法行为无关的财物', field: 'unrelated', basis: [acl(23, 1)] }
      return data.sealedElsewhere ? { because: '已被其他国家机关查封，不得重复查封', field: 'sealedElsewhere', basis: [acl(23, 2)] } : undefined
    },
  }),
  checks('propose', {
    code: 'propose.other-term',
    says: '另行规定的期限写明所依据的法律、行政法规',
    instead: '写明规定，或者按三十日办理；地方性法规不能另行规定期限',
    basis: acl(25, 1),
    test: ({ data }) => (data.otherDays !== undefined && data.otherNorm === undefined ? { because: '没有写明另行规定期限的法律、行政法规', field: 'otherNorm' } : undefined),
  }),
  ...(['approve', 'refuse'] as const).map((kind) =>
    requires(kind, { code: `${kind}.not-proposed`, needs: done('propose'), basis: acl(18, undefined, 1), because: '尚未呈请', instead: '由执法人员先呈请' }),
  ),
  ...(['approve', 'refuse'] as const).map((kind) =>
    requires(kind, {
      code: `${kind}.settled`,
      needs: not(any(done('approve'), done('carryOut'))),
      basis: [acl(18, undefined, 1), acl(19)],
      because: '已经批准或者已经实施',
      instead: '紧急情况下当场采取的，二十四小时内补办批准手续，否则解除',
    }),
  ),
]

/** What the list of major decisions asks before the head approves (法制审核); what is urgent is done on the spot and cannot wait. */
const REVIEWING: readonly Rule[] = [
  requires('review', { code: 'review.not-proposed', needs: all(done('propose'), not(any(done('approve'), done('carryOut')))), basis: gbf118(), because: '没有等待批准的呈请', instead: '呈请之后、批准之前审核' }),
  separates(['propose'], 'review', { code: 'review.officer', basis: gbf118(), because: '承办本案的人员不得审核本案', instead: '由未承办的法制审核人员审核' }),
  ...reviewRules(gbf118(), gbf118()),
  requires('approve', { code: 'approve.not-reviewed', needs: implies(holds(REVIEW_DUE), done('review', 'conclusion', 'agree')), basis: gbf118(), because: '按重大执法决定目录应当法制审核，尚未审核或者审核未通过', instead: '提交法制审核；不同意的，不批准', names: majorNames }),
  separates(['review'], 'approve', { code: 'approve.reviewer', basis: gbf118(), because: '审核本案的人员不得批准', instead: '由没有参加审核的负责人批准' }),
]

const ON_THE_SPOT: readonly Rule[] = [
  requires('carryOut', { code: 'carryOut.not-proposed', needs: done('propose'), basis: acl(18, undefined, 1), because: '尚未呈请', instead: '先呈请；情况紧急的，写明紧急情形' }),
  requires('carryOut', {
    code: 'carryOut.not-approved',
    needs: implies(done('propose'), any(done('approve'), holds(URGENT))),
    basis: [acl(18, undefined, 1), acl(19)],
    because: '没有经机关负责人批准，又不属于紧急情况',
    instead: '报请批准',
  }),
  requires('carryOut', { code: 'carryOut.once', needs: not(done('carryOut')), basis: acl(23, 2), because: '已经实施', instead: '另有财物的，另行呈请' }),
  staffed('carryOut', 2, {
    code: 'carryOut.two-officers',
    basis: [acl(18, undefined, 2), acl(17, 3)],
    because: '执法人员不得少于两人，且都应持有当日有效的执法证',
    instead: '由两名以上持有效执法证的人员共同实施；协管人员不得实施',
  }),
  checks('carryOut', {
    code: 'carryOut.certificates',
    says: '出示执法身份证件',
    instead: '主动出示执法证件',
    basis: acl(18, undefined, 3),
    test: ({ data }) => (data.certificatesShown ? undefined : { because: '没有出示执法身份证件', field: 'certificatesShown' }),
  }),
  checks('carryOut', {
    code: 'carryOut.called',
    says: '通知当事人到场',
    instead: '通知当事人到场',
    basis: acl(18, undefined, 4),
    test: ({ data }) => (data.called || data.partyPresent ? undefined : { because: '没有通知当事人到场', field: 'called' }),
  }),
  checks('carryOut', {
    code: 'carryOut.told',
    says: '当场告知理由、依据、权利和救济途径',
    instead: '当场告知',
    basis: acl(18, undefined, 5),
    test: ({ data }) => (data.partyPresent && !data.told ? { because: '没有当场告知理由、依据、权利和救济途径', field: 'told' } : undefined),
  }),
  checks('carryOut', {
    code: 'carryOut.heard',
    says: '听取陈述和申辩',
    instead: '听取当事人的陈述和申辩，记入笔录',
    basis: acl(18, undefined, 6),
    test: ({ data }) => (data.partyPresent && !data.heard ? { because: '没有听取当事人的陈述和申辩', field: 'heard' } : undefined),
  }),
  checks('carryOut', {
    code: 'carryOut.witness',
    says: '当事人不到场的，由见证人签名',
    instead: '邀请见证人到场并签名',
    basis: acl(18, undefined, 9),
    test: ({ data }) => (!data.partyPresent && data.witness === undefined ? { because: '当事人不到场，没有见证人', field: 'witness' } : undefined),
  }),
  checks('carryOut', {
    code: 'carryOut.signature',
    says: '笔录的签名与到场情况一致',
    instead: '当事人签名或者注明拒绝；不到场的由见证人签名',
    basis: acl(18, undefined, 8),
    test: ({ data }) => (data.partyPresent === (data.signature === 'absent') ? { because: '笔录的签名情况与当事人是否到场不一致', field: 'signature' } : undefined),
  }),
  checks('carryOut', {
    code: 'carryOut.hours',
    says: '笔录的结束时间不早于开始时间',
    instead: '核对笔录的时间',
    basis: acl(18, undefined, 7),
    test: ({ data }) => (data.to < data.from ? { because: '结束时间早于开始时间', field: 'to' } : undefined),
  }),
  checks('carryOut', {
    code: 'carryOut.within-approval',
    says: '只取所呈请的财物',
    instead: '清单以外的财物另行呈请批准',
    basis: [acl(18, undefined, 1), acl(23, 1)],
    test: ({ data }, file) => {
      const asked = last(file, 'propose')?.data.items
      const more = asked === undefined ? undefined : data.items.find(({ name }) => amountOf(data.items, name) > amountOf(asked, name))
      return more === undefined ? undefined : { because: `「${more.name}」超出呈请的范围`, field: 'items' }
    },
  }),
]

const PAPERS: readonly Rule[] = [
  checks('carryOut', {
    code: 'carryOut.handed',
    says: '当场交付决定书和清单',
    instead: '当场交付；当事人不到场的，实施之后送达',
    basis: acl(24, 1),
    test: ({ data }) => (data.partyPresent && !data.handed ? { because: '当事人在场，没有当场交付决定书和清单', field: 'handed' } : undefined),
  }),
  checks('carryOut', {
    code: 'carryOut.contents',
    says: '决定书盖章',
    instead: '写明机关名称、日期，加盖印章',
    basis: acl(24, 2, 5),
    test: ({ data }) => (data.order.sealed ? undefined : { because: '决定书没有机关名称、日期或者印章', field: 'order.sealed' }),
  }),
  checks('carryOut', {
    code: 'carryOut.term',
    says: '决定书的期限不超过法定期限',
    instead: '期限不超过三十日；法律、行政法规另有规定的，在呈请时写明',
    basis: acl(25, 1),
    test: ({ data }, file) => (data.order.days > (last(file, 'propose')?.data.otherDays ?? LONGEST) ? { because: '决定书的期限超过法定最长期限', field: 'order.days' } : undefined),
  }),
  checks('carryOut', {
    code: 'carryOut.two-copies',
    says: '清单一式二份',
    instead: '制作二份清单，由当事人和机关分别保存',
    basis: acl(24, 3),
    test: ({ data }) => (data.twoCopies ? undefined : { because: '清单不是一式二份', field: 'twoCopies' }),
  }),
  checks('carryOut', {
    code: 'carryOut.third-keeper',
    says: '扣押的财物由机关自行保管',
    instead: '由本机关保管；只有查封的可以委托第三人保管',
    basis: acl(26, 2),
    test: ({ data }, file) => (data.third && last(file, 'propose')?.data.measure === 'seize' ? { because: '扣押的财物不得委托第三人保管', field: 'third' } : undefined),
  }),
  requires('serve', { code: 'serve.nothing', needs: all(HELD, holds(NOT_HANDED), not(done('serve'))), basis: acl(24, 1), because: '没有需要送达的决定书和清单', instead: '已经当场交付或者送达的，无需再送' }),
  ...serviceRules('serve', 'carryOut'),
]

const AFTERWARDS: readonly Rule[] = [
  requires('supplement', { code: 'supplement.nothing', needs: all(HELD, not(done('settle')), not(done('supplement')), not(APPROVED)), basis: acl(19), because: '没有需要补办批准的措施', instead: '无需补办' }),
  requires('supplement', {
    code: 'supplement.late',
    outcome: 'approve',
    needs: not(elapsed(SUPPLEMENT_BY)),
    basis: acl(19),
    because: '当场采取后超过二十四小时没有补办批准',
    instead: '立即解除',
  }),
  checks('supplement', {
    code: 'supplement.within-24-hours',
    outcome: 'approve',
    says: '二十四小时内补办',
    instead: '超过二十四小时的，立即解除',
    basis: acl(19),
    test: ({ data, on }, file) => {
      const taken = last(file, 'carryOut')
      const passed = taken === undefined ? 0 : (on - taken.on) * MINUTES_OF_DAY + data.at - taken.data.from
      if (passed < 0) return { because: '批准的时刻早于实施的时刻', field: 'at' }
      return passed > MINUTES_OF_DAY ? { because: '批准的时刻距实施已超过二十四小时', field: 'at' } : undefined
    },
  }),
]

/** Power, approval, the steps on the spot, the papers (设定、批准、实施、文书): 行政强制法第五条、第十条、第十六条至第十九条、第二十三条、第二十四条. */
export const DECISION_RULES: readonly Rule[] = [...PROPOSING, ...REVIEWING, ...ON_THE_SPOT, ...PAPERS, ...AFTERWARDS]
