import type { Socket } from 'node:net'
import { expect } from 'vitest'
import { mediaCamera, type MediaCamera } from './media-camera.ts'
import { COOKIE } from './platform/session.ts'
import { simulatedFleet, type SimulatedFleet } from './simulated-fleet.ts'
import { frameOf, knownTerminal, phoneOf, type TerminalLine } from './terminal-line.ts'
import { Trucks } from './trucks-file.ts'
import { testBureau, type Answer, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
export const HOST = '127.0.0.1'
type Send = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: Readonly<Record<string, unknown>>, who?: string) => Promise<Answer>

/** What an officer watches, with the line and the camera of its terminal. */
export interface Watched {
  readonly line: TerminalLine
  readonly camera: MediaCamera
  readonly path: string
  readonly view: () => Promise<Answer>
}
/** A test's bureau whose trucks have terminals with cameras, on real sockets. */
export interface VideoBureau {
  readonly bureau: TestBureau
  readonly fleet: SimulatedFleet
  readonly mediaPort: number
  readonly open: Socket[]
  readonly send: Send
  readonly wish: (truck: number, more?: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
  readonly terminal: (truck: number) => Promise<TerminalLine>
  readonly camera: (as: Parameters<typeof mediaCamera>[3]) => Promise<MediaCamera>
  /** An officer watches a truck whose terminal has connected. */
  readonly watched: (truck: number, more?: { readonly phoneBytes?: 6 | 10 }) => Promise<Watched>
  /** Over a real connection, as a browser does. */
  readonly fetched: (path: string, more?: { readonly signal?: AbortSignal; readonly range?: string }) => Promise<Response>
  /** Ends every watch and connection of a test. */
  readonly ended: () => Promise<void>
  readonly close: () => Promise<void>
}

/** The terminal of a truck answers what it was asked; answers what that was. */
export async function confirmed(line: TerminalLine, truck: number, result = 0): ReturnType<TerminalLine['said']> {
  const said = await line.said()
  line.send(frameOf(phoneOf(truck), 'terminalAnswer', { serial: line.heardHead()?.serial ?? 0, messageId: 0, result }))
  return said
}
export const isRunning = async ({ view }: Pick<Watched, 'view'>): Promise<void> => {
  await expect.poll(async () => (await view()).body['media'], { timeout: 5000 }).toBe('video/mp4; codecs="avc1.42C01E"')
}
/** So many frames have come in whole. */
export const hasCome = async ({ view }: Pick<Watched, 'view'>, frames: number): Promise<void> => {
  await expect.poll(async () => (await view()).body['counts'], { timeout: 20_000 }).toEqual(expect.arrayContaining([{ key: 'units', name: '完整的帧', count: frames }]))
}

export async function videoBureau(): Promise<VideoBureau> {
  const bureau = await testBureau(ON, undefined, { trucks: Trucks.parse({ video: { streams: 2, source: '测试' } }) })
  const fleet = await simulatedFleet(bureau, { on: ON, trucks: 5, trips: 1, misbehaving: true })
  await fleet.live(bureau.server.sink)
  const port = await bureau.server.gateway.listen(0, HOST)
  const mediaPort = await bureau.server.media.listen(0, HOST)
  const base = await bureau.server.http.listen({ port: 0, host: HOST })
  const open: Socket[] = []
  const asked: (readonly [who: string, path: string])[] = []
  const send: Send = async (method, path, body, who = 'wang') => {
    const answer = await bureau.send(who, method, path, body)
    if (path === '/api/trucks/video' && answer.status === 201) asked.push([who, `${path}/${String(answer.body['id'])}`])
    return answer
  }
  const wish: VideoBureau['wish'] = (truck, more = {}) => ({ truck: fleet.idOf(`truck-${truck}`), channel: 1, reason: '核实举报', ...more })
  const terminal = (truck: number): Promise<TerminalLine> => knownTerminal(port, HOST, open, truck)
  const camera: VideoBureau['camera'] = (as) => mediaCamera(mediaPort, HOST, open, as)
  return {
    bureau, fleet, mediaPort, open, send, wish, terminal, camera,
    watched: async (truck, more = {}) => {
      const line = await terminal(truck)
      const { body, status, text } = await send('POST', '/api/trucks/video', wish(truck))
      if (status !== 201) throw new Error(text)
      await confirmed(line, truck)
      const path = `/api/trucks/video/${String(body['id'])}`
      return { line, camera: await camera({ phone: phoneOf(truck), ...more }), path, view: () => send('GET', path) }
    },
    fetched: async (path, { signal, range } = {}) => {
      const cookie = `${COOKIE}=${await bureau.server.sessions.open('wang')}`
      return fetch(`${base}${path}`, { headers: { cookie, ...(range === undefined ? {} : { range }) }, ...(signal === undefined ? {} : { signal }) })
    },
    ended: async () => {
      for (const [who, path] of asked.splice(0)) await send('DELETE', path, undefined, who)
      for (const socket of open.splice(0)) socket.destroy()
      await expect.poll(async () => (await send('GET', '/api/trucks/video')).body['streams']).toBe(0)
    },
    close: async () => {
      await bureau.server.gateway.close()
      // All answers have been read; fetch keeps its connections for later.
      bureau.server.http.server.closeAllConnections()
      await bureau.close()
    },
  }
}
