import { describe, expect, test } from 'vitest'
import type { Registered } from '../trucks/contract.ts'
import { shapeOf as shapeIn } from './shapes.ts'

const shapeOf = (record: Registered, ofGate: boolean) => shapeIn(record, ofGate, 2019)

const site = (more: Readonly<Record<string, unknown>> = {}): Registered => ({ id: 'site-1', kind: 'site', title: '示例工地', data: { name: '示例工地', contractor: '示例', address: '示例路', quota: 10, from: '2021-01-01', until: '2021-12-31', area: [[106.5, 29.5], [106.51, 29.505], [106.5, 29.51]], ...more } })
const zone = (more: Readonly<Record<string, unknown>> = {}): Registered => ({ id: 'zone-1', kind: 'zone', title: '学校', data: { name: '学校', basis: '示例', area: [[106.5, 29.5], [106.51, 29.5], [106.51, 29.51], [106.5, 29.51]], ...more } })
const route = (width: number): Registered => ({ id: 'route-1', kind: 'route', title: '一号线', data: { name: '一号线', line: [[106.5, 29.5], [106.6, 29.5]], width } })

describe('what is drawn in the register becomes what a terminal watches (区域和路线下发)', () => {
  test('an area with corners is a polygon; the driver is not told that he came to work', () =>
    expect(shapeOf(site(), false)).toMatchObject({ ok: true, shape: { kind: 'polygon', body: { attributes: 0b10_1000, name: '示例工地', points: [{ latitudeE6: 29_500_000, longitudeE6: 106_500_000 }, {}, {}] } } }))
  test('one along the meridians is a rectangle; going into a no-go area is told to the driver', () =>
    expect(shapeOf(zone(), false)).toMatchObject({ ok: true, shape: { kind: 'rectangle', body: { setting: 1, areas: [{ attributes: 0b1100, northWestLatitudeE6: 29_510_000, northWestLongitudeE6: 106_500_000, southEastLatitudeE6: 29_500_000, southEastLongitudeE6: 106_510_000 }] } } }))
  test('a ring that ends where it began has no corner too many', () =>
    expect(shapeOf(site({ area: [[106.5, 29.5], [106.51, 29.505], [106.5, 29.51], [106.5, 29.5]] }), false)).toMatchObject({ shape: { body: { points: [{}, {}, {}] } } }))
  test('south and west are bits, as coordinates have no sign', () =>
    expect(shapeOf(site({ area: [[-70.5, -29.5], [-70.51, -29.505], [-70.5, -29.51]] }), false)).toMatchObject({ shape: { body: { attributes: 0b1110_1000, points: [{ latitudeE6: 29_500_000, longitudeE6: 70_500_000 }, {}, {}] } } }))
  test('a gate is a circle, with a number of its own', () => {
    const gate = shapeOf(site({ gate: { at: [106.5, 29.5], radius: 30 } }), true)
    expect(gate).toMatchObject({ ok: true, shape: { kind: 'circle', body: { areas: [{ radiusM: 30, latitudeE6: 29_500_000 }] } } })
    const area = shapeOf(site(), false)
    expect(gate.ok && area.ok && gate.shape.id !== area.shape.id).toBe(true)
  })
  test('a corridor is a route, as wide as it was drawn', () =>
    expect(shapeOf(route(60), false)).toMatchObject({ ok: true, shape: { kind: 'route', body: { attributes: 0b11_0000, turns: [{ id: 1, widthM: 60 }, { id: 2 }] } } }))
  test.each([
    ['a corridor wider than a terminal can say', route(300), false, '255 米'],
    ['a zone that is closed at some hours only', zone({ hours: { from: '07:00', until: '09:00' } }), false, '07:00'],
    ['a gate that was never drawn', site(), true, '没有登记出入口'],
    ['the gate of something that has none', zone(), true, '只有工地有出入口'],
    ['what is no shape', { ...site(), kind: 'permit' as const }, false, '只有工地、消纳场'],
  ])('%s is refused in words', (_, record, ofGate, because) => expect(shapeOf(record, ofGate)).toMatchObject({ ok: false, because: expect.stringContaining(because) }))
  test('before 2019 shapes have no names', () => {
    for (const record of [site(), zone(), route(60)]) expect(JSON.stringify(shapeIn(record, false, 2013))).not.toContain('name')
  })
})
