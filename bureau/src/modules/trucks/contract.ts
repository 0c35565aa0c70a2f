import type { Manifest } from '@zhunsheng/trucks/manifest.ts'
import type { Queries } from '../../platform/database.ts'
import type { Kind, ManifestPage, ManifestQuery, Manifest as OpenedManifest, NewManifest } from './wire.ts'

/** A record of the register as it stands now. */
export interface Registered {
  readonly id: string
  readonly kind: Kind
  readonly title: string
  readonly data: Readonly<Record<string, unknown>>
}
/** A driver by his certificate. */
export interface RegisteredDriver {
  readonly name: string
  readonly enterprise: string
  readonly isEnded: boolean
}
/** A record as it stood at an earlier moment, by which version, entered when. */
export interface StoodRecord extends Registered {
  readonly version: number
  readonly at: string
}
/** What others may ask of the muck trucks' register (渣土车登记). */
export interface TruckRegister {
  /** Grows with every version that is written: whoever remembers what he made of the register knows by it when to make it anew. */
  readonly edition: (queries: Queries) => Promise<number>
  /** Everything that stands. */
  readonly standing: (queries: Queries) => Promise<readonly Registered[]>
  /** These records as they stood at a moment, each with the version that stood then; one that was struck out by then, or not yet entered, is left out. */
  readonly stoodAt: (queries: Queries, ids: readonly string[], at: string) => Promise<readonly StoodRecord[]>
  /** The vehicle that carries a terminal, by the terminal's own number. */
  readonly vehicleOf: (queries: Queries, terminal: string) => Promise<Registered | undefined>
  /** Whoever holds a certificate for haulage (从业资格证) by the register, also where his registration has ended; for those who may know who drove. */
  readonly driverWith: (queries: Queries, certificate: string) => Promise<RegisteredDriver | undefined>
  /** Manifests that were opened, closed or struck out since, those changed first first. */
  readonly changedSince: (queries: Queries, since: string) => Promise<readonly Manifest[]>
  readonly manifests: (queries: Queries, ids: readonly string[]) => Promise<readonly Manifest[]>
  /** Whom these manifests name as their drivers, by the manifest: personal data, for those only who may see where a truck went. */
  readonly driversOf: (queries: Queries, manifests: readonly string[]) => Promise<ReadonlyMap<string, { readonly id: string; readonly name: string }>>
}

/** What an enterprise has in the register, and its manifests (本企业的登记和联单). Nothing of anybody else is answered. */
export interface OwnHaulage {
  /** The records of a kind that belong to the enterprise and stand. */
  readonly records: (queries: Queries, enterprise: string, kind: 'vehicle' | 'driver' | 'permit') => Promise<readonly Registered[]>
  /** Its name, unless it is not registered or was struck out. */
  readonly nameOf: (queries: Queries, enterprise: string) => Promise<string | undefined>
  /** The names of these records. */
  readonly named: (queries: Queries, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** Since when a vehicle is the enterprise's: `always` where it never was another's; nothing where it is not. */
  readonly since: (queries: Queries, enterprise: string, vehicle: string) => Promise<string | undefined>
  readonly manifests: (queries: Queries, enterprise: string, query: ManifestQuery) => Promise<ManifestPage>
  readonly manifest: (queries: Queries, enterprise: string, id: string) => Promise<OpenedManifest | undefined>
  /** Opens a manifest under a permit of the enterprise with its own vehicle and driver. */
  readonly open: (tx: Queries, enterprise: string, given: NewManifest, by: { readonly who: string; readonly key: string }) => Promise<string>
}
