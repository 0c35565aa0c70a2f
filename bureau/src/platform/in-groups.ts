/** How questions are answered together (成组办理). */
export interface Groups<Q, A> {
  /** How many are taken into one group. */
  readonly most: number
  /** How many groups may be under way at a time. */
  readonly atOnce: number
  /** What a question lays its hands on: of two that touch the same thing, the second waits until the first is answered. */
  readonly touches: (question: Q) => readonly string[]
  /** Answers a group, each question for itself, in their order. If it throws, nothing of the group was done. */
  readonly answer: (group: readonly Q[]) => Promise<readonly PromiseSettledResult<A>[]>
}

interface Waiting<Q, A> {
  readonly question: Q
  readonly touches: readonly string[]
  readonly answered: (answer: A) => void
  readonly failed: (because: unknown) => void
}

/**
 * Lets questions that arrive while others are being answered be answered together, where a group costs hardly more than one
 * question. Nobody waits for company: a group is whoever is there. A group that fails as a whole is asked again one by one, so
 * that a question which cannot be answered spoils no other.
 */
export function inGroups<Q, A>({ most, atOnce, touches, answer }: Groups<Q, A>): (question: Q) => Promise<A> {
  let waiting: Waiting<Q, A>[] = []
  const touched = new Set<string>()
  let underWay = 0
  let isCalled = false

  /** Begins once what has arrived at this moment has been read as far as here. */
  function call(): void {
    if (isCalled) return
    isCalled = true
    setImmediate(() => {
      isCalled = false
      while (underWay < atOnce && begin());
    })
  }

  function begin(): boolean {
    const group = take()
    if (group.length === 0) return false
    underWay += 1
    void ask(group).finally(() => {
      underWay -= 1
      for (const one of group) for (const thing of one.touches) touched.delete(thing)
      call()
    })
    return true
  }

  /** The first that touch nothing that is under way, nor what one before them waits for. */
  function take(): readonly Waiting<Q, A>[] {
    const group: Waiting<Q, A>[] = []
    const left: Waiting<Q, A>[] = []
    const awaited = new Set<string>()
    for (const one of waiting) {
      const isFree = group.length < most && !one.touches.some((thing) => touched.has(thing) || awaited.has(thing))
      ;(isFree ? group : left).push(one)
      for (const thing of one.touches) (isFree ? touched : awaited).add(thing)
    }
    waiting = left
    return group
  }

  async function ask(group: readonly Waiting<Q, A>[]): Promise<void> {
    try {
      const answers = await answer(group.map(({ question }) => question))
      for (const [at, one] of group.entries()) settle(one, answers[at])
    } catch (failure) {
      if (group.length > 1) await Promise.all(group.map((one) => ask([one])))
      else group[0]?.failed(failure)
    }
  }

  return (question) =>
    new Promise((answered, failed) => {
      waiting.push({ question, touches: touches(question), answered, failed })
      call()
    })
}

function settle<Q, A>({ answered, failed }: Waiting<Q, A>, answer: PromiseSettledResult<A> | undefined): void {
  if (answer === undefined) failed(new Error('a question of a group was not answered'))
  else if (answer.status === 'fulfilled') answered(answer.value)
  else failed(answer.reason)
}
