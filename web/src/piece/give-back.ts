import { useRef } from 'react'

/** Where the focus was before a dialogue opened, so that it goes back there when the dialogue closes (焦点归还): a dialogue that is taken away cannot do it itself. */
export function useGiveBack(): { readonly remember: () => void; readonly giveBack: () => void } {
  const before = useRef<HTMLElement>(undefined)
  return {
    remember: () => {
      before.current = document.activeElement instanceof HTMLElement ? document.activeElement : undefined
    },
    giveBack: () => {
      const place = before.current
      requestAnimationFrame(() => place?.focus())
    },
  }
}
