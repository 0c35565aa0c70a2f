import { readFileSync, writeFileSync } from 'node:fs'
import type { Fix } from '@zhunsheng/trucks/fix.ts'
import { simulateDay, type SimulatedDay } from '@zhunsheng/trucks/sim/day.ts'
import { readTracks } from '@zhunsheng/trucks/sim/recorded.ts'
import { phoneOfTruck, plateOfTruck, registerFleet } from '@zhunsheng/trucks/sim/register-fleet.ts'
import { FLEET_BODY } from './report.ts'
import { runTerminal, type TerminalResult } from './terminal.ts'

/** What the command line says of a fleet (仿真车队). */
export interface FleetQuestion {
  readonly to: string
  readonly trucks: string
  readonly seed: string
  readonly trips: string
  /** Simulated seconds in a second; 0: as fast as the platform answers. */
  readonly speed: string
  /** The day that is simulated, written 2021-08-10. */
  readonly day: string
  readonly behaving: boolean
  readonly truth: string | undefined
  readonly tracks: string | undefined
  readonly register: string | undefined
  readonly login: string
  readonly password: string | undefined
}
type Say = (line: string) => void

const [MOST_TRUCKS, ANSWER_MS, WINDOW] = [20_000, 10_000, 16]
/** Of every so many trucks one drives through a tunnel: its line is cut for some of its positions, and it sends them afterwards. */
const TUNNEL = { everyTruck: 3, from: 0.4, positions: 25 }
/** What terminals of JT/T 808 cannot tell: scales, and papers. */
const UNTOLD: readonly string[] = ['overload', 'manifest-open', 'volume-differs']

interface Plan {
  readonly host: string
  readonly port: number
  readonly speed: number
  readonly tracks: readonly (readonly Fix[])[]
  readonly day: SimulatedDay | undefined
}

/** Lets a fleet speak to a gateway over TCP (车队仿真), and writes down what was true. 0: everything was answered; 1: something was not; 2: not understood. */
export async function runFleet(question: FleetQuestion, say: Say): Promise<0 | 1 | 2> {
  const plan = planOf(question)
  if (typeof plan === 'string') {
    say(plan)
    return 2
  }
  if (question.register !== undefined && plan.day !== undefined) {
    const failure = await entered(question, plan.day)
    if (failure !== undefined) {
      say(failure)
      return 1
    }
    say(`已登记 ${plan.tracks.length} 辆车`)
  }
  const began = Date.now()
  const results = await Promise.all(plan.tracks.map((fixes, index) => terminalOf(plan, fixes, index, began)))
  const sums = summed(results)
  say(`${plan.tracks.length} 台终端，定位 ${sums.acknowledged + sums.unacknowledged} 个，已应答 ${sums.acknowledged} 个（其中断线补报 ${sums.batched} 个），用时 ${((Date.now() - began) / 1000).toFixed(1)} 秒`)
  say(`断线 ${sums.breaks} 次，重发 ${sums.resent} 次，重复发送 ${sums.duplicates} 次，有意发送坏帧 ${sums.broken} 个`)
  for (const refused of [...new Set(results.flatMap(({ refused: why }) => why ?? []))].slice(0, 10)) say(refused)
  if (sums.unacknowledged > 0) say(`没有得到应答的定位 ${sums.unacknowledged} 个`)
  if (question.truth !== undefined) {
    writeFileSync(question.truth, `${JSON.stringify(truthOf(question, plan, sums), undefined, 2)}\n`)
    say(`事实记录已写入 ${question.truth}`)
  }
  return sums.unacknowledged === 0 ? 0 : 1
}

function planOf({ to, trucks, seed, trips, speed, day, behaving, tracks }: FleetQuestion): Plan | string {
  const [, host = '', port = ''] = /^(.+):(\d{1,5})$/.exec(to) ?? []
  if (host === '') return '请写明终端接入的地址，例如 --to 127.0.0.1:7611'
  const [many, seeded, rounds, times] = [trucks, seed, trips, speed].map(Number)
  if (many === undefined || !Number.isInteger(many) || many < 1 || many > MOST_TRUCKS) return `车辆数（--trucks）应为 1 至 ${MOST_TRUCKS}`
  if (seeded === undefined || !Number.isInteger(seeded)) return '随机种子（--seed）应为整数'
  if (rounds === undefined || !Number.isInteger(rounds) || rounds < 1 || rounds > 20) return '趟数（--trips）应为 1 至 20'
  if (times === undefined || !(times >= 0)) return '速度（--speed）应为不小于 0 的数：1 为实时，0 为尽快'
  const midnightMs = Date.parse(`${day}T00:00:00+08:00`)
  if (Number.isNaN(midnightMs)) return '日期（--day）写作 2021-08-10'
  const where = { host, port: Number(port), speed: times }
  if (tracks !== undefined) return recorded(tracks, many, where)
  const simulated = simulateDay({ seed: seeded, trucks: many, trips: rounds, midnightMs, misbehaving: !behaving })
  const byTruck = new Map(simulated.data.trucks.map(({ id }): [string, Fix[]] => [id, []]))
  for (const { truckId, event } of simulated.events) if (event.kind === 'position') byTruck.get(truckId)?.push(event.report)
  return { ...where, tracks: [...byTruck.values()], day: simulated }
}
function recorded(file: string, many: number, where: Pick<Plan, 'host' | 'port' | 'speed'>): Plan | string {
  try {
    return { ...where, day: undefined, tracks: [...readTracks(readFileSync(file, 'utf8')).values()].slice(0, many) }
  } catch (failure) {
    return `读不到轨迹文件 ${file}：${failure instanceof Error ? failure.message : String(failure)}`
  }
}

function terminalOf({ host, port, speed, tracks }: Plan, fixes: readonly Fix[], index: number, began: number): Promise<TerminalResult> {
  const firstMs = tracks.reduce((least, [first]) => Math.min(least, first?.atMs ?? Infinity), Infinity)
  const cutFrom = index % TUNNEL.everyTruck === 1 ? Math.floor(fixes.length * TUNNEL.from) : Infinity
  return runTerminal({
    host, port, fixes, phone: phoneOfTruck(index), plate: plateOfTruck(index), version: index % 2 === 0 ? 2019 : 2013, answerMs: ANSWER_MS, window: WINDOW,
    nowMs: () => Date.now(),
    dueMs: ({ atMs }) => (speed === 0 ? 0 : began + (atMs - firstMs) / speed),
    isCut: (at) => at >= cutFrom && at < cutFrom + TUNNEL.positions,
  })
}

type Sums = Omit<TerminalResult, 'refused'>
function summed(results: readonly TerminalResult[]): Sums {
  const none: Sums = { frames: 0, resent: 0, duplicates: 0, broken: 0, acknowledged: 0, batched: 0, breaks: 0, unacknowledged: 0 }
  return results.reduce<Sums>((sum, one) => ({
    frames: sum.frames + one.frames, resent: sum.resent + one.resent, duplicates: sum.duplicates + one.duplicates, broken: sum.broken + one.broken,
    acknowledged: sum.acknowledged + one.acknowledged, batched: sum.batched + one.batched, breaks: sum.breaks + one.breaks, unacknowledged: sum.unacknowledged + one.unacknowledged,
  }), none)
}

/** What was true: who drove, what was done on purpose, and what was sent; with the mapping that the platform needs to read the bodies. */
function truthOf({ seed, day }: FleetQuestion, plan: Plan, sent: Sums): Readonly<Record<string, unknown>> {
  const planted = plan.day?.planted ?? []
  return {
    seed, day, body: FLEET_BODY, sent,
    trucks: plan.tracks.map((fixes, index) => ({ truck: fixes[0]?.truckId, terminal: phoneOfTruck(index), plate: plateOfTruck(index), positions: fixes.length })),
    planted: planted.filter(({ watch }) => !UNTOLD.includes(watch)),
    untold: planted.filter(({ watch }) => UNTOLD.includes(watch)),
    trips: plan.day?.trips ?? [],
  }
}

/** Enters the fleet in the register of a server over HTTP; why it could not be, in words. */
async function entered({ register = '', login, password }: FleetQuestion, { data }: SimulatedDay): Promise<string | undefined> {
  if (password === undefined) return '登记车辆须先登录：请用环境变量 ZHUNSHENG_PASSWORD 给出口令'
  const send = (path: string, body: unknown, headers: Readonly<Record<string, string>>) => fetch(new URL(path, register), { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
  try {
    const session = await send('/api/session', { name: login, password }, {})
    if (!session.ok) return `登录没有成功（${session.status}）`
    const cookie = session.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ')
    await registerFleet(async (kind, record, key) => {
      const answer = await send(`/api/trucks/register/${kind}`, { data: record, version: 0 }, { cookie, 'idempotency-key': key })
      const said: unknown = await answer.json()
      if (!answer.ok) throw new Error(JSON.stringify(said))
      return idIn(said)
    }, data, { from: '2021-01-01', until: '2030-12-31' })
    return undefined
  } catch (failure) {
    return `登记没有成功：${failure instanceof Error ? failure.message : String(failure)}`
  }
}
const idIn = (said: unknown): string => (typeof said === 'object' && said !== null && 'row' in said && typeof said.row === 'object' && said.row !== null && 'id' in said.row ? String(said.row.id) : '')
