import { z } from 'zod'
import type { MapBase } from './wire.ts'

/** Without a service, maps are drawn on plain ground: nothing is asked from outside the house. */
export const USUAL_MAP: MapBase = {}
const USUAL_ZOOM = 18
const PLACES = ['{z}', '{x}', '{y}'] as const

const Tiles = z.strictObject({
  url: z
    .url({ protocol: /^https?$/, error: '瓦片地址（url）应为 http 或者 https 地址，写作 https://瓦片服务/{z}/{x}/{y}.png' })
    .refine((url) => PLACES.every((place) => url.includes(place)), { error: '瓦片地址（url）应含 {z}、{x}、{y}' })
    // The host is written into the security policy of every page: nothing may be put in its place.
    .refine((url) => /^https?:\/\/[a-z0-9.-]+(:\d+)?\//i.test(url), { error: '瓦片地址（url）的主机名写全，不含占位符' }),
  attribution: z.string({ error: '写明地图的来源和审图号（attribution）' }).trim().min(2, '写明地图的来源和审图号（attribution）').max(100),
  datum: z.enum(['WGS-84', 'GCJ-02'], { error: '坐标系（datum）写作 WGS-84（天地图等）或者 GCJ-02（高德、腾讯等）' }),
  mostZoom: z.number().int().min(1).max(22).default(USUAL_ZOOM),
})

/** What `trucks.map` in `bureau.json` may say. */
export const MapFile = z.strictObject({ tiles: Tiles.optional() }).transform(({ tiles }): MapBase => (tiles === undefined ? {} : { tiles }))

/** The host that pages may ask for pictures of the ground, as a security policy names it. */
export const tileOrigin = ({ tiles }: MapBase): string | undefined => (tiles === undefined ? undefined : new URL(tiles.url).origin)
