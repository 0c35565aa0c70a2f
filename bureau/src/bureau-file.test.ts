import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day } from '@zhunsheng/law/day.ts'
import { afterAll, expect, test } from 'vitest'
import { bureauIn, EXAMPLE_BUREAU } from './bureau-file.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'zhunsheng-bureau-file-'))
const PATH = join(FOLDER, 'bureau.json')
afterAll(() => rmSync(FOLDER, { recursive: true }))
const OWN = { name: '某区城市管理局', word: '某城管', government: '某区人民政府', superior: '某市城市管理局', log: 'chengguan.example/log' }

test('without a file an example is written, and said to be one', () => {
  const said: string[] = []
  const { creditCode: _, contact: __, payment: ___, ...example } = EXAMPLE_BUREAU
  expect(bureauIn(FOLDER, (sentence) => said.push(sentence))).toEqual({ ...example, demo: false, devolutions: [], towns: [] })
  expect(said.join()).toContain('请在登记第一个案件之前改为本机关的名称')
  expect(readFileSync(PATH, 'utf8')).toContain('"government"')
})
test('with a file the bureau is the one that stands there, and nothing is said', () => {
  writeFileSync(PATH, JSON.stringify(OWN))
  const said: string[] = []
  expect(bureauIn(FOLDER, (sentence) => said.push(sentence))).toEqual({ ...OWN, demo: false, devolutions: [], towns: [] })
  expect(said).toEqual([])
})
const DECISION = { manner: 'devolved', title: '决定', number: '某府发〔2021〕1号', body: '某市人民政府', publishedOn: '2021-08-16', publishedIn: '公报', towns: ['某镇'], matters: ['pet.waste'], from: '2021-09-01' }
test('行政处罚法第二十四条: the powers that went to towns are handed in with their decision', () => {
  writeFileSync(PATH, JSON.stringify({ ...OWN, devolutions: [{ ...DECISION, until: '2023-08-31', withdrawnBy: '某府发〔2023〕9号' }] }))
  expect(bureauIn(FOLDER, () => undefined).devolutions).toMatchObject([{ towns: ['某镇'], matters: ['pet.waste'], from: day('2021-09-01'), until: day('2023-08-31') }])
})
test.each([
  ['no JSON', '{', '不是有效的 JSON'],
  ['a missing name', JSON.stringify({ ...OWN, name: undefined }), '机关名称'],
  ['an empty word', JSON.stringify({ ...OWN, word: ' ' }), '机关代字'],
  ['a log name with spaces', JSON.stringify({ ...OWN, log: 'a b' }), '存证日志名称'],
  ['a list row without a condition', JSON.stringify({ ...OWN, lists: { majorDecisions: [{ code: 'a', name: '空', source: '本局', verified: false }] } }), '没有写任何情形'],
  ['a list row with the code of a fixed one', JSON.stringify({ ...OWN, lists: { majorDecisions: [{ code: 'apl58.1', name: '甲', performance: true, source: '本局', verified: false }] } }), '固定事项的代码'],
  ['a recording of an act that asks for none', JSON.stringify({ ...OWN, lists: { recordings: [{ code: 'a', name: '结案', procedure: 'penalty.ordinary', act: 'close', photographs: false, excuses: ['equipment'], source: '本局', verified: false }] } }), '不收音像记录'],
  ['a recording that nothing excuses', JSON.stringify({ ...OWN, lists: { recordings: [{ code: 'a', name: '询问', procedure: 'penalty.ordinary', act: 'interview', photographs: false, excuses: [], source: '本局', verified: false }] } }), '可以没有的原因'],
  ['a devolution that was published nowhere', JSON.stringify({ ...OWN, devolutions: [{ ...DECISION, publishedIn: undefined }] }), '公布的载体'],
  ['a devolution of a matter that there is not', JSON.stringify({ ...OWN, devolutions: [{ ...DECISION, matters: ['no.such'] }] }), '权责清单中没有'],
  ['a devolution that ends before it begins', JSON.stringify({ ...OWN, devolutions: [{ ...DECISION, until: '2021-08-31', withdrawnBy: '某文' }] }), '终了之日早于开始之日'],
  ['a devolution taken back by nothing', JSON.stringify({ ...OWN, devolutions: [{ ...DECISION, until: '2023-08-31' }] }), '收回下放所依据的文件'],
  ['an entrustment without a term', JSON.stringify({ ...OWN, devolutions: [{ ...DECISION, manner: 'entrusted' }] }), '委托书应当载明期限'],
  ['a day that there is not', JSON.stringify({ ...OWN, devolutions: [{ ...DECISION, from: '2021-02-30' }] }), '应为日期'],
  ['the same number twice', JSON.stringify({ ...OWN, devolutions: [DECISION, DECISION] }), '文号相同'],
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
