import { PROCEDURES } from '@zhunsheng/law/procedures.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseUpTo, courseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

const ON = '2022-03-01'
const PEOPLE = [
  { kind: 'citizen', name: '欧阳秀英', idNumber: '11010519491231002X', capacity: 'full', address: '杨家坪正街 12 号 3 单元', phone: '13912345678' },
  { kind: 'citizen', name: '尉迟春梅', idNumber: '500107198506010017', capacity: 'full', address: '石桥铺正街 88 号 2 栋', phone: '13812345678' },
]
const FIRM = { kind: 'organisation', name: '示例修复餐饮有限公司', creditCode: '91350100M000100Y43', representative: '司徒文博', capacity: 'full', address: '示例街 1 号', phone: '13712345678' }
/** What identifies somebody: names of natural persons, numbers, telephones, house numbers. */
const HIDDEN = [...PEOPLE.flatMap(({ name, idNumber, phone }) => [name, idNumber, phone]), FIRM.representative, FIRM.phone, '诸葛见证', '12 号 3', '88 号 2', '13612345678']

let bureau: TestBureau
const asked: string[] = []
beforeAll(async () => {
  bureau = await testBureau('2022-12-30')
  const facts = (name: string) => `${name}（电话 13612345678，住杨家坪正街 12 号 3 单元）经诸葛见证指认，占道经营。`
  const person = PEOPLE[0] ?? FIRM
  asked.push(await caseUpTo(bureau, 'archive', ON, { apply: { party: person }, interview: { person: '诸葛见证', relation: 'witness' }, decide: { facts: facts('欧阳秀英') } }))
  asked.push(await caseUpTo(bureau, 'publish', ON, { apply: { party: FIRM, subject: 'organisation' }, interview: { person: '诸葛见证', relation: 'witness' }, notify: { fine: '600' }, decide: { fine: '600', facts: facts('司徒文博') } }))
  asked.push(await courseUpTo(bureau, 'penalty.simple', 'publish', '2022-04-06', { discover: { party: PEOPLE[1] } }))
  const withdrawn = await caseUpTo(bureau, 'publish', ON, { apply: { party: PEOPLE[1] } })
  await bureau.act('changeDecision', ON, { caseId: withdrawn })
  await bureau.act('withdrawPublication', ON, { caseId: withdrawn, data: { reason: '尉迟春梅（500107198506010017）的决定已经撤销。' } })
  const seized = await courseUpTo(bureau, 'coercion.measure', 'carryOut', '2022-05-09', { propose: { party: person } })
  await bureau.act('publish', '2022-05-10', { procedure: 'coercion.measure', caseId: seized, data: { conclusion: '扣押欧阳秀英的摊车，联系电话 13912345678，放在石桥铺正街 88 号 2 栋。' } })
  const repair = await courseUpTo(bureau, 'publicity.repair', 'archive', '2022-10-10', { register: { party: PEOPLE[1] }, stop: { reason: '尉迟春梅已经履行。' } })
  await bureau.send(undefined, 'POST', '/api/public/repairs', { number: '某文号', name: '欧阳秀英', code: '11010519491231002X', phone: '13912345678', reason: '住杨家坪正街 12 号 3 单元。', commitment: true })
  asked.push(withdrawn, seized, repair)
})
afterAll(() => bureau.close())

test('个人信息保护法、行政处罚法第五十条 · no public answer says who, of all that are published in OpenAPI', async () => {
  const published: unknown = bureau.server.http.swagger()
  const paths = typeof published === 'object' && published !== null && 'paths' in published && typeof published.paths === 'object' && published.paths !== null ? Object.entries(published.paths) : []
  const open = paths.flatMap(([path, methods]: [string, unknown]) => (typeof methods === 'object' && methods !== null && 'get' in methods && (path.startsWith('/api/public/') || path.startsWith('/log/') || path === '/api/matters' || path.startsWith('/api/procedures')) ? [path] : []))
  expect(open.length).toBeGreaterThan(15)
  const addresses = open.flatMap((path): readonly string[] => {
    if (path.includes('/decisions/{id}')) return asked.map((id) => path.replace('{id}', id))
    if (path.includes('{code}')) return PROCEDURES.map(({ procedure }) => path.replace('{code}', procedure.code))
    if (path.includes('{format}')) return [path.replace('{format}', 'json')]
    return [path.replace('{number}', encodeURIComponent('示例1001')).replace('{receipt}', 'none').replace('*', 'entries/000.p/1')]
  })
  const found: string[] = []
  let seen = 0
  for (const address of [...addresses, '/api/public/decisions?size=50', '/api/public/feed.json?size=200', '/api/public/feed.csv?size=200', `/api/public/decisions?search=${encodeURIComponent('占道')}`]) {
    const { status, text } = await bureau.send(undefined, 'GET', address)
    if (status === 200) seen += text.length
    for (const word of HIDDEN) if (text.includes(word)) found.push(`${address}: ${word}`)
  }
  expect(found).toEqual([])
  expect(seen).toBeGreaterThan(50_000)
})
test('nobody is found by his name or number in the public search', async () => {
  for (const word of HIDDEN) expect([word, (await bureau.send(undefined, 'GET', `/api/public/decisions?search=${encodeURIComponent(word)}`)).body['total']]).toEqual([word, 0])
})
