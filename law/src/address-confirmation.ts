import { apl, cpl } from './article.ts'
import { choice, flag, optional, passage, text } from './field.ts'
import { act, languageOf } from './language.ts'
import type { Rule } from './procedure.ts'

/**
 * The party says where papers reach him (送达地址确认), in writing: 行政处罚法第六十一条, 民事诉讼法第九十条. Only with his agreement may a
 * paper be served electronically. A text message that reminds of a day serves nothing and needs no agreement; it goes to the number
 * written here and to no other, unless he does not want it.
 */
export const addressActs = (stage: string) =>
  ({
    confirmAddress: act('送达地址确认', {
      stage,
      by: ['officer', 'teamLeader'],
      basis: [apl(61), cpl(90)],
      help: '当事人书面确认送达地址和联系电话；同意电子送达的，写明电子地址。变更的，重新确认，以最后一次为准。',
      form: {
        by: choice('确认人', { party: '当事人本人', representative: '法定代表人（负责人）', agent: '委托代理人' }),
        name: text('确认人姓名'),
        address: text('送达地址'),
        recipient: optional(text('收件人')),
        phone: optional(text('联系电话', { format: 'phone', help: '短信提醒只发往这一号码' })),
        noReminders: flag('不愿接收短信提醒', { help: '缴款期限、听证时间、领取文书的提醒；提醒不是送达' }),
        electronic: flag('同意电子送达', { basis: [apl(61, 2), cpl(90)] }),
        electronicAddress: optional(text('电子送达的地址', { basis: [apl(61, 2)], help: '传真号、电子邮箱，或者能够确认收悉的系统和账号' })),
        signed: flag('确认人已在确认书上签名', { basis: [apl(61, 2)] }),
        note: optional(passage('备注')),
      },
    }),
  }) as const

const { checks } = languageOf<ReturnType<typeof addressActs>>()

/** What holds of it in every procedure. */
export const ADDRESS_RULES: readonly Rule[] = [
  checks('confirmAddress', {
    code: 'confirmAddress.signed',
    says: '送达地址由当事人书面确认',
    instead: '由确认人在送达地址确认书上签名；拒绝签名的，按当事人栏中的住址送达，不登记确认',
    basis: apl(61, 2),
    test: ({ data }) => (data.signed ? undefined : { because: '确认人没有签名', field: 'signed' }),
  }),
  checks('confirmAddress', {
    code: 'confirmAddress.electronic-where',
    says: '同意电子送达的，写明电子地址',
    instead: '写明传真号、电子邮箱或者能够确认收悉的系统账号；没有的，不选电子送达',
    basis: apl(61, 2),
    test: ({ data }) => (data.electronic && data.electronicAddress === undefined ? { because: '同意电子送达，没有写明电子地址', field: 'electronicAddress' } : undefined),
  }),
]
