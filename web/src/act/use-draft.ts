import { useEffect, useRef, useState } from 'react'
import { dropDraft, findDraft, keepDraft, type Draft } from './draft.ts'
import type { Answers } from './form.ts'

/** What the form on the screen holds. */
export interface Filled {
  readonly on?: string
  readonly at?: string
  readonly with?: readonly string[]
  readonly data?: Answers
}

export interface Drafting {
  /** What the form starts with: the kept draft, or a fresh one. */
  readonly initial: Draft
  readonly isRestored: boolean
  /** What is filled in, a moment after the last key. */
  readonly filled: Draft
  readonly change: (filled: Filled) => void
  /** After recording, or to begin anew. */
  readonly drop: () => void
}

const PAUSE_MS = 500

/** Keeps what is typed a moment after it was typed (自动保存草稿). */
export function useDraft(name: string, fresh: () => Draft): Drafting {
  const [kept] = useState(() => findDraft(name))
  const [initial] = useState(() => kept ?? fresh())
  const [filled, setFilled] = useState(initial)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const last = useRef<Draft>(undefined)
  useEffect(
    () => () => {
      // A drawer that is closed at once must not lose the last words.
      clearTimeout(timer.current)
      if (last.current !== undefined) keepDraft(name, last.current)
    },
    [name],
  )
  return {
    initial,
    isRestored: kept !== undefined,
    filled,
    change: ({ on, at, with: others, data }) => {
      const next: Draft = { key: initial.key, on: on ?? '', with: others ?? [], data: data ?? {}, savedAt: new Date().toISOString(), ...(at === undefined ? {} : { at }) }
      last.current = next
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        keepDraft(name, next)
        setFilled(next)
      }, PAUSE_MS)
    },
    drop: () => {
      clearTimeout(timer.current)
      last.current = undefined
      dropDraft(name)
    },
  }
}
