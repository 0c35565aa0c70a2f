import type { TruckRegister } from './contract.ts'
import { driverWith, editionNow, standingNow, vehicleWith } from './store.ts'
import { RECORDS } from './wire.ts'
import { manifestsNow } from './store-manifests.ts'

/** The register as other modules ask it. Of drivers, only whose a certificate is. */
export const truckRegister: TruckRegister = {
  edition: editionNow,
  standing: (queries) => standingNow(queries, ['enterprise', 'vehicle', 'site', 'disposal', 'route', 'zone', 'road', 'permit']),
  vehicleOf: vehicleWith,
  driverWith: async (queries, certificate) => {
    const found = await driverWith(queries, certificate)
    if (found === undefined) return undefined
    const { name, enterprise } = RECORDS.driver.parse(found.data)
    return { name, enterprise, isEnded: found.ended !== null }
  },
  changedSince: (queries, since) => manifestsNow(queries, { since }),
  manifests: (queries, ids) => manifestsNow(queries, { ids }),
}
