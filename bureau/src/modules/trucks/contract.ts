import type { Manifest } from '@zhunsheng/trucks/manifest.ts'
import type { Queries } from '../../platform/database.ts'
import type { Kind } from './wire.ts'

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
/** What others may ask of the muck trucks' register (渣土车登记). */
export interface TruckRegister {
  /** Grows with every version that is written: whoever remembers what he made of the register knows by it when to make it anew. */
  readonly edition: (queries: Queries) => Promise<number>
  /** Everything that stands. */
  readonly standing: (queries: Queries) => Promise<readonly Registered[]>
  /** The vehicle that carries a terminal, by the terminal's own number. */
  readonly vehicleOf: (queries: Queries, terminal: string) => Promise<Registered | undefined>
  /** Whoever holds a certificate for haulage (从业资格证) by the register, also where his registration has ended; for those who may know who drove. */
  readonly driverWith: (queries: Queries, certificate: string) => Promise<RegisteredDriver | undefined>
  /** Manifests that were opened, closed or struck out since, those changed first first. */
  readonly changedSince: (queries: Queries, since: string) => Promise<readonly Manifest[]>
  readonly manifests: (queries: Queries, ids: readonly string[]) => Promise<readonly Manifest[]>
}
