// `npm test`: every test that needs nothing but this project. `npm test -- law` runs those whose path contains "law".
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const house = resolve(import.meta.dirname, '..')
const vitest = resolve(house, 'node_modules/vitest/vitest.mjs')
const { status } = spawnSync(process.execPath, [vitest, 'run', '--project=!shared', '--project=!scale', ...process.argv.slice(2)], { cwd: house, stdio: 'inherit' })
process.exitCode = status ?? 1
