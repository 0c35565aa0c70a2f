import type { Message } from '@zhunsheng/jt808/messages/catalogue.ts'
import type { Version } from '@zhunsheng/jt808/version.ts'
import type { Fix } from '@zhunsheng/trucks/fix.ts'
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

export async function runTerminal(options: TerminalOptions): Promise<TerminalResult> {
  const memory = { code: undefined as string | undefined, serial: 0, kept: [] as Fix[], refused: undefined as string | undefined, waitMs: FIRST_WAIT_MS, beatMs: 0 }
  const done = { frames: 0, resent: 0, duplicates: 0, broken: 0, acknowledged: 0, batched: 0, breaks: 0 }
  let line: TerminalLine | undefined
  const next = (frames: number): number => {
    const first = memory.serial
    memory.serial = (memory.serial + frames) & 0xffff
    return first
  }
  let last: Fix | undefined
  const open = async (): Promise<TerminalLine | undefined> => {
    let opened: TerminalLine | undefined
    opened = await openLine({ ...options, sent: done, heard: (message, serial) => { if (opened !== undefined) answer(opened, message, serial, last) } }, next)
    if (opened === undefined) return undefined
    const refusal = await letIn(opened, options, memory)
    if (refusal === undefined) return opened
    memory.refused = refusal
    opened.close()
    return undefined
  }
  /** Sends what was kept, in its order; answers whether nothing is left. */
  const emptied = async (): Promise<boolean> => {
    while (memory.kept.length > 0 && line?.isOpen() === true) {
      const some = memory.kept.slice(0, BATCH)
      if (!isDone(await line.ask('locationBatch', { type: 1, locations: some.map(reportOf), refused: [] }))) return false
      memory.kept.splice(0, some.length)
      done.acknowledged += some.length
      done.batched += some.length
    }
    return memory.kept.length === 0
  }
  const reached = async (): Promise<boolean> => {
    if (line?.isOpen() === true) return true
    line = await open()
    return line !== undefined
  }
  const underWay = new Set<Promise<void>>()
  for (const [index, fix] of options.fixes.entries()) {
    const waitMs = options.dueMs(fix) - options.nowMs()
    if (waitMs > 0) await sleep(waitMs)
    if (memory.refused !== undefined) break
    last = fix
    if (options.isCut(index)) {
      if (line !== undefined) {
        await Promise.all(underWay)
        line.close()
        line = undefined
        done.breaks += 1
      }
      memory.kept.push(fix)
      continue
    }
    if (!(await reached()) || !(await emptied()) || line === undefined) {
      memory.kept.push(fix)
      continue
    }
    if (options.nowMs() - memory.beatMs > BEAT_EVERY_MS) {
      memory.beatMs = options.nowMs()
      line.tell('heartbeat', {})
    }
    const over: TerminalLine = line
    const one: Promise<void> = over.ask('location', reportOf(fix)).then((said) => {
      if (isDone(said)) done.acknowledged += 1
      else {
        memory.kept.push(fix)
        over.close()
      }
    }).finally(() => underWay.delete(one))
    underWay.add(one)
    if (underWay.size >= options.window) await Promise.race(underWay)
  }
  await Promise.all(underWay)
  for (let attempt = 0; attempt < LAST_TRIES && memory.kept.length > 0 && memory.refused === undefined; attempt += 1) {
    if ((await reached()) && (await emptied())) break
    await sleep(memory.waitMs)
    memory.waitMs = Math.min(LONGEST_WAIT_MS, memory.waitMs * 2)
  }
  line?.close()
  return { ...done, unacknowledged: options.fixes.length - done.acknowledged, refused: memory.refused }
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

/** What the platform asks is answered: where it is, how it is set up, and a picture. */
function answer(line: TerminalLine, message: Message, serial: number, last: Fix | undefined): void {
  switch (message.name) {
    case 'locationQuery':
      return last === undefined ? undefined : line.tell('locationAnswer', { serial, location: reportOf(last) })
    case 'parametersQuery':
      return line.tell('parameters', { serial, parameters: [{ id: 0x01, value: 60 }, { id: 0x29, value: 10 }, { id: 0x55, value: 80 }] })
    case 'cameraOrder':
      line.tell('cameraAnswer', { serial, result: 0, mediaIds: [serial + 1] })
      return last === undefined ? undefined : line.tell('media', { mediaId: serial + 1, type: 0, format: 0, event: 0, channel: message.body.channel, location: { ...reportOf(last), others: [], mileageTenthsKm: undefined }, data: PICTURE })
    case 'mediaAnswer':
    case 'platformMissingParts':
      return undefined
    default:
      return line.tell('terminalAnswer', { serial, messageId: 0, result: 0 })
  }
}
