import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { judgeFile } from './judge.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'zhunsheng-judge-'))
afterAll(() => rmSync(FOLDER, { recursive: true }))
function ask(text: string): { readonly code: number; readonly said: string } {
  const path = join(FOLDER, 'case.yaml')
  writeFileSync(path, text)
  const lines: string[] = []
  return { code: judgeFile(path, (line) => lines.push(line)), said: lines.join('\n') }
}

describe('npx zhunsheng judge', () => {
  test('grants and refuses with every ground, the article and the cure', () => {
    const { code, said } = ask('title: 一人检查\ngiven: {upTo: apply, from: 2021-08-02}\nacts: [{act: inspect, by: [zhang]}]')
    expect(code).toBe(0)
    expect(said).toContain('现场检查（勘验）（张平）：拒绝')
    expect(said).toContain('[inspect.two-officers]')
    expect(said).toContain('《行政处罚法》第四十二条第一款')
    expect(said).toContain('由两名以上持有效执法证的人员共同办理')
  })
  test('says what is owed by when, and whether that is provisional', () => {
    const { said } = ask('title: 义务\ngiven: {upTo: file, from: 2021-08-02}\nask: [2021-08-03]')
    expect(said).toContain('作出处理决定：至 2021-11-01，应履行。依据《行政处罚法》第六十条')
    const later = ask('title: 以后\ngiven: {upTo: decide, from: 2031-08-04}\nask: ["+0"]')
    expect(later.said).toContain('暂定')
  })
  test('an answer that is not the expected one ends with 1', () => {
    expect(ask('title: 意外\ngiven: {upTo: apply, from: 2021-08-02}\nacts: [{act: file, expect: file.limitation}]')).toMatchObject({ code: 1, said: expect.stringContaining('与预期不符') })
  })
  test('the example of the guide comes out as it says', () => {
    const guide = readFileSync(join(import.meta.dirname, '../../docs/scenarios.md'), 'utf8')
    const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? []
    expect(ask(example)).toMatchObject({ code: 0, said: expect.stringContaining('[decide.no-hearing]') })
  })
  test('several scenarios in one file', () => {
    expect(ask('title: 甲\nask: [2021-08-02]\n---\ntitle: 乙\nask: [2021-08-02]\n').said).toMatch(/甲[\s\S]*乙/)
  })
  test.each([
    ['an unknown act', 'title: 错\nacts: [{act: fly, on: 2021-08-02}]', 'acts.0.act：程序中没有「fly」这种行为'],
    ['a day that is none', 'title: 错\nacts: [{act: apply, on: 2021-02-30}]', 'acts.0.on：应为日期'],
    ['an answer that does not fit', 'title: 错\nacts: [{act: apply, on: 2021-08-02, data: {party: {kind: 猫}}}]', 'acts.0.data.party'],
    ['nobody of that name', 'title: 错\nacts: [{act: apply, on: 2021-08-02, by: [nobody]}]', '没有编号为 nobody 的人员'],
    ['an unknown procedure', 'title: 错\nprocedure: penalty.none', '没有编号为「penalty.none」的程序'],
    ['no YAML', 'title: [', '不是有效的 YAML'],
    ['nothing at all', '', '没有情景'],
  ])('%s ends with 2 and one clear sentence', (_, text, because) => {
    expect(ask(text)).toMatchObject({ code: 2, said: expect.stringContaining(because) })
  })
  test('a file that is not there', () => {
    const lines: string[] = []
    expect(judgeFile(join(FOLDER, 'none.yaml'), (line) => lines.push(line))).toBe(2)
    expect(lines.join()).toContain('读不到文件')
  })
})
