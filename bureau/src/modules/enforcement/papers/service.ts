import { receiptDay } from '@zhunsheng/law/served-paper.ts'
import { last } from '@zhunsheng/law/penalty/ordinary/words.ts'
import { cpl } from '@zhunsheng/law/article.ts'
import type { Block } from '../../../platform/paper/model.ts'
import { optionOf } from './answers.ts'
import { aboutOf, chinese, citing, matterOf, seal, signed, type PaperCase } from './paper-case.ts'

type Serving = 'serveNotice' | 'serveDecision' | 'serveDemand'
const SERVED: Readonly<Record<Serving, { readonly paper: string; readonly form: string }>> = {
  serveNotice: { paper: '行政处罚事先告知书', form: 'notice' },
  serveDecision: { paper: '行政处罚决定书', form: 'decision' },
  serveDemand: { paper: '催告书', form: 'demand' },
}

/** 送达回证 of the notice, the decision or the demand, 民事诉讼法第八十七条至第九十五条. */
export const receiptFor = (kind: Serving) =>
  function receipt(of: PaperCase): readonly Block[] {
    const act = last(of.file, kind)
    if (act === undefined) return []
    const { data } = act
    const { party, place } = aboutOf(of)
    if (party === undefined) return []
    const day = receiptDay(act, of.file)
    const number = of.numberOf(SERVED[kind].form)
    return [
      { kind: 'facts', columns: 1, rows: [
        { label: '案由', value: `${party.name}${matterOf(of).name}案` },
        { label: '送达文书名称、文号', value: `${SERVED[kind].paper}${number === undefined ? '' : ` ${number}`}` },
        { label: '受送达人', value: party.name },
        { label: '送达地点', value: data.way === 'direct' ? place : party.address },
        { label: '送达方式', value: optionOf(kind, 'way', data.way) },
        ...(data.receiver === undefined ? [] : [{ label: '签收人', value: data.receiver }]),
        ...(data.witness === undefined ? [] : [{ label: '见证人或者影像说明', value: data.witness }]),
        ...(data.note === undefined ? [] : [{ label: '备注', value: data.note }]),
        ...(day === undefined ? [] : [{ label: '视为送达之日', value: `${chinese(day)}（依照${citing(act.on, cpl(WAYS[data.way]))}）` }]),
      ] },
      ...(data.way === 'direct' ? [{ kind: 'signature' as const, lines: [{ label: '受送达人或者代收人', on: chinese(data.receivedOn ?? act.on) }] }] : []),
      signed('送达人', act),
      seal(of),
    ]
  }

/** The clause of each way of service. */
const WAYS = { direct: 88, left: 89, electronic: 90, entrusted: 91, post: 91, notice: 95 } as const
