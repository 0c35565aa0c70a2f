import { calendarOf } from '@zhunsheng/law/calendar.ts'
import { CHONGQING } from '@zhunsheng/law/jurisdictions/chongqing.ts'
import { PROCEDURES } from '@zhunsheng/law/procedures.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PAPERS } from './modules/enforcement/papers/catalogue.ts'
import { courseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

const SETTING = { calendar: calendarOf(), local: CHONGQING }
const TODAY = '2023-12-29'
const FROM = '2022-03-01'
let bureau: TestBureau
beforeAll(async () => {
  bureau = await testBureau(TODAY)
})
afterAll(() => bureau.close())

/** The last act of a procedure's usual course. */
const lastOf = (code: string): string => {
  const faults: { path: string; because: string }[] = []
  PROCEDURES.find(({ procedure }) => procedure.code === code)?.course.steps({ upTo: '?', from: FROM }, SETTING, faults)
  return faults.find(({ path }) => path === 'given.upTo')?.because.split('：')[1]?.split('、').at(-1) ?? ''
}

describe.each(PROCEDURES.map(({ procedure }) => [procedure.name, procedure] as const))('%s over HTTP', (name, { code, opens: [first = ''], acts }) => {
  const opening = code === 'transfer.agency' ? 'receive' : first
  const asksParty = acts[opening]?.form['party'] !== undefined
  test('its usual course is recorded act by act; the case is listed, its papers print, its bundle is whole', async () => {
    const id = await courseUpTo(bureau, code, lastOf(code), FROM, !asksParty ? {} : { [opening]: { party: { kind: 'citizen', name: `${code}某`, birthday: '1980-01-02', capacity: 'full', address: '示例街 1 号' } } })
    const view = await bureau.send('zhang', 'GET', `/api/cases/${id}`)
    expect(view.body).toMatchObject({ procedure: code, row: { procedureName: name } })
    const listed = await bureau.send('zhang', 'GET', `/api/cases?procedure=${code}`)
    expect(listed.body['total']).toBe(1)
    const papers: readonly { readonly seq: number; readonly form: string; readonly title: string; readonly number?: string }[] = JSON.parse(view.text).papers
    expect(papers.length).toBeGreaterThan(0)
    for (const { seq, form, number } of papers) {
      const paper = await bureau.send('zhang', 'GET', `/api/cases/${id}/papers/${seq}/${form}.html`)
      expect([form, paper.status]).toEqual([form, 200])
      expect(paper.text).not.toMatch(/undefined|NaN|\[object/)
      const word = PAPERS[code]?.find((kind) => kind.form === form)?.word
      expect(number === undefined).toBe(word === undefined)
    }
    expect((await bureau.send('zhao', 'GET', `/api/cases/${id}/bundle`)).status).toBe(200)
  })
})

test('an unknown procedure is refused by name of the field', async () => {
  const answer = await bureau.send('zhang', 'POST', '/api/cases', { kind: 'apply', on: FROM, with: [], data: {}, procedure: 'no.such' }, { 'idempotency-key': crypto.randomUUID() })
  expect(answer.status).toBe(400)
  expect(answer.text).toContain('procedure')
})

describe('行政处罚法第三十三条第一款 · first by the records, not by memory', () => {
  const party = { kind: 'citizen', name: '何平', idNumber: '11010519491231002X', capacity: 'full', address: '示例街 2 号' }

  test('a second offence within the years of the list is no first one; the records say how many there are', async () => {
    await courseUpTo(bureau, 'penalty.soft', 'finish', '2022-05-09', { find: { party } })
    const again = await courseUpTo(bureau, 'penalty.soft', 'reinspect', '2022-09-05', { find: { party } })
    const forgotten = await bureau.act('exempt', '2022-09-07', { procedure: 'penalty.soft', caseId: again })
    expect(forgotten.status).toBe(409)
    expect(forgotten.text).toContain('exempt.history')
    expect(forgotten.text).toContain('同类违法记录为 1 件')
    const honest = await bureau.act('exempt', '2022-09-07', { procedure: 'penalty.soft', caseId: again, data: { priors: 1 } })
    expect(honest.text).toContain('exempt.first')
  })
  test('another party, or the same one after the years, is a first one', async () => {
    const other = await courseUpTo(bureau, 'penalty.soft', 'reinspect', '2022-09-05', { find: { party: { ...party, idNumber: '500107198506011239' } } })
    expect((await bureau.act('exempt', '2022-09-07', { procedure: 'penalty.soft', caseId: other })).status).toBe(201)
  })
})

test('七二一工作法 · what was really done decides how a problem counts', async () => {
  const served = await bureau.act('find', '2023-03-01', { procedure: 'penalty.soft', data: { matter: null, subject: null, party: null } })
  const id = String(served.body['id'])
  await bureau.act('serve', '2023-03-01', { procedure: 'penalty.soft', caseId: id })
  await bureau.act('finish', '2023-03-01', { procedure: 'penalty.soft', caseId: id })
  await courseUpTo(bureau, 'penalty.soft', 'finish', '2023-04-03', { find: { party: { kind: 'citizen', name: '丁一', birthday: '1990-02-03', capacity: 'full', address: '示例街 3 号' } } })
  await courseUpTo(bureau, 'penalty.simple', 'publish', '2023-05-08')
  const figures: { readonly figures: readonly { readonly key: string; readonly value: string; readonly of?: unknown }[] } = JSON.parse((await bureau.send('zhao', 'GET', '/api/figures?year=2023')).text)
  for (const by of ['service', 'management', 'enforcement']) {
    expect(figures.figures.find(({ key }) => key === `rate.solved-by-${by}`)).toMatchObject({ value: '33.33', of: { numerator: 1, denominator: 3 } })
  }
})

describe('the papers of every procedure', () => {
  test.each(PROCEDURES.map(({ procedure }) => [procedure.name, procedure] as const))('%s: each is made by an act that there is, and no act makes the same paper twice', (_, { code, acts }) => {
    const papers = PAPERS[code] ?? []
    expect(papers.map(({ act }) => act).filter((act) => acts[act] === undefined)).toEqual([])
    const made = papers.map(({ act, form }) => `${act} ${form}`)
    expect(made.filter((one, index) => made.indexOf(one) !== index)).toEqual([])
  })
  test('one word stands for one series of numbers: two kinds of paper never give the same number', () => {
    const words = new Map<string, Set<string>>()
    for (const { word, form } of Object.values(PAPERS).flat()) if (word !== undefined) words.set(word, (words.get(word) ?? new Set()).add(form))
    expect([...words].filter(([, forms]) => forms.size > 1).map(([word, forms]) => `${word}: ${[...forms].join()}`)).toEqual([])
  })
})
