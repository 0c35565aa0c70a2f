/** What somebody signs by hand (签名所对的内容): the act as it was shown, whatever place it takes in the file. */
export interface SignedContent {
  readonly kind: string
  readonly on: string
  readonly at?: string | undefined
  readonly by: readonly { readonly id: string }[]
  readonly data: Readonly<Record<string, unknown>>
}

/** The one text of what was shown: names in order, no spaces. Whoever has the act writes the same text. */
export const contentText = ({ kind, on, at, by, data }: SignedContent): string => JSON.stringify(inOrder({ kind, on, at: at ?? null, by: by.map(({ id }) => id), data }))

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined).toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([name, inner]) => [name, inOrder(inner)]))
}
