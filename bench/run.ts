import { availableParallelism, totalmem } from 'node:os'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { play, type Benchmark, type Line } from './match.ts'
import { tableOf } from './table.ts'

/** Each is read only when it is asked for: a peer that is not wanted should not cost memory. */
const BENCHMARKS: Readonly<Record<string, () => Promise<Benchmark>>> = {
  judge: async () => (await import('./judge.ts')).JUDGE,
  'working-days': async () => (await import('./working-days.ts')).WORKING_DAYS,
  command: async () => (await import('./command.ts')).COMMAND,
  paper: async () => (await import('./paper.ts')).PAPER,
  authorise: async () => (await import('./authorise.ts')).AUTHORISE,
  append: async () => (await import('./append.ts')).APPEND,
  fence: async () => (await import('./fence.ts')).FENCE,
  pipeline: async () => (await import('./pipeline.ts')).PIPELINE,
  start: async () => (await import('./start.ts')).START,
  decode: async () => (await import('./decode.ts')).DECODE,
  check: async () => (await import('./discretion.ts')).CHECK,
  evaluate: async () => (await import('./evaluate.ts')).EVALUATE,
  similar: async () => (await import('./discretion.ts')).SIMILAR,
  arrive: async () => (await import('./arrive.ts')).ARRIVE,
  gateway: async () => (await import('./gateway.ts')).GATEWAY,
  scale: async () => (await import('./scale.ts')).SCALE,
  film: async () => (await import('./film.ts')).FILM,
  hold: async () => (await import('./hold.ts')).HOLD,
  map: async () => (await import('./map.ts')).MAP,
  scan: async () => (await import('./scan.ts')).SCAN,
  'scan-stored': async () => (await import('./scan-stored.ts')).SCAN_STORED,
}

const HELP = `npm run bench -- [NAME …] [--rounds N] [--ms N] [--json FILE]
  NAME      ${Object.keys(BENCHMARKS).join(', ')}; without a name all of them but hold, which takes ten minutes
  --rounds  how often each side takes its turn, after one round to warm up (7)
  --ms      how long a turn lasts (800)
  --json    also write the results to this file`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '7' },
    ms: { type: 'string', default: '800' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

async function main(): Promise<void> {
  const names = positionals.length === 0 ? Object.keys(BENCHMARKS).filter((name) => name !== 'hold') : positionals
  const unknown = names.filter((name) => !Object.hasOwn(BENCHMARKS, name))
  if (values.help || unknown.length > 0) {
    console.log(unknown.length > 0 ? `no benchmark ${unknown.join(', ')}\n${HELP}` : HELP)
    process.exitCode = unknown.length > 0 ? 2 : 0
    return
  }
  const lines: Line[] = []
  for (const name of names) {
    const benchmark = await BENCHMARKS[name]?.()
    if (benchmark !== undefined) lines.push(...(await measure(benchmark)))
  }
  const machine = { cores: availableParallelism(), memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.versions.node }
  console.log(`\n${tableOf(lines)}\n${machine.cores} cores, ${machine.memoryGiB} GiB, Node ${machine.node}`)
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ machine, lines }, undefined, 2)}\n`)
}

async function measure(benchmark: Benchmark): Promise<readonly Line[]> {
  console.log(`\n${benchmark.name}: ${benchmark.says}`)
  const lines: Line[] = []
  for (const match of await benchmark.open()) {
    for (const note of match.notes) console.log(`  ${note}`)
    try {
      lines.push(...(await play(match, Number(values.rounds), Number(values.ms))))
      for (const note of match.afterwards?.() ?? []) console.log(`  ${note}`)
    } finally {
      await match.close?.()
    }
  }
  return lines
}

await main()
// A peer may keep a timer or a connection that it cannot be asked to let go.
process.exit()
