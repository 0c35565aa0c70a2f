import { all, any, elapsed, holds, implies, not, within, type Condition } from '../../condition.ts'
import type { CaseFile, Stretch } from '../../case-file.ts'
import { days } from '../../period.ts'
import type { Procedure, Rule, Safeguard } from '../../procedure.ts'
import { acl } from '../../article.ts'
import { IDENTIFY, notIdentified } from '../../party.ts'
import { MEASURE_ACTS } from './acts.ts'
import { checks, dayOf, deadline, done, every, fact, last, never, owes, requires, staffed } from './words.ts'

/** It was proposed as urgent (情况紧急，需要当场采取). */
const URGENT = fact('urgent', { says: '情况紧急，需要当场采取', of: ['propose'], basis: acl(19), test: (file) => last(file, 'propose')?.data.urgent === true })

/** 行政强制法第二十五条: thirty calendar days, once thirty more; the time of testing is not counted. */
const KEEP_UNTIL = deadline('keep-until', {
  says: '查封、扣押期限',
  since: dayOf('carryOut', '实施查封、扣押之日'),
  length: () => days(30),
  basis: acl(25, 1),
  extendedBy: { acts: ['extend'], by: (file) => every(file, 'extend').map(({ data }) => days(data.days)) },
  suspendedBy: { acts: ['test', 'testEnds'], stretches: testing },
})
/** 行政强制法第十九条: twenty-four hours, counted as the next day. */
const SUPPLEMENT_BY = deadline('supplement-by', {
  says: '补办批准手续的期限（二十四小时）',
  since: dayOf('carryOut', '当场采取之日', (act, file) => (last(file, 'propose')?.data.urgent === true && file.last('approve') === undefined ? act.on : undefined)),
  length: () => days(1),
  basis: acl(19),
})
/** 行政强制法第二十八条第二款: at once. */
const RELEASE_BY = deadline('release-by', {
  says: '退还财物（立即）',
  since: dayOf('settle', '决定解除之日', (act) => (act.data.outcome === 'lift' ? act.on : undefined)),
  length: () => days(0),
  basis: acl(28, 2),
})

/** The stretches in which things were being tested. */
function testing(file: CaseFile): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const act of file.every('test', 'testEnds')) {
    const open = stretches.at(-1)
    if (act.kind === 'test') stretches.push({ from: act.on })
    else if (open !== undefined && open.to === undefined) stretches[stretches.length - 1] = { from: open.from, to: act.on }
  }
  return stretches
}

const APPROVED: Condition = any(done('approve'), done('supplement'))
const HELD: Condition = all(done('carryOut'), not(any(done('release'), done('dispose'))))
const OPEN: Condition = all(HELD, not(done('settle')))
const TWO = { because: '执法人员不得少于两人，且都应持有当日有效的执法证', instead: '由两名以上持有效执法证的人员共同实施；协管人员不得实施' }

const RULES: readonly Rule[] = [
  requires('propose', { code: 'propose.once', needs: not(done('propose')), basis: acl(18), because: '已经呈请', instead: '另一措施另立案卷' }),
  checks('propose', { code: 'propose.party-identified', says: '当事人身份明确', instead: IDENTIFY, basis: acl(24), test: ({ data }) => notIdentified(data.party) }),
  checks('propose', {
    code: 'propose.power',
    says: '措施由法律、法规设定',
    instead: '没有法律、法规规定的，不得查封、扣押；可以先行登记保存证据',
    basis: acl(10),
    test: ({ data }) => (data.level === 'other' ? { because: '法律、法规以外的规范性文件不得设定行政强制措施', field: 'level' } : undefined),
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
  ...(['approve', 'refuse'] as const).map((kind) => requires(kind, { code: `${kind}.not-proposed`, needs: done('propose'), basis: acl(18), because: '尚未呈请', instead: '由执法人员先呈请' })),
  ...(['approve', 'refuse'] as const).map((kind) => requires(kind, { code: `${kind}.settled`, needs: not(any(done('approve'), done('carryOut'))), basis: acl(18), because: '已经批准或者已经实施', instead: '紧急情况下当场采取的，补办批准手续或者解除' })),

  requires('carryOut', { code: 'carryOut.not-proposed', needs: done('propose'), basis: acl(18), because: '尚未呈请', instead: '先呈请；情况紧急的，写明紧急情形' }),
  requires('carryOut', { code: 'carryOut.not-approved', needs: implies(done('propose'), any(done('approve'), holds(URGENT))), basis: [acl(18), acl(19)], because: '没有经机关负责人批准，又不属于紧急情况', instead: '报请批准' }),
  requires('carryOut', { code: 'carryOut.once', needs: not(done('carryOut')), basis: acl(23, 2), because: '已经实施', instead: '另有财物的，另行呈请' }),
  staffed('carryOut', 2, { code: 'carryOut.two-officers', basis: [acl(18), acl(17)], ...TWO }),
  checks('carryOut', {
    code: 'carryOut.steps',
    says: '出示证件，当场告知，听取意见，当场交付决定书和清单',
    instead: '补齐现场程序后再实施',
    basis: [acl(18), acl(24)],
    test: ({ data }) => {
      if (!data.certificatesShown) return { because: '没有出示执法身份证件', field: 'certificatesShown', basis: [acl(18)] }
      if (!data.told) return { because: '没有当场告知理由、依据、权利和救济途径', field: 'told', basis: [acl(18)] }
      if (data.partyPresent && !data.heard) return { because: '没有听取当事人的陈述和申辩', field: 'heard', basis: [acl(18)] }
      return data.handed ? undefined : { because: '没有当场交付决定书和清单', field: 'handed', basis: [acl(24)] }
    },
  }),
  checks('carryOut', {
    code: 'carryOut.witness',
    says: '当事人不到场或者拒绝签名的，由见证人签名',
    instead: '邀请见证人到场并签名',
    basis: acl(18),
    test: ({ data }) => ((!data.partyPresent || data.signature !== 'signed') && data.witness === undefined ? { because: '当事人不到场或者拒绝签名，没有见证人', field: 'witness' } : undefined),
  }),
  requires('supplement', { code: 'supplement.nothing', needs: all(done('carryOut'), not(APPROVED)), basis: acl(19), because: '没有需要补办批准的措施', instead: '无需补办' }),

  ...(['handOver', 'sell'] as const).map((kind) => requires(kind, { code: `${kind}.not-held`, needs: HELD, basis: acl(26), because: '没有在查封、扣押中的财物', instead: '核对保管记录' })),
  requires('test', { code: 'test.not-held', needs: all(OPEN, not(done('test'))), basis: acl(25, 3), because: '没有可送检的财物，或者正在检测', instead: '核对保管记录' }),
  checks('test', { code: 'test.told', says: '检测期间明确并书面告知', instead: '明确期间，书面告知当事人', basis: acl(25, 3), test: ({ data, on }) => (!data.told ? { because: '没有书面告知当事人检测、鉴定的期间', field: 'told' } : data.until < on ? { because: '期间届满日早于送检之日', field: 'until' } : undefined) }),
  requires('testEnds', { code: 'testEnds.nothing', needs: done('test'), basis: acl(25, 3), because: '没有正在进行的检测、鉴定', instead: '无需登记' }),
  requires('extend', { code: 'extend.not-held', needs: OPEN, basis: acl(25, 1), because: '没有在查封、扣押中的财物，或者已经作出处理决定', instead: '无需延长' }),
  requires('extend', { code: 'extend.once', needs: not(done('extend')), basis: acl(25, 1), because: '已经延长过一次', instead: '在期限内作出处理决定' }),
  requires('extend', { code: 'extend.expired', needs: within(KEEP_UNTIL), basis: acl(28, 1), because: '期限已经届满', instead: '立即解除' }),
  checks('extend', { code: 'extend.told', says: '延长书面告知并说明理由', instead: '书面告知当事人并说明理由', basis: acl(25, 2), test: ({ data }) => (data.told ? undefined : { because: '没有书面告知当事人并说明理由', field: 'told' }) }),

  requires('settle', { code: 'settle.not-held', needs: OPEN, basis: acl(27), because: '没有需要处理的查封、扣押', instead: '核对案卷' }),
  ...(['confiscate', 'destroy'] as const).flatMap((outcome) => [
    requires('settle', { code: `settle.${outcome}-late`, outcome, needs: within(KEEP_UNTIL), basis: [acl(27), acl(28, 1)], because: '查封、扣押期限已经届满', instead: '解除查封、扣押，退还财物' }),
    requires('settle', { code: `settle.${outcome}-unapproved`, outcome, needs: APPROVED, basis: [acl(18), acl(19)], because: '没有批准，也没有补办批准手续', instead: '补办批准；超过二十四小时没有补办的，解除' }),
    requires('settle', { code: `settle.${outcome}-testing`, outcome, needs: not(done('test')), basis: acl(25, 3), because: '检测、鉴定尚未结束', instead: '收到结论后再决定' }),
    checks('settle', { code: `settle.${outcome}-basis`, outcome, says: '没收、销毁有依据', instead: '写明处罚决定书文号', basis: acl(27), test: ({ data }) => (data.decision === undefined ? { because: '没有写明没收、销毁所依据的决定', field: 'decision' } : undefined) }),
  ]),
  checks('settle', { code: 'settle.lift-ground', outcome: 'lift', says: '解除写明情形', instead: '选择解除的情形', basis: acl(28, 1), test: ({ data }) => (data.ground === undefined ? { because: '没有写明解除的情形', field: 'ground' } : undefined) }),
  requires('release', { code: 'release.not-lifted', needs: all(HELD, done('settle', 'outcome', 'lift')), basis: acl(28, 2), because: '没有解除查封、扣押', instead: '由机关负责人决定解除' }),
  staffed('release', 2, { code: 'release.two-officers', basis: acl(17), ...TWO }),
  checks('release', {
    code: 'release.complete',
    says: '退还全部财物或者价款，当事人签名',
    instead: '核对清单；变卖的退还价款',
    basis: acl(28, 2),
    test: ({ data }, file) => {
      const sold = last(file, 'sell')
      if (sold !== undefined && (data.proceeds ?? 0n) < sold.data.proceeds) return { because: '变卖的价款没有全部退还', field: 'proceeds' }
      const taken = last(file, 'carryOut')?.data.items ?? []
      const missing = taken.find(({ name, quantity }) => data.returned.filter((one) => one.name === name).reduce((sum, one) => sum + one.quantity, 0) < quantity)
      if (sold === undefined && missing !== undefined) return { because: `「${missing.name}」没有全部退还`, field: 'returned' }
      return data.signed ? undefined : { because: '当事人没有在退还清单上签名', field: 'signed' }
    },
  }),
  requires('dispose', { code: 'dispose.not-decided', needs: all(HELD, any(done('settle', 'outcome', 'confiscate'), done('settle', 'outcome', 'destroy'))), basis: acl(27), because: '没有没收、销毁的决定', instead: '先作出处理决定' }),
  requires('archive', { code: 'archive.held', needs: any(done('release'), done('dispose')), basis: acl(27), because: '财物尚未退还，也没有执行没收、销毁', instead: '先处理财物' }),

  owes('settle', KEEP_UNTIL, { code: 'owes.settle', says: '对查封、扣押作出处理决定', basis: acl(27) }),
  owes(['supplement', 'settle'], SUPPLEMENT_BY, { code: 'owes.supplement', says: '补办批准手续，或者解除', basis: acl(19) }),
  owes('release', RELEASE_BY, { code: 'owes.release', says: '退还财物', basis: acl(28, 2) }),
]

const SAFEGUARDS: readonly Safeguard[] = [
  never('carryOut', '未经批准又不紧急，不得查封、扣押', { while: all(not(done('approve')), not(holds(URGENT))), basis: [acl(18), acl(19)] }),
  never('settle', '期限届满之后不得没收', { outcome: 'confiscate', while: elapsed(KEEP_UNTIL), basis: acl(28, 1) }),
  never('settle', '未经批准的不得没收', { outcome: 'confiscate', while: not(any(done('approve'), done('supplement'))), basis: acl(18) }),
  never('settle', '期限届满之后不得销毁', { outcome: 'destroy', while: elapsed(KEEP_UNTIL), basis: acl(28, 1) }),
  never('extend', '期限届满之后不得延长', { while: elapsed(KEEP_UNTIL), basis: acl(25, 1) }),
  never('extend', '不得两次延长', { while: done('extend'), basis: acl(25, 1) }),
  never('release', '决定没收的不得退还', { while: done('settle', 'outcome', 'confiscate'), basis: acl(27) }),
  never('dispose', '已经退还的不得没收、销毁', { while: done('release'), basis: acl(28, 2) }),
  never('archive', '财物没有处理不得归档', { while: not(any(done('release'), done('dispose'))), basis: acl(27) }),
]

/** Sealing and seizing (查封、扣押), 行政强制法第三章. */
export const COERCIVE_MEASURE: Procedure = {
  code: 'coercion.measure',
  name: '行政强制措施（查封、扣押）',
  acts: MEASURE_ACTS,
  opens: ['propose'],
  rules: RULES,
  safeguards: SAFEGUARDS,
  general: { order: [acl(18)], post: [acl(17)], end: [acl(18)] },
}
