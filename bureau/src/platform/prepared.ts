import type pg from 'pg'

/** Statements that differ in more than their values are few; a program that builds new texts forever must not fill the server's memory. */
const MOST = 500
const names = new Map<string, string>()

/**
 * Lets a connection keep the plans of its statements (预备语句) and send what is asked at once in one piece.
 *
 * A text with values is given a name, under which the server parses and plans it once: the statements of one command are many
 * and small, so that planning them costs more than running them. Each piece wakes the server, so statements that do not wait
 * for each other leave together.
 */
export function keepPlans(client: pg.ClientBase & { readonly connection?: { readonly stream: { cork(): void; uncork(): void } } }): void {
  const query: (...given: readonly unknown[]) => unknown = client.query.bind(client)
  const stream = client.connection?.stream
  let isHeld = false
  const hold = () => {
    if (isHeld || stream === undefined) return
    isHeld = true
    stream.cork()
    process.nextTick(() => {
      isHeld = false
      stream.uncork()
    })
  }
  const planned = (...given: readonly unknown[]): unknown => {
    const [text, values] = given
    hold()
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined
    return name === undefined ? query(...given) : query({ name, text, values })
  }
  Object.assign(client, { query: planned })
}

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST) return known
  const made = `zs${names.size}`
  names.set(text, made)
  return made
}
