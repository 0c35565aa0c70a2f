import { hash } from 'node:crypto'

const of = (name: string) => (bytes: Uint8Array): Uint8Array => new Uint8Array(hash(name, bytes, 'buffer'))

/** SHA-256 and SM3 by the machine's own library. */
export const digests = { sha256: of('sha256'), sm3: of('sm3') } as const

/** SHA-256 of a text in hexadecimal. */
export const hexDigest = (text: string): string => hash('sha256', text)
