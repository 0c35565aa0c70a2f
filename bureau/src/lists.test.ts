import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { courseUpTo, caseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

const ON = '2022-03-01'
const MEASURE = 'coercion.measure'
const OWN = {
  majorDecisions: [{ code: 'own.warning', name: '警告', kinds: ['warning'], source: '本局目录', verified: true }],
  recordings: [{ code: 'own.interview', name: '询问', procedure: 'penalty.ordinary', act: 'interview', photographs: false, excuses: ['equipment'], source: '本局清单', verified: true }],
}
let bureau: TestBureau
let own: TestBureau
beforeAll(async () => {
  bureau = await testBureau(ON)
  own = await testBureau(ON, undefined, { lists: OWN })
})
afterAll(async () => {
  await bureau.close()
  await own.close()
})

describe('the lists are open to everybody, each row with its source (重大执法决定目录、音像记录事项清单)', () => {
  test('the four cases of 行政处罚法第五十八条第一款 stand in every list, whatever the bureau hands in', async () => {
    for (const one of [bureau, own]) {
      const { status, text } = await one.send(undefined, 'GET', '/api/lists')
      expect(status).toBe(200)
      for (const code of ['apl58.1', 'apl58.2', 'apl58.3', 'apl58.4']) expect(text).toContain(code)
    }
  })
  test('a bureau’s own rows take the place of those of the place, and are judged by', async () => {
    const { text } = await own.send(undefined, 'GET', '/api/lists')
    expect(text).toContain('拟作出：警告')
    expect(text).not.toContain('数额较大的罚款')
    const warned = { kinds: ['warning'], fine: null }
    const id = await caseUpTo(own, 'file', ON)
    expect((await own.act('interview', ON, { caseId: id })).status).toBe(201)
    const waiting = await own.act('collect', ON, { caseId: id })
    expect([waiting.status, waiting.text]).toEqual([409, expect.stringContaining('音像记录事项「询问」（own.interview）')])
    expect((await own.act('attachRecording', ON, { caseId: id, data: { of: 5 } })).status).toBe(201)
    for (const kind of ['collect', 'verifyEvidence', 'conclude']) expect((await own.act(kind, ON, { caseId: id })).status).toBe(201)
    expect((await own.act('notify', ON, { caseId: id, data: warned })).status).toBe(201)
    for (const kind of ['serveNotice', 'waiveStatement']) expect((await own.act(kind, ON, { caseId: id })).status).toBe(201)
    const refused = await own.act('decide', ON, { caseId: id, data: warned })
    expect(refused.text).toContain('「警告」（own.warning）')
    expect((await own.act('review', ON, { caseId: id })).status).toBe(201)
    expect((await own.act('decide', ON, { caseId: id, data: warned })).status).toBe(201)
  })
  test('the case says under which rows it is a major one, and what stands in the way', async () => {
    const { body } = await bureau.act('propose', ON, { procedure: MEASURE, data: { value: '50000' } })
    const caseId = String(body['id'])
    expect((await bureau.act('approve', ON, { procedure: MEASURE, caseId })).text).toContain('「查封、扣押价值较大的财物」（measure）')
    expect(JSON.stringify((await bureau.send('zhao', 'GET', `/api/cases/${caseId}`)).body['majors'])).toContain('价值 50000.00 元以上（含本数）')
  })
})

describe('国办发〔2018〕118号 · a recording is a file that came, and is sound or picture', () => {
  test.each([
    ['a file that never came', 'f'.repeat(64), '没有上传'],
    ['a text', undefined, '不是录音或者录像'],
  ])('%s is refused', async (_, digest, because) => {
    const id = await courseUpTo(bureau, MEASURE, 'approve', ON)
    const file = digest ?? (await uploadText())
    const { status, text } = await bureau.act('carryOut', ON, { procedure: MEASURE, caseId: id, data: { recordings: [{ file }] } })
    expect([status, text]).toEqual([409, expect.stringContaining(because)])
  })
  test('the case shows what is missing, then what came', async () => {
    const id = await courseUpTo(bureau, MEASURE, 'approve', ON)
    await bureau.act('carryOut', ON, { procedure: MEASURE, caseId: id, data: { recordings: null } })
    const states = async () => JSON.stringify((await bureau.send('zhang', 'GET', `/api/cases/${id}`)).body['recordings'])
    expect(await states()).toContain('"state":"missing"')
    expect((await bureau.act('handOver', ON, { procedure: MEASURE, caseId: id })).text).toContain('recording-missing')
    const waits = async () => JSON.stringify((await bureau.send('zhang', 'GET', '/api/workbench')).body['waiting']).includes('attachRecording')
    expect(await waits()).toBe(true)
    expect((await bureau.act('attachRecording', ON, { procedure: MEASURE, caseId: id, data: { of: 3 } })).status).toBe(201)
    expect(await states()).toContain('"state":"attached"')
    expect(await waits()).toBe(false)
    expect((await bureau.act('handOver', ON, { procedure: MEASURE, caseId: id })).status).toBe(201)
  })
})

async function uploadText(): Promise<string> {
  const body = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nnot a film\r\n--x--\r\n'
  return String((await bureau.send('zhang', 'POST', '/api/evidence', body, { 'content-type': 'multipart/form-data; boundary=x' })).body['sha256'])
}
