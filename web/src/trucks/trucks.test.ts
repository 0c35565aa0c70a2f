import { KINDS, RECORDS, type Point } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { describe, expect, test } from 'vitest'
import { middlesOf, movedPoint, pointsIn, readPoints, withoutPoint, withPoint, writePoints } from './coordinates.ts'
import { drawnOf } from '../map/drawn.ts'
import { lengthOf, measureOf, surfaceOf } from '../map/measure.ts'
import { featuresOf, metresPerPixel, shiftsOf } from '../map/shapes.ts'
import { inChina, localOf } from './local-time.ts'
import { ALL_KINDS, fieldsOf, LISTED, mayChange } from './register-fields.ts'
import { sheetOf } from '../piece/sheet-file.ts'
import { answersFor, deedOf, differencesOf, faultsByField, wordsOf } from './show-record.ts'

const SQUARE: readonly Point[] = [[106.5, 29.5], [106.51, 29.5], [106.51, 29.51], [106.5, 29.51]]
const fieldOf = (kind: (typeof ALL_KINDS)[number], name: string) => {
  const field = fieldsOf(kind).find((one) => one.name === name)
  if (field === undefined) throw new Error(`${kind} has no ${name}`)
  return field
}

describe('登记项 · what is asked is what the register keeps', () => {
  test.each(ALL_KINDS)('%s: the same fields, optional where the register says so', (kind) => {
    expect(fieldsOf(kind).map(({ name }) => name).sort()).toEqual(Object.keys(RECORDS[kind].shape).sort())
    const missing = RECORDS[kind].safeParse(answersFor(kind, {}))
    const asked = missing.success ? [] : [...new Set(missing.error.issues.map(({ path }) => String(path[0])))]
    expect(fieldsOf(kind).filter(({ optional }) => optional !== true).map(({ name }) => name).sort()).toEqual(asked.sort())
  })
  test('every list shows fields that there are, and a reference names a kind that there is', () => {
    for (const kind of ALL_KINDS) for (const name of LISTED[kind]) expect(fieldOf(kind, name).label).not.toBe('')
    for (const { asks } of ALL_KINDS.flatMap(fieldsOf)) if (asks.as === 'one' || asks.as === 'many') expect(Object.keys(KINDS)).toContain(asks.of)
  })
  test('a permit is changed by the window alone, the rest by the team as well', () => {
    expect(mayChange(['teamLeader'], 'vehicle')).toBe(true)
    expect(mayChange(['teamLeader'], 'permit')).toBe(false)
    expect(mayChange(['windowClerk'], 'permit')).toBe(true)
    expect(mayChange(['officer', 'supervisor'], 'vehicle')).toBe(false)
  })
})

describe('表单 · what is sent', () => {
  test('what is empty is not said, and a list is always one', () => {
    expect(answersFor('vehicle', { plate: ' 渝A12345 ', terminal: '', tare: null })).toEqual({ plate: '渝A12345' })
    expect(answersFor('permit', { hours: { from: '', until: '' } })).toEqual({ routes: [], vehicles: [] })
    expect(answersFor('zone', { onlyLoaded: false })).toEqual({})
    expect(answersFor('site', { gate: { radius: 20 } })).toEqual({})
  })
  test('half of the hours are sent, so that the server says what is missing', () => {
    expect(answersFor('zone', { hours: { from: '20:00' } })).toEqual({ hours: { from: '20:00' } })
  })
  test('faults come to their field; within a shape they name the point', () => {
    const faults = faultsByField([{ path: 'data.plate', because: '格式不符' }, { path: 'data.area.2.0', because: '过大' }, { path: 'data.vehicles.1', because: '不属于' }, { path: 'data.vehicles.4', because: '已注销' }, { path: 'data', because: '整体' }])
    expect(Object.fromEntries(faults)).toEqual({ plate: ['格式不符'], area: ['第 3 个点：过大'], vehicles: ['不属于', '已注销'] })
  })
  test('faults of a manifest have no data before them', () => {
    expect(faultsByField([{ path: 'volume', because: '核准量余 3 立方米' }]).get('volume')).toEqual(['核准量余 3 立方米'])
  })
})

describe('一项登记 · in words', () => {
  test.each([
    ['vehicle', 'tare', 12_500, '12,500 千克'],
    ['vehicle', 'plateColour', 'yellow', '黄'],
    ['vehicle', 'enterprise', 'e1', '示例运输'],
    ['zone', 'hours', { from: '20:00', until: '06:00' }, '20:00 至 06:00'],
    ['zone', 'onlyLoaded', true, '是'],
    ['site', 'gate', { at: [106.458755157, 29.5], radius: 45 }, '106.458755, 29.5，半径 45 米'],
    ['vehicle', 'terminal', undefined, ''],
  ] as const)('%s.%s', (kind, name, value, words) => {
    expect(wordsOf(fieldOf(kind, name), value, { e1: '示例运输' })).toBe(words)
  })
  test('of many the first are named and all are counted', () => {
    expect(wordsOf(fieldOf('permit', 'vehicles'), Array.from({ length: 30 }, (_, index) => `v${index}`), { v0: '渝A10000' })).toMatch(/^渝A10000、v1、.* 等 30 项$/)
  })
  test('a change shows what was added and taken out of a list, not the whole list', () => {
    expect(differencesOf('permit', { vehicles: ['a', 'b'], volume: 5 }, { vehicles: ['b', 'c'], volume: 5 }, { a: '甲车', c: '丙车' })).toEqual([{ label: '车辆', before: '甲车', after: '丙车' }])
  })
  test('a shape that moved without changing its measure is said to have moved', () => {
    const moved = SQUARE.map(([longitude, latitude]): Point => [longitude + 1, latitude])
    expect(differencesOf('zone', { area: SQUARE }, { area: moved }, {})).toMatchObject([{ after: expect.stringContaining('位置有变动') }])
  })
  test('a version was an entry, a change, or the end', () => {
    expect([deedOf({ version: 1 }), deedOf({ version: 2 }), deedOf({ version: 3, ended: '报废' })]).toEqual(['登记', '变更', '注销'])
  })
})

describe('坐标 · typed, pasted and shown', () => {
  test('what is shown is read as it was', () => {
    expect(readPoints(writePoints(SQUARE))).toEqual({ ok: true, points: SQUARE })
  })
  test.each(['106.5,29.5;106.6 29.6', '106.5，29.5\n\n 106.6,  29.6 ；'])('%j is two points', (text) => {
    expect(readPoints(text)).toEqual({ ok: true, points: [[106.5, 29.5], [106.6, 29.6]] })
  })
  test.each([
    ['106.5', '第 1 个点「106.5」应写作'],
    ['106.5,29.5\n东经,北纬', '第 2 个点'],
    ['29.5,106.5', '把纬度写在了前面'],
    ['206.5,29.5', '超出了经度'],
  ])('%j is not, and the message says which and why', (text, because) => {
    expect(readPoints(text)).toMatchObject({ ok: false, because: expect.stringContaining(because) })
  })
  test('nothing typed is no point, and no fault', () => {
    expect(readPoints(' \n')).toEqual({ ok: true, points: [] })
  })
  test('what is no pair of numbers is not drawn', () => {
    expect(pointsIn([[1, 2], ['3', 4], null, [5]])).toEqual([[1, 2]])
    expect(pointsIn(undefined)).toEqual([])
  })
})

describe('绘制 · points are put in, moved and taken out', () => {
  test('an area can be cut at every edge, also at the one that closes it; a line cannot', () => {
    expect(middlesOf('area', SQUARE).map(({ at }) => at)).toEqual([1, 2, 3, 4])
    expect(middlesOf('line', SQUARE).map(({ at }) => at)).toEqual([1, 2, 3])
    expect(middlesOf('point', SQUARE)).toEqual([])
  })
  test('a point at the cut lies between its neighbours', () => {
    const [cut] = middlesOf('line', SQUARE)
    expect(withPoint(SQUARE, cut?.at ?? 0, cut?.point ?? [0, 0])).toEqual([[106.5, 29.5], [106.505, 29.5], ...SQUARE.slice(1)])
  })
  test('moving and taking out leave the others where they are', () => {
    expect(movedPoint(SQUARE, 1, [107, 30])).toEqual([SQUARE[0], [107, 30], SQUARE[2], SQUARE[3]])
    expect(withoutPoint(SQUARE, 0)).toEqual(SQUARE.slice(1))
  })
})

describe('图面 · what lies on the map', () => {
  test('a hundredth of a degree is 1112 metres north, and fewer east', () => {
    expect(lengthOf([[106.5, 29.5], [106.5, 29.51]])).toBeCloseTo(1112, 0)
    expect(lengthOf([[106.5, 29.5], [106.51, 29.5]])).toBeCloseTo(968, 0)
    expect(surfaceOf(SQUARE) / 1e6).toBeCloseTo(1.076, 2)
    expect(measureOf('line', [[106.5, 29.5], [106.5, 29.51]])).toBe('长 1.11 公里')
    expect(measureOf('area', SQUARE.slice(0, 2))).toBe('')
  })
  test('a site is drawn with its gate, a vehicle not at all', () => {
    expect(drawnOf('site', { id: 's', title: '甲', data: { area: SQUARE, gate: { at: [106.5, 29.5], radius: 40 } } }).map(({ kind }) => kind)).toEqual(['site', 'gate'])
    expect(drawnOf('vehicle', { id: 'v', title: '渝A', data: {} })).toEqual([])
  })
  test('a shape is drawn, closed where it is an area, and named once; a gate needs no name', () => {
    const { features } = featuresOf(drawnOf('site', { id: 's', title: '甲', data: { area: SQUARE, gate: { at: [106.5, 29.5], radius: 40 } } }), (point) => point)
    expect(features.map(({ geometry: { type }, properties }) => [type, properties.kind, properties.name])).toEqual([['Polygon', 'site', undefined], ['Point', 'site', '甲'], ['Point', 'gate', undefined]])
    expect(features[0]?.geometry.coordinates).toEqual([[...SQUARE, SQUARE[0]]])
  })
  test('what has too few points yet is not drawn', () => expect(featuresOf([{ id: 'r', name: '', kind: 'route', of: 'line', points: [[106.5, 29.5]] }], (point) => point).features).toEqual([]))
  test('a way is as wide as its metres at every zoom', () => {
    const [way] = featuresOf([{ id: 'r', name: '', kind: 'route', of: 'line', points: [[106.5, 29.5], [106.6, 29.5]], width: 60 }], (point) => point).features
    expect((way?.properties.band ?? 0) * 2 ** 15 * metresPerPixel(15, 29.5)).toBeCloseTo(60)
    expect(metresPerPixel(15, 0)).toBeCloseTo(2.388_657, 5)
  })
  test('on the ground of an on-line map of the mainland everything is shifted as that is, and shifted back', () => {
    const plain = shiftsOf({})
    const shifted = shiftsOf({ tiles: { url: '', attribution: '', datum: 'GCJ-02', mostZoom: 18 } })
    expect(plain.onto([106.5, 29.5])).toEqual([106.5, 29.5])
    const far = lengthOf([[106.5, 29.5], shifted.onto([106.5, 29.5])])
    expect(far).toBeGreaterThan(300)
    expect(far).toBeLessThan(700)
    expect(lengthOf([[106.5, 29.5], shifted.back(shifted.onto([106.5, 29.5]))])).toBeLessThan(0.01)
  })
})

describe('时刻 · typed in the bureau’s own time', () => {
  test('an hour of the form is an hour in China, whatever the zone of the machine', () => {
    expect(localOf(new Date('2021-08-10T07:05:00Z'))).toBe('2021-08-10T15:05')
    expect(inChina('2021-08-10T15:05')).toBe('2021-08-10T15:05:00+08:00')
    expect(inChina('2021-08-10T15:05:30')).toBe('2021-08-10T15:05:00+08:00')
  })
})

describe('导入文件 · as older systems write them', () => {
  test('UTF-8 where it is that, else GB 18030; a workbook stays what it is', () => {
    expect(sheetOf('a.csv', new TextEncoder().encode('号牌'))).toEqual({ text: '号牌' })
    expect(sheetOf('a.csv', Uint8Array.from([0xba, 0xc5, 0xc5, 0xc6]))).toEqual({ text: '号牌' })
    expect(sheetOf('A.XLSX', Uint8Array.from([80, 75, 3, 4]))).toEqual({ workbook: 'UEsDBA==' })
  })
})
