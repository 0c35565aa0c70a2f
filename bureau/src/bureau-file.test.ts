import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { bureauIn, EXAMPLE_BUREAU } from './bureau-file.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'zhunsheng-bureau-file-'))
const PATH = join(FOLDER, 'bureau.json')
afterAll(() => rmSync(FOLDER, { recursive: true }))
const OWN = { name: '某区城市管理局', word: '某城管', government: '某区人民政府', superior: '某市城市管理局', log: 'chengguan.example/log' }

test('without a file an example is written, and said to be one', () => {
  const said: string[] = []
  const { creditCode: _, payment: __, ...example } = EXAMPLE_BUREAU
  expect(bureauIn(FOLDER, (sentence) => said.push(sentence))).toEqual({ ...example, demo: false })
  expect(said.join()).toContain('请在登记第一个案件之前改为本机关的名称')
  expect(readFileSync(PATH, 'utf8')).toContain('"government"')
})
test('with a file the bureau is the one that stands there, and nothing is said', () => {
  writeFileSync(PATH, JSON.stringify(OWN))
  const said: string[] = []
  expect(bureauIn(FOLDER, (sentence) => said.push(sentence))).toEqual({ ...OWN, demo: false })
  expect(said).toEqual([])
})
test.each([
  ['no JSON', '{', '不是有效的 JSON'],
  ['a missing name', JSON.stringify({ ...OWN, name: undefined }), '机关名称'],
  ['an empty word', JSON.stringify({ ...OWN, word: ' ' }), '机关代字'],
  ['a log name with spaces', JSON.stringify({ ...OWN, log: 'a b' }), '存证日志名称'],
  ['something unknown', JSON.stringify({ ...OWN, colour: 'red' }), 'colour'],
])('%s is refused in one sentence', (_, text, because) => {
  writeFileSync(PATH, text)
  expect(() => bureauIn(FOLDER, () => undefined)).toThrow(because)
})
test('where fines are paid: every code of it, or one sentence that says which is missing', () => {
  const payment = { prefix: '500107', unitCode: '1', itemCode: '2', itemName: '罚没收入', bank: '某银行', bankAddress: '某路', verified: true, source: '财政部门核发' }
  writeFileSync(PATH, JSON.stringify({ ...OWN, payment }))
  expect(bureauIn(FOLDER, () => undefined).payment).toEqual(payment)
  writeFileSync(PATH, JSON.stringify({ ...OWN, payment: { ...payment, prefix: '5001', bank: undefined } }))
  expect(() => bureauIn(FOLDER, () => undefined)).toThrow(/六位数字.*代收机构名称/)
})
