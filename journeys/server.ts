import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The real server in a process of its own, with a small demonstration year in a folder of its own. */
export interface RunningServer {
  readonly address: string
  /** Its data, which stay when it is killed. */
  readonly folder: string
  /** What it has said so far. */
  readonly said: () => string
  readonly stop: () => Promise<void>
  /** Ends it without a word, as a lost machine would. */
  readonly kill: () => Promise<void>
}

const MAIN = join(import.meta.dirname, '../bureau/src/main.ts')
const READY = /准绳已启动：(\S+)/

/** Starts it on a free port and waits until it says its address. Throws with what it said, if it ends before. */
export async function startServer(demoCases: number, folder: string = mkdtempSync(join(tmpdir(), 'zhunsheng-journey-')), more: readonly string[] = []): Promise<RunningServer> {
  const child = spawn(process.execPath, [MAIN, '--port', '0', '--data', folder, '--demo-cases', String(demoCases), ...more], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const address = await new Promise<string>((ready, failed) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = READY.exec(said)?.[1]
      if (found !== undefined) ready(found)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.once('exit', () => failed(new Error(`the server ended before it was ready: ${said}`)))
  })
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.removeAllListeners('exit')
    if (child.exitCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return {
    address,
    folder,
    said: () => said,
    stop: async () => {
      await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
    kill: () => end('SIGKILL'),
  }
}
