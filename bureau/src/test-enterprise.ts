import { PORTAL_COOKIE } from './modules/portal/caller.ts'
import type { Answer, TestBureau } from './test-bureau.ts'

type Body = Readonly<Record<string, unknown>>
export const ENTERPRISE_PASSWORD = 'a-long-quiet-road'

/** Registers an enterprise with nothing but its name, and answers its identifier. */
export async function anEnterprise(bureau: TestBureau, name: string): Promise<string> {
  const { body, text } = await bureau.send('sun', 'POST', '/api/trucks/register/enterprise', { data: { name, creditCode: '11500999MA0000015W', contact: '示例人', phone: '000' }, version: 0 }, { 'idempotency-key': crypto.randomUUID() })
  const { row } = body
  if (typeof row !== 'object' || row === null || !('id' in row)) throw new Error(text)
  return String(row.id)
}

/** Opens an account of an enterprise, sets its password by the code, and logs in. Answers the token. */
export async function aPersonOfAnEnterprise(bureau: TestBureau, { enterprise, login = `boss${crypto.randomUUID().slice(0, 8)}`, name = '钱老板' }: { readonly enterprise?: string; readonly login?: string; readonly name?: string } = {}): Promise<string> {
  const id = enterprise ?? (await anEnterprise(bureau, `示例运输 ${login}`))
  const { body, text } = await bureau.send('sun', 'POST', '/api/trucks/portal/accounts', { enterprise: id, login, name })
  if (typeof body['code'] !== 'string') throw new Error(text)
  const set = await bureau.send(undefined, 'POST', '/api/portal/activation', { code: body['code'], password: ENTERPRISE_PASSWORD })
  if (set.status !== 201) throw new Error(set.text)
  return tokenOf(await bureau.send(undefined, 'POST', '/api/portal/session', { name: login, password: ENTERPRISE_PASSWORD }))
}
/** The token that an answer sets. */
export function tokenOf({ headers, text }: Answer): string {
  const [, token] = new RegExp(`${PORTAL_COOKIE}=([\\w-]+)`).exec(String(headers['set-cookie'])) ?? []
  if (token === undefined) throw new Error(`nobody came in: ${text}`)
  return token
}
/** Sends as somebody of an enterprise. */
export const asEnterprise = (bureau: TestBureau, token: string) => (method: 'GET' | 'POST' | 'DELETE', url: string, body?: Body, key: string = crypto.randomUUID()): Promise<Answer> =>
  bureau.send(undefined, method, url, body, { cookie: `${PORTAL_COOKIE}=${token}`, 'idempotency-key': key })
