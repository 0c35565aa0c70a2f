import { describeValue } from '@zhunsheng/jt808/describe.ts'
import { MESSAGES, type Bodies } from '@zhunsheng/jt808/messages/catalogue.ts'
import type { Version } from '@zhunsheng/jt808/version.ts'

/** Users and passwords of the network operator: nobody needs to read them here. */
const SECRET: readonly number[] = [0x0011, 0x0012, 0x0015, 0x0016, 0x0024, 0x0025]
const MOST = 4000

/** How a terminal is set up, in a sentence for each parameter (终端参数). */
export function parametersText(answer: Bodies['parameters'], version: Version): string {
  const open = { ...answer, parameters: answer.parameters.filter(({ id }) => !SECRET.includes(id)) }
  return describeValue(MESSAGES.parameters.layout.form, open, version)
    .filter(({ says, label }) => says !== '' && label !== '应答流水号')
    .map(({ label, says }) => `${label}：${says}`)
    .join('；')
    .slice(0, MOST)
    .replaceAll('\u0000', '')
}
