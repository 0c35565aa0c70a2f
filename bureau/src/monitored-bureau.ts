import { createHash } from 'node:crypto'
import { USUAL_DEVICE } from '@zhunsheng/law/monitoring/register-story.ts'
import { momentOf } from './platform/clock.ts'
import { COOKIE } from './platform/session.ts'
import { addPerson } from './modules/officers/store.ts'
import { testBureau, type Answer, type TestBureau } from './test-bureau.ts'

type Body = Readonly<Record<string, unknown>>
/** A bureau with a source of records and the means to set a device up, for tests of electronic monitoring. */
export interface MonitoredBureau {
  readonly bureau: TestBureau
  /** The key of the source. */
  readonly key: string
  /** Sends as a person, in a fresh session: the clock is moved by weeks. */
  readonly as: (who: string | undefined, method: 'GET' | 'POST', url: string, body?: Body, headers?: Readonly<Record<string, string>>) => Promise<Answer>
  readonly at: (day: string, time?: string) => void
  /** Registers a device with everything that it must have; `without` leaves entries out. Answers its identifier here. */
  readonly setUp: (identifier: string, on: string, more?: { readonly time?: string; readonly without?: readonly string[]; readonly data?: Readonly<Record<string, Body>>; readonly entries?: readonly { readonly kind: string; readonly on: string; readonly data: Body }[] }) => Promise<string>
  readonly enter: (device: string, who: string, entry: { readonly kind: string; readonly on: string; readonly data: Body }) => Promise<Answer>
  /** Hands a file over as the source does. Answers its digest. */
  readonly file: (bytes: string) => Promise<string>
  readonly raise: (event: Body, key?: string) => Promise<Answer>
  readonly handle: (event: string, who: string, entry: { readonly kind: string; readonly on: string; readonly data: Body }, version?: number) => Promise<Answer>
}

const JPEG = '\u00ff\u00d8\u00ff'

export async function monitoredBureau(today: string): Promise<MonitoredBureau> {
  const bureau = await testBureau(today)
  await bureau.database.work((tx) => addPerson(tx, { id: 'admin', login: 'admin', name: '管理员', department: '信息化', posts: ['administrator'], legalQualification: false, reviewedBefore: false, passwordHash: 'none' }))
  const as: MonitoredBureau['as'] = async (who, method, url, body, headers = {}) => {
    const cookie = who === undefined ? {} : { cookie: `${COOKIE}=${await bureau.server.sessions.open(who)}` }
    return bureau.send(undefined, method, url, body, { ...headers, ...cookie })
  }
  const at = (day: string, time = '10:00') => bureau.clock.set(momentOf(day, time))
  const enter: MonitoredBureau['enter'] = async (device, who, entry) => as(who, 'POST', `/api/monitoring/devices/${device}/entries`, { ...entry, version: Number((await as('wang', 'GET', `/api/monitoring/devices/${device}`)).body['version']) })
  const setUp: MonitoredBureau['setUp'] = async (identifier, on, { time = '10:00', without = [], data = {}, entries = [] } = {}) => {
    at(on, time)
    const [first, ...usual] = USUAL_DEVICE
    const made = await as('wang', 'POST', '/api/monitoring/devices', { identifier, data: { ...first?.data, ...data['register'] } })
    if (made.status !== 201) throw new Error(made.text)
    const { id } = JSON.parse(made.text).row
    const rest = [...usual.filter(({ kind }) => !without.includes(kind)).map((one) => ({ ...one, on, data: { ...one.data, ...data[one.kind] } })), ...entries.map((one) => ({ ...one, who: 'wang' }))]
    const ordered = [...rest.filter(({ kind }) => kind !== 'start'), ...rest.filter(({ kind }) => kind === 'start')]
    for (const { who, ...entry } of ordered) {
      const answer = await enter(id, who, { kind: entry.kind, on: entry.on, data: entry.data })
      if (answer.status !== 201) throw new Error(`${entry.kind}: ${answer.text}`)
    }
    return id
  }
  const made = await as('admin', 'POST', '/api/monitoring/sources', { id: 'cameras', name: '示例摄像平台' })
  const key = String(made.body['key'])
  const file: MonitoredBureau['file'] = async (bytes) => {
    const content = `${JPEG}${bytes}`
    const payload = Buffer.from(`--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n${content}\r\n--b--\r\n`, 'latin1')
    const answer = await bureau.server.http.inject({ method: 'POST', url: '/api/monitoring/files', payload, headers: { 'content-type': 'multipart/form-data; boundary=b', authorization: `Bearer ${key}` } })
    const { sha256 } = JSON.parse(answer.body)
    if (sha256 !== createHash('sha256').update(Buffer.from(content, 'latin1')).digest('hex')) throw new Error(answer.body)
    return sha256
  }
  const raise: MonitoredBureau['raise'] = (event, own = key) => bureau.send(undefined, 'POST', '/api/monitoring/events', event, { authorization: `Bearer ${own}` })
  const handle: MonitoredBureau['handle'] = async (event, who, entry, version) =>
    as(who, 'POST', `/api/monitoring/events/${event}/entries`, { ...entry, version: version ?? Number((await as('zhang', 'GET', `/api/monitoring/events/${event}`)).body['version']) })
  return { bureau, key, as, at, setUp, enter, file, raise, handle }
}
