import type { District, DisposalSite, NoGoArea, Site, Truck } from './district.ts'
import type { Fix } from './fix.ts'
import type { Manifest } from './manifest.ts'
import type { Trip, TripState } from './trip/trip.ts'

/** Where a position lies, and what the truck says of its load. */
export interface Surroundings {
  readonly district: District
  readonly fix: Fix
  /** The position before. */
  readonly last: Fix | undefined
  readonly truck: Truck | undefined
  readonly site: Site | undefined
  readonly disposalSite: DisposalSite | undefined
  readonly noGoAreas: readonly NoGoArea[]
  /** Whether it carries a load, by its own signals; undefined where it has none. */
  readonly laden: boolean | undefined
  readonly manifests: readonly Manifest[]
  /** The manifests that earlier trips have used. */
  readonly taken: readonly string[]
}

/** What a watch is shown. */
export interface Sighting extends Surroundings {
  /** What came: a position, a message without a believable one, or only the time and papers (a clock's tick, a manifest). */
  readonly news: 'position' | 'contact' | 'none'
  /** The time of it: of a position its own, of a contact when it came, otherwise the clock's. */
  readonly atMs: number
  /** What came, where it was a message: `fix` is the last position that was believed. */
  readonly message: Fix | undefined
  /** Where the trip stands after this position. */
  readonly trip: TripState
  /** A trip that ended with this position. */
  readonly ended: Trip | undefined
}

/** A load of less than this share of what is allowed is the mud in the body. */
const MUD = 0.08

/** Whether the truck carries a load, by its scales if it has any, otherwise by its load sensor. */
export function ladenOf({ weightKg, load }: Fix, truck: Truck | undefined): boolean | undefined {
  if (weightKg !== undefined && truck !== undefined) return weightKg > truck.ratedLoadKg * MUD
  return load === undefined ? undefined : load !== 'empty'
}

const NONE: readonly never[] = []

/** Looks around at one position. */
export function lookAround(district: District, fix: Fix, last: Fix | undefined, papers: Pick<Surroundings, 'manifests' | 'taken'>): Surroundings {
  const truck = district.truck(fix.truckId)
  let site: Site | undefined
  let disposalSite: DisposalSite | undefined
  let noGoAreas: NoGoArea[] | undefined
  for (const ground of district.fences.areasAt(fix.lat, fix.lon))
    switch (ground.kind) {
      case 'site':
        site ??= ground
        break
      case 'disposal-site':
        disposalSite ??= ground
        break
      case 'no-go':
        ;(noGoAreas ??= []).push(ground)
        break
    }
  return { district, fix, last, truck, site, disposalSite, noGoAreas: noGoAreas ?? NONE, laden: ladenOf(fix, truck), manifests: papers.manifests, taken: papers.taken }
}
