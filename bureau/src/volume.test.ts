import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pagesIn } from './platform/paper/volume.ts'
import { momentOf } from './platform/clock.ts'
import { caseUpTo, courseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

const ON = '2022-03-01'
let bureau: TestBureau
let id = ''
beforeAll(async () => {
  bureau = await testBureau(ON)
  id = await caseUpTo(bureau, 'archive', ON)
})
afterAll(() => bureau.close())

const raw = async (who: string, path: string) => {
  const token = await bureau.server.sessions.open(who)
  const answer = await bureau.server.http.inject({ method: 'GET', url: path, cookies: { zhunsheng: token } })
  return { status: answer.statusCode, bytes: new Uint8Array(answer.rawPayload), type: String(answer.headers['content-type']) }
}

/** The names of the bookmarks. */
const outlineOf = (bytes: Uint8Array): readonly string[] => [...Buffer.from(bytes).toString('latin1').matchAll(/\/Title\s*<([0-9A-Fa-f]+)>/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').swap16().toString('utf16le').slice(1))

describe('行政处罚案卷 · cover, list, papers with page numbers and bookmarks, closing sheet', () => {
  test('every page of every paper is there, once, and each paper has its bookmark', async () => {
    const view: { readonly papers: readonly { readonly seq: number; readonly form: string; readonly title: string }[] } = JSON.parse((await bureau.send('zhou', 'GET', `/api/cases/${id}`)).text)
    const inner = ['filing', 'legal-review', 'discussion', 'closing', 'conclusion']
    for (const [part, papers] of [['main', view.papers.filter(({ form }) => !inner.includes(form))], ['secondary', view.papers.filter(({ form }) => inner.includes(form))]] as const) {
      const bound = await raw('zhou', `/api/cases/${id}/volume.pdf?part=${part}`)
      expect({ status: bound.status, type: bound.type }).toEqual({ status: 200, type: 'application/pdf' })
      let pages = 0
      for (const { seq, form } of papers) pages += pagesIn((await raw('zhou', `/api/cases/${id}/papers/${seq}/${form}.pdf`)).bytes)
      // Cover, list and closing sheet besides.
      expect(pagesIn(bound.bytes)).toBe(pages + 3)
      const bookmarks = [...Buffer.from(bound.bytes).toString('latin1').matchAll(/\/Title\b/g)].length
      expect(bookmarks).toBeGreaterThanOrEqual(papers.length + 3)
    }
  }, 60_000)
  test('行政强制法第五十五条第一款 · what goes to the court: application, decision with its facts, what the party said and the demand', async () => {
    bureau.clock.set(momentOf('2022-12-30', '16:00'))
    const due = await courseUpTo(bureau, 'penalty.simple', 'report', '2022-03-01')
    expect((await raw('zhang', `/api/cases/${due}/volume.pdf?part=court`)).status).toBe(404)
    const sums = { fine: '50', surcharge: '50' }
    for (const [kind, on, data] of [['demand', '2022-10-10', sums], ['serveDemand', '2022-10-10', {}], ['applyCourt', '2022-11-01', sums]] as const) {
      const { status, text } = await bureau.act(kind, on, { caseId: due, procedure: 'penalty.simple', data })
      expect([kind, status, text]).toEqual([kind, 201, expect.anything()])
    }
    const bound = await raw('zhang', `/api/cases/${due}/volume.pdf?part=court`)
    expect(bound).toMatchObject({ status: 200, type: 'application/pdf' })
    expect(outlineOf(bound.bytes)).toEqual(expect.arrayContaining(['（一）强制执行申请书', '（二）当场行政处罚决定书', '（二）当场检查笔录', '（三）催告书', '（三）送达回证（催告书）']))
    expect(outlineOf(bound.bytes).some((name) => name.includes('备案表'))).toBe(false)
  }, 60_000)
  test('the inner file is for those who review and decide; a case without papers has no volume', async () => {
    expect((await raw('zhang', `/api/cases/${id}/volume.pdf?part=secondary`)).status).toBe(403)
    const begun = String((await bureau.act('apply', ON)).body['id'])
    expect((await raw('zhang', `/api/cases/${begun}/volume.pdf`)).status).toBe(404)
  })
})
