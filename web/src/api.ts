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

async function reach(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch(() => undefined)
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
  const response = await reach(withQuery(path, query), signal === undefined ? {} : { signal })
  const body: T = await response.json()
  return body
}

/** Sends JSON. The key makes a repeated sending harmless: the server records the act once. */
export async function post<T>(path: string, body: unknown, idempotencyKey?: string): Promise<T> {
  const headers = { 'content-type': 'application/json', ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }) }
  return answerOf<T>(await reach(path, { method: 'POST', headers, body: JSON.stringify(body) }))
}

export async function remove(path: string): Promise<void> {
  await reach(path, { method: 'DELETE' })
}

async function answerOf<T>(response: Response): Promise<T> {
  const text = await response.text()
  const body: T = JSON.parse(text === '' ? 'null' : text)
  return body
}
