import { acl, apl } from '@zhunsheng/law/article.ts'
import { chineseDay } from '@zhunsheng/law/day.ts'
import { accountOn } from '@zhunsheng/law/penalty/execution/account.ts'
import { outstanding } from '@zhunsheng/law/penalty/execution/owed.ts'
import { ever, every, last } from '@zhunsheng/law/penalty/ordinary/words.ts'
import type { Block } from '../../../platform/paper/model.ts'
import { capitalAmount, figureAmount } from '../../../platform/paper/numerals.ts'
import { optionIn, optionOf, textOf } from './answers.ts'
import { aboutOf, chinese, citing, matterOf, officersOf, opinion, paragraph, partyFacts, partyName, seal, type PaperCase } from './paper-case.ts'
import { penaltyLines } from './penalty-words.ts'

/** 催告书, 行政强制法第三十五条、第五十四条. */
export function demand(of: PaperCase): readonly Block[] {
  const data = last(of.file, 'demand')?.data
  const decided = last(of.file, 'decide')
  if (data === undefined || decided === undefined) return []
  const number = of.numberOf('decision')
  return [
    { kind: 'to', text: partyName(of) },
    paragraph(`本机关于${chinese(decided.on)}对你（单位）作出行政处罚决定${number === undefined ? '' : `（${number}）`}，你（单位）至今没有履行。依照${citing(of.act.on, acl(54))}，现催告如下：`),
    { kind: 'facts', columns: 1, rows: [
      { label: '应当缴纳的罚款', value: capitalAmount(data.fine) },
      { label: '加处罚款', value: `${capitalAmount(data.surcharge)}，计算至${chinese(of.act.on)}` },
      { label: '合计', value: capitalAmount(data.fine + data.surcharge) },
      { label: '履行方式', value: data.manner },
    ] },
    paragraph('请在收到本催告书之日起十个工作日内履行。你（单位）收到本催告书后有权进行陈述和申辩，本机关将充分听取意见并进行复核。'),
    paragraph('逾期仍不履行的，本机关将依法申请人民法院强制执行。'),
    seal(of),
  ]
}

/** 结案报告: what was decided, how it was performed, what became of things and of publication. */
export function closing(of: PaperCase): readonly Block[] {
  const { party, opened } = aboutOf(of)
  const decided = ever(of.file, 'decide')
  const account = accountOn(of.file, of.act.on)
  const filed = last(of.file, 'file')
  const number = of.numberOf('decision')
  const payments = every(of.file, 'pay')
  const published = last(of.file, 'publish')
  const result = of.act.data['result']
  return [
    { kind: 'facts', columns: 2, rows: [
      { label: '案由', value: matterOf(of).name },
      ...(filed === undefined ? [] : [{ label: '立案日期', value: chineseDay(filed.on) }]),
      { label: '承办人', value: officersOf(opened) },
      ...(decided === undefined ? [] : [{ label: '决定', value: `${optionOf('decide', 'outcome', decided.data.outcome)}，${chinese(decided.on)}${number === undefined ? '' : `，${number}`}` }]),
    ] },
    { kind: 'facts', columns: 2, rows: party === undefined ? [] : partyFacts(party) },
    { kind: 'facts', columns: 1, rows: [
      { label: '查明的事实', value: last(of.file, 'conclude')?.data.facts ?? textOf(opened, 'facts') },
      ...(decided?.data.outcome === 'penalise' ? [{ label: '处罚内容', value: penaltyLines(decided.data).join('') }] : []),
      ...(account === undefined ? [] : [{ label: '尚未缴纳', value: figureAmount(outstanding(account)) }]),
      { label: '公示情况', value: published === undefined ? '没有公示' : `${chinese(published.on)}公示` },
      { label: '结案情形', value: typeof result === 'string' ? optionIn(of.procedure.acts['close']?.form, 'result', result) : '' },
    ] },
    ...(payments.length === 0 ? [] : [{ kind: 'list' as const, head: ['入账日期', '项目', '金额', '票据号'], rows: payments.map(({ data }) => [chinese(data.paidOn), optionOf('pay', 'toward', data.toward), figureAmount(data.amount), data.receipt]) }]),
    opinion('处理和执行情况', textOf(of.act, 'summary'), of.act),
    opinion('审批意见', `同意结案（${citing(of.act.on, apl(47))}）。`, of.act),
  ]
}
