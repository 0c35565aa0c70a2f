/** Work that is done again and again in the background (定时工作), until it is told to stop. */
export interface Recurring {
  /** Ends it, after what is under way. */
  readonly stop: () => Promise<void>
}

/** Does the work, waits, and does it again: never twice at once. A fault is told, and the next turn tries again. */
export function every(waitMs: number, work: () => Promise<void>, onFault: (fault: unknown) => void): Recurring {
  let isStopped = false
  let underWay: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const turn = () => {
    underWay = work().catch(onFault).finally(wait)
  }
  function wait(): void {
    if (!isStopped) timer = setTimeout(turn, waitMs).unref()
  }
  wait()
  return {
    stop: () => {
      isStopped = true
      clearTimeout(timer)
      return underWay
    },
  }
}
