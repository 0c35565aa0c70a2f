import { all, holds, implies, not } from '../../condition.ts'
import { ALWAYS } from '../../interval.ts'
import type { Procedure, Rule, Safeguard } from '../../procedure.ts'
import { apl, apl17, ber, cqbe } from '../../article.ts'
import { JOINT_ACTS } from './acts.ts'
import { checks, done, every, fact, last, never, requires, staffed } from './words.ts'

/** Competence and two officers were the law before 2021 as well (行政处罚法 2017 第十五条、第三十七条). */
const COMPETENCE = { basis: [apl(17), apl17(15)], inForce: ALWAYS }
const TWO = { basis: [apl(42, 1), apl17(37, 1)], inForce: ALWAYS }
const FILING = { basis: [apl(54, 1), apl17(36)], inForce: ALWAYS }

/** Every problem has gone to somebody who may act on it (每一问题都有去向). */
const FOLLOWED = fact('followed', {
  says: '发现的每一问题都已转入办理或者移交',
  of: ['find', 'followUp', 'passOn'],
  basis: apl(17),
  test: (file) => {
    const found = every(file, 'find')
    const ours = found.filter(({ data }) => data.competent === 'ours').length
    const passed = new Set(every(file, 'passOn').map(({ data }) => data.finding))
    return every(file, 'followUp').length >= ours && found.every(({ seq, data }) => data.competent === 'ours' || passed.has(seq))
  },
})

const RULES: readonly Rule[] = [
  requires('plan', { code: 'plan.held', needs: not(done('rollCall')), ...COMPETENCE, because: '行动已经开始', instead: '变动写入总结' }),
  checks('plan', {
    code: 'plan.complete',
    says: '牵头机关、本机关人员清楚，日期不在过去',
    instead: '写明牵头的机关；本机关两名以上执法人员；填写今天或者以后的日期',
    ...TWO,
    test: ({ data, on }) => {
      if (data.lead === 'other' && data.leadAgency === undefined) return { because: '没有写明牵头的机关', field: 'leadAgency' }
      if (data.heldOn < on) return { because: '行动日期已经过去', field: 'heldOn' }
      return new Set(data.ours.map(({ who }) => who)).size < 2 ? { because: '本机关参加人员不足两人', field: 'ours' } : undefined
    },
  }),
  requires('approve', { code: 'approve.no-plan', needs: all(done('plan'), not(done('approve'))), ...COMPETENCE, because: '没有待批准的方案', instead: '先制定行动方案' }),
  requires('rollCall', { code: 'rollCall.not-approved', needs: done('approve', 'outcome', 'approve'), ...COMPETENCE, because: '方案没有批准', instead: '报机关负责人批准；紧急的可以当日制定、当日批准' }),
  requires('rollCall', { code: 'rollCall.once', needs: not(done('rollCall')), ...COMPETENCE, because: '已经点名', instead: '登记发现的问题' }),
  ...(['rollCall', 'find'] as const).map((kind) => staffed(kind, 2, { code: `${kind}.two-officers`, ...TWO, because: '以本机关名义的执法，须有两名以上本机关人员，且都持有当日有效的执法证；其他机关人员不计入', instead: '由两名以上本机关持证人员办理' })),
  checks('rollCall', {
    code: 'rollCall.as-planned',
    says: '按方案的日期、人员进行',
    instead: '核对日期和人员；方案以外的人员到场的，写明原因',
    ...COMPETENCE,
    test: ({ data, on, by }, file) => {
      const plan = last(file, 'plan')?.data
      if (plan === undefined) return undefined
      if (plan.heldOn !== on) return { because: '不是方案的行动日期', field: 'on', instead: '改期的，重新制定方案并批准' }
      const named = new Set([...plan.others.map(({ certificate }) => certificate), ...plan.ours.map(({ who }) => who)])
      const stranger = data.others.find(({ certificate }) => !named.has(certificate))?.name ?? by.find(({ id }) => !named.has(id))?.name
      return stranger !== undefined && data.joined === undefined ? { because: `${stranger}不在方案之内，没有说明`, field: 'joined' } : undefined
    },
  }),
  checks('rollCall', {
    code: 'rollCall.own-name',
    says: '本机关人员不登记为其他机关人员',
    instead: '本机关人员列入办理人员',
    ...TWO,
    test: ({ data, by }) => {
      const own = by.find(({ certificate }) => certificate !== undefined && data.others.some((one) => one.certificate === certificate.number))
      return own === undefined ? undefined : { because: `${own.name}是本机关人员，又登记为其他机关人员`, field: 'others' }
    },
  }),
  checks('rollCall', { code: 'rollCall.briefed', says: '宣布分工和风险预案', instead: '宣布之后再开始', ...COMPETENCE, test: ({ data }) => (data.briefed ? undefined : { because: '没有宣布纪律、分工和风险预案', field: 'briefed' }) }),
  requires('find', { code: 'find.not-begun', needs: all(done('rollCall'), not(done('report'))), ...FILING, because: '行动没有开始，或者已经总结', instead: '先点名；总结之后发现的，另行登记线索' }),
  checks('find', {
    code: 'find.competent',
    says: '由有权的机关以自己的名义处理',
    instead: '写明有权的机关；本机关只在自己的职权内、以自己的名义执法',
    ...COMPETENCE,
    test: ({ data }) => {
      if (data.competent === 'other' && data.agency === undefined) return { because: '没有写明有权处理的机关', field: 'agency' }
      if (data.competent === 'other' && data.acted === 'ours') return { because: '不属本机关职权，却以本机关名义执法', field: 'acted' }
      return data.competent === 'ours' && data.acted === 'other' ? { because: '属本机关职权，却以其他机关名义执法', field: 'acted' } : undefined
    },
  }),
  ...(['followUp', 'passOn'] as const).map((kind) => requires(kind, { code: `${kind}.nothing`, needs: done('find'), ...FILING, because: '没有登记发现的问题', instead: '先登记' })),
  checks('followUp', {
    code: 'followUp.result',
    says: '另立案卷的写明编号，不立案的写明结果，问题属本机关',
    instead: '填写案件编号或者结果；属其他机关的移交',
    ...FILING,
    test: ({ data }, file) => {
      if (data.how === 'case' && data.number === undefined) return { because: '没有写明案件编号', field: 'number' }
      if (data.how === 'corrected' && data.result === undefined) return { because: '没有写明当场改正的结果', field: 'result' }
      return every(file, 'find').some(({ seq, data: found }) => seq === data.finding && found.competent === 'other') ? { because: '这一问题属其他机关职权', field: 'finding' } : undefined
    },
  }),
  checks('passOn', {
    code: 'passOn.whose',
    says: '移交给有权的机关',
    instead: '选择属其他机关职权的问题，移交给登记的机关',
    ...COMPETENCE,
    test: ({ data }, file) => {
      const found = every(file, 'find').find(({ seq }) => seq === data.finding)
      if (found?.data.competent !== 'other') return { because: '这一问题不属其他机关职权', field: 'finding' }
      return found.data.agency === data.agency ? undefined : { because: `登记的有权机关是${found.data.agency ?? ''}`, field: 'agency' }
    },
  }),
  requires('report', { code: 'report.not-held', needs: all(done('rollCall'), not(done('report'))), basis: [cqbe(59, 2), ber(54)], inForce: ALWAYS, because: '行动没有举行，或者已经总结', instead: '没有举行的，取消行动' }),
  requires('report', { code: 'report.not-followed', needs: implies(done('find'), holds(FOLLOWED)), ...COMPETENCE, because: '有问题没有转入办理，也没有移交有权的机关', instead: '由此立案、登记当场改正，或者移交' }),
  requires('cancel', { code: 'cancel.held', needs: all(done('plan'), not(done('rollCall'))), ...COMPETENCE, because: '没有方案，或者行动已经举行', instead: '举行过的，总结后归档' }),
  requires('archive', { code: 'archive.not-reported', needs: done('report'), basis: [apl(47), apl17(3)], inForce: ALWAYS, because: '没有总结', instead: '先总结' }),
]

const SAFEGUARDS: readonly Safeguard[] = [
  never('rollCall', '方案未经批准不得行动', { while: not(done('approve', 'outcome', 'approve')), ...COMPETENCE }),
  never('find', '没有点名不得执法', { while: not(done('rollCall')), ...TWO }),
  never('report', '有问题没有去向不得总结', { while: all(done('find'), not(holds(FOLLOWED))), ...COMPETENCE }),
  never('archive', '没有总结不得归档', { while: not(done('report')), ...FILING }),
  never('cancel', '举行过的不得取消', { while: done('rollCall'), ...COMPETENCE }),
]

/** A joint operation (联合执法、应急处突): several agencies on one matter, each in its own name and within its powers. */
export const JOINT_OPERATION: Procedure = {
  code: 'operation.joint',
  name: '联合执法行动',
  acts: JOINT_ACTS,
  opens: ['plan'],
  rules: RULES,
  safeguards: SAFEGUARDS,
  general: { order: [apl(47), apl17(3)], post: [apl(42, 1), apl17(37, 1)], end: [apl(47), apl17(3)] },
}
