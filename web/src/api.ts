import type { Refusal } from '@zhunsheng/bureau/modules/enforcement/wire.ts'

export interface Fault {
  readonly path: string
  readonly because: string
}

/** What the server answers with a no (RFC 9457): the law refuses, the request makes no sense, or something is broken. */
export class Problem extends Error {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly refusals: readonly Refusal[]
  readonly faults: readonly Fault[]
  readonly reference: string | undefined
  constructor(said: ProblemBody) {
    super(said.detail ?? said.title ?? '请求没有成功')
    this.type = said.type ?? ''
    this.title = said.title ?? '请求没有成功'
    this.status = said.status ?? 0
    this.detail = said.detail ?? ''
    this.refusals = said.refusals ?? []
    this.faults = said.faults ?? []
    this.reference = said.reference
  }
  isOf(kind: 'refused' | 'malformed' | 'not-logged-in' | 'not-allowed' | 'not-found' | 'changed-meanwhile' | 'locked-out' | 'fault' | 'unreachable'): boolean {
    return this.type.endsWith(`/${kind}`)
  }
}

interface ProblemBody {
  readonly type?: string
  readonly title?: string
  readonly status?: number
  readonly detail?: string
  readonly refusals?: readonly Refusal[]
  readonly faults?: readonly Fault[]
  readonly reference?: string
}

const UNREACHABLE: ProblemBody = { type: '/problems/unreachable', title: '连接不上服务器', detail: '请检查网络后重试。已经填写的内容保存在本机，不会丢失。' }

/** Reads an answer that is not a success; one without problem details comes from something before our server. */
export async function problemFrom(response: Response): Promise<Problem> {
  const kind = response.headers.get('content-type') ?? ''
  if (!kind.includes('json')) return new Problem({ ...UNREACHABLE, status: response.status, detail: `服务器没有正常应答（${response.status}）。${UNREACHABLE.detail ?? ''}` })
  const body: ProblemBody = await response.json()
  return new Problem({ ...body, status: response.status })
}

/** Who answers on this device when the server cannot be reached (离线应答), and keeps what will be needed then. */
export interface StandIn {
  /** Whether an address names something that only this device knows. */
  readonly owns: (address: string) => boolean
  readonly get: (address: string, failure: Problem) => Promise<unknown>
  readonly post: (path: string, body: unknown, key: string | undefined, failure: Problem) => Promise<unknown>
  readonly keep: (address: string, body: unknown) => Promise<void>
  /** Told after every request whether the server was reached. */
  readonly saw: (reached: boolean) => void
}
let standIn: StandIn | undefined
/** Lets a stand-in answer from now on. */
export const standBy = (one: StandIn): void => void (standIn = one)

const isBroken = (failure: unknown): failure is Problem => failure instanceof Problem && failure.isOf('unreachable') && failure.status === 0

async function reach(path: string, init: RequestInit): Promise<Response> {
  if (standIn?.owns(path) === true) throw new Problem(UNREACHABLE)
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch(() => undefined)
  standIn?.saw(response !== undefined)
  if (response === undefined) throw new Problem(UNREACHABLE)
  if (!response.ok) throw await problemFrom(response)
  return response
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>

/** An address with its questions; what is undefined or empty is not asked. */
export function withQuery(path: string, query: Query = {}): string {
  const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, String(value)]]))
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked).toString()}`
}

export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const address = withQuery(path, query)
  try {
    const response = await reach(address, signal === undefined ? {} : { signal })
    const body: T = await response.json()
    await standIn?.keep(address, body)
    return body
  } catch (failure) {
    if (signal?.aborted === true || !isBroken(failure) || standIn === undefined) throw failure
    const body: T = asJson(await standIn.get(address, failure))
    return body
  }
}
const asJson = (body: unknown) => JSON.parse(JSON.stringify(body))

/** Sends JSON. The key makes a repeated sending harmless: the server records the act once. */
export async function post<T>(path: string, body: unknown, idempotencyKey?: string): Promise<T> {
  const headers = { 'content-type': 'application/json', ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }) }
  try {
    const answer = await answerOf<T>(await reach(path, { method: 'POST', headers, body: JSON.stringify(body) }))
    // Logging in says who it is, as asking for the session does.
    if (path === '/api/session') await standIn?.keep(path, answer)
    return answer
  } catch (failure) {
    if (!isBroken(failure) || standIn === undefined) throw failure
    const answer: T = asJson(await standIn.post(path, body, idempotencyKey, failure))
    return answer
  }
}

/** Sends one file, as a form does. */
export async function postFile<T>(path: string, file: File): Promise<T> {
  const body = new FormData()
  body.set('file', file)
  return answerOf<T>(await reach(path, { method: 'POST', body }))
}

/** Sends a form with several fields and files; the key makes a repeated sending harmless. */
export async function postForm<T>(path: string, body: FormData, idempotencyKey: string): Promise<T> {
  return answerOf<T>(await reach(path, { method: 'POST', headers: { 'idempotency-key': idempotencyKey }, body }))
}

/** Sends JSON and receives a file. */
export async function postForFile(path: string, body: unknown): Promise<Blob> {
  return (await reach(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).blob()
}

export async function remove(path: string): Promise<void> {
  await reach(path, { method: 'DELETE' })
}

async function answerOf<T>(response: Response): Promise<T> {
  const text = await response.text()
  const body: T = JSON.parse(text === '' ? 'null' : text)
  return body
}
