import type { Queries } from '../../platform/database.ts'
import { referencesOf, type AnyRecord, type Fault } from './register-forms.ts'
import { standingNow, standingOf, type Standing } from './store.ts'
import { KINDS, RECORDS } from './wire.ts'

/** What other records hold against this one: names that lead nowhere, vehicles of somebody else, more than a site declared or a disposal site may take. */
export async function againstRegister(queries: Queries, record: AnyRecord, id: string): Promise<readonly Fault[]> {
  const named = referencesOf(record)
  const found = await standingOf(queries, named.map((one) => one.id))
  const missing = named.flatMap(({ path, id: name, kind }): readonly Fault[] => {
    const one = found.get(name)
    if (one?.kind !== kind) return [{ path, because: `没有这个${KINDS[kind]}，请重新选择` }]
    return one.ended === null ? [] : [{ path, because: `${KINDS[kind]}「${one.title}」已经注销（${one.ended}）` }]
  })
  if (record.kind !== 'permit' || missing.length > 0) return missing
  return [...strangers(record.data, found), ...(await beyondQuota(queries, record.data, found, id))]
}

/** A permit covers the vehicles of the enterprise to which it was given. */
function strangers({ enterprise, vehicles }: { readonly enterprise: string; readonly vehicles: readonly string[] }, found: ReadonlyMap<string, Standing>): readonly Fault[] {
  return vehicles.flatMap((id, index) => {
    const vehicle = found.get(id)
    return vehicle?.data['enterprise'] === enterprise ? [] : [{ path: `data.vehicles.${index}`, because: `车辆「${vehicle?.title ?? id}」不属于这家企业` }]
  })
}

/** All permits together stay within what the site declared and the disposal site may take. */
async function beyondQuota(queries: Queries, permit: { readonly site: string; readonly disposal: string; readonly volume: number; readonly from: string; readonly until: string }, found: ReadonlyMap<string, Standing>, id: string): Promise<readonly Fault[]> {
  const others = (await standingNow(queries, ['permit'])).filter((one) => one.id !== id).map(({ data }) => RECORDS.permit.parse(data))
  const faults: Fault[] = []
  for (const [kind, name] of [['site', permit.site], ['disposal', permit.disposal]] as const) {
    const place = found.get(name)
    if (place === undefined) continue
    const { quota, from, until } = RECORDS[kind].parse(place.data)
    const taken = others.filter((one) => one[kind] === name).reduce((sum, one) => sum + one.volume, 0)
    if (taken + permit.volume > quota + 1e-6) faults.push({ path: 'data.volume', because: `${KINDS[kind]}「${place.title}」${kind === 'site' ? '申报' : '核定'} ${quota} 立方米，已核准 ${round(taken)}，余 ${round(quota - taken)}` })
    if (permit.from < from || permit.until > until) faults.push({ path: 'data.until', because: `核准期限超出${KINDS[kind]}「${place.title}」的期限（${from} 至 ${until}）` })
  }
  return faults
}
const round = (volume: number): string => String(Math.round(volume * 10) / 10)
