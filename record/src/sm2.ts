import { concat, toBigInt } from './bytes.ts'
import { addMultiples, inverse, mod } from './modular.ts'
import { sm3 } from './sm3.ts'
import { utf8Bytes } from './utf8.ts'

/** The recommended curve, GB/T 32918.5-2017. */
const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn
const A = P - 3n
const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n
const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n
const BASE_X = 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n
const BASE_Y = 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n

/** The identity (可辨别标识) that is signed along when nothing else was agreed, GB/T 35276-2017 section 10. */
const DEFAULT_IDENTITY = '1234567812345678'

/** A point in Jacobian coordinates; `z` is zero for the point at infinity. */
interface Point {
  readonly x: bigint
  readonly y: bigint
  readonly z: bigint
}

const GROUP = { zero: { x: 1n, y: 1n, z: 0n }, add }
const BASE: Point = { x: BASE_X, y: BASE_Y, z: 1n }

/**
 * Checks an SM2 signature with SM3 and the default identity, GB/T 32918.2-2016 section 7, in plain TypeScript.
 *
 * The key is the uncompressed point of 65 bytes, the signature r and s of 32 bytes each. A general ECDSA
 * over the same curve is something else: it leaves out the identity and the other formula for s.
 */
export function verifySm2(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 65 || publicKey[0] !== 4 || signature.length !== 64) return false
  const key = { x: toBigInt(publicKey.slice(1, 33)), y: toBigInt(publicKey.slice(33)), z: 1n }
  const [r, s] = [toBigInt(signature.slice(0, 32)), toBigInt(signature.slice(32))]
  if (!isOnCurve(key) || !isScalar(r) || !isScalar(s)) return false
  const t = mod(r + s, ORDER)
  if (t === 0n) return false
  const point = addMultiples<Point>(GROUP, [s, BASE], [t, key])
  if (point.z === 0n) return false
  const digest = toBigInt(sm3(concat(identityDigest(publicKey), message)))
  return mod(digest + affineX(point), ORDER) === r
}

/** Z: what ties a signature to the signer's identity and the curve, GB/T 32918.2-2016 section 5.5. */
function identityDigest(publicKey: Uint8Array): Uint8Array {
  const identity = utf8Bytes(DEFAULT_IDENTITY)
  const bits = identity.length * 8
  const curve = [A, B, BASE_X, BASE_Y].map(coordinateBytes)
  return sm3(concat(Uint8Array.of(bits >> 8, bits & 0xff), identity, ...curve, publicKey.slice(1)))
}

function isOnCurve({ x, y }: Point): boolean {
  return x < P && y < P && mod(y * y - x * x * x - A * x - B, P) === 0n
}

function isScalar(n: bigint): boolean {
  return n > 0n && n < ORDER
}

function affineX({ x, z }: Point): bigint {
  const scale = inverse(z, P)
  return mod(x * scale * scale, P)
}

function add(a: Point, b: Point): Point {
  if (a.z === 0n) return b
  if (b.z === 0n) return a
  const [aa, bb] = [mod(a.z * a.z, P), mod(b.z * b.z, P)]
  const [u1, u2] = [mod(a.x * bb, P), mod(b.x * aa, P)]
  const [s1, s2] = [mod(a.y * bb * b.z, P), mod(b.y * aa * a.z, P)]
  const [h, r] = [mod(u2 - u1, P), mod(s2 - s1, P)]
  if (h === 0n) return r === 0n ? double(a) : GROUP.zero
  const hh = mod(h * h, P)
  const hhh = mod(h * hh, P)
  const x = mod(r * r - hhh - 2n * u1 * hh, P)
  return { x, y: mod(r * (u1 * hh - x) - s1 * hhh, P), z: mod(a.z * b.z * h, P) }
}

function double({ x, y, z }: Point): Point {
  const yy = mod(y * y, P)
  const s = mod(4n * x * yy, P)
  const zz = mod(z * z, P)
  const m = mod(3n * x * x + A * zz * zz, P)
  const doubled = mod(m * m - 2n * s, P)
  return { x: doubled, y: mod(m * (s - doubled) - 8n * yy * yy, P), z: mod(2n * y * z, P) }
}

function coordinateBytes(n: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, at) => Number((n >> BigInt(8 * (31 - at))) & 0xffn))
}
