import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testBureau, type TestBureau } from './test-bureau.ts'
import { Trucks } from './trucks-file.ts'

const TILES = { url: 'https://tiles.example/{z}/{x}/{y}.png', attribution: '某图 审图号', datum: 'GCJ-02' }
let plain: TestBureau
let tiled: TestBureau
beforeAll(async () => {
  ;[plain, tiled] = await Promise.all([testBureau('2021-08-10'), testBureau('2021-08-10', undefined, { trucks: Trucks.parse({ map: { tiles: TILES } }) })])
})
afterAll(() => Promise.all([plain.close(), tiled.close()]))

const asked = async ({ server: { http } }: TestBureau, url: string) => {
  const { body, headers } = await http.inject({ method: 'GET', url })
  return { body, policy: String(headers['content-security-policy']) }
}

describe('底图 · what maps lie on', () => {
  test('without a service nothing is asked from outside the house', async () => {
    const { body, policy } = await asked(plain, '/api/public/map')
    expect(JSON.parse(body)).toEqual({})
    expect(policy).toContain("connect-src 'self';")
    expect(policy).not.toContain('http')
  })
  test('with one, its host and no other is opened for pictures, and for nothing that runs', async () => {
    const { body, policy } = await asked(tiled, '/api/public/map')
    expect(JSON.parse(body)).toEqual({ tiles: { ...TILES, mostZoom: 18 } })
    expect(policy.split('; ').filter((rule) => rule.includes('https://tiles.example')).map((rule) => rule.split(' ')[0])).toEqual(['img-src', 'connect-src'])
    expect(policy).toContain("script-src 'self'; worker-src 'self';")
  })
})
