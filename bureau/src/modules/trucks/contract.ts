import type { Queries } from '../../platform/database.ts'
import type { Kind } from './wire.ts'

/** A record of the register as it stands now. */
export interface Registered {
  readonly id: string
  readonly kind: Kind
  readonly title: string
  readonly data: Readonly<Record<string, unknown>>
}
/** A manifest as it stands; times are milliseconds since 1970 UTC, volumes cubic metres. */
export interface ManifestNow {
  readonly id: string
  readonly truckId: string
  readonly siteId: string
  readonly disposalSiteId: string
  readonly issuedMs: number
  readonly loadedM3: number
  readonly closedMs?: number
  readonly receivedM3?: number
  readonly isVoid?: boolean
}
/** What others may ask of the muck trucks' register (渣土车登记). */
export interface TruckRegister {
  /** Grows with every version that is written: whoever remembers what he made of the register knows by it when to make it anew. */
  readonly edition: (queries: Queries) => Promise<number>
  /** Everything that stands. */
  readonly standing: (queries: Queries) => Promise<readonly Registered[]>
  /** The vehicle that carries a terminal, by the terminal's own number. */
  readonly vehicleOf: (queries: Queries, terminal: string) => Promise<Registered | undefined>
  /** Manifests that were opened, closed or struck out since, those changed first first. */
  readonly changedSince: (queries: Queries, since: string) => Promise<readonly ManifestNow[]>
  readonly manifests: (queries: Queries, ids: readonly string[]) => Promise<readonly ManifestNow[]>
}
