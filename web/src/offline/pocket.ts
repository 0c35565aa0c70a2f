import type { DevolutionView } from '@zhunsheng/bureau/modules/devolution/wire.ts'
import type { BenchmarkTables, BenchmarkView } from '@zhunsheng/bureau/modules/discretion/wire.ts'
import { SIGNERS, type CasePage, type CaseView, type Lead, type NewAct, type NewLead, type NewSignature, type Recorded, type Refused, type Signature } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import type { Lists } from '@zhunsheng/bureau/modules/library/wire.ts'
import type { Me, PersonView } from '@zhunsheng/bureau/modules/officers/wire.ts'
import { settingWith } from '@zhunsheng/law/judges.ts'
import { readOwnLists } from '@zhunsheng/law/own-lists.ts'
import { readDevolutions } from '@zhunsheng/law/written/devolutions.ts'
import { newKey } from '../act/draft.ts'
import { Problem } from '../api.ts'
import { aheadSeconds, bureauDay, deviceName } from './device.ts'
import { caseOf, isLocal, localId, type Entry } from './entry.ts'
import { kept } from './kept-answers.ts'
import { itemOf } from './kept-file.ts'
import { rulingHere, viewHere, withAct, type Bearer, type PocketCase } from './pocket-case.ts'
import { bearer, entriesOf, shelf } from './shelf.ts'

async function bearerOf(): Promise<Bearer> {
  const [session, people, lists, devolutions] = await Promise.all([kept<Me>('/api/session'), kept<PersonView[]>('/api/people'), kept<Lists>('/api/lists'), kept<DevolutionView[]>('/api/public/devolutions')])
  const own = readOwnLists(lists?.own ?? {})
  if (session === undefined) throw unreachable('本机没有登录过的人员，请联网登录一次')
  return { me: session.person, people: people ?? [session.person], today: bureauDay(), setting: settingWith({ ...(own.ok ? own.value : {}), devolutions: readDevolutions(devolutions ?? []) }) }
}

/** A case on this device with all that was done in it here. */
async function pocketCase(id: string): Promise<PocketCase | undefined> {
  const entries = (await entriesOf(bearer())).filter((entry) => caseOf(entry) === id && entry.state !== 'given-up')
  const taken = isLocal(id) ? undefined : await shelf.cases.get([bearer(), id])
  const opened = entries.find(({ work }) => work.type === 'open')
  const procedure = taken?.view.procedure ?? (opened?.work.type === 'open' ? opened.work.procedure : undefined)
  if (procedure === undefined) return undefined
  const begun: PocketCase = taken === undefined ? { id, procedure, acts: [] } : { id, procedure, acts: taken.acts.acts, view: taken.view }
  const who = await bearerOf()
  // What was sent already may have come back with the case: each act has its place.
  return entries.reduce((one, entry) => withEntry(one, entry, who), begun)
}

function withEntry(one: PocketCase, { work, state }: Entry, who: Bearer): PocketCase {
  switch (work.type) {
    case 'lead':
      return one
    case 'sign':
      return state === 'sent' ? one : { ...one, signatures: [...(one.signatures ?? []), { ...work.signature, seq: work.seq }] }
    case 'open':
    case 'act':
      return (work.type === 'act' ? work.version : 0) < one.acts.length ? one : withAct(one, who, work.act)
    default:
      return work satisfies never
  }
}

/** Answers from this device what the server would (离线应答). Throws what it is given where nothing was taken along. */
export async function answerGet(address: string, failure: Problem): Promise<unknown> {
  const [path = '', query = ''] = address.split('?')
  if (path === '/api/session') return { ...(await kept<Me>(path) ?? raise(failure)), today: bureauDay() }
  const caseId = /^\/api\/cases\/([\w-]+)$/.exec(path)?.[1]
  if (caseId !== undefined) return viewHere((await pocketCase(caseId)) ?? raise(unreachable('这个案件没有带在本机上；联网时可以在「现场」里带上')), await bearerOf())
  if (path === '/api/cases') return casesHere(new URLSearchParams(query).get('search') ?? '')
  if (path === '/api/leads') return leadsHere()
  const weighed = /^\/api\/public\/benchmarks\/([\w.-]+)$/.exec(path)?.[1]
  if (weighed !== undefined) return benchmarkHere(weighed, failure)
  const file = /^\/api\/evidence\/([0-9a-f]{64})\/item$/.exec(path)?.[1]
  if (file !== undefined) return itemOf((await shelf.files.get([bearer(), file])) ?? raise(failure))
  return (await kept(path)) ?? raise(failure)
}

/** The benchmark of a matter as it was taken along; a matter without one has none here either. */
async function benchmarkHere(matter: string, failure: Problem): Promise<BenchmarkView> {
  const { rows } = (await kept<BenchmarkTables>('/api/public/benchmark-tables')) ?? raise(failure)
  const found = rows.find(({ version }) => version.matter === matter) ?? raise(new Problem({ type: '/problems/not-found', title: '没有找到', status: 404, detail: '带在本机上的裁量权基准中没有这个事项' }))
  return { ...found, versions: [found.version] }
}

const raise = (failure: Problem): never => {
  throw failure
}
const unreachable = (detail: string): Problem => new Problem({ type: '/problems/unreachable', title: '没有网络', detail })

async function casesHere(search: string): Promise<CasePage> {
  const own = (await entriesOf(bearer())).flatMap((entry) => (entry.work.type === 'open' && entry.state !== 'given-up' && entry.state !== 'sent' ? [localId(entry.key)] : []))
  const taken = await shelf.cases.where({ person: bearer() }).primaryKeys()
  const who = await bearerOf()
  const all = await Promise.all([...own, ...taken.map(([, id]) => id)].map(pocketCase))
  const rows = all.flatMap((one) => (one === undefined ? [] : [viewHere(one, who).row])).filter(({ number, title, party, matterName }) => `${number} ${title} ${party} ${matterName}`.includes(search))
  return { total: rows.length, rows }
}
async function leadsHere(): Promise<{ readonly total: number; readonly rows: readonly Lead[] }> {
  const { me } = await bearerOf()
  const rows = (await entriesOf(bearer())).flatMap((entry) => (entry.work.type === 'lead' && entry.state === 'waiting' ? [leadHere(entry.key, entry.work.lead, me.name)] : []))
  return { total: rows.length, rows }
}
const leadHere = (key: string, lead: NewLead, registeredBy: string): Lead => ({ ...lead, id: localId(key), number: '待编号', state: 'open', registeredBy })

interface SentAct extends NewAct {
  readonly version?: number
  readonly procedure?: string
  readonly leadId?: string
}

/** Does on this device what the server would do, by the same law, and keeps it to be sent. */
export async function answerPost(path: string, body: unknown, key: string | undefined, failure: Problem): Promise<unknown> {
  const who = await bearerOf()
  if (path === '/api/leads') return keepLead(asLead(body), key ?? newKey(), who)
  const signed = /^\/api\/cases\/([\w-]+)\/acts\/(\d+)\/signatures$/.exec(path)
  if (signed !== null) return keepSignature({ caseId: signed[1] ?? '', seq: Number(signed[2]), signature: asSignature(body), key: key ?? newKey(), who })
  const [, caseId, what] = /^\/api\/cases\/([\w-]+)\/(acts|rulings)$/.exec(path) ?? []
  if (caseId === undefined && path !== '/api/cases' && path !== '/api/rulings') throw failure
  const { version: _, procedure = '', leadId, ...act } = asAct(body)
  const one = caseId === undefined ? { id: '', procedure, acts: [] } : await pocketCase(caseId)
  if (one === undefined) throw unreachable('这个案件没有带在本机上，不能离线办理')
  const ruling = rulingHere(one, who, act)
  if (what === 'rulings' || path === '/api/rulings') return ruling
  if (!ruling.granted) throw refusedHere(ruling)
  return keepAct({ one, act, key: key ?? newKey(), who, ...(leadId === undefined ? {} : { leadId }), ...(caseId === undefined ? {} : { caseId }) })
}

// What our own forms send; the server parses it again.
const asLead = (body: unknown): NewLead => JSON.parse(JSON.stringify(body))
const asSignature = (body: unknown): NewSignature => JSON.parse(JSON.stringify(body))
const asAct = (body: unknown): SentAct => JSON.parse(JSON.stringify(body))

const refusedHere = ({ refusals }: Refused): Problem => new Problem({ type: '/problems/refused', title: '依法不予准许', status: 409, detail: refusals.map(({ because }) => because).join('；'), refusals })

interface Doing {
  readonly one: PocketCase
  readonly act: NewAct
  readonly key: string
  readonly who: Bearer
  readonly leadId?: string
  readonly caseId?: string
}
async function keepAct({ one, act, key, who, leadId, caseId }: Doing): Promise<Recorded> {
  const at = new Date().toISOString()
  const made: NewAct = { ...act, made: { device: deviceName(), at, ahead: aheadSeconds() } }
  const id = caseId ?? localId(key)
  const view: CaseView = viewHere(withAct({ ...one, id }, who, made), who)
  const work: Entry['work'] = caseId === undefined ? { type: 'open', procedure: one.procedure, act: made, ...(leadId === undefined ? {} : { leadId }) } : { type: 'act', caseId, version: one.acts.length, act: made }
  // The same form sent twice keeps one entry, and the first of the two.
  await shelf.entries.add({ key, person: who.me.id, at, title: `${view.row.number === '待编号' ? view.row.title : view.row.number} · ${view.acts.at(-1)?.name ?? ''}`, work, state: 'waiting' }).catch(() => undefined)
  return { id, number: view.row.number, seq: view.acts.length, version: view.acts.length }
}

interface Signing {
  readonly caseId: string
  readonly seq: number
  readonly signature: NewSignature
  readonly key: string
  readonly who: Bearer
}
async function keepSignature({ caseId, seq, signature, key, who }: Signing): Promise<Signature> {
  const one = await pocketCase(caseId)
  if (one === undefined) throw unreachable('这个案件没有带在本机上，不能离线签名')
  const view = viewHere(one, who)
  const act = view.acts.find((recorded) => recorded.seq === seq)
  const { role, name, strokes, signedAt } = signature
  if (act?.signatures?.some((before) => before.role === role && before.name === name) === true) throw new Problem({ type: '/problems/changed-meanwhile', title: '已经签名', status: 409, detail: `${SIGNERS[role]}${name}已经在这项记录上签名；每人每项只签一次` })
  const made = { device: deviceName(), at: signedAt, ahead: aheadSeconds() }
  const at = new Date().toISOString()
  await shelf.entries.add({ key, person: who.me.id, at, title: `${view.row.number === '待编号' ? view.row.title : view.row.number} · ${name}在「${act?.name ?? ''}」上签名`, work: { type: 'sign', caseId, seq, signature: { ...signature, made } }, state: 'waiting' }).catch(() => undefined)
  return { role, name, strokes, signedAt, receivedAt: at, takenBy: who.me.name, made }
}

async function keepLead(lead: NewLead, key: string, { me }: Bearer): Promise<Lead> {
  await shelf.entries.add({ key, person: me.id, at: new Date().toISOString(), title: `线索 · ${lead.place}`, work: { type: 'lead', lead }, state: 'waiting' }).catch(() => undefined)
  return leadHere(key, lead, me.name)
}
