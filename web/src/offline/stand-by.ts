import { Problem, standBy } from '../api.ts'
import { client } from '../app/client.ts'
import { setByServer } from './device.ts'
import { isLocal } from './entry.ts'
import { hasLine, onLine, showLine } from './line.ts'
import { keepAnswer } from './kept-answers.ts'
import { bearer, entriesOf, forgetOldCases, setBearer } from './shelf.ts'

const AGAIN_MS = 60_000

/** Lets this device stand in for the server when there is no line, and sends what was done meanwhile as soon as there is one. */
export function standByOffline(): void {
  standBy({
    owns: (address) => isLocal(/^\/api\/cases\/([\w-]+)/.exec(address)?.[1] ?? ''),
    // The judge comes with it: whoever has a line does not wait for it.
    get: async (...asked) => (await import('./pocket.ts')).answerGet(...asked),
    post: async (...asked) => (await import('./pocket.ts')).answerPost(...asked),
    keep: async (address, body) => {
      if (address === '/api/session' && isSession(body)) {
        setBearer(body.person.id)
        setByServer(body.now)
      }
      // A device without room or without IndexedDB works on line as ever.
      await keepAnswer(address, body).catch(() => undefined)
    },
    saw: showLine,
  })
  void forgetOldCases().catch(() => undefined)
  onLine(() => hasLine() && void syncAndShow())
  setInterval(() => void syncAndShow(), AGAIN_MS)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void syncAndShow())
}

/** Sends what waits, and shows what came of it. */
export async function syncAndShow(): Promise<void> {
  const waits = (await entriesOf(bearer()).catch(() => [])).some(({ state }) => state === 'waiting')
  if (!waits) return
  const { sync } = await import('./sync.ts')
  await sync().catch((failure: unknown) => {
    if (!(failure instanceof Problem)) throw failure
  })
  await client.invalidateQueries()
}

const isSession = (body: unknown): body is { readonly person: { readonly id: string }; readonly now: string } =>
  typeof body === 'object' && body !== null && 'now' in body && typeof body.now === 'string' && 'person' in body && typeof body.person === 'object' && body.person !== null && 'id' in body.person && typeof body.person.id === 'string'
