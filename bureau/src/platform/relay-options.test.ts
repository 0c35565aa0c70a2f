import { describe, expect, test } from 'vitest'
import { readOptions } from './options.ts'

const env = { NATS_URL: 'nats://broker.example:4222', DATABASE_URL: 'postgres://database.example/zhunsheng' }
const relay = (argv: readonly string[], more: Readonly<Record<string, string>> = {}) => readOptions(argv, { ...env, ...more }).relay

describe('several processes that share the trucks', () => {
  test('without a broker there is one process, whatever the database is', () => {
    expect(readOptions([], {}).relay).toBeUndefined()
    expect(readOptions(['--role', 'all'], { DATABASE_URL: env.DATABASE_URL }).relay).toBeUndefined()
  })
  test('with one, a process does everything until it is told otherwise', () => expect(relay([])).toEqual({ role: 'all', servers: ['nats://broker.example:4222'], replicas: 1 }))
  test.each([
    ['web', []],
    ['worker', []],
    ['gateway', ['--terminal-port', '8022']],
    ['all', ['--terminal-port', '8022']],
  ])('or what it is told: %s', (role, more) => expect(relay(['--role', role, ...more])).toMatchObject({ role }))
  test('a cluster is named server by server, with its user in the first address', () => {
    expect(relay([], { NATS_URL: 'tls://bureau:a%40b@one.example:4222, tls://two.example:4222', NATS_REPLICAS: '3' })).toEqual({ role: 'all', servers: ['tls://one.example:4222', 'tls://two.example:4222'], user: 'bureau', pass: 'a@b', replicas: 3 })
  })
  test.each([
    ['a role that there is not', ['--role', 'boss'], {}, 'all、web、gateway、worker'],
    ['a part of the work without a broker', ['--role', 'worker'], { NATS_URL: '' }, 'NATS_URL'],
    ['several processes on the embedded database', [], { DATABASE_URL: '' }, '须使用 PostgreSQL'],
    ['an address of something else', [], { NATS_URL: 'http://broker.example' }, 'nats://主机:4222'],
    ['an address with a path', [], { NATS_URL: 'nats://broker.example/x' }, 'nats://主机:4222'],
    ['one bad address of several', [], { NATS_URL: 'nats://one.example,two.example' }, 'nats://主机:4222'],
    ['a gateway without a port', ['--role', 'gateway'], {}, '--terminal-port'],
    ['a worker with a port', ['--role', 'worker', '--terminal-port', '8022'], {}, '请去掉 --terminal-port'],
    ['pages with a port', ['--role', 'web', '--terminal-port', '8022'], {}, '请去掉 --terminal-port'],
    ['a worker that makes the data ready', ['--role', 'worker', '--prepare'], {}, '--role web --prepare'],
    ['no copy at all', [], { NATS_REPLICAS: '0' }, '1 至 5'],
    ['half a copy', [], { NATS_REPLICAS: '1.5' }, '1 至 5'],
  ])('%s is refused in one sentence', (_, argv, more, because) => expect(() => relay(argv, more)).toThrow(because))
})
