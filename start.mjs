import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// Plain JavaScript on purpose: an old Node must get this far, to be told what to do.
const NEEDED = 24
if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  process.stderr.write(`准绳需要 Node.js ${NEEDED} 或者更新的版本，当前是 ${process.version}。请先运行 npm ci，再用 npm start 启动（依赖中自带所需版本）；或者自行安装 Node.js ${NEEDED}。\n`)
  process.exit(2)
}
const MAIN = './bureau/src/main.ts'
const wantsHelp = process.argv.some((word) => word === '--help' || word === '-h')
// A gateway and a worker show no pages, and find the data made ready.
const showsNothing = process.argv.some((word, at, words) => /^--role=(gateway|worker)$/.test(words[at - 1] === '--role' ? `--role=${word}` : word))
if (!wantsHelp && !showsNothing && !existsSync(new URL('web/dist/index.html', import.meta.url))) {
  process.stdout.write('首次启动：正在生成网页……\n')
  // Two processes: the pages are built while the data are made ready, and each gives back its memory.
  const ended = (child) => new Promise((done) => child.on('close', (code) => done(code ?? 1)))
  const build = spawn('npm', ['run', 'build', '--workspace', 'web'], { cwd: import.meta.dirname, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' })
  const prepare = spawn(process.execPath, [fileURLToPath(new URL(MAIN, import.meta.url)), ...process.argv.slice(2), '--prepare'], { stdio: ['ignore', 'inherit', 'inherit'] })
  const [built, prepared] = await Promise.all([ended(build), ended(prepare)])
  if (prepared !== 0) process.exit(prepared)
  if (built !== 0) process.exit(1)
}
await import(MAIN)
