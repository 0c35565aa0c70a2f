import type { Manifest } from '../manifest.ts'
import type { Sighting } from '../sighting.ts'
import { silent, type Outcome, type Ring } from './outcome.ts'
import type { Threshold } from './rules.ts'

/** Manifests whose two ends do not agree; plain JSON. */
export interface Differing {
  readonly manifestIds: readonly string[]
}

export const AGREED: Differing = { manifestIds: [] }

/** The site loaded so much, and the disposal site received another amount (装卸方量不符): a part went elsewhere, or somebody wrote it wrong. */
export function watchVolume(before: Differing, { manifests }: Sighting, rule: Threshold): Outcome<Differing> {
  let after = before
  const rings: Ring[] = []
  for (const manifest of manifests) {
    const share = differenceOf(manifest)
    if (share === undefined) continue
    const [differs, isReported] = [share > rule.limit, before.manifestIds.includes(manifest.id)]
    if (differs === isReported) continue
    after = { manifestIds: differs ? [...after.manifestIds, manifest.id].slice(-MOST) : after.manifestIds.filter((id) => id !== manifest.id) }
    rings.push(ringOf(manifest, share, differs ? 'opened' : 'closed', rule))
  }
  return rings.length === 0 ? silent(before) : { after, rings }
}
const MOST = 24

/** The difference as a share of what was loaded; nothing while the manifest is open. */
function differenceOf({ loadedM3, receivedM3, closedMs }: Manifest): number | undefined {
  if (receivedM3 === undefined || closedMs === undefined || loadedM3 <= 0) return undefined
  return Math.round((Math.abs(loadedM3 - receivedM3) / loadedM3) * 1000) / 1000
}

function ringOf({ id, siteId, disposalSiteId, issuedMs, closedMs }: Manifest, worst: number, change: Ring['change'], { limit }: Threshold): Ring {
  return { change, sinceMs: issuedMs, ...(closedMs === undefined ? {} : { untilMs: closedMs }), worst, evidence: [], limit, unit: 'share', about: { manifestId: id, siteId, disposalSiteId } }
}
