import { parentPort } from 'node:worker_threads'
import { columnsBuilder } from '@zhunsheng/discretion/deviation/columns.ts'
import { scan } from '@zhunsheng/discretion/deviation/scan.ts'
import type { ScanAnswer, ScanPiece } from './scan-run.ts'

/** One scan in a thread of its own (扫描线程): cases come in page by page, what was found goes out. */
const columns = columnsBuilder()
parentPort?.on('message', (piece: ScanPiece) => {
  if ('rows' in piece) for (const row of piece.rows) columns.add(row)
  parentPort?.postMessage('rows' in piece ? { taken: piece.rows.length } : answer(piece))
})

function answer({ options }: Extract<ScanPiece, { readonly options: unknown }>): ScanAnswer {
  try {
    return { scan: scan(columns.finish(), options) }
  } catch (failure) {
    return { because: failure instanceof Error ? failure.message : String(failure) }
  }
}
