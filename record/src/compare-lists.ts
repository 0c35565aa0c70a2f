/** How what is there differs from what is listed; places count from 0. */
export interface Difference {
  /** At this place another thing stands than the listed one, and everything else is where it was. */
  readonly changed: readonly number[]
  /** Places in the list whose thing is not there. */
  readonly missing: readonly number[]
  /** Places of things that are not listed. */
  readonly inserted: readonly number[]
  /** Places at which a listed thing is there once more. */
  readonly repeated: readonly number[]
  /** Places of listed things that do not stand in the listed order. */
  readonly moved: readonly number[]
}

/** Compares what is there with what is listed; no listed thing is listed twice. */
export function compareLists(listed: readonly string[], there: readonly string[]): Difference {
  const absent = places(listed, (thing) => !there.includes(thing))
  const unlisted = places(there, (thing) => !listed.includes(thing))
  const changed = listed.length === there.length ? absent.filter((at) => unlisted.includes(at)) : []
  const repeated = places(there, (thing, at) => listed.includes(thing) && there.indexOf(thing) < at)
  const inOrder = listed.filter((thing) => there.includes(thing))
  const asFound = there.filter((thing, at) => listed.includes(thing) && there.indexOf(thing) === at)
  const displaced = new Set(asFound.filter((thing, at) => thing !== inOrder[at]))
  return {
    changed,
    missing: absent.filter((at) => !changed.includes(at)),
    inserted: unlisted.filter((at) => !changed.includes(at)),
    repeated,
    moved: places(there, (thing, at) => displaced.has(thing) && there.indexOf(thing) === at),
  }
}

function places(things: readonly string[], isSought: (thing: string, at: number) => boolean): number[] {
  return [...things.entries()].filter(([at, thing]) => isSought(thing, at)).map(([at]) => at)
}
