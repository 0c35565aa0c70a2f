import { chineseDay, type Day } from '@zhunsheng/law/day.ts'
import type { MessageKind } from './wire.ts'

const SAYS: Readonly<Record<MessageKind, (day: string) => string>> = {
  pay: (day) => `有款项将于${day}到期`,
  hearing: (day) => `定于${day}听证`,
  collect: () => '有文书待领取',
}

interface Told {
  readonly kind: MessageKind
  readonly agency: string
  readonly caseNumber: string
  readonly day?: Day
  readonly sign: string
  readonly where: string
}
/**
 * The words of a reminder (短信内容): agency, number, kind, day, and where to look. Whoever else reads the telephone learns neither who is
 * meant nor what for (个人信息保护法第六条、第二十八条).
 */
export const textOf = ({ kind, agency, caseNumber, day, sign, where }: Told): string =>
  `【${sign}】${agency}提醒：案件${caseNumber}${SAYS[kind](day === undefined ? '' : chineseDay(day))}，以送达的文书为准。查询：${where}。本短信不要求转账，不作送达。`
