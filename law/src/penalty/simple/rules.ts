import { all, any, implies, not, type Condition } from '../../condition.ts'
import type { Rule } from '../../procedure.ts'
import { apl } from '../../article.ts'
import { DEVOLVED, devolved } from '../../devolution.ts'
import { IDENTIFY, notIdentified } from '../../party.ts'
import { serviceRules } from '../../served-paper.ts'
import { UNDECIDED } from '../execution/facts.ts'
import { matterFault } from '../offence.ts'
import { SPOT_DECISION_RULES } from './decision-rules.ts'
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
  checks('discover', { code: 'discover.devolved', ...DEVOLVED, test: ({ data, on }, file) => devolved(data, on, file.setting) }),
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
  ...SPOT_DECISION_RULES,

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
