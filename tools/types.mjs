// Checks the types of every room, and that the compiler really read every file of it: `npm run types [-- law bureau]`.
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'

const house = resolve(import.meta.dirname, '..')
const tsc = join(house, 'node_modules/typescript/bin/tsc')
/** Which compiler settings a room is read with. A pure room is read twice: its tests may use Node, the room itself may not. */
const ROOMS = {
  law: ['tsconfig.json', 'tsconfig.test.json'],
  record: ['tsconfig.json', 'tsconfig.test.json'],
  discretion: ['tsconfig.json', 'tsconfig.test.json'],
  jt808: ['tsconfig.json', 'tsconfig.test.json'],
  trucks: ['tsconfig.json', 'tsconfig.test.json'],
  bureau: ['tsconfig.json'],
  // What builds the pages runs on Node, which a page must not see.
  web: ['tsconfig.json', 'tsconfig.build.json'],
  cli: ['tsconfig.json'],
  demo: ['tsconfig.json'],
  journeys: ['tsconfig.json'],
  bench: ['tsconfig.json'],
  tools: ['tsconfig.json'],
}
const SKIPPED = new Set(['node_modules', 'dist'])

const sources = (folder) =>
  readdirSync(join(house, folder), { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return []
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return sources(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })

const compile = (config) =>
  new Promise((done) => {
    const child = spawn(process.execPath, [tsc, '--project', config, '--noEmit', '--listFiles', '--pretty', 'false'], { cwd: house })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
    child.on('close', (status) => done({ status, lines: said.split('\n').filter((line) => line !== '') }))
  })

async function check(room) {
  const wanted = sources(room)
  if (wanted.length === 0) return { room, count: 0, faults: [] }
  const seen = new Set()
  const faults = []
  for (const config of ROOMS[room]) {
    const { status, lines } = await compile(join(room, config))
    const [listed, said] = [lines.filter((line) => resolve(line) === line), lines.filter((line) => resolve(line) !== line)]
    for (const path of listed) seen.add(relative(house, path).split(sep).join('/'))
    if (status !== 0) faults.push(`${room}/${config}`, ...said)
  }
  const missed = wanted.filter((path) => !seen.has(path))
  return { room, count: wanted.length, faults: [...faults, ...missed.map((path) => `${path}: no compiler settings of the room take it in`)] }
}

const asked = process.argv.slice(2)
const unknown = asked.filter((room) => !(room in ROOMS))
if (unknown.length > 0) throw new Error(`no such room: ${unknown.join(', ')}`)
const waiting = asked.length > 0 ? asked : Object.keys(ROOMS)
let total = 0
async function work() {
  for (let room = waiting.shift(); room !== undefined; room = waiting.shift()) {
    const { count, faults } = await check(room)
    total += count
    process.stdout.write(`${faults.length === 0 ? 'ok  ' : 'FAIL'} ${room}: ${count} files\n${faults.map((line) => `     ${line}\n`).join('')}`)
    if (faults.length > 0) process.exitCode = 1
  }
}
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work))
process.stdout.write(`types: ${total} files read\n`)
if (total === 0) process.exitCode = 1
