import { useSyncExternalStore } from 'react'

type Listener = () => void
const listeners = new Set<Listener>()
let isReached = navigator.onLine

/** What the last request showed of the line to the server; the browser's own word is only a hint. */
export function showLine(reached: boolean): void {
  if (isReached === reached) return
  isReached = reached
  for (const listener of listeners) listener()
}
export const hasLine = (): boolean => isReached
export function onLine(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
window.addEventListener('offline', () => showLine(false))
window.addEventListener('online', () => showLine(true))

/** Whether the server can be reached (联网状态). */
export const useLine = (): boolean => useSyncExternalStore(onLine, hasLine)
