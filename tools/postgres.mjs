// A throw-away PostgreSQL for tests, on a free port: `node tools/postgres.mjs [--durable] [command …]`.
// A test need not survive a power cut, so the server does not wait for the disk; with --durable it does.
// With a command: runs it with TEST_DATABASE_URL set. Without: prints DATABASE_URL and waits to be ended.
// On SIGUSR2 (its process stands in TEST_POSTGRES_PID) the server is killed like a process that dies, and started again.
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const durable = process.argv[2] === '--durable'
const ROOT = '/usr/lib/postgresql'
const version = existsSync(ROOT) ? readdirSync(ROOT).sort((a, b) => Number(b) - Number(a))[0] : undefined
if (version === undefined) {
  process.stderr.write('找不到 PostgreSQL：请先安装 Debian 的 postgresql 软件包。\n')
  process.exit(1)
}
const bin = join(ROOT, version, 'bin')
const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-postgres-'))
const idOf = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
// PostgreSQL refuses to run as root.
const as = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}
if (as.uid !== undefined) chownSync(folder, as.uid, as.gid)

const data = join(folder, 'data')
function run(name, ...args) {
  const { status, stdout, stderr } = spawnSync(join(bin, name), args, { ...as, cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  if (status !== 0) throw new Error(`${name}: ${stdout}${stderr}`)
}
const freePort = () => new Promise((found) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address()
    server.close(() => found(port))
  })
})
function stop() {
  spawnSync(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], { ...as, cwd: folder })
  rmSync(folder, { recursive: true, force: true })
}
/** Ends the postmaster without a word; its children notice, and until the last is gone nobody may start another. */
async function crash(start) {
  process.kill(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  for (let left = 100; ; left -= 1) {
    await new Promise((done) => setTimeout(done, 100))
    try {
      return start()
    } catch (failure) {
      if (left === 0) throw failure
    }
  }
}

try {
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale')
  const port = await freePort()
  const start = () => run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1${durable ? '' : ' -c fsync=off'}`, 'start')
  start()
  process.on('SIGUSR2', () => void crash(start))
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const [command, ...args] = process.argv.slice(durable ? 3 : 2)
  const ended = (child) => new Promise((done) => child.on('error', () => done(127)).on('exit', (code) => done(code ?? 1)))
  if (command === undefined) {
    process.stdout.write(`DATABASE_URL=${url}\n`)
    // A signal alone does not keep the process alive; the timer does.
    const waiting = setInterval(() => undefined, 60_000)
    await new Promise((done) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, done)))
    clearInterval(waiting)
  } else process.exitCode = await ended(spawn(command, args, { stdio: 'inherit', env: { ...process.env, TEST_DATABASE_URL: url, TEST_POSTGRES_PID: String(process.pid) } }))
} finally {
  stop()
}
