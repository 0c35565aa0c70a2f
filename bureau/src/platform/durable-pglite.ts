import { closeSync, existsSync, fdatasyncSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { EXIT, StartFault } from './start-fault.ts'

/** What of PGlite's insides is leaned on. The version is pinned exactly, and a test cuts the power. */
interface Emscripten {
  readonly NODEFS: { stream_ops: { fsync: (stream: Stream) => number }; realPath: (node: unknown) => string }
}
interface Stream {
  readonly nfd?: number | null
  readonly node: unknown
}

/** Whether writes reach the disk before they are acknowledged. Off only while a new folder is being filled, see `bulk`. */
interface Durability {
  isOn: boolean
}

/** PGlite's Node file system answers fsync without doing it: a power cut then loses the whole database. This one does it. */
class DurableFS extends NodeFS {
  readonly #durability: Durability
  constructor(folder: string, durability: Durability) {
    super(folder)
    this.#durability = durability
  }
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const ready = await super.init(...args)
    const runs: unknown = ready.emscriptenOpts.preRun
    if (!Array.isArray(runs)) throw new Error('this version of PGlite cannot be made durable')
    runs.push((module: Emscripten) => {
      module.NODEFS.stream_ops.fsync = (stream) => {
        if (!this.#durability.isOn) return 0
        if (typeof stream.nfd === 'number') fdatasyncSync(stream.nfd)
        else syncPath(module.NODEFS.realPath(stream.node))
        return 0
      }
    })
    return ready
  }
}

export interface DurablePGlite {
  readonly pglite: PGlite
  /** Runs a large first filling without waiting for the disk at each step, then waits for the whole. Cut off in between, the folder is made anew at the next start. */
  readonly bulk: <T>(fill: () => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

/** Opens the embedded database in a folder, for this process alone. */
export async function openDurable(folder: string, options: ConstructorParameters<typeof PGlite>[0] & object): Promise<DurablePGlite> {
  const release = claim(folder)
  try {
    return await opened(folder, options, release)
  } catch (failure) {
    release()
    throw failure
  }
}

async function opened(folder: string, options: ConstructorParameters<typeof PGlite>[0] & object, release: () => void): Promise<DurablePGlite> {
  const unfinished = `${folder}.unfinished`
  if (existsSync(unfinished)) {
    rmSync(folder, { recursive: true, force: true })
    rmSync(unfinished)
  }
  const isFresh = !existsSync(join(folder, 'PG_VERSION'))
  const durability: Durability = { isOn: true }
  const startParams = [...PGlite.defaultStartParams.filter((one) => one !== '-F'), '-c', 'wal_sync_method=fsync', '-c', 'shared_buffers=32MB']
  const pglite = new PGlite({ ...options, fs: new DurableFS(folder, durability), startParams })
  await pglite.waitReady
  if (isFresh) syncTree(folder)
  return {
    pglite,
    bulk: async (fill) => {
      writeFileSync(unfinished, String(process.pid))
      syncPath(unfinished)
      durability.isOn = false
      // If the filling fails the mark stays, and the next start begins anew.
      const filled = await fill()
      await pglite.exec('reset role; checkpoint; set role zhunsheng_clerk')
      durability.isOn = true
      syncTree(folder)
      rmSync(unfinished)
      return filled
    },
    close: async () => {
      await pglite.close()
      release()
    },
  }
}

/** Takes the folder for this process; two processes on one folder would lose rows without a word. */
function claim(folder: string): () => void {
  const path = `${folder}.lock`
  const home = dirname(folder)
  try {
    mkdirSync(home, { recursive: true })
    while (!isClaimed(path)) {
      const holder = Number(readFileSync(path, 'utf8'))
      if (holder > 0 && isAlive(holder)) throw new StartFault(`数据目录 ${home} 正被进程 ${holder} 使用，请先停止它，或者用 --data 指定另一个目录。`, EXIT.folder)
      rmSync(path, { force: true })
    }
    return () => rmSync(path, { force: true })
  } catch (failure) {
    if (failure instanceof StartFault) throw failure
    throw new StartFault(`数据目录 ${home} 不能写入（${messageOf(failure)}），请检查权限，或者用 --data 指定另一个目录。`, EXIT.folder)
  }
}

/** Writes the lock, unless somebody has. */
function isClaimed(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (failure) {
    if (isCode(failure, 'EEXIST')) return false
    throw failure
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (failure) {
    return isCode(failure, 'EPERM')
  }
}
const isCode = (failure: unknown, code: string) => failure instanceof Error && 'code' in failure && failure.code === code
const messageOf = (failure: unknown) => (failure instanceof Error && 'code' in failure ? String(failure.code) : String(failure))

function syncPath(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) syncTree(path)
    else syncPath(path)
  }
  syncPath(folder)
}
