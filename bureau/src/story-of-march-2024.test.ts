import { day } from '@zhunsheng/law/day.ts'
import type { Devolution } from '@zhunsheng/law/jurisdiction.ts'
import { ORDINARY_COURSE } from '@zhunsheng/law/penalty/ordinary/course.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { momentOf } from './platform/clock.ts'
import { testBureau, type Answer, type TestBureau } from './test-bureau.ts'

/*
 * What really happened (二手资料): on 2024-03-06 a loaded truck from another district appeared at the district's operations centre; the order was
 * split between the bureau and the construction commission, went down to a street's team, and three days later the driver was fined
 * 2,000 yuan. Here it is played through the product, with people, numbers and the offence made up.
 */
const STREET = '石桥铺街道'
const OFFICE = '示例区人民政府石桥铺街道办事处'
const MATTER = 'muck.spill'
const SEEN = '2024-03-06'
const DECIDED = '2024-03-09'
const HANDED_DOWN: Devolution = { title: '示例市人民政府关于镇街综合行政执法的决定（示例）', number: '示例府发〔2023〕30号', manner: 'devolved', towns: [STREET], matters: [MATTER], from: day('2024-01-01'), publishedOn: day('2023-12-15'), body: '示例市人民政府', publishedIn: '示例市人民政府公报', evaluations: [] }
const DRIVER = { kind: 'citizen', name: '唐亮', birthday: '1985-06-01', capacity: 'full', address: '示例路 9 号', phone: '19900000000' }
const PLACE = `${STREET}示例大道与示例路口`
const FACTS = '驾驶渝DC6000号渣土车跨区运输，装载超高、没有密闭，渣土沿途撒落，污染路面约四十米。'
const TABLE = `任务号,上报时间,大类名称,位置描述,问题描述,处置时限
RW-2024-0306-1,${SEEN} 09:20,渣土运输,${PLACE},"渝DC6000号渣土车从外区驶入，超限超载，沿途撒落",3`

let bureau: TestBureau
let team: readonly [string, string]
let head: string
beforeAll(async () => {
  bureau = await testBureau(DECIDED, undefined, { devolutions: [HANDED_DOWN], towns: [{ town: STREET, name: OFFICE, word: '示例石街', unitCode: '示例-000009' }] })
  const join = async (login: string, name: string, posts: readonly string[], number: string): Promise<string> => {
    const added = await bureau.send('ma', 'POST', '/api/people', { login, name, posts, department: `${STREET}综合行政执法大队`, password: 'an example of a long password', certificate: { number, from: '2023-12-01', until: '2028-11-30' } })
    if (added.status !== 201) throw new Error(added.text)
    return String(added.body['id'])
  }
  team = [await join('fan', '范宁', ['officer'], '示例3001'), await join('yan', '严冬', ['officer', 'teamLeader'], '示例3002')]
  head = await join('jiang', '江平', ['bureauLeader'], '示例3003')
})
afterAll(() => bureau.close())

const read = async <T>(who: string, path: string): Promise<T> => JSON.parse((await bureau.send(who, 'GET', path)).text)
const granted = (answer: Answer): Answer => {
  if (answer.status !== 201) throw new Error(answer.text)
  return answer
}

test('二〇二四年三月 · from the operations centre to the street’s decision in three days, and back to the centre without a second typing', async () => {
  // The centre's order comes by file.
  expect((await bureau.send('sun', 'POST', '/api/intake/import', { source: 'city', text: TABLE })).body).toEqual({ added: 1, known: 0, faulty: 0 })
  const order = async () => (await read<{ readonly rows: readonly { readonly id: string; readonly leadNumber: string; readonly draft: string; readonly caseNumber?: string }[] }>('sun', '/api/intake/orders?source=city')).rows[0]
  const { rows: [lead] } = await read<{ readonly rows: readonly { readonly id: string }[] }>('wang', `/api/leads?search=${(await order())?.leadNumber ?? ''}`)

  // Split: what is the commission's goes there with the papers. The bureau itself may not take the rest, since the street has the power.
  const site = granted(await bureau.act('send', SEEN, { procedure: 'transfer.agency', data: { place: '示例建筑工地', receiver: '示例区住房和城乡建设委员会', ground: 'power', reason: '渣土从外区工地超装出场，施工现场装载管理属住房和城乡建设主管部门职权。' } }))
  granted(await bureau.act('receipt', '2024-03-07', { procedure: 'transfer.agency', caseId: String(site.body['id']) }))
  const opening = { source: 'city', matter: MATTER, subject: 'citizen', party: DRIVER, town: STREET, place: PLACE, facts: FACTS, actedFrom: SEEN, discoveredOn: SEEN }
  expect((await bureau.act('apply', SEEN, { data: opening })).text).toContain(`交由${STREET}行使`)

  // Handed down: the street's own team acts in the street's name, on the centre's lead.
  const form = { ...ORDINARY_COURSE.typical('apply', day(SEEN)), ...opening, actingTown: STREET }
  const opened = granted(await bureau.send(team[0], 'POST', '/api/cases', { leadId: lead?.id, kind: 'apply', on: SEEN, with: [team[1]], data: form }, { 'idempotency-key': crypto.randomUUID() }))
  const caseId = String(opened.body['id'])
  const fine = { kinds: ['fine'], fine: '2000' }
  const story: readonly (readonly [kind: string, on: string, by: readonly string[], data?: Readonly<Record<string, unknown>>])[] = [
    ['inspect', SEEN, team, { place: PLACE, findings: FACTS }],
    ['orderCorrection', SEEN, team, { demands: '立即清除撒落的渣土，密闭后方可行驶。' }],
    ['file', SEEN, [head]],
    ['interview', '2024-03-07', team, { person: DRIVER.name, relation: 'party' }],
    ['confirmAddress', '2024-03-07', team, { name: DRIVER.name, address: DRIVER.address }],
    ['collect', '2024-03-07', team, { place: PLACE, proves: FACTS }],
    ['verifyEvidence', '2024-03-07', team],
    ['conclude', '2024-03-07', team, { facts: FACTS }],
    ['notify', '2024-03-08', team, { ...fine, facts: FACTS, tellsHearing: true }],
    ['serveNotice', '2024-03-08', team, { receiver: DRIVER.name }],
    ['waiveStatement', '2024-03-08', team],
  ]
  const take = async (steps: typeof story) => {
    for (const [kind, on, by, data = {}] of steps) granted(await bureau.act(kind, on, { by, caseId, data }))
  }
  const decide = (by: string, fined = '2000') => bureau.act('decide', DECIDED, { by: [by], caseId, data: { ...fine, fine: fined, facts: FACTS, reconsiderTo: 'government' } })
  await take(story.slice(0, -1))
  // Not before he was heard (第四十五条), not by the bureau's head (第二十四条第二款), and not below what the regulation sets.
  expect((await decide(head)).text).toContain('第四十五条')
  await take(story.slice(-1))
  expect((await decide('zhao')).text).toContain(`赵立不是${STREET}的工作人员`)
  expect((await decide(head, '1000')).text).toContain('《重庆市市容环境卫生管理条例》第六十八条')
  granted(await decide(head))
  bureau.clock.set(momentOf('2024-03-29', '16:00'))
  await take([
    ['serveDecision', '2024-03-11', team, { receiver: DRIVER.name }],
    ['publish', '2024-03-12', [team[1]]],
    ['pay', '2024-03-15', ['sun'], { amount: '2000' }],
    ['close', '2024-03-18', [head]],
    ['archive', '2024-03-18', team],
  ])

  // In the street's name, masked, on the public page; the paper says by which decision the street has the power.
  expect((await bureau.send(undefined, 'GET', `/api/public/decisions/${caseId}`)).body).toMatchObject({ agency: OFFICE, party: '唐某', fine: '2000.00' })
  const { papers } = await read<{ readonly papers: readonly { readonly form: string; readonly seq: number; readonly number?: string }[] }>(team[0], `/api/cases/${caseId}`)
  const decision = papers.find(({ form: name }) => name === 'decision')
  expect(decision?.number).toBe('示例石街罚决〔2024〕1号')
  const paper = (await bureau.send(team[0], 'GET', `/api/cases/${caseId}/papers/${decision?.seq ?? 0}/decision.html`)).text
  expect(paper).toContain('示例府发〔2023〕30号')
  expect(paper).toContain('贰仟元')

  // The centre is answered from the dossier, and the figures count the case; each opens to it.
  const done = await order()
  expect(done).toMatchObject({ caseNumber: opened.body['number'], draft: expect.stringMatching(/行政处罚/) })
  granted(await bureau.send('sun', 'POST', `/api/intake/orders/${done?.id ?? ''}/entries`, { kind: 'answered', text: done?.draft }))
  expect((await bureau.send('sun', 'GET', '/api/intake/answers.csv?source=city')).text).toContain('"RW-2024-0306-1","办结答复"')
  const { figures } = await read<{ readonly figures: readonly { readonly key: string; readonly value: string }[] }>('zhao', '/api/figures?year=2024')
  const counted = Object.fromEntries(figures.map(({ key, value }) => [key, value]))
  expect(counted).toMatchObject({ 'decisions.fine': '1', 'money.decided': '0.20', 'money.collected': '0.20', 'rate.in-time': '100', 'rate.published-in-time': '100' })
  const behind = await read<{ readonly rows: readonly { readonly id: string }[] }>('zhao', '/api/figures/decisions.fine/cases?year=2024')
  expect(behind.rows.map(({ id }) => id)).toEqual([caseId])
})
