import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testBureau, type TestBureau } from './test-bureau.ts'

const ON = '2022-03-01'
let bureau: TestBureau
beforeAll(async () => {
  bureau = await testBureau(ON)
})
afterAll(() => bureau.close())

const HEADER = '工单编号,来电时间,诉求人,电话,归口分类,事发地,内容,办理时限,满意度'
const row = (number: string, more = '') => `${number},2022-02-28 09:12,何平,19912345678,占道经营,示例街 1 号,"门店外摆放货架, 占道经营",5个工作日,${more}`
const post = (who: string, path: string, body: Readonly<Record<string, unknown>>) => bureau.send(who, 'POST', `/api/intake/${path}`, body)
interface Orders {
  readonly rows: readonly { readonly id: string; readonly external: string; readonly reporter: string; readonly dueOn: string; readonly leadNumber: string; readonly draft: string; readonly caseNumber?: string; readonly overdue: boolean }[]
  readonly counts: Readonly<Record<string, number>>
}
const orders = async (query = ''): Promise<Orders> => JSON.parse((await bureau.send('sun', 'GET', `/api/intake/orders?${query}`)).text)

describe('GB/T 30428、GB/T 33358 · work orders come by file', () => {
  test('looked at first: what is good, what is faulty and why, which columns nobody reads', async () => {
    const text = [HEADER, row('GD1'), row('GD1'), row('').replace('占道经营"', '"'), 'GD4,昨天,,,,,有内容,3', 'GD5,2022-03-05,,,,,有内容,', 'GD6,2022-02-28,,,,,有内容,随便'].join('\n')
    const { body } = await post('sun', 'import/preview', { source: 'hotline', text })
    expect(body['unread']).toEqual(['满意度'])
    const rows: readonly { readonly line: number; readonly faults: readonly string[]; readonly dueOn: string }[] = JSON.parse(JSON.stringify(body['rows']))
    expect(rows.map(({ line, faults }) => [line, faults])).toEqual([
      [2, []],
      [3, ['文件中工单编号重复']],
      [4, ['没有工单编号']],
      [5, ['「昨天」不是日期']],
      [6, ['接收时间晚于今天']],
      [7, ['「随便」不是日期，也不是工作日数']],
    ])
    expect(rows[0]?.dueOn).toBe('2022-03-07')
  })
  test.each([['来电日期', '办理期限'], ['受理日期', '处置期限'], ['交办时间', '办结时限'], ['接收日期', '截止日期']])('%s and %s are headers under which systems write when an order came and until when', async (received, due) => {
    const { body } = await post('sun', 'import/preview', { source: 'hotline', text: `工单编号,内容,${received},${due}\nGD90,占道经营,2022-02-25,2022-03-04` })
    expect(body).toMatchObject({ unread: [], rows: [{ receivedOn: '2022-02-25', dueOn: '2022-03-04', faults: [] }] })
  })
  test('good rows come in as leads, faulty ones do not; the same file again adds nothing', async () => {
    const text = [HEADER, row('GD10'), row('GD11'), row('')].join('\n')
    expect((await post('sun', 'import', { source: 'hotline', text })).body).toEqual({ added: 2, known: 0, faulty: 1 })
    expect((await post('sun', 'import', { source: 'hotline', text })).body).toEqual({ added: 0, known: 2, faulty: 1 })
    const { rows } = await orders('search=GD1')
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({ leadNumber: expect.stringMatching(/^XS2022-\d{5}$/), reporter: expect.not.stringMatching(/何平|19912345678/) })
    expect((await bureau.send('zhang', 'GET', '/api/leads?search=%E8%B4%A7%E6%9E%B6')).body['total']).toBe(2)
  })
  test('two imports of the same file at once: each order once', async () => {
    const text = JSON.stringify([{ 任务号: 'RW1', 上报时间: '2022-02-28', 位置描述: '示例路', 问题描述: '井盖破损', 处置时限: 3 }])
    const answers = await Promise.all([post('sun', 'import', { source: 'city', text }), post('wang', 'import', { source: 'city', text })])
    expect(answers.some(({ status }) => status === 200)).toBe(true)
    expect((await orders('source=city')).rows).toHaveLength(1)
  })
  test.each([
    ['another table', '姓名,年龄\n张三,3', '没有找到'],
    ['a quote that never ends', `${HEADER}\n"GD`, '引号'],
    ['no JSON', '[{', 'JSON'],
  ])('%s is refused in one sentence', async (_, text, words) => {
    const answer = await post('sun', 'import/preview', { source: 'hotline', text })
    expect({ status: answer.status, text: answer.text }).toEqual({ status: 400, text: expect.stringContaining(words) })
  })
})

describe('answered from the dossier, never typed twice', () => {
  test('the draft follows what is done; an answer is given once and leaves as a file', async () => {
    await post('sun', 'import', { source: 'hotline', text: [HEADER, row('GD20')].join('\n') })
    const [order] = (await orders('search=GD20')).rows
    expect(order?.draft).toContain('已收悉')
    expect(await post('sun', `orders/${order?.id ?? ''}/entries`, { kind: 'answered', text: '已处理' })).toMatchObject({ status: 400, text: expect.stringContaining('线索还没有处置') })
    const { rows: leads }: { readonly rows: readonly { readonly id: string; readonly number: string }[] } = JSON.parse((await bureau.send('zhang', 'GET', `/api/leads?search=${order?.leadNumber ?? ''}`)).text)
    const opened = await bureau.send('zhang', 'POST', '/api/cases', { procedure: 'penalty.soft', leadId: leads[0]?.id, kind: 'find', on: ON, with: ['li'], data: { source: 'hotline', place: '示例街 1 号', facts: '货架占道。' } }, { 'idempotency-key': crypto.randomUUID() })
    const caseId = String(opened.body['id'])
    expect((await orders('search=GD20')).rows[0]).toMatchObject({ draft: expect.stringContaining('目前办理到「登记问题」'), caseNumber: opened.body['number'] })
    await bureau.act('serve', ON, { procedure: 'penalty.soft', caseId })
    await bureau.act('finish', ON, { procedure: 'penalty.soft', caseId })
    const [done] = (await orders('search=GD20')).rows
    expect(done?.draft).toContain('通过服务方式解决')

    const answered = await post('sun', `orders/${done?.id ?? ''}/entries`, { kind: 'answered', text: done?.draft ?? '' })
    expect(answered.status).toBe(201)
    expect((await post('wang', `orders/${done?.id ?? ''}/entries`, { kind: 'returned', text: '不属本机关' })).status).toBe(409)
    const { text } = await bureau.send('sun', 'GET', '/api/intake/answers.csv?source=hotline')
    expect(text).toContain('"GD20","办结答复"')
    expect((await orders()).counts).toMatchObject({ answered: 1, inTime: 1 })
  })
  test('an extension needs a later day; nothing is answered that is not there', async () => {
    const [order] = (await orders('search=GD10')).rows
    expect((await post('sun', `orders/${order?.id ?? ''}/entries`, { kind: 'extended', text: '需要现场测量' })).status).toBe(400)
    expect((await post('sun', `orders/${order?.id ?? ''}/entries`, { kind: 'extended', text: '需要现场测量', until: '2022-03-15' })).status).toBe(201)
    expect((await post('sun', 'orders/none/entries', { kind: 'answered', text: 'x' })).status).toBe(404)
  })
})
