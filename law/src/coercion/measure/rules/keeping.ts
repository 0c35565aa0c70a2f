import { acl } from '../../../article.ts'
import { all, any, elapsed, not, within } from '../../../condition.ts'
import type { Rule } from '../../../procedure.ts'
import { serviceRules } from '../../../served-paper.ts'
import { KEEP_UNTIL, LONGEST_EXTENSION, SUPPLEMENT_BY } from '../deadlines.ts'
import { APPROVED, HELD, OPEN } from '../facts.ts'
import { beyond, holdingsOf, isHolding } from '../holdings.ts'
import { checks, done, last, requires } from '../words.ts'

const CUSTODY: readonly Rule[] = [
  ...(['handOver', 'registerLoss'] as const).map((kind) =>
    requires(kind, { code: `${kind}.not-held`, needs: HELD, basis: acl(26, 1), because: '没有在查封、扣押中的财物', instead: '核对保管记录' }),
  ),
  checks('handOver', {
    code: 'handOver.chain',
    says: '交出的是自己保管的财物',
    instead: '按保管记录填写交出人和物品',
    basis: acl(26, 1),
    test: ({ data }, file) => {
      const name = isHolding(file) ? beyond(holdingsOf(file), data.items, data.from) : undefined
      return name === undefined ? undefined : { because: `按照保管记录，${data.from}没有保管这些「${name}」`, field: 'items' }
    },
  }),
  checks('handOver', {
    code: 'handOver.third',
    says: '扣押的财物由机关自行保管',
    instead: '由本机关人员保管；只有查封的可以委托第三人保管',
    basis: acl(26, 2),
    test: ({ data }, file) => (data.third && last(file, 'propose')?.data.measure === 'seize' ? { because: '扣押的财物不得委托第三人保管', field: 'third' } : undefined),
  }),
  requires('compensate', { code: 'compensate.nothing', needs: done('registerLoss'), basis: acl(26, 1), because: '没有登记损毁、丢失', instead: '先登记损失' }),
  checks('compensate', {
    code: 'compensate.amount',
    says: '赔偿数额大于零',
    instead: '按实际损失确定数额；第三人造成的，先行赔付后追偿',
    basis: [acl(26, 1), acl(26, 2)],
    test: ({ data }) => (data.amount > 0n ? undefined : { because: '没有赔偿', field: 'amount' }),
  }),
  requires('sell', { code: 'sell.not-held', needs: OPEN, basis: acl(28, 2), because: '没有在查封、扣押中的财物，或者已经作出处理决定', instead: '核对保管记录' }),
  requires('sell', { code: 'sell.unapproved', needs: APPROVED, basis: [acl(18, undefined, 1), acl(19)], because: '措施没有经过批准', instead: '先补办批准；不应当采取的，解除' }),
  requires('sell', { code: 'sell.expired', needs: within(KEEP_UNTIL), basis: acl(28, 1, 4), because: '查封、扣押期限已经届满', instead: '解除，退还原物' }),
  checks('sell', {
    code: 'sell.perishable',
    says: '只变卖鲜活物品或者其他不易保管的财物',
    instead: '其他财物妥善保管，不得变卖',
    basis: acl(28, 2),
    test: ({ data }) => (data.perishable ? undefined : { because: '不属于鲜活物品或者其他不易保管的财物', field: 'perishable' }),
  }),
  checks('sell', {
    code: 'sell.items',
    says: '变卖的是在管的财物',
    instead: '按保管记录填写',
    basis: acl(26, 1),
    test: ({ data }, file) => {
      const name = isHolding(file) ? beyond(holdingsOf(file), data.items) : undefined
      return name === undefined ? undefined : { because: `按照保管记录，没有这些「${name}」`, field: 'items' }
    },
  }),
]

const TESTING: readonly Rule[] = [
  requires('test', { code: 'test.not-held', needs: all(OPEN, not(done('test'))), basis: acl(25, 3), because: '没有可送检的财物，或者正在检测', instead: '核对保管记录' }),
  requires('test', { code: 'test.expired', needs: within(KEEP_UNTIL), basis: [acl(25, 3), acl(28, 1, 4)], because: '查封、扣押期限已经届满，送检不能使其恢复', instead: '立即解除' }),
  requires('test', {
    code: 'test.unapproved',
    needs: any(APPROVED, all(not(done('supplement')), within(SUPPLEMENT_BY))),
    basis: [acl(18, undefined, 1), acl(19)],
    because: '措施没有经过批准，补办的时间已过，或者负责人认为不应当采取',
    instead: '立即解除',
  }),
  requires('renewTest', { code: 'renewTest.nothing', needs: all(OPEN, done('test')), basis: acl(25, 3), because: '没有正在进行的检测、鉴定', instead: '先送检' }),
  ...(['test', 'renewTest'] as const).flatMap((kind) => [
    checks(kind, {
      code: `${kind}.told`,
      says: '检测期间书面告知当事人',
      instead: '书面告知当事人检测、鉴定的期间',
      basis: acl(25, 3),
      test: ({ data }) => (data.told ? undefined : { because: '没有书面告知当事人检测、鉴定的期间', field: 'told' }),
    }),
    checks(kind, {
      code: `${kind}.until`,
      says: '检测期间明确',
      instead: '填写将来的届满之日',
      basis: acl(25, 3),
      test: ({ data, on }) => (data.until < on ? { because: '期间届满之日已经过去', field: 'until' } : undefined),
    }),
  ]),
  checks('renewTest', {
    code: 'renewTest.in-time',
    says: '在原定期间届满之前重新明确',
    instead: '收到结论后登记；没有告知的日子计入期限',
    basis: acl(25, 3),
    test: ({ on }, file) => {
      const until = last(file, 'renewTest')?.data.until ?? last(file, 'test')?.data.until
      return until !== undefined && on > until ? { because: '原定的检测期间已经届满' } : undefined
    },
  }),
  checks('test', {
    code: 'test.costs',
    says: '检测费用由机关承担',
    instead: '由本机关承担费用',
    basis: acl(25, 3),
    test: ({ data }) => (data.partyPays ? { because: '检测、检验、检疫、鉴定的费用不得由当事人负担', field: 'partyPays' } : undefined),
  }),
  requires('testEnds', { code: 'testEnds.nothing', needs: done('test'), basis: acl(25, 3), because: '没有正在进行的检测、鉴定', instead: '无需登记' }),
]

const EXTENDING: readonly Rule[] = [
  requires('extend', { code: 'extend.not-held', needs: OPEN, basis: acl(25, 1), because: '没有在查封、扣押中的财物，或者已经作出处理决定', instead: '无需延长' }),
  requires('extend', { code: 'extend.once', needs: not(done('extend')), basis: acl(25, 1), because: '已经延长过一次', instead: '在期限内作出处理决定' }),
  requires('extend', { code: 'extend.expired', needs: not(elapsed(KEEP_UNTIL)), basis: [acl(25, 1), acl(28, 1, 4)], because: '期限已经届满', instead: '立即解除' }),
  requires('extend', { code: 'extend.unapproved', needs: APPROVED, basis: [acl(18, undefined, 1), acl(19)], because: '措施没有经过批准', instead: '先补办批准；不应当采取的，解除' }),
  checks('extend', {
    code: 'extend.longest',
    says: '延长不超过三十日',
    instead: '延长日数不超过三十日',
    basis: acl(25, 1),
    test: ({ data }) => (data.days > LONGEST_EXTENSION ? { because: '延长超过三十日', field: 'days' } : undefined),
  }),
  checks('extend', {
    code: 'extend.complex',
    says: '情况复杂的才延长',
    instead: '情况不复杂的，在原期限内处理',
    basis: acl(25, 1),
    test: ({ data }) => (data.complex ? undefined : { because: '不属于情况复杂', field: 'complex' }),
  }),
  requires('tellExtension', { code: 'tellExtension.nothing', needs: all(done('extend'), not(done('tellExtension'))), basis: acl(25, 2), because: '没有需要告知的延长决定', instead: '无需告知' }),
  ...serviceRules('tellExtension', 'extend'),
]

/** Keeping, testing, prolonging, selling (保管、检测、延长、变卖): 行政强制法第二十五条、第二十六条、第二十八条第二款. */
export const KEEPING_RULES: readonly Rule[] = [...CUSTODY, ...TESTING, ...EXTENDING]
