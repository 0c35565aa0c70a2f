import { describe, expect, test } from 'vitest'
import { readTracks } from './recorded.ts'

const HEAD = 'longitude,latitude,timestamp,name_id\n'

describe('recorded tracks', () => {
  test('a minute and a kilometre later it drives at 60 km/h to the north', () => {
    const [first, second] = readTracks(`${HEAD}106.5,29.5,2021-03-01 08:00:00,one\n106.5,29.509022,2021-03-01 08:01:00,one\n`).get('one') ?? []
    expect(first).toMatchObject({ atMs: Date.UTC(2021, 2, 1, 0, 0, 0), speedKmh: 0, lat: 29.5, lon: 106.5 })
    expect(second).toMatchObject({ speedKmh: 60, headingDeg: 0 })
    expect(second).not.toHaveProperty('cover')
  })
  test('tracks are kept apart', () => expect([...readTracks(`${HEAD}106,29,2021-03-01 08:00:00,one\n107,29,2021-03-01 08:00:00,two\n`).keys()]).toEqual(['one', 'two']))
  test.each(['106,29,yesterday,one', 'x,29,2021-03-01 08:00:00,one', '106,29,2021-03-01 08:00:00,'])('a line that cannot be read is named: %s', (line) => expect(() => readTracks(`${HEAD}${line}\n`)).toThrow('line 2'))
})
