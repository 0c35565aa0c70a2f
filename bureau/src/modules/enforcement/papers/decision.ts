import { apl } from '@zhunsheng/law/article.ts'
import { last } from '@zhunsheng/law/penalty/ordinary/words.ts'
import type { Block } from '../../../platform/paper/model.ts'
import { discretionBlocks } from './discretion.ts'
import { chinese, citing, heading, leadOf, matterOf, paragraph, partyFacts, powerFrom, remedies, seal, type PaperCase } from './paper-case.ts'
import { penaltyLines } from './penalty-words.ts'

const decisionOf = ({ file }: PaperCase) => last(file, 'decide')?.data

/** 行政处罚决定书, every item of 行政处罚法第五十九条第一款, and of the other decisions what applies to them (第五十七条第一款). */
export function decision(of: PaperCase): readonly Block[] {
  const data = decisionOf(of)
  if (data === undefined) return []
  const { party } = leadOf(of).data
  const opening: readonly Block[] = [{ kind: 'to', text: party.name }, { kind: 'facts', columns: 2, rows: partyFacts(party) }, ...factsAndProof(of)]
  return data.outcome === 'penalise' ? [...opening, ...penalty(of), seal(of)] : [...opening, ...noPenalty(of), seal(of)]
}

/** 第（二）项: the facts and the evidence, and how the party was heard. */
function factsAndProof(of: PaperCase): readonly Block[] {
  const data = decisionOf(of)
  const evidence = of.file.every('collect').map((act) => (typeof act.data['title'] === 'string' ? act.data['title'] : ''))
  const records = [...(last(of.file, 'inspect') === undefined ? [] : ['现场检查（勘验）笔录']), ...(last(of.file, 'interview') === undefined ? [] : ['询问笔录'])]
  const proof = [...records, ...evidence].filter((one) => one !== '')
  return [heading('一、认定的事实和证据'), paragraph(data?.facts ?? ''), ...(proof.length === 0 ? [] : [paragraph(`以上事实，有${[...new Set(proof)].join('、')}等证据证实。`)]), ...hearing(of)]
}

function hearing(of: PaperCase): readonly Block[] {
  const told = last(of.file, 'serveNotice')
  if (told === undefined) return []
  const number = of.numberOf('notice')
  const spoke = last(of.file, 'hearStatement') !== undefined
  const heard = last(of.file, 'holdHearing')
  const answer = decisionOf(of)?.answer
  const said = heard === undefined ? (spoke ? '你（单位）进行了陈述和申辩。' : '你（单位）没有提出陈述、申辩意见。') : `本机关于${chinese(heard.on)}举行了听证。`
  return [paragraph(`本机关于${chinese(told.on)}向你（单位）送达了行政处罚事先告知书${number === undefined ? '' : `（${number}）`}。${said}${answer ?? ''}`)]
}

/** 第（三）至（五）项: kind and basis, performance, remedies. */
function penalty(of: PaperCase): readonly Block[] {
  const data = decisionOf(of)
  if (data === undefined) return []
  const { broken, applied } = matterOf(of)
  const on = of.act.on
  const review = last(of.file, 'panelReview') ?? last(of.file, 'review')
  const discussed = last(of.file, 'discuss')
  return [
    heading('二、处罚依据和理由'),
    ...powerFrom(of),
    paragraph(`你（单位）的上述行为${broken === undefined ? '' : `违反了${broken}的规定，`}依照${applied}，应当予以处罚。${data.reasons}`),
    ...discretionBlocks(of, data),
    ...(data.mitigation && data.mitigationReason !== undefined ? [paragraph(`依照${citing(on, apl(32))}，${data.mitigationReason}`)] : []),
    ...(review === undefined && discussed === undefined ? [] : [paragraph(`本案已经${[...(review === undefined ? [] : [review.kind === 'panelReview' ? '集体法制审核' : '法制审核']), ...(discussed === undefined ? [] : ['机关负责人集体讨论'])].join('、')}。`)]),
    heading('三、处罚决定'),
    ...penaltyLines(data).map(paragraph),
    heading('四、履行方式和期限'),
    paragraph(`${data.performance ?? ''}${data.payee === undefined ? '' : `缴款方式：${data.payee}。`}`),
    ...(data.fine === undefined ? [] : [paragraph(`到期不缴纳罚款的，依照${citing(on, apl(72, 1, 1))}，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。`)]),
    heading('五、救济途径和期限'),
    paragraph(`${remedies(of, '决定', { body: data.reconsiderTo ?? 'government', court: data.court ?? '' })}复议、诉讼期间，除法律另有规定外，本决定不停止执行。逾期不申请行政复议、不提起行政诉讼，又不履行本决定的，本机关将依法申请人民法院强制执行。`),
    ...(data.disclose === 'publish' ? [paragraph(`本决定将依照${citing(on, apl(48, 1))}向社会公开，公开时隐去依法应当保护的个人信息。`)] : []),
  ]
}

function noPenalty(of: PaperCase): readonly Block[] {
  const data = decisionOf(of)
  if (data === undefined) return []
  const on = of.act.on
  const decided = {
    exempt: `依照${citing(on, apl(57, 1))}，本机关决定对你（单位）不予行政处罚，并进行教育。`,
    unfounded: `依照${citing(on, apl(57, 1))}，本机关认定违法事实不能成立，不予行政处罚。`,
    penalise: '',
  }[data.outcome]
  return [heading('二、理由和依据'), ...powerFrom(of), paragraph(data.reasons), heading('三、决定'), paragraph(decided), paragraph(remedies(of, '决定', { body: data.reconsiderTo ?? 'government', court: data.court ?? '有管辖权的人民法院' }))]
}

/** The title by what was decided (决定书名称). */
export const decisionTitle = (outcome: unknown): string => ({ exempt: '不予行政处罚决定书', unfounded: '不予行政处罚决定书' })[String(outcome)] ?? '行政处罚决定书'
