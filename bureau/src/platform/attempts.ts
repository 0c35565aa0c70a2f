/** What may be tried so often in a while by one address (尝试次数). Kept in memory: a restart forgives. */
export interface Attempts {
  /** How long the address must wait, in milliseconds; 0 when it may try. */
  readonly waitMs: (address: string, nowMs: number) => number
  readonly failed: (address: string, nowMs: number) => void
}

const ADDRESSES_MAX = 10_000

/** Counts failures only: whoever gets it right is never slowed down. */
export function attempts({ most, windowMs }: { readonly most: number; readonly windowMs: number }): Attempts {
  const failures = new Map<string, readonly number[]>()
  const recent = (address: string, nowMs: number): readonly number[] => (failures.get(address) ?? []).filter((at) => at > nowMs - windowMs)
  return {
    waitMs: (address, nowMs) => {
      const [first, ...others] = recent(address, nowMs)
      return first === undefined || others.length + 1 < most ? 0 : first + windowMs - nowMs
    },
    failed: (address, nowMs) => {
      const [oldest] = failures.keys()
      if (failures.size >= ADDRESSES_MAX && oldest !== undefined) failures.delete(oldest)
      failures.set(address, [...recent(address, nowMs), nowMs])
    },
  }
}
