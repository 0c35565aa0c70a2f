// A throw-away NATS server with JetStream for tests, on a free port: `node tools/nats.mjs [command …]`.
// With a command: runs it with TEST_NATS_URL set. Without: prints NATS_URL and waits to be ended. On SIGUSR2 (its process stands in TEST_NATS_PID) the server is killed like a process
// that dies, and started again on what lies on the disk; on SIGHUP on an empty disk, as after a power cut that nothing outlived.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// Debian puts it where only root looks.
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` }
if (spawnSync('nats-server', ['--version'], { env }).status !== 0) {
  process.stderr.write('找不到 nats-server：请先安装 Debian 的 nats-server 软件包。\n')
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-nats-'))
const freePort = () => new Promise((found) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address()
    server.close(() => found(port))
  })
})
const port = await freePort()
const isUp = () => new Promise((said) => {
  const socket = connect(port, '127.0.0.1', () => {
    socket.destroy()
    said(true)
  }).on('error', () => said(false))
})

let server
async function start() {
  server = spawn('nats-server', ['-js', '-sd', folder, '-a', '127.0.0.1', '-p', String(port)], { env, stdio: 'ignore' })
  for (let left = 100; !(await isUp()); left -= 1) {
    if (left === 0) throw new Error('nats-server does not listen')
    await new Promise((done) => setTimeout(done, 50))
  }
}
const ended = (child) => new Promise((done) => child.on('error', () => done(127)).on('exit', (code) => done(code ?? 1)))

try {
  await start()
  const crash = (keeps) => {
    server.once('exit', () => {
      if (!keeps) rmSync(folder, { recursive: true, force: true })
      void start()
    })
    server.kill('SIGKILL')
  }
  process.on('SIGUSR2', () => crash(true))
  process.on('SIGHUP', () => crash(false))
  const [command, ...args] = process.argv.slice(2)
  const url = `nats://127.0.0.1:${port}`
  if (command === undefined) {
    process.stdout.write(`NATS_URL=${url}\n`)
    await new Promise((done) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, done)))
  } else process.exitCode = await ended(spawn(command, args, { stdio: 'inherit', env: { ...process.env, TEST_NATS_URL: url, TEST_NATS_PID: String(process.pid) } }))
} finally {
  server?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
