import { mappingFaults, type BodyMapping } from '@zhunsheng/jt808/body/truck-body.ts'
import { WATCH_NAMES, WATCH_TITLES, type WatchName } from '@zhunsheng/trucks/watch/name.ts'
import { WATCH_RULES, type WatchRules } from '@zhunsheng/trucks/watch/rules.ts'
import { z } from 'zod'
import { USUAL_PICTURES, type PictureRules } from './modules/pictures/rules.ts'
import { USUAL_GATEWAY, type GatewayLimits } from './modules/terminals/limits.ts'
import { USUAL_SNAPSHOTS, type SnapshotRules } from './modules/terminals/snapshot.ts'
import { USUAL_SAFETY, type SafetyRules } from './modules/tracking/safety.ts'
import { USUAL_TRACKS, type Keeping } from './modules/tracking/turn.ts'
import { USUAL_VIDEO, type VideoRules } from './modules/video/rules.ts'
import { MapFile, USUAL_MAP } from './modules/trucks/map-base.ts'
import type { MapBase } from './modules/trucks/wire.ts'

/** How a bureau watches its trucks (渣土车监管配置): what it does not say stays as everybody begins with. */
export interface TruckSettings {
  readonly mapping?: BodyMapping
  readonly limits: GatewayLimits
  readonly watches: WatchRules
  readonly keeping: Keeping
  readonly pictures: PictureRules
  readonly snapshots: SnapshotRules
  readonly safety: SafetyRules
  readonly video: VideoRules
  readonly map: MapBase
  /** Which of these the bureau has set itself. */
  readonly own: ReadonlySet<string>
}
export const USUAL_TRUCKS: TruckSettings = { limits: USUAL_GATEWAY, watches: WATCH_RULES, keeping: USUAL_TRACKS, pictures: USUAL_PICTURES, snapshots: USUAL_SNAPSHOTS, safety: USUAL_SAFETY, video: USUAL_VIDEO, map: USUAL_MAP, own: new Set() }

const whole = (name: string, least: number, most: number) => z.number({ error: `${name}应为数` }).int(`${name}应为整数`).min(least, `${name}应在 ${least} 至 ${most} 之间`).max(most, `${name}应在 ${least} 至 ${most} 之间`)
const number = (name: string, least: number, most: number) => z.number({ error: `${name}应为数` }).min(least, `${name}应在 ${least} 至 ${most} 之间`).max(most, `${name}应在 ${least} 至 ${most} 之间`)
const SOURCE = z.string({ error: '写明数值的出处（source）' }).trim().min(2, '写明数值的出处（source）').max(200)

const state = <V extends string>(...values: readonly [V, ...V[]]) =>
  z.strictObject({
    in: z.union([z.enum(['status', 'signals', 'inputs']), z.strictObject({ item: z.number(), byte: z.number(), length: z.number() })], { error: '位置（in）写作 "status"、"signals"、"inputs"，或者 {"item": 243, "byte": 0, "length": 1}' }),
    bit: z.number({ error: '写明起始位（bit）' }),
    bits: z.number({ error: '写明位数（bits）' }),
    means: z.record(z.string().regex(/^\d+$/, '值写作数字'), z.enum(values, { error: `含义写作 ${values.join('、')}` })),
  }).optional()
const Body = z
  .strictObject({ name: z.string({ error: '写明对照的名称（name），例如厂家和说明书的版本' }), states: z.strictObject({ cover: state('closed', 'open', 'partly-open'), lift: state('down', 'raised'), load: state('empty', 'half', 'full'), sealed: state('sealed', 'unsealed') }) })
  .transform(({ name, states: { cover, lift, load, sealed } }): BodyMapping => ({ name, states: { ...(cover === undefined ? {} : { cover }), ...(lift === undefined ? {} : { lift }), ...(load === undefined ? {} : { load }), ...(sealed === undefined ? {} : { sealed }) } }))
  .superRefine((mapping, check) => {
    for (const fault of mappingFaults(mapping)) check.addIssue({ code: 'custom', message: fault })
  })

const Gateway = z.strictObject({
  connections: whole('连接总数（connections）', 1, 200_000).optional(),
  perAddress: whole('一个地址的连接数（perAddress）', 1, 200_000).optional(),
  silentSeconds: whole('静默秒数（silentSeconds）', 30, 86_400).optional(),
  broken: whole('坏帧个数（broken）', 1, 100_000).optional(),
})
const Pictures = z.strictObject({
  mostKilobytes: whole('单个影像（mostKilobytes）', 10, 4096).optional(),
  perHour: whole('每台终端每小时的影像数（perHour）', 1, 10_000).optional(),
  totalGigabytes: number('影像总量（totalGigabytes）', 0.1, 100_000).optional(),
  days: whole('影像保存天数（days）', 1, 3650).optional(),
  alarmDays: whole('预警影像保存天数（alarmDays）', 1, 3650).optional(),
  windowMinutes: whole('预警前后的分钟数（windowMinutes）', 0, 120).optional(),
  source: SOURCE,
})
const Video = z.strictObject({
  host: z.string({ error: '视频接入地址（host）应为文字' }).regex(/^[\w.:-]{1,64}$/, '视频接入地址（host）写作 IP 地址或者域名').optional(),
  port: whole('视频接入端口（port）', 1, 65_535).optional(),
  streams: whole('同时观看的路数（streams）', 1, 200).optional(),
  idleSeconds: whole('无人观看后停止的秒数（idleSeconds）', 5, 600).optional(),
  watchMinutes: whole('一次查看的分钟数（watchMinutes）', 1, 120).optional(),
  clipMegabytes: whole('单个片段（clipMegabytes）', 1, 500).optional(),
  source: SOURCE,
})
const isWatch = (word: string): word is WatchName => WATCH_NAMES.some((name) => name === word)
const Snapshots = z.strictObject({
  watches: z.array(z.string().refine(isWatch, { error: `预警的种类写作 ${WATCH_NAMES.join('、')}` })).max(WATCH_NAMES.length).optional(),
  channels: z.array(whole('通道（channels）', 1, 32)).min(1, '至少写一个通道（channels）').max(4, '至多写四个通道（channels）').optional(),
  restSeconds: whole('同一辆车两次抓拍之间的秒数（restSeconds）', 10, 3600).optional(),
})

const Safety = z.strictObject({
  kinds: z.array(z.enum(['road', 'driver', 'tyres', 'blindSpot'], { error: '种类（kinds）写作 road、driver、tyres、blindSpot' })),
  leastLevel: whole('级别（leastLevel）', 1, 2).default(1),
})

/** What a bureau may set of each watch, and how it is counted. What a statute sets is not among it: fatigue, and the limits of roads without a sign. */
const opens = { opensAfterSeconds: whole('持续秒数（opensAfterSeconds）', 0, 3600).optional(), opensAfterFixes: whole('定位个数（opensAfterFixes）', 1, 100).optional(), closesAfterSeconds: whole('解除秒数（closesAfterSeconds）', 0, 3600).optional() }
const minutes = z.strictObject({ limitMinutes: whole('分钟数（limitMinutes）', 1, 1440), source: SOURCE }).optional()
const episode = z.strictObject({ ...opens, source: SOURCE }).optional()
const Watches = z.strictObject({
  'no-permit': episode, 'other-truck': episode, 'wrong-time': episode, 'no-go': episode, 'lifted-outside': episode, tampered: episode,
  'off-route': z.strictObject({ ...opens, limitMetres: whole('米数（limitMetres）', 0, 1000).optional(), source: SOURCE }).optional(),
  'open-cover': z.strictObject({ ...opens, limitKmh: whole('车速（limitKmh）', 0, 60).optional(), source: SOURCE }).optional(),
  overload: z.strictObject({ ...opens, toleratedPercent: number('称重容差百分比（toleratedPercent）', 0, 30).optional(), source: SOURCE }).optional(),
  speeding: z.strictObject({ ...opens, toleranceKmh: whole('容差（toleranceKmh）', 0, 20).optional(), source: SOURCE }).optional(),
  'long-stop': minutes, 'off-line': minutes, 'manifest-open': minutes,
  'volume-differs': z.strictObject({ differsPercent: number('方量差异百分比（differsPercent）', 0, 100), source: SOURCE }).optional(),
})
type Episode = z.infer<NonNullable<typeof episode>>
type Opens = Omit<NonNullable<Episode>, 'source'>

const SECOND = 1000
const MINUTE = 60 * SECOND
const opened = ({ opensAfterSeconds, opensAfterFixes, closesAfterSeconds }: Opens) => ({
  ...(opensAfterSeconds === undefined ? {} : { opensAfterMs: opensAfterSeconds * SECOND }),
  ...(opensAfterFixes === undefined ? {} : { opensAfterFixes }),
  ...(closesAfterSeconds === undefined ? {} : { closesAfterMs: closesAfterSeconds * SECOND }),
})
const limited = (limit: number | undefined) => (limit === undefined ? {} : { limit })
/** A bureau's own threshold is nobody's statute. */
const sourced = ({ source }: { readonly source: string }) => ({ source, verified: false })
function watchesOf(said: z.infer<typeof Watches>): WatchRules {
  const usual = WATCH_RULES
  const plain = <N extends 'no-permit' | 'other-truck' | 'wrong-time' | 'no-go' | 'lifted-outside' | 'tampered'>(name: N) => {
    const own = said[name]
    return own === undefined ? usual[name] : { ...usual[name], ...opened(own), ...sourced(own) }
  }
  const waiting = <N extends 'long-stop' | 'off-line' | 'manifest-open'>(name: N): WatchRules[N] => {
    const own = said[name]
    return own === undefined ? usual[name] : { ...usual[name], limit: own.limitMinutes * MINUTE, ...sourced(own) }
  }
  const { 'off-route': route, 'open-cover': cover, overload, speeding, 'volume-differs': volume } = said
  return {
    ...usual,
    'no-permit': plain('no-permit'), 'other-truck': plain('other-truck'), 'wrong-time': plain('wrong-time'), 'no-go': plain('no-go'), 'lifted-outside': plain('lifted-outside'), tampered: plain('tampered'),
    'long-stop': waiting('long-stop'), 'off-line': waiting('off-line'), 'manifest-open': waiting('manifest-open'),
    ...(route === undefined ? {} : { 'off-route': { ...usual['off-route'], ...opened(route), ...limited(route.limitMetres), ...sourced(route) } }),
    ...(cover === undefined ? {} : { 'open-cover': { ...usual['open-cover'], ...opened(cover), ...limited(cover.limitKmh), ...sourced(cover) } }),
    ...(overload === undefined ? {} : { overload: { ...usual.overload, ...opened(overload), ...limited(overload.toleratedPercent === undefined ? undefined : 1 + overload.toleratedPercent / 100), ...sourced(overload) } }),
    // The limits of roads without a sign stay those of the regulation, whoever sets the tolerance.
    ...(speeding === undefined ? {} : { speeding: { ...usual.speeding, ...opened(speeding), ...(speeding.toleranceKmh === undefined ? {} : { toleranceKmh: speeding.toleranceKmh }), source: `${usual.speeding.source}；容差：${speeding.source}` } }),
    ...(volume === undefined ? {} : { 'volume-differs': { ...usual['volume-differs'], limit: volume.differsPercent / 100, ...sourced(volume) } }),
  }
}

/** What `trucks` in `bureau.json` may say. */
export const Trucks = z
  .strictObject({ body: Body.optional(), gateway: Gateway.optional(), watches: Watches.optional(), tracks: z.strictObject({ days: whole('轨迹保存天数（days）', 31, 3650), source: SOURCE }).optional(), pictures: Pictures.optional(), snapshots: Snapshots.optional(), safety: Safety.optional(), video: Video.optional(), map: MapFile.optional() })
  .transform(({ body, gateway = {}, watches = {}, tracks, pictures, snapshots = {}, safety, video, map }): TruckSettings => {
    const { silentSeconds, ...limits } = gateway
    return {
      ...(body === undefined ? {} : { mapping: body }),
      limits: { ...USUAL_GATEWAY, ...said(limits), ...(silentSeconds === undefined ? {} : { silentMs: silentSeconds * SECOND }) },
      watches: watchesOf(watches),
      keeping: tracks === undefined ? USUAL_TRACKS : { ...tracks, verified: false },
      pictures: pictures === undefined ? USUAL_PICTURES : picturesOf(pictures),
      snapshots: snapshotsOf(snapshots),
      safety: safety ?? USUAL_SAFETY,
      video: video === undefined ? USUAL_VIDEO : videoOf(video),
      map: map ?? USUAL_MAP,
      own: new Set([...Object.keys(said({ body, tracks, pictures, safety, video, map })), ...Object.keys(watches), ...Object.keys(gateway).map((key) => `gateway.${key}`), ...Object.keys(snapshots).map((key) => `snapshots.${key}`)]),
    }
  })
/** What is said, without what is not. */
function said<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries: [string, unknown][] = Object.entries(given).filter(([, value]) => value !== undefined)
  return Object.assign({}, ...entries.map(([key, value]) => ({ [key]: value })))
}
function picturesOf({ mostKilobytes, totalGigabytes, windowMinutes, ...plain }: z.infer<typeof Pictures>): PictureRules {
  return {
    ...USUAL_PICTURES, ...said(plain),
    ...(mostKilobytes === undefined ? {} : { mostBytes: mostKilobytes * 1024 }),
    ...(totalGigabytes === undefined ? {} : { totalBytes: totalGigabytes * 2 ** 30 }),
    ...(windowMinutes === undefined ? {} : { windowMs: windowMinutes * MINUTE }),
  }
}
function videoOf({ idleSeconds, watchMinutes, clipMegabytes, ...plain }: z.infer<typeof Video>): VideoRules {
  return {
    ...USUAL_VIDEO, ...said(plain),
    ...(idleSeconds === undefined ? {} : { idleMs: idleSeconds * SECOND }),
    ...(watchMinutes === undefined ? {} : { watchMs: watchMinutes * MINUTE }),
    ...(clipMegabytes === undefined ? {} : { clipBytes: clipMegabytes * 2 ** 20 }),
  }
}
function snapshotsOf({ watches, channels, restSeconds }: z.infer<typeof Snapshots>): SnapshotRules {
  return { ...USUAL_SNAPSHOTS, ...(watches === undefined ? {} : { watches: watches.filter(isWatch) }), ...(channels === undefined ? {} : { channels }), ...(restSeconds === undefined ? {} : { restMs: restSeconds * SECOND }) }
}

/** One line of what is set, as people read it. */
export interface SettingLine {
  readonly group: string
  readonly name: string
  readonly value: string
  readonly source: string
  readonly isOwn: boolean
}
const USUAL = '系统预设，未找到公开依据，须由机关自行确定'
const BUREAU = 'bureau.json'
const minutesOf = (ms: number): string => `${Math.round(ms / MINUTE)} 分钟`

/** Everything that is set, with where it comes from (监管配置一览). */
export function settingLines({ mapping, limits, watches, keeping, pictures, snapshots, safety, video, map, own }: TruckSettings): readonly SettingLine[] {
  const line = (group: string, name: string, value: string, key: string, source?: string): SettingLine => ({ group, name, value, isOwn: own.has(key), source: source ?? (own.has(key) ? BUREAU : USUAL) })
  const gateway = (name: string, value: string, key: string) => line('终端网关', name, value, `gateway.${key}`)
  const picture = (name: string, value: string) => line('车载影像', name, value, 'pictures', pictures.source)
  return [
    line('车厢状态', '对照', mapping === undefined ? '没有填写：篷盖、举升、载重一律不明，有关预警不会发出' : `${mapping.name}：${Object.keys(mapping.states).map((key) => BODY_WORDS[key] ?? key).join('、')}`, 'body', mapping === undefined ? '按厂家的说明书填写（trucks.body）' : BUREAU),
    ...WATCH_NAMES.map((name) => line('预警阈值', WATCH_TITLES[name], thresholdOf(watches, name), name, watches[name].source)),
    gateway('连接总数', String(limits.connections), 'connections'),
    gateway('一个地址的连接数', String(limits.perAddress), 'perAddress'),
    gateway('静默后断开', `${limits.silentMs / SECOND} 秒`, 'silentSeconds'),
    gateway('坏帧后断开', `${limits.broken} 个`, 'broken'),
    line('轨迹', '保存', `${keeping.days} 天`, 'tracks', keeping.source),
    picture('单个影像', `${Math.round(pictures.mostBytes / 1024)} KB`),
    picture('每台终端每小时', `${pictures.perHour} 个`),
    picture('总量', `${(pictures.totalBytes / 2 ** 30).toFixed(1)} GB`),
    picture('保存', `${pictures.days} 天；属于预警的 ${pictures.alarmDays} 天`),
    picture('属于预警', `预警前后 ${minutesOf(pictures.windowMs)}`),
    line('预警抓拍', '预警种类', snapshots.watches.length === 0 ? '不抓拍' : snapshots.watches.map((name) => WATCH_TITLES[name]).join('、'), 'snapshots.watches'),
    line('预警抓拍', '通道', snapshots.channels.join('、'), 'snapshots.channels'),
    line('主动安全', '提示', safety.kinds.length === 0 ? '不提示，只计数' : `${safety.kinds.map((kind) => SAFETY_WORDS[kind]).join('、')}，${safety.leastLevel} 级以上`, 'safety', own.has('safety') ? BUREAU : '厂家的判断，须由机关确定是否采用'),
    line('实时视频', '观看', `同时 ${video.streams} 路，一次 ${minutesOf(video.watchMs)}，无人观看 ${video.idleMs / SECOND} 秒后停止`, 'video', video.source),
    line('实时视频', '单个片段', `${Math.round(video.clipBytes / 2 ** 20)} MB，保存与车载影像相同`, 'video', video.source),
    line('地图', '底图', map.tiles === undefined ? '没有填写：不联网，只画登记的图形和区县轮廓' : `${new URL(map.tiles.url).host}，${map.tiles.datum}，${map.tiles.attribution}`, 'map', map.tiles === undefined ? '按需填写（trucks.map）' : BUREAU),
    line('预警抓拍', '同一辆车间隔', `${snapshots.restMs / SECOND} 秒`, 'snapshots.restSeconds'),
  ]
}
const SAFETY_WORDS = { road: '驾驶辅助', driver: '驾驶员状态', tyres: '胎压', blindSpot: '盲区' } as const
const BODY_WORDS: Readonly<Record<string, string>> = { cover: '顶盖', lift: '举升', load: '载重', sealed: '密闭' }

function thresholdOf(rules: WatchRules, name: WatchName): string {
  switch (name) {
    case 'off-route': return `超出路线边缘 ${rules[name].limit} 米，${lasting(rules[name])}`
    case 'open-cover': return `车速超过 ${rules[name].limit} 公里/小时，${lasting(rules[name])}`
    case 'overload': return `超过核定载质量 ${Math.round((rules[name].limit - 1) * 1000) / 10}%，${lasting(rules[name])}`
    case 'speeding': return `超过限速 ${rules[name].toleranceKmh} 公里/小时，${lasting(rules[name])}`
    case 'fatigue': return `连续驾驶 ${minutesOf(rules[name].drivingMs)}，停车休息少于 ${minutesOf(rules[name].restMs)}`
    case 'volume-differs': return `差异超过 ${Math.round(rules[name].limit * 1000) / 10}%`
    case 'long-stop': case 'off-line': case 'manifest-open': return `超过 ${minutesOf(rules[name].limit)}`
    default: return lasting(rules[name])
  }
}
const lasting = ({ opensAfterMs, opensAfterFixes }: { readonly opensAfterMs: number; readonly opensAfterFixes: number }): string => `持续 ${opensAfterMs / SECOND} 秒、${opensAfterFixes} 个定位`
