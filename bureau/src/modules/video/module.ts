import type { Server } from 'node:net'
import type { Http } from '../../platform/http.ts'
import type { Officers } from '../officers/contract.ts'
import type { NoteLook } from '../tracking/contract.ts'
import { videoDesk, type DeskParts } from './desk.ts'
import { USUAL_VIDEO, type VideoRules } from './rules.ts'
import { videoRoutes } from './routes.ts'

/** The live pictures of the trucks (实时视频): the port where terminals bring them. */
export interface Video {
  /** Listens for TCP; 0 takes a free port. Answers the port. */
  readonly listen: (port: number, host: string) => Promise<number>
  readonly close: () => Promise<void>
}
const TURN_MS = 2000

/** Builds the live pictures: what is asked over HTTP, and the port that is told to listen. */
export function video(http: Http, given: Omit<DeskParts, 'onFault' | 'rules'> & { readonly officers: Officers; readonly noteLook: NoteLook; readonly rules?: VideoRules }): Video {
  const parts = { ...given, rules: given.rules ?? USUAL_VIDEO, onFault: (fault: unknown) => http.log.error(fault, 'live pictures could not be ordered or kept') }
  const desk = videoDesk(parts)
  let open: { readonly server: Server; readonly timer: NodeJS.Timeout; readonly port: number } | undefined
  videoRoutes(http, { ...parts, desk, listens: () => open?.port })
  const close = async (): Promise<void> => {
    const was = open
    open = undefined
    if (was !== undefined) clearInterval(was.timer)
    await desk.close()
    if (was !== undefined) await new Promise((resolve) => was.server.close(resolve))
  }
  // Films that go on would keep the server from closing.
  http.addHook('preClose', close)
  return {
    close,
    listen: async (port, host) => {
      const server = desk.port()
      await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
      const address = server.address()
      const taken = typeof address === 'object' && address !== null ? address.port : port
      open = { server, port: taken, timer: setInterval(desk.turn, TURN_MS).unref() }
      return taken
    },
  }
}
