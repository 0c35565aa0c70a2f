/** A number drawn from another, the same on every machine; `salt` keeps the draws of one case apart (the finalizer of MurmurHash3). */
export function drawn(n: number, salt: number): number {
  let mixed = Math.imul(n * 8 + salt + 1, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
