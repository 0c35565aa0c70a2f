import { apl } from '../../../article.ts'
import { ACTING_TOWN, TOWN_HELP } from '../../../devolution.ts'
import { choice, dayField, flag, group, matterField, optional, passage, text } from '../../../field.ts'
import { act } from '../../../language.ts'
import { PAPERS, PARTY, SUBJECT } from '../../../forms.ts'

const STAGE = '立案'

/** From the lead to the file (立案), 行政处罚法第五十四条第二款. */
export const FILING = {
  apply: act('呈请立案', {
    stage: STAGE,
    by: ['officer', 'teamLeader'],
    basis: apl(54),
    help: '承办人写明案由、当事人和初步事实，呈机关负责人审批。',
    form: {
      source: choice('案件来源', {
        patrol: '巡查发现',
        complaint: '投诉举报',
        transfer: '其他机关移送',
        joint: '联合执法',
        superior: '上级交办',
        camera: '电子技术监控',
        truck: '渣土车报警',
        inspection: '行政检查',
        hotline: '12345 热线',
        city: '数字城管',
      }),
      leadNumber: optional(text('线索编号')),
      related: optional(text('关联案件编号', { help: '由另一案件转入的，填写其编号' })),
      matter: matterField('执法事项', { basis: [apl(4)] }),
      subject: SUBJECT,
      party: group('当事人', PARTY),
      place: text('违法行为发生地', { basis: [apl(22)] }),
      town: optional(text('所在乡镇、街道', { basis: [apl(24, 1)], help: TOWN_HELP })),
      actingTown: ACTING_TOWN,
      actedFrom: dayField('违法行为发生之日', { basis: [apl(36)] }),
      actedUntil: optional(dayField('连续或者继续状态终了之日', { basis: [apl(36, 2)] })),
      discoveredOn: dayField('发现之日', { basis: [apl(36)] }),
      endangersLife: flag('涉及公民生命健康安全、金融安全且有危害后果', { basis: [apl(36, 1)], help: '追究期限为五年，否则为二年' }),
      finedBefore: flag('同一违法行为已被处以罚款', { basis: [apl(29)] }),
      facts: passage('初步查明的事实'),
      papers: optional(PAPERS),
    },
  }),
  file: act('批准立案', {
    stage: STAGE,
    by: ['bureauLeader'],
    basis: apl(54, 2),
    help: '九十日的办案期限自立案之日起计算。',
    form: { opinion: passage('审批意见') },
  }),
  decline: act('不予立案', {
    stage: STAGE,
    by: ['bureauLeader'],
    basis: apl(54, 2),
    ends: true,
    help: '不符合立案标准的，写明理由，告知线索提供人。',
    form: {
      ground: choice('不予立案的理由', {
        noOffence: '没有违法事实',
        outOfTime: '超过追究期限',
        notCompetent: '不属本机关管辖',
        minor: '情节显著轻微，已当场改正',
        duplicate: '同一行为已经处理',
      }),
      reason: passage('说明'),
    },
  }),
} as const
