import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
const SALT_BYTES = 16
const WRITTEN = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$([\w+/]+)\$([\w+/]+)$/

/** What is wrong with a new password (口令要求), or nothing: length counts for more than odd characters (NIST SP 800-63B section 5.1.1.2). */
export function passwordFault(password: string, login: string): string | undefined {
  if ([...password].length < 10) return '口令至少 10 个字符'
  if ([...password].length > 128) return '口令最多 128 个字符'
  if (password.toLowerCase().includes(login.toLowerCase())) return '口令不能包含用户名'
  return new Set(password).size < 4 ? '口令过于简单，请至少用四种不同的字符' : undefined
}

/** Hashes a password (口令散列) with argon2id, RFC 9106, in the usual text form. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const tag = await derive('argon2id', { message: password.normalize('NFKC'), nonce: salt, ...COST })
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(salt)}$${unpadded(tag)}`
}

/** Whether the password is the one that was hashed; takes as long either way. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const found = WRITTEN.exec(hash)
  if (found?.[1] === undefined || found[2] === undefined) throw new Error('a stored password hash has an unknown form')
  const expected = Buffer.from(found[2], 'base64')
  const tag = await derive('argon2id', { message: password.normalize('NFKC'), nonce: Buffer.from(found[1], 'base64'), ...COST, tagLength: expected.length })
  return timingSafeEqual(tag, expected)
}

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')
