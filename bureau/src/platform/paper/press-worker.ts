import { parentPort } from 'node:worker_threads'
import type { PrintOrder, Printed } from './press.ts'
import { renderPdf } from './pdf.ts'
import { renderVolume } from './volume.ts'

/** One press in a thread of its own (印制线程): orders come in, papers go out, in the order of the orders. */
parentPort?.on('message', (order: PrintOrder) => {
  const { number, options } = order
  parentPort?.postMessage(printed(number, () => ('paper' in order ? renderPdf(order.paper, options) : renderVolume(order.volume, options))))
})

function printed(number: number, print: () => Uint8Array): Printed {
  try {
    return { number, bytes: print() }
  } catch (failure) {
    return { number, because: failure instanceof Error ? failure.message : String(failure) }
  }
}
