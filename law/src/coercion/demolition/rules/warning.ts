import { acl, gbf118, upl } from '../../../article.ts'
import { holds, implies, not } from '../../../condition.ts'
import { reviewRules } from '../../../legal-review-rules.ts'
import { IDENTIFY, notIdentified } from '../../../party.ts'
import type { Rule } from '../../../procedure.ts'
import { BEGUN } from '../../execution/rules.ts'
import { OVER, PLANNING } from '../facts.ts'
import { checks, done, last, requires, separates, staffed } from '../words.ts'

const BEGINNING: readonly Rule[] = [
  requires('begin', { code: 'begin.once', needs: not(done('begin')), basis: acl(44), because: '已经登记', instead: '另一建筑另立案卷' }),
  checks('begin', { code: 'begin.party-identified', says: '当事人身份明确', instead: IDENTIFY, basis: acl(37, 2, 1), test: ({ data }) => notIdentified(data.party) }),
  checks('begin', {
    code: 'begin.served',
    says: '限期拆除决定已经送达',
    instead: '先送达限期拆除决定',
    basis: acl(34),
    test: ({ data, on }) => (data.servedOn > on ? { because: '限期拆除决定的送达日期晚于今天', field: 'servedOn' } : undefined),
  }),
  checks('begin', {
    code: 'begin.not-due',
    says: '自行拆除的期限已过',
    instead: '等待限期拆除决定给予的期限届满',
    basis: [acl(34), acl(44)],
    test: ({ data, on }) => (data.dueOn >= on ? { because: '限期拆除决定给予的期限没有届满', field: 'dueOn' } : undefined),
  }),
  requires('instruct', { code: 'instruct.other-law', needs: implies(BEGUN, holds(PLANNING)), basis: upl(68), because: '限期拆除决定不是依据城乡规划法作出的，政府责成没有法律依据', instead: '申请人民法院强制执行' }),
  checks('instruct', {
    code: 'instruct.level',
    says: '由县级以上地方人民政府责成',
    instead: '报请县级以上地方人民政府责成',
    basis: upl(68),
    test: ({ data }) => (data.level === 'county' ? undefined : { because: '责成机关不是县级以上地方人民政府', field: 'level' }),
  }),
  checks('instruct', {
    code: 'instruct.date',
    says: '逾期不拆除之后才责成',
    instead: '核对责成的日期',
    basis: upl(68),
    test: ({ data, on }, file) => {
      if (data.instructedOn > on) return { because: '责成的日期晚于今天', field: 'instructedOn' }
      const due = last(file, 'begin')?.data.dueOn
      return due !== undefined && data.instructedOn <= due ? { because: '责成的日期早于自行拆除期限届满', field: 'instructedOn' } : undefined
    },
  }),
]

const KINDS = ['instruct', 'announce', 'removed', 'review'] as const

const WARNING: readonly Rule[] = [
  ...([...KINDS, 'registerRemedy'] as const).map((kind) => requires(kind, { code: `${kind}.not-begun`, needs: BEGUN, basis: acl(44), because: '尚未登记拆除事项', instead: '先登记' })),
  ...KINDS.map((kind) => requires(kind, { code: `${kind}.over`, needs: not(OVER), basis: acl(44), because: '已经拆除、由法院执行或者终结', instead: '归档' })),
  staffed('announce', 2, { code: 'announce.two-officers', basis: gbf118(), because: '执法人员不得少于两人，且都应持有当日有效的执法证', instead: '由两名以上持有效执法证的人员张贴并拍照' }),
  checks('announce', {
    code: 'announce.until',
    says: '公告给予自行拆除的期限',
    instead: '填写公告之后的期限',
    basis: acl(44),
    test: ({ data, on }) => (data.until <= on ? { because: '公告没有给予自行拆除的期限', field: 'until' } : undefined),
  }),
  requires('registerRemedy', { code: 'registerRemedy.pending', needs: not(done('registerRemedy')), basis: acl(44), because: '前一救济程序尚未结束', instead: '先登记结果' }),
  checks('registerRemedy', {
    code: 'registerRemedy.filed-on',
    says: '提起之日在决定送达之后、登记之前',
    instead: '核对提起之日',
    basis: acl(44),
    test: ({ data, on }, file) => {
      const served = last(file, 'begin')?.data.servedOn
      return data.filedOn > on || (served !== undefined && data.filedOn < served) ? { because: '提起之日晚于登记之日，或者早于决定送达之日', field: 'filedOn' } : undefined
    },
  }),
  requires('settleRemedy', { code: 'settleRemedy.nothing', needs: done('registerRemedy'), basis: acl(44), because: '没有正在进行的复议或者诉讼', instead: '先登记复议或者诉讼' }),
  checks('settleRemedy', {
    code: 'settleRemedy.ended-on',
    says: '收到结果之日不晚于登记之日',
    instead: '核对收到结果之日',
    basis: acl(44),
    test: ({ data, on }) => (data.endedOn > on ? { because: '收到结果之日晚于登记之日', field: 'endedOn' } : undefined),
  }),
  requires('review', { code: 'review.not-demanded', needs: implies(BEGUN, done('serveDemand')), basis: gbf118(), because: '尚未催告，没有可以审核的案卷', instead: '送达催告书之后审核' }),
  separates(['begin', 'announce', 'demand', 'hear'], 'review', { code: 'review.officer', basis: gbf118(), because: '承办本案的人员不得审核本案', instead: '由未承办的法制审核人员审核' }),
  ...reviewRules(gbf118(), gbf118()),
  separates(['review'], 'decide', { code: 'decide.reviewer', basis: gbf118(), because: '审核本案的人员不得决定', instead: '由没有参加审核的负责人决定' }),
]

/** The order, the government's instruction, the announcement, the remedies, the review (登记、责成、公告、救济、审核). */
export const WARNING_RULES: readonly Rule[] = [...BEGINNING, ...WARNING]
