import type { PositionSink } from '../terminals/contract.ts'
import { addressIn, answerText } from './answer.ts'
import type { Delivery } from './broker.ts'
import { unpacked } from './parcel.ts'

export interface ConsumeParts {
  readonly take: PositionSink['take']
  /** Says to a gateway what became of its parcel. */
  readonly answer: (gateway: string, text: string) => void
  readonly count: (what: string, times?: number) => void
}
/** The worker's side of the relay (处理侧). */
export interface Consumer {
  readonly heard: (delivery: Delivery) => void
  /** Resolves when nothing is at hand any more. */
  readonly idle: () => Promise<void>
}

/**
 * Makes what is delivered durable, in the order of its delivery, and says so first to the gateway that waits and then to the broker. What
 * cannot be made durable is not tried again: nobody has acknowledged it, and the terminal sends it again once the cause is gone.
 */
export function consumer({ take, answer, count }: ConsumeParts): Consumer {
  const atHand = new Set<Promise<void>>()
  async function work({ bytes, answerTo, isAgain, settled }: Delivery): Promise<void> {
    const arrivals = unpacked(bytes)
    const address = addressIn(answerTo)
    if (isAgain) count('relay.again')
    if (arrivals === undefined || address === undefined) {
      count('relay.garbled')
      settled()
      return
    }
    count('relay.heard', arrivals.length)
    const isDurable = await take(arrivals).then(() => true, () => false)
    count(isDurable ? 'relay.written' : 'relay.failed', arrivals.length)
    answer(address.gateway, answerText(address.number, isDurable))
    settled()
  }
  return {
    heard: (delivery) => {
      const working = work(delivery).finally(() => atHand.delete(working))
      atHand.add(working)
    },
    idle: async () => {
      while (atHand.size > 0) await Promise.all(atHand)
    },
  }
}
