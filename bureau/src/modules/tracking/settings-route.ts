import { DOOR_KINDS } from '@zhunsheng/trucks/door/fault.ts'
import type { Http } from '../../platform/http.ts'
import { allow, type TrackingParts } from './parts.ts'
import { doorCounts } from './store.ts'
import { Settings } from './wire.ts'

const isKind = (word: string): word is keyof typeof DOOR_KINDS => word in DOOR_KINDS

/** How the trucks are watched, to be read and not written (监管配置): it stands in a file that whoever runs the server answers for. */
export function settingsRoute(http: Http, parts: TrackingParts): void {
  http.get('/api/trucks/settings', { schema: { tags: ['渣土车辆'], summary: '监管配置和定位计数', response: { 200: Settings } } }, async (request) => {
    await allow(parts, request, 'read')
    const counts = await parts.database.read(doorCounts)
    return { rows: [...parts.settings], door: counts.map(({ kind, count }) => ({ kind, count, name: kind === 'passed' ? '采信的定位' : isKind(kind) ? DOOR_KINDS[kind] : kind })) }
  })
}
