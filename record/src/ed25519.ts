import { concat, sameBytes, toBigInt } from './bytes.ts'
import { addMultiples, inverse, mod, power } from './modular.ts'
import { sha512 } from './sha512.ts'

/** The field and the group of edwards25519, RFC 8032 section 5.1. */
const P = 2n ** 255n - 19n
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n
const D = mod(-121665n * inverse(121666n, P), P)
const ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n, P)

/** A point in extended coordinates, RFC 8032 section 5.1.4. */
interface Point {
  readonly x: bigint
  readonly y: bigint
  readonly z: bigint
  readonly t: bigint
}

const ZERO: Point = { x: 0n, y: 1n, z: 1n, t: 0n }
const GROUP = { zero: ZERO, add }
const BASE = basePoint()

/**
 * Checks an Ed25519 signature, RFC 8032 section 5.1.7, in plain TypeScript: for a page without a server and for
 * browsers that do not know the algorithm. About three milliseconds.
 */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  const key = findPoint(publicKey)
  const commitment = signature.slice(0, 32)
  const s = littleEndian(signature.slice(32))
  if (key === undefined || s >= ORDER) return false
  const challenge = mod(littleEndian(sha512(concat(commitment, publicKey, message))), ORDER)
  const point = addMultiples(GROUP, [s, BASE], [challenge, negative(key)])
  return sameBytes(pointBytes(point), commitment)
}

function add(a: Point, b: Point): Point {
  const left = mod((a.y - a.x) * (b.y - b.x), P)
  const right = mod((a.y + a.x) * (b.y + b.x), P)
  const twist = mod(2n * D * mod(a.t * b.t, P), P)
  const scale = mod(2n * a.z * b.z, P)
  const [e, f, g, h] = [right - left, scale - twist, scale + twist, right + left]
  return { x: mod(e * f, P), y: mod(g * h, P), z: mod(f * g, P), t: mod(e * h, P) }
}

function negative({ x, y, z, t }: Point): Point {
  return { x: mod(-x, P), y, z, t: mod(-t, P) }
}

function basePoint(): Point {
  const y = mod(4n * inverse(5n, P), P)
  const x = findX(y, 0n)
  if (x === undefined) throw new RangeError('The base point is not on the curve')
  return { x, y, z: 1n, t: mod(x * y, P) }
}

/** Decodes a point, RFC 8032 section 5.1.3. */
function findPoint(bytes: Uint8Array): Point | undefined {
  const whole = littleEndian(bytes)
  const y = whole & (2n ** 255n - 1n)
  const x = y < P ? findX(y, whole >> 255n) : undefined
  return x === undefined ? undefined : { x, y, z: 1n, t: mod(x * y, P) }
}

function findX(y: bigint, sign: bigint): bigint | undefined {
  const square = mod((y * y - 1n) * inverse(D * y * y + 1n, P), P)
  const candidate = power(square, (P + 3n) / 8n, P)
  const x = [candidate, mod(candidate * ROOT_OF_MINUS_ONE, P)].find((each) => mod(each * each, P) === square)
  if (x === undefined || (x === 0n && sign === 1n)) return undefined
  return (x & 1n) === sign ? x : P - x
}

function pointBytes({ x, y, z }: Point): Uint8Array {
  const scale = inverse(z, P)
  const sign = mod(x * scale, P) & 1n
  const whole = mod(y * scale, P) | (sign << 255n)
  return Uint8Array.from({ length: 32 }, (_, at) => Number((whole >> BigInt(8 * at)) & 0xffn))
}

function littleEndian(bytes: Uint8Array): bigint {
  return toBigInt(Uint8Array.from(bytes).reverse())
}
