import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Paper } from './model.ts'
import type { PdfOptions } from './pdf.ts'
import type { Volume } from './volume.ts'

/** A paper to print, or a volume to bind, by a number under which it comes back. */
export type PrintOrder = { readonly number: number; readonly options: PdfOptions } & ({ readonly paper: Paper } | { readonly volume: Volume })
export type Printed = { readonly number: number; readonly bytes: Uint8Array } | { readonly number: number; readonly because: string }

interface Waiting {
  readonly done: (bytes: Uint8Array) => void
  readonly failed: (failure: Error) => void
}
interface Press {
  readonly worker: Worker
  readonly waiting: Map<number, Waiting>
}

/** Each holds the fonts, some hundred megabytes; more than the cores would only wait for each other. */
const MOST = 2
const presses: Press[] = []
let orders = 0

/**
 * Prints a paper as PDF/A-2b beside the server's own work (后台印制): whoever records an act does not wait for somebody's paper.
 * The bytes are those of `renderPdf`.
 */
export const printPdf = (paper: Paper, options: PdfOptions): Promise<Uint8Array> => ordered({ paper }, options)

/** Binds a volume in the same way (后台装订). */
export const bindPdf = (volume: Volume, options: PdfOptions): Promise<Uint8Array> => ordered({ volume }, options)

function ordered(what: { readonly paper: Paper } | { readonly volume: Volume }, options: PdfOptions): Promise<Uint8Array> {
  orders += 1
  const number = orders
  const { worker, waiting } = idlest()
  return new Promise((done, failed) => {
    waiting.set(number, { done, failed })
    worker.ref()
    const order: PrintOrder = { number, options, ...what }
    worker.postMessage(order)
  })
}

/** The press with the fewest orders; another one, while there are fewer than cores and all have some. */
function idlest(): Press {
  const [first] = [...presses].sort((a, b) => a.waiting.size - b.waiting.size)
  if (first !== undefined && (first.waiting.size === 0 || presses.length >= Math.min(MOST, availableParallelism()))) return first
  const press: Press = { worker: new Worker(new URL('./press-worker.ts', import.meta.url)), waiting: new Map() }
  // An idle press keeps no process alive.
  press.worker.unref()
  press.worker.on('message', (printed: Printed) => {
    const order = press.waiting.get(printed.number)
    press.waiting.delete(printed.number)
    if (press.waiting.size === 0) press.worker.unref()
    if ('bytes' in printed) order?.done(printed.bytes)
    else order?.failed(new Error(printed.because))
  })
  press.worker.on('error', (failure) => lost(press, failure))
  press.worker.on('exit', () => lost(press, new Error('the press stopped')))
  presses.push(press)
  return press
}

/** A press that broke down: its orders are refused, and the next one gets a new press. */
function lost(press: Press, failure: unknown): void {
  const place = presses.indexOf(press)
  if (place >= 0) presses.splice(place, 1)
  for (const { failed } of press.waiting.values()) failed(failure instanceof Error ? failure : new Error(String(failure)))
  press.waiting.clear()
}
