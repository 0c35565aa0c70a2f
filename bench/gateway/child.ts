import { spawn } from 'node:child_process'
import { connect, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { frameOf, phoneOf } from './fleet.ts'

export type Kind = 'judged' | 'unjudged' | 'plain' | 'relayed' | 'worker'
/** A gateway in a process of its own, and what it holds in memory now. */
export interface Gateway {
  readonly port: number
  readonly process: number
  readonly memory: () => Promise<number>
  readonly stop: () => Promise<void>
}

export async function startGateway(kind: Kind, url = '', broker = ''): Promise<Gateway> {
  const child = spawn(process.execPath, ['--expose-gc', ...(process.env['BENCH_SERVER_FLAGS']?.split(' ') ?? []), join(import.meta.dirname, 'server.ts'), kind, url, broker], { stdio: ['pipe', 'pipe', 'inherit'] })
  process.once('exit', () => child.kill('SIGTERM'))
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const said = async (word: string): Promise<number> => {
    const { value } = await lines.next()
    const read: unknown = JSON.parse(String(value))
    return Number(typeof read === 'object' && read !== null ? new Map(Object.entries(read)).get(word) : NaN)
  }
  const port = await said('port')
  return {
    port,
    process: child.pid ?? 0,
    memory: () => {
      child.stdin.write('\n')
      return said('bytes')
    },
    stop: () => new Promise((done) => { child.once('exit', () => done()); child.kill('SIGTERM') }),
  }
}

/** A terminal that has been let in: sends frames, and is told of every answer. Only delimiters are looked at, so that the client costs little. */
export interface Caller {
  readonly socket: Socket
  readonly onAnswers: (heard: (answers: number) => void) => void
}
export async function call(port: number, index: number): Promise<Caller> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((resolve, reject) => { socket.once('connect', resolve); socket.once('error', reject) })
  let heard: (answers: number) => void = () => undefined
  let half = 0
  socket.on('data', (piece) => {
    let delimiters = half
    for (const byte of Buffer.from(piece)) if (byte === 0x7e) delimiters += 1
    half = delimiters % 2
    if (delimiters > 1) heard(Math.floor(delimiters / 2))
  })
  const letIn = new Promise<void>((resolve, reject) => { heard = () => resolve(); socket.once('close', () => reject(new Error('the gateway closed the line'))) })
  socket.write(frameOf(phoneOf(index), 0, 'authentication', { code: 'any', imei: '0'.repeat(15), softwareVersion: '1' }))
  await letIn
  heard = () => undefined
  return { socket, onAnswers: (listener) => { heard = listener } }
}
