/** What a check or a reading came to: the value, or the reason in Chinese why there is none. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly because: string }

/** A check that has nothing to hand back but that it passed. */
export type Check = { readonly ok: true } | { readonly ok: false; readonly because: string }

/** The check passed. */
export const PASSED: Check = { ok: true }

/** Wraps a value that was read in full. */
export function read<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

/** Says why something was not accepted; the reason is read by citizens, so it is Chinese. */
export function rejected(because: string): { readonly ok: false; readonly because: string } {
  return { ok: false, because }
}
