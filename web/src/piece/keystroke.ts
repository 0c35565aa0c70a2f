/** A key that does something on a page (快捷键). */
export interface Shortcut {
  /** As the browser names them: a letter, or a word like ArrowDown. */
  readonly keys: readonly string[]
  readonly says: string
  readonly run: () => void
  /** Only while this holds; always where it is missing. */
  readonly when?: () => boolean
}

const NAMES: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→', Enter: '回车', Escape: 'Esc' }
/** What is printed on a key. */
export const keyName = (key: string): string => NAMES[key] ?? key.toUpperCase()

/** A key as it went down, with what had the focus. */
export interface Keystroke {
  readonly key: string
  readonly isModified: boolean
  /** A Chinese word is being put together from letters. */
  readonly isComposing: boolean
  /** The focus is where letters and arrows mean something themselves. */
  readonly isTaken: boolean
}

/** Which shortcut a keystroke means; none while somebody writes, or where it is the browser's own. */
export function shortcutFor(shortcuts: readonly Shortcut[], { key, isModified, isComposing, isTaken }: Keystroke): Shortcut | undefined {
  if (isModified || isComposing || isTaken) return undefined
  // A letter means the same with the capital lock on.
  const plain = key.length === 1 ? key.toLowerCase() : key
  return shortcuts.find(({ keys, when }) => keys.includes(plain) && (when?.() ?? true))
}

/** The place that a step down or up a list leads to: from nowhere to its first or last, and not over its ends. */
export function stepIn(length: number, at: number, by: 1 | -1): number | undefined {
  if (length === 0) return undefined
  if (at < 0) return by === 1 ? 0 : length - 1
  const next = at + by
  return next < 0 || next >= length ? undefined : next
}
