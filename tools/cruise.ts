import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const HOUSE = resolve(import.meta.dirname, '..')
export const ROOMS = ['law', 'record', 'discretion', 'jt808', 'trucks', 'bureau', 'web', 'cli', 'demo', 'journeys', 'bench', 'tools'] as const

/** What dependency-cruiser says of a house. */
export interface Verdict {
  readonly violations: readonly { readonly from: string; readonly to: string; readonly rule: { readonly name: string } }[]
  readonly totalCruised: number
  readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string; readonly comment: string }[] }
}

/** Holds the rules of .dependency-cruiser.mjs against the house at this path. */
export function cruise(house: string): Verdict {
  const rooms = ROOMS.filter((room) => existsSync(join(house, room)))
  const config = join(HOUSE, '.dependency-cruiser.mjs')
  const program = join(HOUSE, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...rooms, '--config', config, '--output-type', 'json'], { cwd: house, encoding: 'utf8', maxBuffer: 1 << 27 })
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser did not answer: ${stderr}${stdout}`)
  const { summary }: { readonly summary: Verdict } = JSON.parse(stdout)
  return summary
}
