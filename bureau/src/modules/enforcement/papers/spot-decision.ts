import { apl, arl23 } from '@zhunsheng/law/article.ts'
import { inForceOn } from '@zhunsheng/law/statutes.ts'
import { formatClock } from '@zhunsheng/law/parse.ts'
import { last } from '@zhunsheng/law/penalty/simple/words.ts'
import type { Block } from '../../../platform/paper/model.ts'
import { discretionBlocks } from './discretion.ts'
import { aboutOf, chinese, citing, matterOf, paragraph, partyFacts, powerFrom, reconsideredBy, seal, signed, type PaperCase } from './paper-case.ts'
import { penaltyLines } from './penalty-words.ts'

/** 当场行政处罚决定书: every item of 行政处罚法第五十二条第二款; since 2024 it says that reconsideration comes first (行政复议法第二十三条). */
export function spotDecision(of: PaperCase): readonly Block[] {
  const data = last(of.file, 'decide')?.data
  const { party } = aboutOf(of)
  if (data === undefined || party === undefined) return []
  const { on } = of.act
  const { broken, applied } = matterOf(of)
  const said = last(of.file, 'hear')?.data
  const { government } = of.authorities
  return [
    { kind: 'to', text: party.name },
    { kind: 'facts', columns: 2, rows: [...partyFacts(party), { label: '处罚时间', value: `${chinese(on)} ${formatClock(data.at)}` }, { label: '处罚地点', value: data.place }, { label: '决定书编号', value: data.formNumber }] },
    paragraph(`经查，${data.facts}${broken === undefined ? '' : `上述行为违反了${broken}的规定。`}依照${applied}、${citing(on, apl(51))}，${data.reasons}`),
    ...powerFrom(of),
    paragraph(`执法人员已当场告知你（单位）拟作出的处罚内容及事实、理由、依据和依法享有的权利。${said?.said === 'spoke' ? `你（单位）陈述、申辩：${said.statement ?? ''}经复核：${said.reply ?? ''}` : '你（单位）表示不陈述、不申辩。'}`),
    paragraph('现当场决定：'),
    ...penaltyLines(data).map(paragraph),
    ...discretionBlocks(of, data),
    ...(data.fine === undefined ? [] : [paragraph(`罚款自收到本决定书之日起十五日内缴纳，缴款方式：${data.payee ?? ''}。${data.surcharge ? `到期不缴纳的，依照${citing(on, apl(72, 1, 1))}，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。` : ''}`)]),
    paragraph(
      inForceOn('arl23', on)
        ? `如不服本决定，应当先自收到之日起六十日内向${government}申请行政复议（${citing(on, arl23(23))}）；对复议决定不服的，可以自收到复议决定书之日起十五日内向人民法院提起行政诉讼。`
        : `如不服本决定，可以自收到之日起六十日内向${reconsideredBy(of.authorities)}申请行政复议，也可以自收到之日起六个月内直接向人民法院提起行政诉讼。`,
    ),
    signed('执法人员', of.act),
    { kind: 'signature', lines: [{ label: '当事人', on: chinese(on) }] },
    seal(of),
  ]
}
