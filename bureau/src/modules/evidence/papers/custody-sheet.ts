import type { Block, Paper, SignatureLine } from '../../../platform/paper/model.ts'
import { writtenMoment } from '../../../platform/paper/moment.ts'
import type { HandoverView, ThingView } from '../wire.ts'

interface Sheet {
  readonly bureau: { readonly name: string; readonly demo: boolean }
  readonly number: string
  readonly things: readonly ThingView[]
  /** The day of printing. */
  readonly on: string
}
const STANDING = { held: '在保管', underWay: '移交途中', ended: '已处理' } as const

/** 涉案物品保管流转单: each thing with its keepers, its hand-overs, and what is wrong with its chain. */
export function custodySheet({ bureau, number, things, on }: Sheet): Paper {
  return {
    agency: bureau.name,
    title: '涉案物品保管流转单',
    number: `案件编号 ${number}`,
    family: 'form',
    ...(bureau.demo ? { mark: '演示数据' } : {}),
    blocks: [...things.flatMap((thing, index) => blocksOf(thing, index + 1)), { kind: 'paragraph', text: `打印日期：${chinese(on)}` }],
    foot: '本单由系统按交接双方的确认打印；交接记录只能追加，不能修改。',
  }
}

function blocksOf({ name, model, quantity, condition, source, basis, seq, standing, ending, holder, spans, gaps, handovers }: ThingView, index: number): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: `${index}. ${name}` },
    { kind: 'facts', columns: 2, rows: [
      { label: '取得方式', value: `${source}（第 ${seq} 项，${basis}）` },
      { label: '数量', value: String(quantity) },
      { label: '规格型号', value: model === '' ? '——' : model },
      { label: '成色、状况', value: condition === '' ? '——' : condition },
      { label: '状态', value: ending ?? STANDING[standing] },
      { label: standing === 'ended' ? '最后保管人' : '现保管人', value: standing === 'underWay' ? '（待接收）' : holder },
    ] },
    { kind: 'list', head: ['保管人', '地点', '自', '至'], rows: spans.map((span) => [span.holder, span.place, writtenMoment(span.from), span.until === undefined ? '现在' : writtenMoment(span.until)]) },
    ...(handovers.length === 0 ? [] : [{ kind: 'list' as const, head: ['次', '事由', '移交', '接收', '封签号', '接收确认'], rows: handovers.map(rowOf) }]),
    ...handovers.flatMap(({ answer, to }): Block[] => (answer?.hand === undefined ? [] : [{ kind: 'signature', lines: [signed(to, answer.hand)] }])),
    ...gaps.map((gap): Block => ({ kind: 'paragraph', label: '存疑', text: `${writtenMoment(gap.from)}${gap.until === undefined ? '起' : `至 ${writtenMoment(gap.until)}`}：${gap.because}。` })),
  ]
}

const rowOf = ({ number, turn, from, to, seal, givenAt, answer, note }: HandoverView): readonly string[] => [
  String(number),
  `${turn}${note === undefined ? '' : `：${note}`}`,
  `${from} ${writtenMoment(givenAt)}`,
  to,
  seal ?? '——',
  answer === undefined ? '尚未确认' : `${answer.accepted ? '已接收' : `不予接收：${answer.note ?? ''}`} ${writtenMoment(answer.at)}${answer.receipt === undefined ? '' : `（凭证 ${answer.receipt.slice(0, 8)}）`}`,
]
const signed = (name: string, strokes: readonly (readonly number[])[]): SignatureLine => ({ label: '接收人', name, hand: strokes.map((stroke) => stroke.map((value, at) => `${at === 0 ? 'M' : at === 2 ? 'L' : ' '}${value}`).join('')).join('') })

const chinese = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')
