import { apl } from '@zhunsheng/law/article.ts'
import { describePeriod } from '@zhunsheng/law/period.ts'
import { valueOn } from '@zhunsheng/law/jurisdiction.ts'
import { formatClock } from '@zhunsheng/law/parse.ts'
import { HEARING_REQUEST_BY } from '@zhunsheng/law/penalty/ordinary/deadlines.ts'
import { last } from '@zhunsheng/law/penalty/ordinary/words.ts'
import type { Block } from '../../../platform/paper/model.ts'
import { discretionBlocks } from './discretion.ts'
import { chinese, citing, heading, leadOf, matterOf, paragraph, partyFacts, seal, type PaperCase } from './paper-case.ts'
import { penaltyLines } from './penalty-words.ts'

const noticeOf = ({ file }: PaperCase) => last(file, 'notify')?.data

/** What both notices begin with: facts, evidence, the norm broken and the norm applied, what is intended and why. */
function intended(of: PaperCase): readonly Block[] {
  const data = noticeOf(of)
  if (data === undefined) return []
  const { broken, applied } = matterOf(of)
  return [
    { kind: 'to', text: leadOf(of).data.party.name },
    { kind: 'facts', columns: 2, rows: partyFacts(leadOf(of).data.party) },
    heading('一、违法事实和证据'),
    paragraph(data.facts),
    heading('二、违反的规定和处罚依据'),
    paragraph(`上述行为${broken === undefined ? '' : `违反了${broken}，`}拟依照${applied}处罚。`),
    heading('三、拟作出的处罚及理由'),
    ...penaltyLines(data).map(paragraph),
    paragraph(data.reasons),
    ...discretionBlocks(of, data),
  ]
}

/** 行政处罚事先告知书, 行政处罚法第四十四条、第四十五条. */
export function notice(of: PaperCase): readonly Block[] {
  const data = noticeOf(of)
  const days = valueOn(of.file.setting.local.statementWorkdays, of.act.on)
  return [
    ...intended(of),
    heading('四、你（单位）的权利'),
    paragraph(`依照${citing(of.act.on, apl(44), apl(45))}，你（单位）有权${days === undefined ? '' : `在收到本告知书之日起${describePeriod({ unit: 'workday', length: days.value })}内`}进行陈述和申辩。本机关将充分听取意见，对提出的事实、理由和证据进行复核，不会因陈述、申辩而给予更重的处罚。`),
    ...(data?.tellsHearing === true ? [paragraph('拟作出的处罚属于可以要求听证的情形，有关权利见同时送达的《行政处罚听证告知书》。')] : []),
    paragraph(`陈述申辩的地点、联系人和电话：${data?.contact ?? ''}。`),
    seal(of),
  ]
}

/** 行政处罚听证告知书, 行政处罚法第六十三条、第六十四条. */
export function hearingRight(of: PaperCase): readonly Block[] {
  const length = HEARING_REQUEST_BY.length(of.act.on, of.file)
  return [
    ...intended(of),
    heading('四、要求听证的权利'),
    paragraph(`依照${citing(of.act.on, apl(63, 1), apl(64, 1, 1))}，你（单位）有权要求听证。要求听证的，应当在收到本告知书后${length === undefined ? '' : describePeriod(length)}内向本机关提出，可以口头提出，也可以书面提出。逾期不提出的，视为放弃听证。听证不收取费用，可以委托一至二人代理。`),
    paragraph(`联系方式：${noticeOf(of)?.contact ?? ''}。`),
    seal(of),
  ]
}

/** 听证通知书, 行政处罚法第六十四条. */
export function hearingNotice(of: PaperCase): readonly Block[] {
  const data = last(of.file, 'noticeHearing')?.data
  if (data === undefined) return []
  return [
    { kind: 'to', text: leadOf(of).data.party.name },
    paragraph(`你（单位）就${matterOf(of).name}一案要求听证。依照${citing(of.act.on, apl(64, 1, 2))}，现将听证事项通知如下：`),
    { kind: 'facts', columns: 2, rows: [
      { label: '时间', value: `${chinese(data.holdOn)} ${formatClock(data.holdAt)}` },
      { label: '地点', value: data.place },
      { label: '主持人', value: `${of.nameOf(data.chair)}（非本案调查人员）` },
      { label: '方式', value: data.open ? '公开举行' : `不公开举行：${data.closedReason ?? ''}` },
    ] },
    paragraph('你（单位）可以亲自参加，也可以委托一至二人代理；认为主持人与本案有直接利害关系的，有权申请回避。无正当理由拒不出席或者未经许可中途退出的，视为放弃听证权利，听证终止。'),
    seal(of),
  ]
}
