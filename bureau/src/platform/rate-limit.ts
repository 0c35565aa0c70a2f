import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'

export interface RateLimit {
  /** Requests that one address may send at once, and again once so many seconds are over. */
  readonly requests: number
  readonly everySeconds: number
  readonly nowMs: () => number
}
/** So many addresses are remembered; beyond them the oldest is forgotten, which is in its favour. */
const ADDRESSES_MAX = 10_000

/** A token bucket for each address of the network (限流). Throws 429 with the seconds to wait; one process counts for itself. */
export function rateLimit({ requests, everySeconds, nowMs }: RateLimit): (request: FastifyRequest, reply: FastifyReply) => void {
  const buckets = new Map<string, { readonly tokens: number; readonly atMs: number }>()
  const perMs = requests / (everySeconds * 1000)
  return (request, reply) => {
    const now = nowMs()
    const before = buckets.get(request.ip)
    const tokens = before === undefined ? requests : Math.min(requests, before.tokens + Math.max(0, now - before.atMs) * perMs)
    buckets.delete(request.ip)
    buckets.set(request.ip, { tokens: Math.max(0, tokens - 1), atMs: now })
    const [oldest] = buckets.keys()
    if (buckets.size > ADDRESSES_MAX && oldest !== undefined) buckets.delete(oldest)
    if (tokens >= 1) return
    const seconds = Math.ceil((1 - tokens) / perMs / 1000)
    reply.header('retry-after', String(seconds))
    throw new Problem('too-many', `请求过于频繁，请在 ${seconds} 秒后再试`)
  }
}
