import { WATCH_RULES } from '@zhunsheng/trucks/watch/rules.ts'
import { describe, expect, test } from 'vitest'
import { tileOrigin } from './modules/trucks/map-base.ts'
import { settingLines, Trucks, USUAL_TRUCKS } from './trucks-file.ts'

const BODY = { name: '某厂 2021 版', states: { cover: { in: { item: 243, byte: 0, length: 1 }, bit: 0, bits: 2, means: { 1: 'closed', 2: 'open' } } } }
const faultsOf = (said: unknown): string => Trucks.safeParse(said).error?.issues.map(({ message }) => message).join('；') ?? ''

describe('trucks in bureau.json (渣土车监管配置)', () => {
  test('what is not said stays as everybody begins with', () => expect(Trucks.parse({})).toEqual(USUAL_TRUCKS))
  test('what is said replaces one number, names its source, and claims no statute', () => {
    const { watches, limits, pictures, keeping, snapshots, mapping } = Trucks.parse({
      body: BODY, gateway: { silentSeconds: 120 }, tracks: { days: 90, source: '本局规定' }, pictures: { days: 7, totalGigabytes: 1, windowMinutes: 10, source: '本局规定' }, snapshots: { watches: ['no-go'], restSeconds: 60 },
      watches: { 'off-route': { limitMetres: 50, opensAfterSeconds: 60, source: '本局规定' }, 'long-stop': { limitMinutes: 30, source: '本局规定' }, speeding: { toleranceKmh: 10, source: '本局规定' }, overload: { toleratedPercent: 3, source: '本局规定' } },
    })
    expect(watches['off-route']).toEqual({ ...WATCH_RULES['off-route'], limit: 50, opensAfterMs: 60_000, source: '本局规定', verified: false })
    expect(watches['long-stop'].limit).toBe(1_800_000)
    expect(watches.overload.limit).toBeCloseTo(1.03)
    expect(watches.speeding).toMatchObject({ toleranceKmh: 10, byClassKmh: WATCH_RULES.speeding.byClassKmh, verified: true, source: expect.stringContaining('本局规定') })
    expect(watches.fatigue).toEqual(WATCH_RULES.fatigue)
    expect(limits).toEqual({ ...USUAL_TRUCKS.limits, silentMs: 120_000 })
    expect(pictures).toEqual({ ...USUAL_TRUCKS.pictures, days: 7, totalBytes: 2 ** 30, windowMs: 600_000, source: '本局规定' })
    expect([keeping.days, snapshots.watches, snapshots.restMs, mapping?.name]).toEqual([90, ['no-go'], 60_000, '某厂 2021 版'])
  })
  test.each([
    [{ body: { ...BODY, name: ' ' } }, '没有名称'],
    [{ body: { name: '某厂', states: { cover: { ...BODY.states.cover, bit: 7 } } } }, '顶盖：起始位和位数超出 8 位'],
    [{ body: { name: '某厂', states: { cover: { ...BODY.states.cover, means: { 1: 'shut' } } } } }, '含义写作 closed、open、partly-open'],
    [{ watches: { 'off-route': { limitMetres: 50 } } }, '写明数值的出处'],
    [{ watches: { fatigue: { limitMinutes: 300, source: '本局规定' } } }, 'fatigue'],
    [{ tracks: { days: 5, source: '本局规定' } }, '轨迹保存天数（days）应在 31 至 3650 之间'],
    [{ pictures: { mostKilobytes: 10_000, source: '本局规定' } }, '单个影像（mostKilobytes）应在 10 至 4096 之间'],
    [{ snapshots: { watches: ['parking'] } }, '预警的种类写作 no-permit'],
    [{ safety: { kinds: ['brakes'] } }, '种类（kinds）写作 road'],
    [{ gateway: { connections: '9' } }, '连接总数（connections）应为数'],
    [{ map: { tiles: { url: 'https://tiles.example/{z}/{x}.png', attribution: '某图 审图号', datum: 'WGS-84' } } }, '应含 {z}、{x}、{y}'],
    [{ map: { tiles: { url: "https://*.example; script-src 'unsafe-inline'/{z}/{x}/{y}", attribution: '某图 审图号', datum: 'WGS-84' } } }, '瓦片地址（url）'],
    [{ map: { tiles: { url: 'https://tiles.example/{z}/{x}/{y}.png', attribution: '某图 审图号', datum: 'BD-09' } } }, '坐标系（datum）写作 WGS-84'],
    [{ map: { tiles: { url: 'https://tiles.example/{z}/{x}/{y}.png', datum: 'WGS-84' } } }, '来源和审图号'],
  ])('%j is refused in words', (said, because) => expect(faultsOf(said)).toContain(because))
  test('every line that is shown says where it comes from, and which are the bureau’s own', () => {
    const lines = settingLines(Trucks.parse({ body: BODY, watches: { 'off-route': { limitMetres: 50, source: '本局规定' } } }))
    expect(lines.filter(({ source }) => source === '')).toEqual([])
    expect(lines.filter(({ isOwn }) => isOwn)).toEqual([
      { group: '车厢状态', name: '对照', value: '某厂 2021 版：顶盖', source: 'bureau.json', isOwn: true },
      { group: '预警阈值', name: '未按批准路线行驶', value: '超出路线边缘 50 米，持续 40 秒、3 个定位', source: '本局规定', isOwn: true },
    ])
    const tiles = { url: 'https://tiles.example:8080/{z}/{x}/{y}.png', attribution: '某图 审图号', datum: 'GCJ-02' }
    const { map } = Trucks.parse({ map: { tiles } })
    expect([map.tiles?.mostZoom, tileOrigin(map), tileOrigin(USUAL_TRUCKS.map)]).toEqual([18, 'https://tiles.example:8080', undefined])
    expect(settingLines(Trucks.parse({ map: { tiles } }))).toContainEqual({ group: '地图', name: '底图', value: 'tiles.example:8080，GCJ-02，某图 审图号', source: 'bureau.json', isOwn: true })
    expect(settingLines(USUAL_TRUCKS)).toContainEqual(expect.objectContaining({ name: '疲劳驾驶', value: '连续驾驶 240 分钟，停车休息少于 20 分钟' }))
  })
})
