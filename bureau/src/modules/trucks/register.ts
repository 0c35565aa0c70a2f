import type { TruckRegister } from './contract.ts'
import { editionNow, standingNow, standingOfAt, vehicleWith } from './store.ts'
import { driversNamed, manifestsNow } from './store-manifests.ts'

/** The register as other modules ask it. Of drivers it says only whom a manifest names. */
export const truckRegister: TruckRegister = {
  edition: editionNow,
  standing: (queries) => standingNow(queries, ['enterprise', 'vehicle', 'site', 'disposal', 'route', 'zone', 'road', 'permit']),
  stoodAt: async (queries, ids, at) => (await standingOfAt(queries, ids, at)).flatMap(({ kind, id, title, data, version, at }) => (kind === 'driver' ? [] : [{ kind, id, title, data, version, at }])),
  vehicleOf: vehicleWith,
  changedSince: (queries, since) => manifestsNow(queries, { since }),
  driversOf: async (queries, manifests) => new Map((await driversNamed(queries, manifests)).map(({ manifest, id, name }) => [manifest, { id, name }])),
  manifests: (queries, ids) => manifestsNow(queries, { ids }),
}
