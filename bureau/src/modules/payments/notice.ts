import { createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Notice } from './wire.ts'

const FILE = 'payment-platform.key'
const SHORTEST_KEY = 32
/** A notice older or younger than this is not taken: it may have been recorded and sent again. */
const WINDOW_MS = 5 * 60_000

/** The key that the bureau and the payment platform have agreed on, where there is one (支付平台共享密钥). */
export function platformKeyIn(folder: string): string | undefined {
  const path = join(folder, FILE)
  const key = existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
  return key.length < SHORTEST_KEY ? undefined : key
}

/** The signature of a notice (到账通知签名): HMAC-SHA-256 over its lines. No field holds a line feed, so no two notices read alike. */
export const signNotice = (key: string, time: string, { serial, code, amount, paidOn, payer, voucher = '' }: Notice): string =>
  createHmac('sha256', key).update([time, serial, code, amount, paidOn, payer, voucher].join('\n'), 'utf8').digest('hex')

export interface Signed {
  readonly key: string
  readonly time: string | undefined
  readonly signature: string | undefined
  readonly now: Date
}
/** Why a notice is not the platform's own, or not fresh (验签); nothing where it is. */
export function distrust(notice: Notice, { key, time, signature, now }: Signed): string | undefined {
  if (time === undefined || signature === undefined) return '缺少请求头 X-Payment-Time 或者 X-Payment-Signature'
  const wanted = Buffer.from(signNotice(key, time, notice), 'hex')
  const given = /^[0-9a-f]{64}$/i.test(signature) ? Buffer.from(signature, 'hex') : Buffer.alloc(wanted.length)
  if (!timingSafeEqual(wanted, given)) return '签名不对'
  const sent = Date.parse(time)
  return Number.isNaN(sent) || Math.abs(now.getTime() - sent) > WINDOW_MS ? '通知的时间与本机相差超过五分钟，请校准时钟后重新签名发送' : undefined
}
