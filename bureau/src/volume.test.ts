import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pagesIn } from './platform/paper/volume.ts'
import { caseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

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
  test('the inner file is for those who review and decide; a case without papers has no volume', async () => {
    expect((await raw('zhang', `/api/cases/${id}/volume.pdf?part=secondary`)).status).toBe(403)
    const begun = String((await bureau.act('apply', ON)).body['id'])
    expect((await raw('zhang', `/api/cases/${begun}/volume.pdf`)).status).toBe(404)
  })
})
