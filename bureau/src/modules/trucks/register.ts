import type { TruckRegister } from './contract.ts'
import { driverWith, editionNow, standingNow, standingOfAt, vehicleWith } from './store.ts'
import { driversNamed, manifestsNow } from './store-manifests.ts'
import { RECORDS } from './wire.ts'

/** The register as other modules ask it. Of drivers it says only whom a manifest names, and whose a certificate is. */
export const truckRegister: TruckRegister = {
  edition: editionNow,
  standing: (queries) => standingNow(queries, ['enterprise', 'vehicle', 'site', 'disposal', 'route', 'zone', 'road', 'permit']),
  stoodAt: async (queries, ids, at) => (await standingOfAt(queries, ids, at)).flatMap(({ kind, id, title, data, version, at }) => (kind === 'driver' ? [] : [{ kind, id, title, data, version, at }])),
  vehicleOf: vehicleWith,
  driverWith: async (queries, certificate) => {
    const found = await driverWith(queries, certificate)
    if (found === undefined) return undefined
    const { name, enterprise } = RECORDS.driver.parse(found.data)
    return { name, enterprise, isEnded: found.ended !== null }
  },
  changedSince: (queries, since) => manifestsNow(queries, { since }),
  driversOf: async (queries, manifests) => new Map((await driversNamed(queries, manifests)).map(({ manifest, id, name }) => [manifest, { id, name }])),
  manifests: (queries, ids) => manifestsNow(queries, { ids }),
}
