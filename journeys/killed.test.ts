import { connect } from 'node:net'
import { plainCryptography } from '@zhunsheng/record/plain-cryptography.ts'
import { verifyBundle } from '@zhunsheng/record/verify-bundle.ts'
import { readVkey } from '@zhunsheng/record/vkey.ts'
import { expect, test } from 'vitest'
import { startServer, type RunningServer } from './server.ts'

const ON = '2021-12-31'
const APPLY = { source: 'patrol', matter: 'street.front', subject: 'citizen', party: { kind: 'citizen', name: '何苗', birthday: '1985-06-01', capacity: 'full', address: '示例路 12 号' }, place: '示例路 12 号', actedFrom: ON, discoveredOn: ON, endangersLife: false, finedBefore: false, facts: '出店经营。' }
const COLLECT = { kind: 'audiovisual', title: '照片', proves: '出店经营', origin: '现场拍摄', place: '示例路', original: 'original', fromDevice: false, deviceReviewed: false }

async function logIn({ address }: RunningServer): Promise<(path: string, body?: unknown) => Promise<Response>> {
  const answer = await fetch(`${address}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: 'zhang', password: 'zhunsheng2021' }) })
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ')
  return (path, body) => fetch(`${address}${path}`, body === undefined ? { headers: { cookie } } : { method: 'POST', headers: { cookie, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }, body: JSON.stringify(body) })
}

test('a server that is killed while it records loses no act that it has confirmed, and half of none', async () => {
  const first = await startServer(1)
  const send = await logIn(first)
  const { id }: { readonly id: string } = JSON.parse(await (await send('/api/cases', { kind: 'apply', on: ON, with: ['li'], data: APPLY })).text())
  let confirmed = 1
  const recording = (async () => {
    for (;;) {
      const answer = await send(`/api/cases/${id}/acts`, { kind: 'collect', on: ON, with: ['li'], data: COLLECT, version: confirmed })
      if (answer.status !== 201) throw new Error(await answer.text())
      await answer.text()
      confirmed += 1
    }
  })().catch(() => undefined)
  while (confirmed < 20) await new Promise((done) => setTimeout(done, 5))
  await first.kill()
  await recording

  const second = await startServer(1, first.folder)
  try {
    const ask = await logIn(second)
    const { version, acts }: { readonly version: number; readonly acts: readonly { readonly seq: number; readonly leaf?: number }[] } = JSON.parse(await (await ask(`/api/cases/${id}`)).text())
    // One more may have been recorded whose confirmation did not get through any more.
    expect([confirmed, confirmed + 1]).toContain(version)
    expect(acts.map(({ seq }) => seq)).toEqual(Array.from({ length: version }, (_, index) => index + 1))
    const { keys }: { readonly keys: readonly string[] } = JSON.parse(await (await ask('/api/public/log-keys')).text())
    const logKeys = keys.flatMap((text) => {
      const key = readVkey(plainCryptography.sha256, text)
      return key.ok ? [key.value] : []
    })
    const bundle = new Uint8Array(await (await ask(`/api/cases/${id}/bundle`)).arrayBuffer())
    expect(verifyBundle(bundle, { logKeys, witnessKeys: [], witnessesNeeded: 0 }, plainCryptography).findings).toEqual([])
    expect((await ask(`/api/cases/${id}/acts`, { kind: 'collect', on: ON, with: ['li'], data: COLLECT, version })).status).toBe(201)
  } finally {
    await second.stop()
  }
})

test('a server that is asked to end finishes what it answers, and does not wait for whoever never finishes asking', async () => {
  const server = await startServer(1, undefined, ['--no-demo'])
  const { hostname, port } = new URL(server.address)
  const slow = connect(Number(port), hostname)
  slow.on('error', () => undefined)
  const cut = new Promise<void>((done) => slow.once('close', () => done()))
  await new Promise<void>((done) => slow.once('connect', done))
  slow.write(`POST /api/session HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\ncontent-length: 60\r\n\r\n{"name":`)
  await expect.poll(async () => (await fetch(`${server.address}/api/public/log-keys`)).status).toBe(200)
  await server.stop()
  await cut
}, 30_000)
