import { day, formatDay } from '@zhunsheng/law/day.ts'
import type { Act } from '@zhunsheng/law/dossier.ts'
import { parseAnswers } from '@zhunsheng/law/parse.ts'
import { typicalAnswers, usuallyBy } from '@zhunsheng/law/penalty/ordinary/typical-answers.ts'
import { CAST } from '@zhunsheng/law/scenario/cast.ts'
import { describe, expect, test } from 'vitest'
import type { Block, Paper } from '../../../platform/paper/model.ts'
import { EXAMPLE_BUREAU } from '../../../bureau-file.ts'
import { judgeFor, SETTING } from '@zhunsheng/law/judges.ts'
import { papersMadeBy } from './catalogue.ts'
import { ORDINARY_PAPERS } from './ordinary-papers.ts'
import { composePaper } from './compose.ts'

const JUDGE = judgeFor('penalty.ordinary')
type Row = readonly [act: string, workdays: number, data?: Readonly<Record<string, unknown>>]
const STOP = { kinds: ['fine', 'stopBusiness'], fine: '300' }
/** A case that makes every paper: things preserved, a hearing, a collective discussion, a demand. */
const WAY: readonly Row[] = [
  ['apply', 0], ['inspect', 0], ['orderCorrection', 0], ['file', 1], ['askPreservation', 0], ['approvePreservation', 0], ['preserve', 0], ['settlePreserved', 3], ['interview', 1], ['collect', 0], ['verifyEvidence', 1],
  ['conclude', 1, { grave: true, difficult: true }], ['notify', 1, { ...STOP, tellsHearing: true }], ['serveNotice', 0], ['hearStatement', 1], ['reviewStatement', 0], ['requestHearing', 1],
  ['noticeHearing', 1, { holdOn: '+8' }], ['holdHearing', 8], ['review', 1], ['panelReview', 0], ['discuss', 1], ['decide', 1, { ...STOP, answer: '意见没有新的证据，不予采纳。' }], ['serveDecision', 1], ['publish', 1],
  ['pay', 2], ['close', 2],
]

function played(start: string, way: readonly Row[] = WAY): readonly Act[] {
  const acts: Act[] = []
  let on = day(start)
  for (const [kind, workdays, data = {}] of way) {
    on = workdays === 0 ? on : SETTING.calendar.addWorkdays(on, workdays)
    const answers = Object.fromEntries(Object.entries({ ...typicalAnswers(kind, on), ...data }).map(([name, value]) => [name, value === '+8' ? formatDay(SETTING.calendar.addWorkdays(on, 8)) : value]))
    const parsed = parseAnswers(JUDGE.procedure.acts[kind]?.form ?? {}, answers, () => undefined)
    if (!parsed.ok) throw new Error(`${kind}: ${JSON.stringify(parsed.faults)}`)
    const proposal = { kind, on, by: usuallyBy(kind).flatMap((id) => CAST[id] ?? []), data: parsed.value }
    const ruling = JUDGE.rule(JUDGE.read({ procedure: 'penalty.ordinary', acts }, SETTING), proposal, on)
    if (!ruling.granted) throw new Error(`${kind}: ${ruling.refusals.map(({ code }) => code).join()}`)
    acts.push({ ...proposal, seq: acts.length + 1, recordedOn: on })
  }
  return acts
}
const NEW = played('2021-08-02')
const OLD = played('2021-03-01')

function paperOf(acts: readonly Act[], form: string, signatures: Parameters<typeof composePaper>[0]['signatures'] = []): Paper {
  const act = acts.find(({ kind, data }) => papersMadeBy(JUDGE.procedure.code, kind, data).some((one) => one.form === form))
  const numbers = acts.flatMap(({ seq, kind, data }) => papersMadeBy(JUDGE.procedure.code, kind, data).flatMap((one) => (one.word === undefined ? [] : [{ seq, form: one.form, number: `示例城管${one.word}〔2021〕1号` }])))
  const paper = act === undefined ? undefined : composePaper({ judge: JUDGE, acts, act, form, bureau: EXAMPLE_BUREAU, numbers, signatures, benchmarks: new Map(), names: new Map([['wu', '吴衡'], ['qian', '钱守']]) })
  if (paper === undefined) throw new Error(`no ${form}`)
  return paper
}
const texts = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'facts': return block.rows.flatMap(({ label, value }) => [label, value])
    case 'list': return [...block.head, ...block.rows.flat()]
    case 'qa': return block.turns.flatMap(({ question, answer }) => [question, answer])
    case 'ticks': return [block.label, ...block.options.map(({ text }) => text)]
    case 'opinion': return [block.title, block.text, block.who, block.on]
    case 'signature': return block.lines.flatMap(({ label, name, note, on }) => [label, ...(name === undefined ? [] : [name]), ...(note === undefined ? [] : [note]), ...(on === undefined ? [] : [on])])
    case 'seal': return [block.agency, block.on]
    case 'blank': return ['以下空白']
    case 'paragraph': return [...(block.label === undefined ? [] : [block.label]), block.text]
    default: return [block.text]
  }
}
const said = (paper: Paper): string => [paper.title, paper.number ?? '', ...paper.blocks.flatMap(texts)].join('\n')
const MADE = ORDINARY_PAPERS.filter(({ act }) => act !== 'demand' && act !== 'serveDemand')

describe('执法文书 · no blanks where the dossier knows the answer', () => {
  test.each(MADE.map(({ form }) => form))('%s has no empty place and no word of code', (form) => {
    const paper = paperOf(NEW, form)
    expect(paper.blocks.flatMap(texts).filter((text) => text.trim() === '')).toEqual([])
    expect(said(paper)).not.toMatch(/undefined|\[object|NaN|penalise|qian|zhao/)
  })
  test.each(MADE.map(({ form }) => form))('%s cites the law of its day', (form) => {
    expect(said(paperOf(OLD, form))).not.toMatch(/《中华人民共和国行政处罚法》第(五十(六|七|八|九)|六十|七十)/)
  })
  test('a later act changes no earlier paper', () => {
    expect(paperOf(NEW.slice(0, 14), 'notice')).toEqual(paperOf(NEW, 'notice'))
  })
})

describe('行政处罚决定书 · 行政处罚法第五十九条第一款', () => {
  const decision = said(paperOf(NEW, 'decision'))
  test.each([
    ['（一）当事人的姓名、地址', ['刘海', '杨家坪正街 1 号']],
    ['（二）违反规定的事实和证据', ['出店经营，有照片、笔录为证。', '现场检查（勘验）笔录、询问笔录、现场照片两张']],
    ['（三）处罚的种类和依据', ['罚款人民币叁佰元整（¥300.00）', '责令停产停业', '《重庆市市容环境卫生管理条例》']],
    ['（四）履行方式和期限', ['十五日内缴纳', '指定银行', '每日按罚款数额的百分之三']],
    ['（五）申请复议、提起诉讼的途径和期限', ['六十日内向示例区人民政府或者示例市城市管理局申请行政复议', '六个月内直接向九龙坡区人民法院提起行政诉讼']],
    ['（六）机关名称和日期', ['示例区城市管理局', '2021年']],
  ])('%s', (_, parts) => {
    for (const part of parts) expect(decision).toContain(part)
  })
  test('第四十五条、第六十五条: how the party was heard, and the answer', () => {
    expect(decision).toContain('举行了听证')
    expect(decision).toContain('意见没有新的证据，不予采纳。')
    expect(decision).toContain('示例城管罚告〔2021〕1号')
  })
  test('第三十四条: a matter without a benchmark says so, in the notice as well', () => {
    const none = '本事项没有施行中的行政处罚裁量权基准'
    expect(decision).toContain(none)
    expect(said(paperOf(NEW, 'notice'))).toContain(none)
    expect(said(paperOf(OLD, 'decision'))).not.toContain('裁量权基准')
  })
  test('第二款: a place for the seal', () => {
    expect(paperOf(NEW, 'decision').blocks.at(-1)).toMatchObject({ kind: 'seal' })
  })
})

describe('the other papers carry what their articles demand', () => {
  test.each([
    ['notice', '第四十四条、第四十五条', ['拟作出的处罚', '陈述和申辩', '三个工作日内', '不会因陈述、申辩而给予更重的处罚']],
    ['hearing-right', '第六十四条第一款第（一）项', ['五个工作日内', '口头提出']],
    ['hearing-notice', '第六十四条第一款第（二）至（五）项', ['09:30', '本局会议室', '吴衡（非本案调查人员）', '公开举行', '委托一至二人代理', '申请回避']],
    ['preservation', '第五十六条', ['流动摊车', '李安', '经本机关负责人批准', '不得销毁或者转移']],
    ['correction', '第二十八条第一款', ['立即改正', '立即清除占道物品']],
    ['inspection', '第五十五条', ['09:30 至 10:10', '出示执法证件', '执法证号 示例1001', '以上笔录已阅看，无误']],
    ['interview', '第五十五条', ['货物是谁摆放的？', '第 1 次询问', '申请询问人回避']],
    ['legal-review', '第五十八条', ['直接关系重大权益，经过听证程序', '事实', '证据', '没有问题', '同意。', '周明']],
    ['panel-review', '重大执法决定（疑难案件）集体法制审核制度', ['案情疑难复杂、涉及多个法律关系', '何律师', '公职律师', '发言顺序', '到会 3 人，3 人同意结论', '周明']],
    ['discussion', '第五十七条第二款', ['发言之一：钱守', '发言之二：赵立（主持人）', '同意拟处理意见']],
    ['filing', '第五十四条第二款', ['出店经营', '巡查发现', '同意立案', '执法证号 示例1002']],
    ['receipt-notice', '民事诉讼法（2017）第八十五条', ['行政处罚事先告知书 示例城管罚告〔2021〕1号', '直接送达', '刘某']],
    ['receipt-decision', '民事诉讼法（2017）第八十五条', ['行政处罚决定书 示例城管罚决〔2021〕1号']],
    ['closing', '结案', ['处罚决定执行完毕', '¥300.00', 'P001', '公示']],
  ])('%s · %s', (form, _, parts) => {
    const text = said(paperOf(NEW, form))
    for (const part of parts) expect(text).toContain(part)
  })
  test('行政处罚法（2017年修正）第四十二条: three days to ask for a hearing', () => {
    expect(said(paperOf(OLD, 'hearing-right'))).toContain('三日内')
  })
  test('行政强制法第五十四条: the demand names the sum, the surcharge, the time and the right to be heard', () => {
    const late = played('2021-08-02', [...WAY.slice(0, WAY.findIndex(([act]) => act === 'publish') + 1), ['demand', 30, { surcharge: '100' }], ['serveDemand', 0]])
    const text = said(paperOf(late, 'demand'))
    for (const part of ['人民币叁佰元整', '人民币壹佰元整', '人民币肆佰元整', '十个工作日', '陈述和申辩', '示例城管罚决〔2021〕1号']) expect(text).toContain(part)
    expect(said(paperOf(late, 'receipt-demand'))).toContain('催告书 示例城管催〔2021〕1号')
  })
  test('第五十七条第一款: a decision not to punish says so, and no penalty', () => {
    const way = WAY.slice(0, WAY.findIndex(([act]) => act === 'conclude'))
    const spared = played('2021-08-02', [...way, ['conclude', 1, { finding: 'exempt' }], ['decide', 1, { outcome: 'exempt', kinds: undefined, fine: undefined, minor: true, corrected: true, harm: 'none' }]])
    const paper = paperOf(spared, 'decision')
    expect(paper.title).toBe('不予行政处罚决定书')
    expect(said(paper)).not.toContain('罚款人民币')
  })
})
