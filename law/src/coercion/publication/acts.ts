import { gbf118 } from '../../article.ts'
import { choice, passage } from '../../field.ts'
import { act } from '../../language.ts'

const STAGE = '公示'

/** Making a decision of coercion public (强制决定公示), 国办发〔2018〕118号: every decision of enforcement, not penalties and permits alone. */
export const PUBLICATION_ACTS = {
  publish: act('公示决定', {
    stage: STAGE,
    by: ['officer', 'teamLeader', 'legalReviewer', 'windowClerk'],
    basis: gbf118(),
    resets: ['withdrawPublication'],
    afterEnd: true,
    help: '自作出决定之日起二十个工作日内公开机关、对象、类别和结论，隐去个人信息。',
    form: { conclusion: passage('公开的结论', { help: '不写姓名、号码和住址；系统还会自动隐去' }) },
  }),
  withholdPublication: act('决定不予公开', {
    stage: STAGE,
    by: ['bureauLeader'],
    basis: gbf118(),
    afterEnd: true,
    help: '公开会危及国家安全、公共安全、经济安全、社会稳定，或者侵害商业秘密、个人隐私又不能处理的，不予公开。',
    form: { ground: choice('情形', { state: '涉及国家秘密', security: '危及国家安全、公共安全、经济安全、社会稳定', secret: '涉及商业秘密、个人隐私，无法隐去' }), reason: passage('理由') },
  }),
  withdrawPublication: act('撤回公示', {
    stage: STAGE,
    by: ['officer', 'teamLeader', 'legalReviewer'],
    basis: gbf118(),
    resets: ['publish'],
    afterEnd: true,
    help: '公开的决定被撤销、确认违法或者要求重新作出的，及时撤下，并公开说明理由。',
    form: { reason: passage('公开说明的理由') },
  }),
} as const
