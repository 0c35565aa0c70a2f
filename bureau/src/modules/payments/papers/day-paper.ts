import type { Block, Paper } from '../../../platform/paper/model.ts'
import { writtenMoment } from '../../../platform/paper/moment.ts'
import { DAY_STATES, ITEM_KINDS, SETTLEMENTS, type DayView, type Item } from '../wire.ts'


/** A day of the reconciliation to file (对账表): both sides' totals, what agrees, every difference with what was said of it, and who closed it. */
export function dayPaper({ day, state, files, totals, matched, items, closings }: DayView, agency: { readonly name: string; readonly demo: boolean }): Paper {
  return {
    agency: agency.name,
    title: '罚款收缴对账表',
    number: `对账日 ${day}　${DAY_STATES[state]}`,
    family: 'form',
    ...(agency.demo ? { mark: '演示数据' } : {}),
    blocks: [
      { kind: 'facts', columns: 2, rows: [
        { label: '我方合计（元）', value: totals.books },
        { label: '银行合计（元）', value: totals.bank },
        { label: '相符（元）', value: totals.matched },
        { label: '相符笔数', value: String(totals.matchedCount) },
        { label: '我方不符（元）', value: totals.oursApart },
        { label: '银行不符（元）', value: totals.theirsApart },
      ] },
      ...files.map(({ name, rows, total, who, at }): Block => ({ kind: 'paragraph', label: '银行文件', text: `${name}，${rows} 笔，${total} 元；${who} ${writtenMoment(at)} 导入` })),
      { kind: 'heading', level: 2, text: `差异 ${items.length} 笔` },
      items.length === 0 ? { kind: 'paragraph', text: '双方相符，没有差异。' } : { kind: 'list', head: ['差异', '流水号', '案件', '我方（元）', '银行（元）', '处理'], rows: items.map(rowOf) },
      { kind: 'heading', level: 2, text: `相符 ${matched.length} 笔` },
      ...(matched.length === 0 ? [] : [{ kind: 'list' as const, head: ['流水号', '案件', '缴款人', '金额（元）', '方式'], rows: matched.map((one) => [one.serial, one.caseNumber, one.payer, one.amount, one.spot ? '当场收缴' : '银行代收']) }]),
      { kind: 'heading', level: 2, text: '结账' },
      ...(closings.length === 0 ? [{ kind: 'paragraph' as const, text: '尚未结账。' }] : closings.map(({ round, who, at, note, totals: then }): Block => ({ kind: 'paragraph', label: `第 ${round} 次`, text: `${who} ${writtenMoment(at)}；银行 ${then.bank} 元，相符 ${then.matched} 元。${note}` }))),
      { kind: 'signature', lines: [{ label: '对账人' }, { label: '复核人' }] },
    ],
    foot: '本表按打印时的记录生成；结账以后银行补报的，以补充结账为准。',
  }
}

const rowOf = ({ kind, says, serial, caseNumber, ours, theirs, entries }: Item): readonly string[] => [
  `${ITEM_KINDS[kind]}：${says}`,
  serial ?? '——',
  caseNumber ?? '——',
  ours,
  theirs,
  entries.length === 0 ? '没有说明' : entries.map((entry) => `${SETTLEMENTS[entry.kind]}：${entry.reason}（${entry.who}）`).join('；'),
]
