import { acl } from '../../../article.ts'
import { all, any, holds, implies, not, within } from '../../../condition.ts'
import type { Rule } from '../../../procedure.ts'
import { KEEP_UNTIL } from '../deadlines.ts'
import { APPROVED, HELD, NOT_HANDED, OPEN } from '../facts.ts'
import { amountOf, beyond, heldOf, holdingsOf, isHolding, proceedsOf } from '../holdings.ts'
import { checks, done, every, last, requires, staffed } from '../words.ts'

const TWO = { because: '执法人员不得少于两人，且都应持有当日有效的执法证', instead: '由两名以上持有效执法证的人员办理' }
/** What takes the things from the party for good, or hands them on. */
const TAKING = ['confiscate', 'destroy', 'transfer'] as const
/** How each decision is carried out. */
const MANNERS = { confiscate: 'treasury', destroy: 'destroyed', transfer: 'police', lift: undefined } as const

const DECIDING: readonly Rule[] = [
  requires('settle', { code: 'settle.not-held', needs: OPEN, basis: acl(27), because: '没有需要处理的查封、扣押', instead: '核对案卷' }),
  requires('settle', { code: 'settle.part-pending', needs: not(done('liftPart')), basis: acl(28, 2), because: '已经部分解除的财物尚未退还', instead: '先退还' }),
  ...TAKING.flatMap((outcome) => [
    requires('settle', { code: `settle.${outcome}-late`, outcome, needs: within(KEEP_UNTIL), basis: [acl(27), acl(28, 1, 4)], because: '查封、扣押期限已经届满', instead: '解除查封、扣押，退还财物' }),
    requires('settle', { code: `settle.${outcome}-unapproved`, outcome, needs: APPROVED, basis: [acl(18, undefined, 1), acl(19)], because: '没有批准，也没有补办批准手续', instead: '补办批准；超过二十四小时没有补办的，解除' }),
    requires('settle', { code: `settle.${outcome}-testing`, outcome, needs: not(done('test')), basis: [acl(25, 3), acl(27)], because: '检测、鉴定尚未结束，事实没有查清', instead: '收到结论后再决定' }),
    requires('settle', { code: `settle.${outcome}-not-served`, outcome, needs: implies(holds(NOT_HANDED), done('serve')), basis: acl(24, 1), because: '查封、扣押决定书和清单没有交付当事人', instead: '先送达决定书和清单' }),
    requires('settle', { code: `settle.${outcome}-extension-untold`, outcome, needs: implies(done('extend'), done('tellExtension')), basis: acl(25, 2), because: '延长的决定没有书面告知当事人', instead: '先送达延长期限决定' }),
  ]),
  checks('settle', {
    code: 'settle.confiscate-basis',
    outcome: 'confiscate',
    says: '没收有处罚决定',
    instead: '写明处罚决定书文号',
    basis: acl(27),
    test: ({ data }) => (data.decision === undefined ? { because: '没有写明没收所依据的处罚决定', field: 'decision' } : undefined),
  }),
  checks('settle', {
    code: 'settle.destroy-basis',
    outcome: 'destroy',
    says: '销毁有法律、行政法规的规定',
    instead: '写明规定应当销毁的法律、行政法规；没有规定的，没收或者解除',
    basis: acl(27),
    test: ({ data }) => (data.norm === undefined ? { because: '没有写明规定应当销毁的法律、行政法规', field: 'norm' } : undefined),
  }),
  checks('settle', {
    code: 'settle.transfer-receiver',
    outcome: 'transfer',
    says: '写明受移送的机关',
    instead: '写明受移送的司法机关',
    basis: acl(21),
    test: ({ data }) => (data.receiver === undefined ? { because: '没有写明受移送的机关', field: 'receiver' } : undefined),
  }),
  checks('settle', {
    code: 'settle.lift-ground',
    outcome: 'lift',
    says: '解除写明情形',
    instead: '选择解除的情形',
    basis: acl(28, 1),
    test: ({ data }) => (data.ground === undefined ? { because: '没有写明解除的情形', field: 'ground' } : undefined),
  }),
]

const PARTLY: readonly Rule[] = [
  requires('liftPart', { code: 'liftPart.not-open', needs: all(OPEN, not(done('liftPart'))), basis: acl(28, 1), because: '没有在查封、扣押中的财物，或者前一次部分解除尚未退还', instead: '先退还；全部解除的，作出处理决定' }),
  checks('liftPart', {
    code: 'liftPart.items',
    says: '解除的是在管财物的一部分',
    instead: '按保管记录填写；全部解除的，作出处理决定',
    basis: acl(28, 1),
    test: ({ data }, file) => {
      if (!isHolding(file)) return undefined
      const held = holdingsOf(file)
      const name = beyond(held, data.items)
      if (name !== undefined) return { because: `按照保管记录，没有这些「${name}」`, field: 'items' }
      return held.every((one) => amountOf(data.items, one.name) === heldOf(held, one.name)) ? { because: '列出的是全部在管财物', field: 'items' } : undefined
    },
  }),
  requires('returnPart', { code: 'returnPart.nothing', needs: all(HELD, done('liftPart')), basis: acl(28, 2), because: '没有部分解除的财物', instead: '无需退还' }),
  checks('returnPart', {
    code: 'returnPart.items',
    says: '退还的就是解除的，当事人签收',
    instead: '按解除决定逐件退还，由当事人签收',
    basis: acl(28, 2),
    test: ({ data }, file) => {
      const lifted = last(file, 'liftPart')?.data.items
      if (lifted === undefined) return undefined
      const differs = [...lifted, ...data.items].find(({ name }) => amountOf(lifted, name) !== amountOf(data.items, name))
      if (differs !== undefined) return { because: `「${differs.name}」与部分解除的决定不一致`, field: 'items' }
      return data.signed ? undefined : { because: '当事人没有签收', field: 'signed' }
    },
  }),
]

const RETURNING: readonly Rule[] = [
  ...(['release', 'offer'] as const).map((kind) =>
    requires(kind, { code: `${kind}.not-lifted`, needs: all(HELD, done('settle', 'outcome', 'lift')), basis: acl(28, 2), because: '没有解除查封、扣押，或者已经退还', instead: '由机关负责人决定解除' }),
  ),
  staffed('release', 2, { code: 'release.two-officers', basis: acl(17, 3), ...TWO }),
  checks('release', {
    code: 'release.complete',
    says: '退还全部在管财物',
    instead: '按保管记录逐件退还',
    basis: acl(28, 2),
    test: ({ data }, file) => {
      if (!isHolding(file)) return undefined
      const held = holdingsOf(file)
      const missing = held.find(({ name }) => amountOf(data.returned, name) < heldOf(held, name))
      if (missing !== undefined) return { because: `「${missing.name}」没有全部退还`, field: 'returned' }
      const name = beyond(held, data.returned)
      return name === undefined ? undefined : { because: `按照保管记录，没有这些「${name}」`, field: 'returned' }
    },
  }),
  checks('release', {
    code: 'release.proceeds',
    says: '退还全部变卖价款',
    instead: '退还变卖所得的全部款项',
    basis: acl(28, 2),
    test: ({ data }, file) => ((data.proceeds ?? 0n) === proceedsOf(file) ? undefined : { because: '退还的价款与变卖所得不一致', field: 'proceeds' }),
  }),
  checks('release', {
    code: 'release.low-price',
    says: '低价变卖造成损失的给予补偿',
    instead: '补偿变卖价格与市场价格的差额',
    basis: acl(28, 2),
    test: ({ data }, file) => {
      const lost = every(file, 'sell').reduce((sum, sale) => (sale.data.low && sale.data.market > sale.data.proceeds ? sum + sale.data.market - sale.data.proceeds : sum), 0n)
      return (data.compensation ?? 0n) < lost ? { because: '变卖价格明显低于市场价格，损失没有补足', field: 'compensation' } : undefined
    },
  }),
  checks('release', {
    code: 'release.no-storage-fee',
    says: '保管费用由机关承担',
    instead: '不收保管费用；已收的退还',
    basis: acl(26, 3),
    test: ({ data }) => ((data.storageFee ?? 0n) > 0n ? { because: '向当事人收取了保管费用', field: 'storageFee' } : undefined),
  }),
  checks('release', {
    code: 'release.signed',
    says: '当事人签收，拒绝的由见证人签名',
    instead: '由当事人签名；拒绝的写明见证人',
    basis: acl(28, 2),
    test: ({ data }) => (data.signed || data.witness !== undefined ? undefined : { because: '退还清单没有当事人签名，也没有见证人', field: 'signed' }),
  }),
]

const CLOSING: readonly Rule[] = [
  requires('dispose', {
    code: 'dispose.not-decided',
    needs: all(HELD, any(...TAKING.map((outcome) => done('settle', 'outcome', outcome)))),
    basis: acl(27),
    because: '没有没收、销毁、移送的决定，或者已经执行',
    instead: '先作出处理决定；已经解除的，退还财物',
  }),
  staffed('dispose', 2, { code: 'dispose.two-officers', basis: acl(17, 3), ...TWO }),
  checks('dispose', {
    code: 'dispose.manner',
    says: '按照处理决定的方式执行',
    instead: '没收的移交财政部门，销毁的销毁，移送的移交司法机关',
    basis: acl(27),
    test: ({ data }, file) => {
      const manner = MANNERS[last(file, 'settle')?.data.outcome ?? 'lift']
      return manner === undefined || manner === data.manner ? undefined : { because: '执行方式与处理决定不一致', field: 'manner' }
    },
  }),
  checks('dispose', {
    code: 'dispose.witness',
    says: '销毁有见证',
    instead: '由见证人到场并签名',
    basis: acl(27),
    test: ({ data }) => (data.manner === 'destroyed' && data.witness === undefined ? { because: '销毁没有见证人', field: 'witness' } : undefined),
  }),
  checks('dispose', {
    code: 'dispose.told',
    says: '随案移送的书面告知当事人',
    instead: '书面告知当事人财物已经移送',
    basis: acl(21),
    test: ({ data }) => (data.manner === 'police' && !data.told ? { because: '没有书面告知当事人财物已随案移送', field: 'told' } : undefined),
  }),
  requires('archive', { code: 'archive.held', needs: any(done('release'), done('dispose')), basis: acl(27), because: '财物尚未退还，也没有执行没收、销毁、移送', instead: '先处理财物' }),
  requires('archive', { code: 'archive.loss', needs: not(done('registerLoss')), basis: acl(26, 1), because: '保管损失尚未赔偿', instead: '先赔偿当事人' }),
]

/** What becomes of the things (处理、退还、没收、移送): 行政强制法第二十一条、第二十六条至第二十八条. */
export const ENDING_RULES: readonly Rule[] = [...DECIDING, ...PARTLY, ...RETURNING, ...CLOSING]
