/** What one side did in one round. */
export interface Portion {
  readonly count: number
  readonly ms: number
  /** The slowest hundredth took at least this long, where single answers are timed. */
  readonly p99Ms?: number
}
/** Somebody who does the work: the product, or a peer. */
export interface Contestant {
  readonly name: string
  /** Works for about so many milliseconds and says how much was done. */
  readonly work: (ms: number) => Portion | Promise<Portion>
}
/** One comparison: whoever takes part, made ready and found to answer alike. */
export interface Match {
  readonly name: string
  /** What is counted. */
  readonly unit: string
  readonly product: Contestant
  readonly peers: readonly Contestant[]
  /** Units a second that the product should reach; nothing where only the ratio is of interest. */
  readonly target?: number
  readonly p99TargetMs?: number
  /** Something that happens once: rates are shown as the seconds that it takes. */
  readonly inSeconds?: boolean
  /** So many rounds at most, where one takes long; the first one counts then. */
  readonly mostRounds?: number
  /** What was compared before timing, and what else a reader should know. */
  readonly notes: readonly string[]
  /** What else was seen while it ran. */
  readonly afterwards?: () => readonly string[]
  readonly close?: () => Promise<void>
}
/** A benchmark: a file of this folder. */
export interface Benchmark {
  readonly name: string
  readonly says: string
  readonly open: () => Promise<readonly Match[]>
}

/** Median and spread of what was measured round by round. */
export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
}
export interface Line {
  readonly name: string
  readonly unit: string
  readonly product: string
  readonly productRate: Spread
  readonly peer?: string
  readonly peerRate?: Spread
  /** Product through peer, round by round. */
  readonly ratio?: Spread
  readonly target?: number
  readonly p99Ms?: number
  readonly p99TargetMs?: number
  readonly reached?: boolean
  readonly inSeconds?: boolean
}

/** Lets product and peers take turns, so that a machine that slows down slows all of them. The first round only warms up. */
export async function play(match: Match, rounds: number, ms: number): Promise<readonly Line[]> {
  const all = [match.product, ...match.peers]
  const seen = all.map((): Portion[] => [])
  const [first, last] = match.mostRounds === undefined ? [0, rounds] : [1, Math.min(rounds, match.mostRounds)]
  for (let round = first; round <= last; round += 1) {
    for (const [index, contestant] of all.entries()) {
      const portion = await contestant.work(ms)
      if (round > 0) seen[index]?.push(portion)
    }
  }
  const rates = seen.map((portions) => portions.map(({ count, ms: took }) => (count * 1000) / took))
  const own = rates[0] ?? []
  const productRate = spreadOf(own)
  const slow = (seen[0] ?? []).flatMap(({ p99Ms }) => p99Ms ?? [])
  const p99Ms = slow.length === 0 ? undefined : spreadOf(slow).median
  const base = {
    name: match.name,
    unit: match.unit,
    product: match.product.name,
    productRate,
    ...(match.inSeconds === true ? { inSeconds: true } : {}),
    ...(p99Ms === undefined ? {} : { p99Ms }),
    ...(match.p99TargetMs === undefined ? {} : { p99TargetMs: match.p99TargetMs }),
    ...(match.target === undefined
      ? {}
      : { target: match.target, reached: productRate.median >= match.target && (p99Ms ?? 0) <= (match.p99TargetMs ?? Infinity) }),
  }
  if (match.peers.length === 0) return [base]
  return match.peers.map((peer, index) => {
    const theirs = rates[index + 1] ?? []
    const ratio = spreadOf(own.map((rate, round) => rate / (theirs[round] ?? NaN)))
    return { ...base, peer: peer.name, peerRate: spreadOf(theirs), ratio }
  })
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const at = (index: number) => sorted[index] ?? NaN
  return { median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2, low: at(0), high: at(sorted.length - 1) }
}

/** Repeats a piece of work until the time is over; `count` is what one piece is worth. */
export function repeat(ms: number, count: number, piece: () => void): Portion {
  const start = performance.now()
  let pieces = 0
  for (;;) {
    piece()
    pieces += 1
    const took = performance.now() - start
    if (took >= ms) return { count: pieces * count, ms: took }
  }
}

/** The same for work that has to be waited for: one piece after another. */
export async function repeatWaiting(ms: number, count: number, piece: () => Promise<unknown>): Promise<Portion> {
  const start = performance.now()
  let pieces = 0
  for (;;) {
    await piece()
    pieces += 1
    const took = performance.now() - start
    if (took >= ms) return { count: pieces * count, ms: took }
  }
}

/** So many clients at once, each sending its next when the last was answered; single answers are timed. */
export async function repeatTogether(ms: number, clients: number, piece: (client: number) => Promise<unknown>): Promise<Portion> {
  const start = performance.now()
  const times: number[] = []
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let before = performance.now(); before - start < ms; ) {
        await piece(client)
        const after = performance.now()
        times.push(after - before)
        before = after
      }
    }),
  )
  const took = performance.now() - start
  times.sort((a, b) => a - b)
  return { count: times.length, ms: took, p99Ms: times[Math.floor(times.length * 0.99)] ?? NaN }
}

/** Stops a benchmark whose sides do not answer alike. */
export function mustAgree(agree: boolean, what: string): void {
  if (!agree) throw new Error(`the sides do not agree: ${what}`)
}
