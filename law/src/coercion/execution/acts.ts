import { acl } from '../../article.ts'
import { choice, choices, dayField, flag, list, money, optional, passage, text } from '../../field.ts'
import { SERVICE } from '../../forms.ts'
import { act } from '../../language.ts'

const DEMANDING = '催告'
const PAUSING = '中止、协议与终结'
const OFFICERS = ['officer', 'teamLeader'] as const

/** What every execution by the bureau itself has in common (行政机关强制执行的一般规定), 行政强制法第三十五条至第四十二条. */
export const EXECUTION_ACTS = {
  demand: act('催告', {
    stage: DEMANDING,
    by: OFFICERS,
    basis: acl(35),
    resets: ['serveDemand', 'hear'],
    help: '作出强制执行决定前，书面催告：履行的期限、方式，陈述申辩的权利。',
    form: { until: dayField('履行期限'), manner: text('履行方式'), tellsDefence: flag('已告知陈述申辩权', { basis: [acl(35, undefined, 4)] }) },
  }),
  serveDemand: act('送达催告书', {
    stage: DEMANDING,
    by: OFFICERS,
    basis: acl(38),
    help: '直接送达；拒收或者无法直接送达的，依照民事诉讼法送达。',
    form: SERVICE,
  }),
  hear: act('听取陈述申辩', {
    stage: DEMANDING,
    by: OFFICERS,
    basis: acl(36),
    outcome: 'conclusion',
    help: '记录、复核当事人提出的事实、理由和证据；成立的应当采纳。',
    form: { statement: passage('当事人的意见'), review: passage('复核情况'), conclusion: choice('复核结论', { rejected: '不成立', adopted: '成立，予以采纳' }) },
  }),
  suspend: act('中止执行', {
    stage: PAUSING,
    by: ['bureauLeader'],
    basis: acl(39, 1),
    help: '履行确有困难、第三人主张权利、可能造成难以弥补的损失等，中止执行。',
    form: {
      ground: choice('情形', {
        hardship: '履行行政决定确有困难或者暂无履行能力',
        claim: '第三人对执行标的主张权利，确有理由',
        irreparable: '可能造成难以弥补的损失，且中止不损害公共利益',
        other: '认为需要中止的其他情形',
      }),
      unable: flag('当事人确无能力履行', { basis: [acl(39, 2)] }),
      harmless: flag('没有明显社会危害', { basis: [acl(39, 2)] }),
      reason: passage('理由'),
    },
  }),
  resume: act('恢复执行', {
    stage: PAUSING,
    by: ['bureauLeader'],
    basis: acl(39, 2),
    resets: ['suspend'],
    help: '中止的情形消失后应当恢复；没有明显社会危害、确无能力履行，中止满三年的，不再执行。',
    form: { reason: passage('理由') },
  }),
  agree: act('达成执行协议', {
    stage: PAUSING,
    by: ['bureauLeader'],
    basis: acl(42, 1),
    help: '可以约定分阶段履行，不得损害公共利益和他人合法权益。',
    form: { stages: list('分阶段履行', { what: text('内容'), until: dayField('期限') }), harmless: flag('不损害公共利益和他人合法权益'), content: passage('协议内容') },
  }),
  breach: act('不履行协议，恢复执行', {
    stage: PAUSING,
    by: ['bureauLeader'],
    basis: acl(42, 2),
    resets: ['agree'],
    help: '当事人不履行执行协议的，应当恢复强制执行。',
    form: { breached: passage('不履行的情况') },
  }),
  end: act('终结执行', {
    stage: PAUSING,
    by: ['bureauLeader'],
    basis: acl(40),
    outcome: 'ground',
    help: '执行标的灭失、据以执行的决定被撤销等，终结执行。',
    form: {
      ground: choice('事由', {
        died: '公民死亡，无遗产可供执行，又无义务承受人',
        dissolved: '法人或者其他组织终止，无财产可供执行，又无义务承受人',
        objectLost: '执行标的灭失',
        revoked: '据以执行的行政决定被撤销',
        threeYears: '中止执行满三年未恢复，不再执行',
        other: '认为需要终结的其他情形',
      }),
      reason: passage('说明'),
    },
  }),
  reverse: act('执行回转', {
    stage: PAUSING,
    by: ['bureauLeader'],
    basis: acl(41),
    afterEnd: true,
    help: '据以执行的决定被撤销、变更或者执行错误的，恢复原状、退还财物；不能的，依法赔偿。',
    form: {
      ground: choice('事由', { revoked: '据以执行的决定被撤销', changed: '据以执行的决定被变更', wrong: '执行错误' }),
      ways: choices('方式', { restored: '恢复原状', returned: '退还财物', compensated: '赔偿' }),
      amount: optional(money('退还或者赔偿的数额')),
      record: passage('办理情况'),
    },
  }),
} as const
