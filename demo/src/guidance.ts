import { day, type Day } from '@zhunsheng/law/day.ts'
import type { Door } from './door.ts'

const DECISION = '示例府发〔2021〕18号'
const DONE: readonly { readonly on: Day; readonly who: string; readonly body: Readonly<Record<string, string>> }[] = [
  { on: day('2021-09-07'), who: 'wang', body: { town: '华岩镇', on: '2021-09-07', kind: 'training', content: '跟班示范办理简易程序案件，讲解文书制作。' } },
  { on: day('2021-10-19'), who: 'zhou', body: { town: '谢家湾街道', on: '2021-10-19', kind: 'supervision', content: '抽查案卷五件。', found: '两件没有写明复议机关，已书面要求纠正。' } },
  { on: day('2021-11-23'), who: 'zhou', body: { town: '华岩镇', on: '2021-11-23', kind: 'coordination', content: '会商废品收购场所的移送标准。' } },
]

/** How the bureau guided and supervised those who took powers over (指导和监督), through the year. */
export const guidanceEvents = (door: Door, minute: number): readonly { readonly on: Day; readonly at: number; readonly happen: () => Promise<void> }[] =>
  DONE.map(({ on, who, body }, index) => ({ on, at: minute, happen: async () => void (await door.post(who, `/api/devolutions/${encodeURIComponent(DECISION)}/guidance`, body, `guidance-${index}`)) }))
