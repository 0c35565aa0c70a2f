import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

// Plain JavaScript on purpose: an old Node must get this far, to be told what to do.
const NEEDED = 24
if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  process.stderr.write(`准绳需要 Node.js ${NEEDED} 或者更新的版本，当前是 ${process.version}。请先运行 npm ci，再用 npm start 启动（依赖中自带所需版本）；或者自行安装 Node.js ${NEEDED}。\n`)
  process.exit(2)
}
if (!process.argv.includes('--help') && !existsSync(new URL('web/dist/index.html', import.meta.url))) {
  process.stdout.write('首次启动：正在生成网页……\n')
  // A process of its own gives back the memory that a build takes.
  const { status } = spawnSync('npm', ['run', 'build', '--workspace', 'web'], { cwd: import.meta.dirname, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' })
  if (status !== 0) process.exit(1)
}
await import('./bureau/src/main.ts')
