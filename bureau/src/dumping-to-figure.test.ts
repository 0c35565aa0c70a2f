import { day } from '@zhunsheng/law/day.ts'
import { ORDINARY_COURSE } from '@zhunsheng/law/penalty/ordinary/course.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { simulatedFleet, type SimulatedFleet } from './simulated-fleet.ts'
import { testBureau, type Answer, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
const FACTS = '未在指定的消纳场倾倒建筑垃圾。'
let bureau: TestBureau
let fleet: SimulatedFleet
beforeAll(async () => {
  bureau = await testBureau(ON)
  fleet = await simulatedFleet(bureau, { on: ON, trucks: 5, trips: 1, misbehaving: true })
  await fleet.live(bureau.server.sink)
}, 120_000)
afterAll(() => bureau.close())

type Row = Readonly<Record<string, unknown>>
const get = async (path: string, who = 'wang'): Promise<Row> => (await bureau.send(who, 'GET', path)).body
const rowsOf = (body: Row): readonly Row[] => (Array.isArray(body['rows']) ? body['rows'] : [])
const granted = (answer: Answer): Row => {
  if (answer.status !== 201) throw new Error(answer.text)
  return answer.body
}
const figure = async (key: string): Promise<string | undefined> => {
  const { figures } = await get('/api/figures?year=2021', 'zhao')
  return (Array.isArray(figures) ? figures : []).find((one: { readonly key: string; readonly value: string }) => one.key === key)?.value
}

test('a load that a truck dumped: from its positions to the alarm, the review, the lead, the case, the published decision and the figure', async () => {
  // Planted in the simulated day, found by the watch, and by nothing else.
  const planted = fleet.day.planted.filter(({ watch }) => watch === 'lifted-outside')
  const alarms = rowsOf(await get('/api/trucks/alarms?watch=lifted-outside&size=100'))
  expect(alarms.map(({ truck }) => fleet.simulatedOf(String(truck)))).toEqual(planted.map(({ truckId }) => truckId))
  const alarm = alarms[0] ?? {}

  // A person looks at it and hands it on; as a record of electronic monitoring it is reviewed by another.
  const step = (kind: string, version: number) => bureau.send('wang', 'POST', `/api/trucks/alarms/${encodeURIComponent(String(alarm['id']))}/steps`, { step: { kind, text: '现场核实，倾倒点在消纳场外' }, version }, { 'idempotency-key': crypto.randomUUID() })
  granted(await step('uphold', 0))
  const { history } = granted(await step('raise', 1))
  const event = Array.isArray(history) ? String(history.at(-1)?.event) : ''
  const reviewed = granted(await bureau.send('zhang', 'POST', `/api/monitoring/events/${event}/entries`, { kind: 'review', on: ON, version: 1, data: { genuine: true, clear: true, complete: true, accurate: true, outcome: 'leadOnly' } }))
  const { row } = reviewed
  const leadNumber = typeof row === 'object' && row !== null && 'leadNumber' in row ? String(row.leadNumber) : ''
  const lead = rowsOf(await get(`/api/leads?search=${leadNumber}`))[0] ?? {}

  // The case grows out of the lead, and takes the evidence of the alarm along.
  const party = { kind: 'organisation', name: '示例车队运输有限公司', creditCode: '91350100M000100Y43', representative: '钱平', capacity: 'full', address: '示例路 1 号' }
  const form = { ...ORDINARY_COURSE.typical('apply', day(ON)), source: 'truck', matter: 'muck.route', subject: 'vehicle', party, facts: FACTS }
  const opened = granted(await bureau.send('zhang', 'POST', '/api/cases', { leadId: lead['id'], kind: 'apply', on: ON, with: ['li'], data: form }, { 'idempotency-key': crypto.randomUUID() }))
  const caseId = String(opened['id'])
  const before = [await figure('decisions.fine'), await figure('money.decided')]
  const fine = { kinds: ['fine'], fine: '2000', facts: FACTS }
  for (const [kind, data] of [['inspect', { findings: FACTS }], ['orderCorrection'], ['file'], ['interview', { person: '钱平', relation: 'representative' }], ['collect', { proves: FACTS }], ['verifyEvidence'], ['conclude', { facts: FACTS }], ['notify', fine], ['serveNotice'], ['waiveStatement'], ['decide', fine], ['serveDecision'], ['publish']] as const) granted(await bureau.act(kind, ON, { caseId, data: data ?? {} }))

  // Everybody reads the decision, the lead knows its case, and the figures count it and open to it.
  expect(await get(`/api/public/decisions/${caseId}`)).toMatchObject({ party: party.name, fine: '2000.00', facts: FACTS })
  expect(rowsOf(await get(`/api/leads?search=${leadNumber}`))[0]).toMatchObject({ state: 'filed', caseId })
  expect(before).toEqual(['0', '0.00'])
  expect([await figure('decisions.fine'), await figure('money.decided')]).toEqual(['1', '0.20'])
  expect(rowsOf(await get('/api/figures/decisions.fine/cases?year=2021', 'zhao')).map(({ id }) => id)).toEqual([caseId])
})
