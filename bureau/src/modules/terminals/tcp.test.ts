import { connect } from 'node:net'
import { gbkText } from '@zhunsheng/jt808/bytes/text.ts'
import { expect, test } from 'vitest'
import { USUAL_GATEWAY } from './limits.ts'
import { rollOf } from './roll.ts'
import { tallyOf } from './tally.ts'
import { tcpGateway } from './tcp.ts'

test('bytes without end in which no frame begins close the connection', async () => {
  const tally = tallyOf()
  const desk = { register: async () => ({ refused: 4 as const }), authenticate: async () => undefined, identify: async () => undefined, logOut: async () => undefined, hold: async () => undefined, take: async () => undefined, record: async () => 'kept' as const, card: async () => undefined, warn: async () => undefined }
  const server = tcpGateway({ text: gbkText(() => ''), tally, nowMs: () => 0, desk, roll: rollOf(() => 0), limits: { ...USUAL_GATEWAY, bytesWithoutFrame: 1000 } })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const socket = connect(typeof address === 'object' && address !== null ? address.port : 0, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.resume()
  socket.write(new Uint8Array(5000).fill(0x55))
  await new Promise<void>((done) => void socket.once('close', () => done()))
  expect(tally.counts()).toMatchObject({ garbled: 1 })
  server.close()
})
