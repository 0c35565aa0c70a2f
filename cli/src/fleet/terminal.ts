import { MESSAGES, type Message } from '@zhunsheng/jt808/messages/catalogue.ts'
import type { Version } from '@zhunsheng/jt808/version.ts'
import type { Fix } from '@zhunsheng/trucks/fix.ts'
import { openCameras, type Cameras } from './camera.ts'
import { openLine, type Sent, type TerminalLine } from './line.ts'
import { PICTURE } from './picture.ts'
import { reportOf } from './report.ts'

/** One truck's terminal (仿真终端): registers, authenticates, reports, keeps what it cannot send, and answers the platform. */
export interface TerminalOptions {
  readonly host: string
  readonly port: number
  readonly phone: string
  readonly plate: string
  readonly version: Version
  /** Its positions in their order, and when each is due, in milliseconds from now. */
  readonly fixes: readonly Fix[]
  readonly dueMs: (fix: Fix) => number
  readonly nowMs: () => number
  /** While this holds for a position the line is cut, and the position waits in the terminal's memory. */
  readonly isCut: (index: number) => boolean
  readonly answerMs: number
  /** So many reports may wait for their answer at once. */
  readonly window: number
}
/** What a terminal did, and what came back. */
export interface TerminalResult extends Sent {
  readonly acknowledged: number
  /** Of these, those that were kept and sent together after a break. */
  readonly batched: number
  readonly breaks: number
  readonly unacknowledged: number
  /** In words, why nothing could be sent; nothing where all went well. */
  readonly refused: string | undefined
}

const BATCH = 30
const BEAT_EVERY_MS = 60_000
const [FIRST_WAIT_MS, LONGEST_WAIT_MS, LAST_TRIES] = [200, 5000, 8]
const REFUSALS = ['', '车辆已被注册', '没有登记这辆车，或者号牌不符', '终端号已由另一台终端注册，须先在平台上允许更换', '没有登记这个终端号']
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** What a terminal knows while it runs. */
interface Running {
  readonly options: TerminalOptions
  readonly done: { frames: number; resent: number; duplicates: number; broken: number; acknowledged: number; batched: number; breaks: number }
  readonly underWay: Set<Promise<void>>
  readonly kept: Fix[]
  code: string | undefined
  refused: string | undefined
  serial: number
  beatMs: number
  line: TerminalLine | undefined
  last: Fix | undefined
  readonly cameras: Cameras
}

export async function runTerminal(options: TerminalOptions): Promise<TerminalResult> {
  const terminal: Running = { options, done: { frames: 0, resent: 0, duplicates: 0, broken: 0, acknowledged: 0, batched: 0, breaks: 0 }, underWay: new Set(), kept: [], code: undefined, refused: undefined, serial: 0, beatMs: 0, line: undefined, last: undefined, cameras: openCameras(options.phone) }
  for (const [index, fix] of options.fixes.entries()) {
    const waitMs = options.dueMs(fix) - options.nowMs()
    if (waitMs > 0) await sleep(waitMs)
    if (terminal.refused !== undefined) break
    terminal.last = fix
    if (options.isCut(index)) await cut(terminal)
    if (options.isCut(index) || !(await reached(terminal)) || !(await emptied(terminal))) terminal.kept.push(fix)
    else await report(terminal, fix)
  }
  await Promise.all(terminal.underWay)
  let waitMs = FIRST_WAIT_MS
  for (let attempt = 0; attempt < LAST_TRIES && terminal.kept.length > 0 && terminal.refused === undefined; attempt += 1) {
    if ((await reached(terminal)) && (await emptied(terminal))) break
    await sleep(waitMs)
    waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2)
  }
  terminal.cameras.close()
  terminal.line?.close()
  return { ...terminal.done, unacknowledged: options.fixes.length - terminal.done.acknowledged, refused: terminal.refused }
}

async function cut(terminal: Running): Promise<void> {
  if (terminal.line === undefined) return
  await Promise.all(terminal.underWay)
  terminal.line.close()
  terminal.line = undefined
  terminal.done.breaks += 1
}

/** Has a line on which it was let in, or opens one. */
async function reached(terminal: Running): Promise<boolean> {
  if (terminal.line?.isOpen() === true) return true
  const { options, done } = terminal
  const next = (frames: number): number => {
    const first = terminal.serial
    terminal.serial = (terminal.serial + frames) & 0xffff
    return first
  }
  const line = await openLine({ ...options, sent: done, heard: (message, serial) => { if (terminal.line !== undefined) answer(terminal.line, message, serial, terminal) } }, next)
  terminal.line = undefined
  if (line === undefined) return false
  terminal.refused = await letIn(line, options, terminal)
  if (terminal.refused !== undefined) {
    line.close()
    return false
  }
  terminal.line = line
  return true
}

/** Sends what was kept, in its order; answers whether nothing is left. */
async function emptied(terminal: Running): Promise<boolean> {
  const { line, kept, done } = terminal
  while (kept.length > 0 && line?.isOpen() === true) {
    const some = kept.slice(0, BATCH)
    if (!isDone(await line.ask('locationBatch', { type: 1, locations: some.map(reportOf), refused: [] }))) return false
    kept.splice(0, some.length)
    done.acknowledged += some.length
    done.batched += some.length
  }
  return kept.length === 0
}

/** Sends one position, and waits only where too many are under way. What is not answered is kept, and the line given up. */
async function report(terminal: Running, fix: Fix): Promise<void> {
  const { line, options: { nowMs, window }, underWay, kept, done } = terminal
  if (line === undefined) return void kept.push(fix)
  if (nowMs() - terminal.beatMs > BEAT_EVERY_MS) {
    terminal.beatMs = nowMs()
    line.tell('heartbeat', {})
  }
  const one: Promise<void> = line.ask('location', reportOf(fix)).then((said) => {
    if (isDone(said)) done.acknowledged += 1
    else {
      kept.push(fix)
      line.close()
    }
  }).finally(() => underWay.delete(one))
  underWay.add(one)
  if (underWay.size >= window) await Promise.race(underWay)
}

const isDone = (said: Message | undefined): boolean => said?.name === 'platformAnswer' && said.body.result === 0

/** Registers where it has no code yet, authenticates itself, and says whose card is in; why not, in words, where it is not let in. */
async function letIn(line: TerminalLine, { phone, plate, version, nowMs }: TerminalOptions, memory: { code: string | undefined }): Promise<string | undefined> {
  if (memory.code === undefined) {
    const said = await line.ask('registration', { province: 50, city: 107, maker: 'ZS', model: 'SIM-1', terminalId: phone.slice(-7), plateColour: 2, plate })
    if (said === undefined) return undefined
    if (said.name !== 'registrationAnswer' || said.body.code === undefined) return `${plate}（${phone}）注册被拒绝：${said.name === 'registrationAnswer' ? (REFUSALS[said.body.result] ?? said.body.result) : '应答有误'}`
    memory.code = said.body.code
  }
  const said = await line.ask('authentication', { code: memory.code, ...(version === 2019 ? { imei: '0'.repeat(15), softwareVersion: '1' } : {}) })
  if (said !== undefined && !isDone(said)) return `${plate}（${phone}）鉴权被拒绝`
  line.tell('driverCard', { status: 1, atMs: Math.floor(nowMs() / 1000) * 1000, cardResult: 0, name: '示例驾驶员', licence: `示例${phone.slice(-6)}`, issuer: '示例', validUntil: '2030-12-31', ...(version === 2019 ? { idNumber: '' } : {}) })
  return undefined
}

/** What the platform asks is answered: where it is, how it is set up, a picture, and live pictures. */
function answer(line: TerminalLine, message: Message, serial: number, { last, cameras }: Pick<Running, 'last' | 'cameras'>): void {
  switch (message.name) {
    case 'locationQuery':
      return last === undefined ? undefined : line.tell('locationAnswer', { serial, location: reportOf(last) })
    case 'parametersQuery':
      return line.tell('parameters', { serial, parameters: [{ id: 0x01, value: 60 }, { id: 0x29, value: 10 }, { id: 0x55, value: 80 }] })
    case 'cameraOrder':
      line.tell('cameraAnswer', { serial, result: 0, mediaIds: [serial + 1] })
      return last === undefined ? undefined : line.tell('media', { mediaId: serial + 1, type: 0, format: 0, event: 0, channel: message.body.channel, location: { ...reportOf(last), others: [], mileageTenthsKm: undefined }, data: PICTURE })
    case 'live':
      line.tell('terminalAnswer', { serial, messageId: MESSAGES.live.id, result: 0 })
      return cameras.start(message.body)
    case 'liveControl':
      line.tell('terminalAnswer', { serial, messageId: MESSAGES.liveControl.id, result: 0 })
      return cameras.stop(message.body)
    case 'mediaAnswer':
    case 'platformMissingParts':
      return undefined
    default:
      return line.tell('terminalAnswer', { serial, messageId: 0, result: 0 })
  }
}
