import { createHmac } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const FILE = 'sms-gateway.key'
const SHORTEST_KEY = 32
/** So long an answer of the gateway is waited for. */
export const GATEWAY_PATIENCE_MS = 10_000
/** The gateway is busy or asks to come back: it did not judge the message. */
const LATER: readonly number[] = [408, 425, 429]
const CLIENT_ERRORS = 400
const SERVER_ERRORS = 500
const LONGEST_REASON = 200

/** The key that the bureau and its gateway have agreed on, where there is one (短信网关共享密钥). */
export function gatewayKeyIn(folder: string): string | undefined {
  const path = join(folder, FILE)
  const key = existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
  return key.length < SHORTEST_KEY ? undefined : key
}

export interface Outgoing {
  readonly id: string
  readonly phone: string
  readonly text: string
}
/** What the gateway made of a message. */
export type Outcome = { readonly is: 'sent'; readonly says: string } | { readonly is: 'refused'; readonly says: string } | { readonly is: 'later'; readonly says: string }
/** Where messages leave the house (短信网关). */
export type Gateway = (message: Outgoing) => Promise<Outcome>

/** The signature of a message: HMAC-SHA-256 over its lines. */
export const signMessage = (key: string, time: string, { id, phone, text }: Outgoing): string => createHmac('sha256', key).update([time, id, phone, text].join('\n'), 'utf8').digest('hex')

const Answer = z.object({ accepted: z.boolean(), serial: z.string().max(LONGEST_REASON).optional(), reason: z.string().optional() })

/** A gateway over HTTP. The same message again carries the same key, so that it need not reach the telephone twice. */
export const httpGateway = ({ url, key, now }: { readonly url: string; readonly key: string; readonly now: () => Date }): Gateway => async (message) => {
  const time = now().toISOString()
  const headers = { 'content-type': 'application/json', 'idempotency-key': message.id, 'x-message-time': time, 'x-message-signature': signMessage(key, time, message) }
  const answer = await fetch(url, { method: 'POST', redirect: 'error', headers, body: JSON.stringify(message), signal: AbortSignal.timeout(GATEWAY_PATIENCE_MS) }).catch((failure: unknown) => (failure instanceof Error ? failure.name : 'Error'))
  if (typeof answer === 'string') return { is: 'later', says: `没有连接上网关（${answer}）` }
  const text = await answer.text().catch(() => '')
  if (answer.ok) return readAnswer(text)
  const says = `网关答复 ${answer.status}${text === '' ? '' : `：${text.slice(0, LONGEST_REASON)}`}`
  return answer.status >= CLIENT_ERRORS && answer.status < SERVER_ERRORS && !LATER.includes(answer.status) ? { is: 'refused', says } : { is: 'later', says }
}

function readAnswer(text: string): Outcome {
  const read = Answer.safeParse(plain(text))
  // Nobody said that it was taken, so it is not shown as sent.
  if (!read.success) return { is: 'later', says: '网关的答复读不懂' }
  const { accepted, serial, reason } = read.data
  return accepted ? { is: 'sent', says: serial === undefined ? '网关已受理' : `网关已受理，流水号 ${serial}` } : { is: 'refused', says: (reason ?? '网关没有说明理由').slice(0, LONGEST_REASON) }
}
function plain(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
