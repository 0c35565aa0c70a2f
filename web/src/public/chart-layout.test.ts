import type { ChartView } from '@zhunsheng/bureau/modules/publicity/wire.ts'
import { describe, expect, test } from 'vitest'
import { layoutOf, wrap } from './chart-layout.ts'

const act = (name: string): ChartView['stages'][number]['acts'][number] => ({ kind: name, name, by: ['执法人员', '中队负责人', '窗口人员'], basis: [], help: '', after: [], duties: [{ says: '', since: '作出决定之日', within: '七个工作日', basis: [] }], opens: name === '甲', ends: name === '丁' })
const CHART: ChartView = { code: 'x', name: '程序', on: '2021-08-02', stages: [{ name: '一', acts: ['甲', '乙', '丙'].map(act) }, { name: '二', acts: ['丁'].map(act) }] }

describe('流程图 · nothing overlaps, nothing is left out', () => {
  test.each([[1, 340], [2, 600], [3, 940]])('in %i columns on %i', (columns, width) => {
    const { bands, height, boxWidth } = layoutOf(CHART, columns, width)
    const boxes = bands.flatMap((band) => band.boxes)
    expect(boxes.map((box) => box.act.name)).toEqual(['甲', '乙', '丙', '丁'])
    for (const box of boxes) {
      expect(box.x >= 0 && box.x + boxWidth <= width && box.y + box.height <= height).toBe(true)
      for (const other of boxes) if (other !== box) expect(box.x + boxWidth <= other.x || other.x + boxWidth <= box.x || box.y + box.height <= other.y || other.y + other.height <= box.y).toBe(true)
    }
  })
  test('a text that is too wide goes on in the next line, and loses no letter', () => {
    const lines = wrap('执法人员、中队负责人、窗口人员', 70, 'by')
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.map(({ text }) => text).join('')).toBe('执法人员、中队负责人、窗口人员')
    expect(lines.some(({ text }) => text.startsWith('、'))).toBe(false)
  })
  test('where a procedure begins and ends is marked, and by when something is owed', () => {
    const lines = layoutOf(CHART, 1, 340).bands.flatMap(({ boxes }) => boxes.flatMap((box) => box.lines.map(({ text }) => text)))
    expect(lines).toContain('▶ 甲')
    expect(lines).toContain('■ 程序终结')
    expect(lines.join('')).toContain('自作出决定之日起七个工作日内')
  })
})
