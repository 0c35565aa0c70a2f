import { useSyncExternalStore } from 'react'

const narrow = window.matchMedia('(max-width: 767px)')
const subscribe = (changed: () => void) => {
  narrow.addEventListener('change', changed)
  return () => narrow.removeEventListener('change', changed)
}

/** Whether the screen is a phone's: lists become cards, the menu moves to the thumb. */
export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches)
