import type { APIRequestContext } from 'playwright-core'
import type { Form } from './fill-form.ts'

/** What the tour sends besides what it does on the screen. */
export interface Attempt {
  readonly caseId: string
  readonly kind: string
  readonly on: string
  readonly with: readonly string[]
  readonly data: Readonly<Record<string, unknown>>
}

/** Tries to record an act over the interface; answers the status and everything that the answer says. */
export async function attempt(request: APIRequestContext, { caseId, ...act }: Attempt): Promise<{ readonly status: number; readonly said: string }> {
  const { version } = await json(request, `/api/cases/${caseId}`)
  const answer = await request.post(`/api/cases/${caseId}/acts`, { data: { ...act, version }, headers: { 'idempotency-key': `tour-${crypto.randomUUID()}` } })
  return { status: answer.status(), said: await answer.text() }
}

/** The forms of a procedure, as the server publishes them. */
export async function formsOf(request: APIRequestContext, procedure: string): Promise<ReadonlyMap<string, { readonly name: string; readonly form: Form }>> {
  const { acts } = await json(request, `/api/procedures/${procedure}`)
  if (!Array.isArray(acts)) throw new Error('the procedure has no acts')
  return new Map(acts.map((act: { readonly kind: string; readonly name: string; readonly form: Form }) => [act.kind, act]))
}

export async function json(request: APIRequestContext, path: string): Promise<Readonly<Record<string, unknown>>> {
  const answer = await request.get(path)
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  const body: unknown = await answer.json()
  return typeof body === 'object' && body !== null ? { ...body } : {}
}
