import fastify from 'fastify'
import { expect, test } from 'vitest'
import { answerFailure } from './problem.ts'
import { rateLimit } from './rate-limit.ts'

test('限流 · so many requests of an address pass, the next waits as long as it is told; another address waits for nobody', async () => {
  let nowMs = 0
  const limit = rateLimit({ requests: 3, everySeconds: 60, nowMs: () => nowMs })
  const http = fastify({ trustProxy: true })
  http.setErrorHandler((failure: Parameters<typeof answerFailure>[0], request, reply) => answerFailure(failure, request, reply))
  http.get('/', (request, reply) => {
    limit(request, reply)
    return 'ok'
  })
  const asks = async (ip: string) => http.inject({ url: '/', headers: { 'x-forwarded-for': ip } })
  for (let sent = 0; sent < 3; sent += 1) expect((await asks('192.0.2.1')).statusCode).toBe(200)
  const refused = await asks('192.0.2.1')
  expect([refused.statusCode, refused.headers['retry-after'], refused.json().type]).toEqual([429, '20', '/problems/too-many'])
  expect((await asks('192.0.2.2')).statusCode).toBe(200)
  nowMs = 20_000
  expect((await asks('192.0.2.1')).statusCode).toBe(200)
  expect((await asks('192.0.2.1')).statusCode).toBe(429)
})
