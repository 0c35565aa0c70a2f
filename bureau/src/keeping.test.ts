import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import jszip from 'jszip'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppraisalView, Checks, ItemView, KeptPage } from './modules/evidence/wire.ts'
import { COOKIE } from './platform/session.ts'
import { caseUpTo, testBureau, type Answer, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
let bureau: TestBureau
beforeAll(async () => {
  bureau = await testBureau(ON)
})
afterAll(() => bureau.close())

type Body = Readonly<Record<string, unknown>>
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const later = (day: string): void => bureau.clock.set(new Date(`${day}T10:00:00+08:00`))
const key = (): { readonly 'idempotency-key': string } => ({ 'idempotency-key': crypto.randomUUID() })

/** Brings a file in, and answers its digest. */
async function brought(words: string | Buffer, name = '执法记录.bin'): Promise<string> {
  const content = Buffer.from(words)
  const body = Buffer.concat([Buffer.from(`--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`), content, Buffer.from('\r\n--b--\r\n')])
  const { sessions, http } = bureau.server
  const answer = await http.inject({ method: 'POST', url: '/api/evidence', payload: body, headers: { 'content-type': 'multipart/form-data; boundary=b' }, cookies: { [COOKIE]: await sessions.open('zhang') } })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return sha256(content)
}
const read = (digest: string, tail = ''): Promise<Answer> => bureau.send('zhang', 'GET', `/api/evidence/${digest}${tail}`)
const item = async (digest: string): Promise<ItemView> => JSON.parse((await read(digest, '/item')).text)
const page = async (query = ''): Promise<KeptPage> => JSON.parse((await bureau.send('zhou', 'GET', `/api/keeping?size=200${query}`)).text)
const kept = async (digest: string) => (await page()).rows.find((row) => row.sha256 === digest)
const propose = (who: string, body: Body, headers = key()): Promise<Answer> => bureau.send(who, 'POST', '/api/keeping/appraisals', { outcome: 'destroy', opinion: '已过保管期限，无继续保存价值。', ...body }, headers)
const decide = (who: string, id: unknown, body: Body = {}): Promise<Answer> => bureau.send(who, 'POST', `/api/keeping/appraisals/${String(id)}/decision`, { approved: true, opinion: '同意。', ...body })
const stored = (): number => readdirSync(join(bureau.folder, 'files'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length

describe('档案法第二十一条第二款 · destroyed only by a decision of two persons', () => {
  test('a recording without a case: six months later it may be appraised; one proposes, another decides; the bytes go, the entry stays', async () => {
    const digest = await brought('没有立案的巡查录音')
    expect(await kept(digest)).toMatchObject({ state: 'kept', until: '2022-02-10', obstacles: [{ because: '保管期限至 2022-02-10，尚未届满', basis: ['《档案法》第二十一条第二款'] }] })
    const early = await propose('sun', { digests: [digest] })
    expect([early.status, early.text]).toEqual([409, expect.stringContaining('尚未届满')])
    later('2022-02-11')
    expect(await kept(digest)).toMatchObject({ state: 'due', obstacles: [] })
    const before = stored()
    const proposed = await propose('sun', { digests: [digest, digest] })
    expect([proposed.status, proposed.body['files']]).toEqual([201, [{ sha256: digest, name: '执法记录.bin', size: 27 }]])
    expect((await read(digest)).status).toBe(200)
    expect(await kept(digest)).toMatchObject({ state: 'proposed' })
    const decided = await decide('zhao', proposed.body['id'])
    expect(decided.body).toMatchObject({ erased: 1, decision: { approved: true, by: '赵立' } })
    expect(stored()).toBe(before - 1)
    const gone = await read(digest)
    expect([gone.status, gone.body['type'], gone.body['detail']]).toEqual([410, '/problems/erased', expect.stringContaining('已依规定销毁：孙敏提出鉴定意见，赵立批准')])
    expect(await item(digest)).toMatchObject({ sha256: digest, officer: '张平', readings: [{ what: 'uploaded' }, { what: 'copied' }], destroyed: { proposedBy: '孙敏', decidedBy: '赵立' } })
    expect(await kept(digest)).toMatchObject({ state: 'destroyed' })
    const list = await bureau.send('zhou', 'GET', `/api/keeping/appraisals/${String(proposed.body['id'])}/list.pdf`)
    expect([list.status, list.text.slice(0, 5)]).toEqual([200, '%PDF-'])
  })
  test('copies that were made of a picture go with it', async () => {
    const canvas = createCanvas(40, 30)
    canvas.getContext('2d').fillRect(0, 0, 20, 20)
    const digest = await brought(await canvas.encode('jpeg'), '照片.jpg')
    expect((await read(digest, '/thumbnail')).status).toBe(200)
    const copies = () => readdirSync(join(bureau.folder, 'copies')).filter((name) => name.startsWith(digest)).length
    expect(copies()).toBe(1)
    later('2022-12-01')
    await decide('zhao', (await propose('sun', { digests: [digest] })).body['id'])
    expect([copies(), (await read(digest, '/thumbnail')).status, (await read(digest, '/watermarked')).status]).toEqual([0, 410, 410])
  })
  test('the same file brought again after that is a new entry, and can be read', async () => {
    const digest = await brought('再次上传的录音')
    later('2023-07-01')
    await decide('zhao', (await propose('sun', { digests: [digest] })).body['id'])
    expect((await read(digest)).status).toBe(410)
    later('2023-07-02')
    await brought('再次上传的录音')
    expect([(await read(digest)).status, (await kept(digest))?.state]).toEqual([200, 'kept'])
  })
  test('who proposed does not decide, whoever he is; a decision is made once', async () => {
    const digest = await brought('两个人')
    later('2024-02-01')
    const { body } = await propose('wang', { digests: [digest] })
    expect((await decide('wang', body['id'])).status).toBe(403)
    const [first, second] = await Promise.all([decide('zhao', body['id']), decide('qian', body['id'], { approved: false })])
    expect([first.status, second.status].sort((a, b) => a - b)).toEqual([201, 409])
  })
  test('not approved: it stays, and may be proposed again', async () => {
    const digest = await brought('不同意销毁')
    later('2024-09-01')
    const { body } = await propose('sun', { digests: [digest] })
    expect((await propose('zhou', { digests: [digest] })).text).toContain('另一份鉴定意见')
    await decide('zhao', body['id'], { approved: false, opinion: '仍有参考价值。' })
    expect([(await read(digest)).status, (await propose('zhou', { digests: [digest] })).status]).toEqual([200, 201])
  })
  test('kept longer: it is due again only after that day', async () => {
    const digest = await brought('继续保管')
    later('2025-04-01')
    expect((await propose('sun', { outcome: 'keep', digests: [digest], keepUntil: '2025-04-01' })).text).toContain('晚于今天')
    const { body } = await propose('sun', { outcome: 'keep', digests: [digest], keepUntil: '2030-12-31' })
    await decide('zhao', body['id'])
    expect(await kept(digest)).toMatchObject({ state: 'kept', until: '2030-12-31' })
    expect((await read(digest)).status).toBe(200)
  })
  test('the same proposal sent twice is one', async () => {
    const digest = await brought('重复提交')
    later('2025-12-01')
    const same = key()
    const [one, two] = [await propose('sun', { digests: [digest] }, same), await propose('sun', { digests: [digest] }, same)]
    expect(one.body['id']).toBe(two.body['id'])
  })
  test.each([['zhang'], ['wu'], ['zhao']])('%s proposes nothing', async (who) => expect((await propose(who, { digests: ['a'.repeat(64)] })).status).toBe(403))
  test('what is not there, and nothing at all', async () => {
    expect((await propose('sun', { digests: ['a'.repeat(64)] })).text).toContain('没有摘要为')
    expect((await propose('sun', { digests: [] })).status).toBe(400)
    expect((await decide('zhao', 'nothing')).status).toBe(404)
  })
})

describe('行政处罚法第四十七条 · a case keeps its files', () => {
  const inCase = async (last: string, words: string): Promise<{ readonly digest: string; readonly caseId: string; readonly number: string }> => {
    later('2026-03-02')
    const digest = await brought(words)
    const caseId = await caseUpTo(bureau, last, '2026-03-02', { collect: { sha256: digest } })
    return { digest, caseId, number: JSON.parse((await bureau.send('zhang', 'GET', `/api/cases/${caseId}`)).text).row.number }
  }
  test('while it is open, whatever the day', async () => {
    const { digest, number } = await inCase('collect', '在办案件的录像')
    later('2060-01-01')
    expect(await kept(digest)).toMatchObject({ state: 'kept', obstacles: [{ because: `${number} 尚未办结归档`, basis: ['《行政处罚法》第四十七条'] }] })
    expect((await propose('sun', { digests: [digest] })).text).toContain('尚未办结归档')
  })
  test('archived for ten years: until the last day of the tenth year after', async () => {
    const { digest, number } = await inCase('archive', '归档案件的录像')
    expect(await kept(digest)).toMatchObject({ state: 'kept', until: '2036-12-31', uses: [{ number }] })
    later('2037-01-01')
    expect(await kept(digest)).toMatchObject({ state: 'due' })
  })
  test('somebody asks to keep a case: all its files stay until he, or the head of the bureau, says otherwise', async () => {
    const { digest, number } = await inCase('archive', '审计要看的录像')
    later('2037-01-02')
    const hold = await bureau.send('zhou', 'POST', '/api/keeping/holds', { caseNumber: number, reason: '审计调阅' }, key())
    expect(hold.status).toBe(201)
    expect((await kept(digest))?.obstacles).toMatchObject([{ because: '已要求暂缓销毁：审计调阅' }])
    const [{ id } = { id: '' }]: readonly { readonly id: string }[] = JSON.parse(hold.text)
    expect((await bureau.send('wang', 'POST', `/api/keeping/holds/${id}/end`, { reason: '看完了' })).status).toBe(403)
    expect((await bureau.send('zhao', 'POST', `/api/keeping/holds/${id}/end`, { reason: '看完了' })).status).toBe(201)
    expect((await bureau.send('zhou', 'POST', `/api/keeping/holds/${id}/end`, { reason: '看完了' })).status).toBe(409)
    expect((await kept(digest))?.state).toBe('due')
  })
  test('a hold that comes between proposal and decision is seen', async () => {
    const { digest } = await inCase('archive', '临时要求保留')
    later('2037-01-03')
    const { body } = await propose('sun', { digests: [digest] })
    await bureau.send('zhou', 'POST', '/api/keeping/holds', { sha256: digest, reason: '信访复查' }, key())
    const answer = await decide('zhao', body['id'])
    expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('信访复查')])
    expect((await read(digest)).status).toBe(200)
  })
  test.each([
    ['a case that is not there', { caseNumber: '1999-00001', reason: '审计' }],
    ['neither a case nor a file', { reason: '审计' }],
    ['both', { caseNumber: '2021-00001', sha256: 'a'.repeat(64), reason: '审计' }],
    ['without a reason', { caseNumber: '2021-00001', reason: ' ' }],
  ])('a hold on %s is malformed', async (_, body) => expect((await bureau.send('zhou', 'POST', '/api/keeping/holds', body, key())).status).toBe(400))
})

describe('the list of what is kept (保管清单)', () => {
  test('is searched, sorted, counted and exported; a name is text in a spreadsheet', async () => {
    const digest = await brought('公式', '=1+1')
    const { rows, counts, setting } = await page('&search==1')
    expect([rows.map((row) => row.sha256), setting.verified, Object.keys(counts)]).toEqual([[digest], false, ['due', 'kept', 'proposed', 'destroyed']])
    const sizes = (await page('&sort=size&order=desc')).rows.map(({ size }) => size)
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    const csv = await bureau.send('zhou', 'GET', '/api/keeping.csv?search==1')
    expect(csv.text).toContain(`"'=1+1","${digest}"`)
  })
})

describe('stored bytes that are no longer what they were (存储损坏)', () => {
  const place = (digest: string): string => join(bureau.folder, 'files', digest.slice(0, 2), digest)
  const checks = async (): Promise<Checks> => JSON.parse((await bureau.send('zhou', 'GET', '/api/keeping/checks')).text)
  const lookAtAll = async (): Promise<void> => {
    while ((await bureau.server.keepFiles()) > 0);
  }
  test('are never served, flagged at the first reading, and stand on the list until the same file is brought again', async () => {
    const digest = await brought('会损坏的照片')
    writeFileSync(place(digest), '会损坏的照骗')
    const answer = await read(digest)
    expect([answer.status, answer.body['type'], answer.text.includes('照骗')]).toEqual([500, '/problems/damaged', false])
    expect((await item(digest)).soundness).toMatchObject({ found: 'damaged' })
    expect((await checks()).faulty).toMatchObject([{ sha256: digest, found: 'damaged' }])
    later('2037-02-01')
    await brought('会损坏的照片')
    expect([(await checks()).faulty, (await read(digest)).status]).toEqual([[], 200])
  })
  test('are found by looking at everything, with its progress; what was destroyed is not looked for', async () => {
    const [damaged, lost] = [await brought('看不见的损坏'), await brought('丢失的文件')]
    writeFileSync(place(damaged), '!')
    rmSync(place(lost))
    const begun = await bureau.send('zhou', 'POST', '/api/keeping/checks', {})
    expect(begun.body).toMatchObject({ run: { by: '周明', done: 0, ended: false } })
    expect((await bureau.send('zhao', 'POST', '/api/keeping/checks', {})).body).toMatchObject({ run: { by: '周明' } })
    await bureau.server.keepFiles()
    expect((await checks()).run).toMatchObject({ done: 5, ended: false })
    await lookAtAll()
    const { run, faulty, files } = await checks()
    expect(run).toMatchObject({ done: files, total: files, ended: true })
    expect(Object.fromEntries(faulty.map(({ sha256: one, found }) => [one, found]))).toEqual({ [damaged]: 'damaged', [lost]: 'missing' })
  })
  test('everything is looked at again a year later, by itself', async () => {
    expect((await checks()).old).toBe(0)
    later('2038-03-01')
    const { old, files } = await checks()
    expect(old).toBe(files)
    await lookAtAll()
    expect((await checks()).old).toBe(0)
  })
  test('a case is handed over without a damaged file, and says so', async () => {
    const digest = await brought('移交时损坏')
    const caseId = await caseUpTo(bureau, 'collect', '2038-03-01', { collect: { sha256: digest, title: '照片/一' } })
    writeFileSync(place(digest), '?')
    const answer = await bureau.server.http.inject({ method: 'GET', url: `/api/cases/${caseId}/handover`, cookies: { [COOKIE]: await bureau.server.sessions.open('zhang') } })
    const zip = await jszip.loadAsync(answer.rawPayload)
    expect(await zip.file('未附文件.txt')?.async('string')).toContain('与入卷时的摘要不一致')
    expect(Object.keys(zip.files).filter((name) => name.startsWith('证据/'))).toEqual([])
  })
  test('nothing was left waiting', () => expect(existsSync(join(bureau.folder, 'files', 'incoming')) ? readdirSync(join(bureau.folder, 'files', 'incoming')) : []).toEqual([]))
})

describe('a decision whose erasing was interrupted', () => {
  test('stands, and is carried out at a later turn', async () => {
    const digest = await brought('晚些清除')
    later('2040-01-01')
    const view: AppraisalView = JSON.parse((await propose('sun', { digests: [digest] })).text)
    // What is in the way of the erasing here is a folder where the file was.
    const place = join(bureau.folder, 'files', digest.slice(0, 2), digest)
    rmSync(place)
    mkdirSync(place)
    expect((await decide('zhao', view.id)).body).toMatchObject({ erased: 0, decision: { approved: true } })
    expect((await read(digest)).status).toBe(410)
    rmdirSync(place)
    await bureau.server.keepFiles()
    const [first]: readonly AppraisalView[] = JSON.parse((await bureau.send('zhou', 'GET', '/api/keeping/appraisals')).text)
    expect(first).toMatchObject({ id: view.id, erased: 1 })
  })
})
