import type { Broker } from './broker.ts'

export interface PartParts {
  readonly broker: Pick<Broker, 'claim' | 'onReconnect'>
  readonly id: string
  /** Which partitions are this process's by now. */
  readonly mine: () => ReadonlySet<number>
  /** So often it is looked whether they are still delivered here. */
  readonly lookMs: number
}

/** Keeps a worker's part (处理进程的分区): takes over what has become its own, and heals what the broker has forgotten. Answers how many partitions were taken over. */
export function keepPart({ broker, id, mine, lookMs }: PartParts): () => Promise<number> {
  let claimed: ReadonlySet<number> = new Set()
  let lookedMs = -Infinity
  // What was delivered before the broker went away comes again at once, not when its time is over.
  let isAnew = false
  broker.onReconnect(() => { isAnew = true })
  return async () => {
    const [now, nowMs, anew] = [mine(), performance.now(), isAnew]
    const isSame = now.size === claimed.size && [...now].every((one) => claimed.has(one))
    if (now.size === 0 || (isSame && !anew && nowMs - lookedMs < lookMs)) {
      claimed = now
      return 0
    }
    isAnew = false
    try {
      const { taken, missed } = await broker.claim(id, [...now], anew)
      lookedMs = missed > 0 ? -Infinity : nowMs
      claimed = now
      return taken
    } catch (fault) {
      isAnew ||= anew
      throw fault
    }
  }
}
