import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The real server in a process of its own, with a small demonstration year in a folder of its own. */
export interface RunningServer {
  readonly address: string
  readonly stop: () => Promise<void>
}

const MAIN = join(import.meta.dirname, '../bureau/src/main.ts')
const READY = /准绳已启动：(\S+)/

/** Starts it on a free port and waits until it says its address. Throws with what it said, if it ends before. */
export async function startServer(demoCases: number): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-journey-'))
  const child = spawn(process.execPath, [MAIN, '--port', '0', '--data', folder, '--demo-cases', String(demoCases)], { stdio: ['ignore', 'pipe', 'pipe'] })
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
  return {
    address,
    stop: async () => {
      child.removeAllListeners('exit')
      if (child.exitCode === null) {
        const ended = once(child, 'exit')
        child.kill('SIGTERM')
        await ended
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
