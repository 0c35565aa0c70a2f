import type { Clock } from '../../platform/clock.ts'
import type { OwnHaulage } from './contract.ts'
import { openManifest } from './open-manifest.ts'
import { listStanding, standingOf, versionsOf } from './store.ts'
import { findManifest, listManifests } from './store-manifests.ts'

const MOST = 5000

/** The register and the manifests of one enterprise (企业端的登记和联单). */
export const ownHaulage = (parts: { readonly clock: Clock; readonly newId: () => string }): OwnHaulage => ({
  records: async (queries, enterprise, kind) => (await listStanding(queries, kind, { of: enterprise, ended: 'no', page: 1, size: MOST })).rows.filter(({ data }) => data['enterprise'] === enterprise),
  nameOf: async (queries, enterprise) => {
    const one = (await standingOf(queries, [enterprise])).get(enterprise)
    return one?.kind === 'enterprise' && one.ended === null ? one.title : undefined
  },
  named: async (queries, ids) => new Map([...(await standingOf(queries, [...new Set(ids)]))].map(([id, { title }]) => [id, title])),
  since: async (queries, enterprise, vehicle) => {
    if ((await standingOf(queries, [vehicle])).get(vehicle)?.kind !== 'vehicle') return undefined
    const versions = await versionsOf(queries, vehicle)
    const before = versions.findIndex(({ data }) => data['enterprise'] !== enterprise)
    if (before === 0 || versions.length === 0) return undefined
    return before === -1 ? 'always' : versions[before - 1]?.at
  },
  manifests: async (queries, enterprise, query) => {
    const { rows, ...sums } = await listManifests(queries, { ...query, of: enterprise })
    return { ...sums, rows: [...rows] }
  },
  manifest: (queries, enterprise, id) => findManifest(queries, id, enterprise),
  open: (tx, enterprise, given, by) => openManifest(parts, tx, given, { ...by, of: enterprise }),
})
