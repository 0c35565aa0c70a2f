import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import { DONE } from './line.ts'
import type { OnLine } from './roll.ts'
import type { Spoken } from './session.ts'
import { addOrder, addReply } from './store.ts'
import type { OrderOutcome } from './contract.ts'
import type { OrderState } from './wire.ts'

export interface OrderParts {
  readonly database: Database
  readonly clock: Clock
  readonly newId: () => string
  /** So long an answer of a terminal is waited for; after that the order is over, and forgotten. */
  readonly patienceMs: number
}
const RESULTS = ['终端已确认', '终端执行失败', '终端认为消息有误', '终端不支持']

/** Says something to a terminal that is on line (下发): written before it is sent, and again when the answer comes or does not. Resolves after the second, with how it ended. */
export async function give({ database, clock, newId, patienceMs }: OrderParts, { terminal, place }: OnLine, { frames, answered, forget }: Spoken, { kind, text, who }: { readonly kind: string; readonly text: string; readonly who: string }): Promise<OrderOutcome> {
  const id = newId()
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patienceMs, undefined).unref()
  })
  try {
    await database.work((tx) => addOrder(tx, { id, terminal, at: clock.now().toISOString(), kind, text, who }))
    place.send(frames)
    const reply = await Promise.race([answered, silence])
    const state: OrderState = reply === undefined ? 'timed-out' : reply.result === DONE ? 'confirmed' : 'refused'
    const said = reply === undefined ? '终端没有应答' : [RESULTS[reply.result] ?? '终端已应答', reply.said ?? ''].filter((one) => one !== '').join('：')
    await database.work((tx) => addReply(tx, { order: id, at: clock.now().toISOString(), state, said }))
    return { state, said }
  } finally {
    clearTimeout(timer)
    forget()
  }
}
