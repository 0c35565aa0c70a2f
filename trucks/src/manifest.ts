/** An electronic manifest (电子联单): one load, from its site to its disposal site. It comes again whenever it changes. */
export interface Manifest {
  readonly id: string
  readonly truckId: string
  readonly siteId: string
  readonly disposalSiteId: string
  readonly issuedMs: number
  /** What the site says that it loaded. */
  readonly loadedM3: number
  /** When the disposal site signed for it. */
  readonly closedMs?: number | undefined
  /** What the disposal site says that it received. */
  readonly receivedM3?: number | undefined
  /** Struck out (作废): it is as if it had never been. */
  readonly isVoid?: boolean | undefined
}

/** So many of a truck are remembered. */
const REMEMBERED = 24

/** Takes in a manifest, or a newer state of one. */
export function withManifest(manifests: readonly Manifest[], manifest: Manifest): readonly Manifest[] {
  const others = manifests.filter(({ id }) => id !== manifest.id)
  return manifest.isVoid === true ? others : [...others, manifest].sort((a, b) => a.issuedMs - b.issuedMs || (a.id < b.id ? -1 : 1)).slice(-REMEMBERED)
}

/**
 * The manifest of a load: of the same site, and issued between a while before loading began and the end of the trip; of
 * several, the one issued last. `taken` are the manifests of earlier trips.
 */
export function manifestOf(manifests: readonly Manifest[], siteId: string, load: { readonly fromMs: number; readonly untilMs: number }, taken: readonly string[]): Manifest | undefined {
  return manifests.findLast(({ id, siteId: of, issuedMs }) => of === siteId && issuedMs >= load.fromMs - EARLY_MS && issuedMs <= load.untilMs && !taken.includes(id))
}
/** Sites may write a manifest while the truck is still waiting outside. */
const EARLY_MS = 3_600_000
