import { SUBJECT } from '@zhunsheng/law/forms.ts'
import { CIRCUMSTANCES } from '@zhunsheng/law/penalty/forms.ts'
import type { Field } from '@zhunsheng/law/field.ts'

/** What is known of a case before it is decided whether to punish (处罚前的情节), as one word list that a database can group by. */
export const beforehandOf = ({ subject = '', harm = '', corrected }: { readonly subject?: string; readonly harm?: string; readonly corrected: boolean }): string => [subject, harm, corrected ? 'corrected' : 'standing'].join(' ')

/** The same as people read it: 个人，危害后果轻微，已及时改正. */
export function beforehandWords(beforehand: string): string {
  const [subject = '', harm = '', corrected] = beforehand.split(' ')
  return [optionOf(SUBJECT, subject), optionOf(CIRCUMSTANCES.harm, harm), corrected === 'corrected' ? '已及时改正' : '没有及时改正'].filter((one) => one !== '').join('，')
}
const optionOf = ({ shape }: Field<string>, code: string): string => (shape.type === 'choice' ? (shape.options[code] ?? '') : '')
