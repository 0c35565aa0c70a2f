import { apl } from '@zhunsheng/law/article.ts'
import { SETTLE_PRESERVED_BY } from '@zhunsheng/law/penalty/ordinary/deadlines.ts'
import { last } from '@zhunsheng/law/penalty/ordinary/words.ts'
import type { Block } from '../../../platform/paper/model.ts'
import { chinese, citing, heading, itemList, leadOf, matterOf, paragraph, partyFacts, seal, signed, type PaperCase } from './paper-case.ts'

/** 先行登记保存通知书, 行政处罚法第五十六条. */
export function preservation(of: PaperCase): readonly Block[] {
  const data = last(of.file, 'preserve')?.data
  if (data === undefined) return []
  const until = of.file.deadline(SETTLE_PRESERVED_BY)
  const reason = last(of.file, 'askPreservation')?.data.reason
  return [
    { kind: 'to', text: leadOf(of).data.party.name },
    paragraph(`你（单位）涉嫌${matterOf(of).name}一案，因下列物品是本案证据，${reason === undefined ? '可能灭失或者以后难以取得。' : reason}依照${citing(of.act.on, apl(56))}，经本机关负责人批准，决定对下列物品先行登记保存。`),
    itemList(data.items),
    { kind: 'facts', columns: 2, rows: [{ label: '保存地点', value: data.place }, { label: '保管人', value: data.keeper }, { label: '保存起始日', value: chinese(of.act.on) }, ...(until.state === 'running' ? [{ label: '处理决定期限', value: `至${chinese(until.due)}` }] : [])] },
    paragraph('在此期间，任何人不得销毁或者转移上列物品。本机关将在上述期限内作出处理决定；你（单位）可以到本机关了解处理情况。'),
    signed('执法人员', of.act),
    seal(of),
  ]
}

/** 责令改正通知书, 行政处罚法第二十八条第一款. */
export function correction(of: PaperCase): readonly Block[] {
  const data = last(of.file, 'orderCorrection')?.data
  if (data === undefined) return []
  const { party, facts, place, actedFrom } = leadOf(of).data
  const { broken, applied } = matterOf(of)
  const term = data.manner === 'atOnce' || data.deadline === undefined ? '立即' : `于${chinese(data.deadline)}前`
  return [
    { kind: 'to', text: party.name },
    { kind: 'facts', columns: 2, rows: partyFacts(party) },
    heading('一、存在的问题'),
    paragraph(`${chinese(actedFrom)}，在${place}，${facts}`),
    heading('二、依据'),
    paragraph(`上述行为${broken === undefined ? '' : `违反了${broken}，`}可能依照${applied}承担责任。依照${citing(of.act.on, apl(28, 1))}，现责令你（单位）${term}改正。`),
    heading('三、改正内容'),
    paragraph(data.demands),
    paragraph('改正完毕后请告知本机关，本机关将进行复查。逾期不改正的，本机关将依法处理。对本通知有异议的，可以向本机关陈述和申辩。'),
    signed('执法人员', of.act),
    seal(of),
  ]
}
