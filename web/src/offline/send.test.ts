import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem } from '../api.ts'
import { localId, type Entry } from './entry.ts'
import { against, givenUp, sendAll, type Ports } from './send.ts'

const ACT = { kind: 'find', on: '2021-12-31', with: [], data: {} }
const entry = (key: string, work: Entry['work'], more: Partial<Entry> = {}): Entry => ({ key, person: 'zhang', at: `2021-12-31T09:00:${key.padStart(2, '0')}Z`, title: key, work, state: 'waiting', ...more })
const open = (key: string): Entry => entry(key, { type: 'open', procedure: 'penalty.soft', act: ACT })
const act = (key: string, caseId: string, version: number): Entry => entry(key, { type: 'act', caseId, version, act: ACT })

const unreachable = () => new Problem({ type: '/problems/unreachable', title: '' })
const changed = () => new Problem({ type: '/problems/changed-meanwhile', title: '内容已有变化', status: 409, detail: '李安已记录「移送」' })

interface Sent {
  readonly path: string
  readonly key: string
  readonly version: unknown
}
/** A device and a server in memory; `answer` says what becomes of each request, and whether its answer gets back. */
function world(all: readonly Entry[], answer: (path: string, key: string) => Problem | 'lost' | undefined = () => undefined) {
  const entries = [...all]
  const recorded = new Map<string, { readonly id: string; readonly number: string }>()
  const sent: Sent[] = []
  const ports: Ports = {
    entries: async () => entries,
    save: async (one) => void (entries[entries.findIndex(({ key }) => key === one.key)] = one),
    sendFiles: async () => undefined,
    post: async (path, body, key) => {
      const said = answer(path, key)
      if (said instanceof Problem) throw said
      // The server knows the key: the same request again is answered and not recorded again.
      if (!recorded.has(key)) {
        recorded.set(key, { id: path === '/api/cases' ? `real-${key}` : path.split('/')[3] ?? 'lead', number: key })
        sent.push({ path, key, version: typeof body === 'object' && body !== null && 'version' in body ? body.version : undefined })
      }
      if (said === 'lost') throw unreachable()
      return recorded.get(key) ?? { id: '', number: '' }
    },
  }
  return { ports, entries, sent }
}

describe('sending what was done without a connection (同步)', () => {
  test('in the order in which it was done; acts follow their case under its real name', async () => {
    const { ports, entries, sent } = world([open('1'), act('2', localId('1'), 1), entry('3', { type: 'lead', lead: { source: 'patrol', receivedOn: '2021-12-31', place: '路', content: '物' } }), act('4', 'case-7', 5)])
    expect(await sendAll(ports)).toBe('done')
    expect(sent).toEqual([{ path: '/api/cases', key: '1', version: undefined }, { path: '/api/cases/real-1/acts', key: '2', version: 1 }, { path: '/api/leads', key: '3', version: undefined }, { path: '/api/cases/case-7/acts', key: '4', version: 5 }])
    expect(entries.every(({ state }) => state === 'sent')).toBe(true)
  })
  test('a case that somebody moved on meanwhile stops with the reason, and with it all that follows in it; other cases go on', async () => {
    const { ports, entries } = world([act('1', 'case-7', 5), act('2', 'case-7', 6), act('3', 'case-8', 2)], (path) => (path.includes('case-7') ? changed() : undefined))
    expect(await sendAll(ports)).toBe('done')
    expect(entries.map(({ state }) => state)).toEqual(['stopped', 'waiting', 'sent'])
    expect(entries[0]?.stopped).toMatchObject({ kind: 'changed-meanwhile', detail: '李安已记录「移送」' })
  })
  test('a case that was transferred meanwhile: sent once more against the case as it is, the act stops on the grounds of the law and stays', async () => {
    const grounds = [{ code: 'collect.left', because: '案件已经移送有管辖权的机关，或者已经终止调查', instead: '办理结案', basis: ['《行政处罚法》第五十七条第一款'] }]
    let said = changed()
    const { ports, entries } = world([act('1', 'case-7', 5), act('2', 'case-7', 6)], () => said)
    await sendAll(ports)
    const [first] = entries
    if (first === undefined) throw new Error('none')
    for (const one of against(7, first, entries)) await ports.save(one)
    said = new Problem({ type: '/problems/refused', title: '依法不予准许', status: 409, detail: '', refusals: grounds })
    expect(await sendAll(ports)).toBe('done')
    expect(entries).toMatchObject([{ state: 'stopped', work: { version: 7 }, stopped: { kind: 'refused', refusals: grounds } }, { state: 'waiting', work: { version: 8 } }])
  })
  test('what nobody is logged in for, and what the server is broken for, stays waiting', async () => {
    for (const [problem, ended] of [[new Problem({ type: '/problems/not-logged-in', status: 401 }), 'logged-out'], [unreachable(), 'broken']] as const) {
      const { ports, entries } = world([act('1', 'case-7', 5)], () => problem)
      expect(await sendAll(ports)).toBe(ended)
      expect(entries[0]?.state).toBe('waiting')
    }
    const fault = world([act('1', 'case-7', 5)], () => new Problem({ type: '/problems/fault', status: 500 }))
    await expect(sendAll(fault.ports)).rejects.toThrow()
    expect(fault.entries[0]?.state).toBe('waiting')
  })
  test('against the case as it is now: the stopped entry and its followers take the places after the last act', () => {
    const all = [entry('1', { type: 'act', caseId: 'c', version: 5, act: ACT }, { state: 'stopped', stopped: { kind: 'changed-meanwhile', title: '', detail: '', refusals: [], faults: [] } }), act('2', 'd', 1), act('3', 'c', 6)]
    const [first] = all
    if (first === undefined) throw new Error('none')
    expect(against(8, first, all).map(({ key, state, work, stopped }) => [key, state, work.type === 'act' ? work.version : '', stopped])).toEqual([['1', 'waiting', 8, undefined], ['3', 'waiting', 9, undefined]])
  })
  test('what is given up stays with its reason; followers move up; an opening takes its acts along', () => {
    const one = act('1', 'c', 5)
    expect(givenUp('已移送', one, [one, act('2', 'c', 6)]).map(({ key, state, reason, work }) => [key, state, reason, work.type === 'act' ? work.version : ''])).toEqual([['1', 'given-up', '已移送', 5], ['2', 'waiting', undefined, 5]])
    const begun = open('9')
    expect(givenUp('重复', begun, [begun, act('10', localId('9'), 1)]).map(({ state, reason }) => [state, reason])).toEqual([['given-up', '重复'], ['given-up', '所属案件没有报送：重复']])
  })
})

describe('signatures follow the act that they stand on (手写签名)', () => {
  const SIGNATURE = { role: 'party' as const, name: '王强', strokes: [[1, 2, 3, 4]], content: 'a'.repeat(64), signedAt: '2021-12-31T09:00:00Z' }
  const sign = (key: string, caseId: string, seq: number): Entry => entry(key, { type: 'sign', caseId, seq, signature: SIGNATURE })
  test('to the case under its real name, after the act', async () => {
    const { ports, sent } = world([open('1'), sign('2', localId('1'), 1)])
    expect(await sendAll(ports)).toBe('done')
    expect(sent.map(({ path }) => path)).toEqual(['/api/cases', '/api/cases/real-1/acts/1/signatures'])
  })
  test('to its new place when the act takes one; a signature on what was recorded before stays there', () => {
    const all = [act('1', 'c', 5), sign('2', 'c', 6), sign('3', 'c', 2), act('4', 'c', 6), sign('5', 'c', 7)]
    expect(against(8, act('1', 'c', 5), [act('1', 'c', 5)]).map(({ work }) => (work.type === 'act' ? work.version : ''))).toEqual([8])
    const [first] = all
    if (first === undefined) throw new Error('none')
    expect(against(8, first, all).map(({ work }) => (work.type === 'act' ? work.version : work.type === 'sign' ? work.seq : ''))).toEqual([8, 9, 2, 9, 10])
  })
  test('is given up with its act, and moves up where another act is given up', () => {
    const all = [act('1', 'c', 5), sign('2', 'c', 6), sign('3', 'c', 2), act('4', 'c', 6), sign('5', 'c', 7)]
    const [first, second] = all
    if (first === undefined || second === undefined) throw new Error('none')
    expect(givenUp('重复', first, all).map(({ state, work }) => [state, work.type === 'act' ? work.version : work.type === 'sign' ? work.seq : ''])).toEqual([['given-up', 5], ['given-up', 6], ['waiting', 2], ['waiting', 5], ['waiting', 6]])
    expect(givenUp('签错', second, all).map(({ key }) => key)).toEqual(['2'])
  })
})

describe('property: however often the line breaks', () => {
  const shift = fc.array(fc.record({ on: fc.constantFrom('new', 'a', 'b'), to: fc.nat(3) }), { maxLength: 12 }).map((plan) => {
    const counts = new Map<string, number>([['a', 3], ['b', 7]])
    const opened: string[] = []
    return plan.map(({ on, to }, index): Entry => {
      const key = String(index + 10)
      if (on === 'new') {
        opened.push(localId(key))
        counts.set(localId(key), 1)
        return open(key)
      }
      const caseId = opened[to] ?? on
      const version = counts.get(caseId) ?? 0
      counts.set(caseId, version + 1)
      return act(key, caseId, version)
    })
  })
  test('everything is recorded once, and each case in its order', async () => {
    await fc.assert(
      fc.asyncProperty(shift, fc.array(fc.constantFrom<'before' | 'lost' | 'fine'>('before', 'lost', 'fine', 'fine'), { maxLength: 40 }), async (all, luck) => {
        const falls = [...luck]
        const { ports, entries, sent } = world(all, () => {
          const fall = falls.shift()
          return fall === 'before' ? unreachable() : fall === 'lost' ? 'lost' : undefined
        })
        for (let rounds = 0; rounds <= luck.length && (await sendAll(ports)) !== 'done'; rounds += 1);
        expect(entries.every(({ state }) => state === 'sent')).toBe(true)
        expect(sent.map(({ key }) => key).toSorted()).toEqual(all.map(({ key }) => key).toSorted())
        for (const path of new Set(sent.map((one) => one.path))) {
          const versions = sent.flatMap((one) => (one.path === path && typeof one.version === 'number' ? [one.version] : []))
          expect(versions).toEqual(versions.toSorted((a, b) => a - b))
        }
      }),
    )
  })
})
