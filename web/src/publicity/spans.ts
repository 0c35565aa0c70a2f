import { leftoversIn, type Suspicion } from '@zhunsheng/law/identifiers/leftovers.ts'
import { redact, type Hidden } from '@zhunsheng/law/identifiers/redact.ts'

/** A stretch of the text as the public will see it, with what is hidden there or what looks suspicious. */
export interface Span {
  readonly text: string
  readonly hides?: Hidden
  readonly was?: string
  readonly looksLike?: Suspicion
}

/** The text before the public, cut where something is hidden or still looks like a person (公示预览). */
export function spansOf(text: string, people: readonly string[]): readonly Span[] {
  const pieces = redact(text, people)
  const left = leftoversIn(pieces.map((piece) => piece.text).join(''))
  let from = 0
  return pieces.flatMap((piece): readonly Span[] => {
    const to = from + piece.text.length
    const begins = from
    from = to
    if (piece.hides !== undefined) return [piece]
    const cuts = [...new Set([begins, to, ...left.flatMap(({ at, found }) => [at, at + found.length])])].filter((cut) => cut >= begins && cut <= to).sort((a, b) => a - b)
    return cuts.slice(1).map((end, index) => {
      const start = cuts[index] ?? begins
      const suspicion = left.find(({ at, found }) => at <= start && end <= at + found.length)
      return { text: piece.text.slice(start - begins, end - begins), ...(suspicion === undefined ? {} : { looksLike: suspicion.kind }) }
    })
  })
}
