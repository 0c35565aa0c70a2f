import type { TruckRegister } from './contract.ts'
import { editionNow, standingNow, standingOfAt, vehicleWith } from './store.ts'
import { manifestsNow } from './store-manifests.ts'

/** The register as other modules ask it. Drivers are nobody else's business. */
export const truckRegister: TruckRegister = {
  edition: editionNow,
  standing: (queries) => standingNow(queries, ['enterprise', 'vehicle', 'site', 'disposal', 'route', 'zone', 'road', 'permit']),
  stoodAt: async (queries, ids, at) => (await standingOfAt(queries, ids, at)).flatMap(({ kind, id, title, data, version, at }) => (kind === 'driver' ? [] : [{ kind, id, title, data, version, at }])),
  vehicleOf: vehicleWith,
  changedSince: (queries, since) => manifestsNow(queries, { since }),
  manifests: (queries, ids) => manifestsNow(queries, { ids }),
}
