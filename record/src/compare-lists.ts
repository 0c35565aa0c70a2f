/** How what is there differs from what is listed; places count from 0. */
export interface Difference {
  /** At this place another thing stands than the listed one, and the list is as long as before. */
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
  const isListed = new Set(listed)
  const firstPlaces = new Map([...there.entries()].reverse().map(([at, thing]) => [thing, at]))
  const absent = places(listed, (thing) => !firstPlaces.has(thing))
  const unlisted = places(there, (thing) => !isListed.has(thing))
  const exchanged = new Set(listed.length === there.length ? unlisted : [])
  const changed = new Set(absent.filter((at) => exchanged.has(at)))

  const inOrder = listed.filter((thing) => firstPlaces.has(thing))
  const asFound = places(there, (thing, at) => isListed.has(thing) && firstPlaces.get(thing) === at)
  return {
    changed: [...changed],
    missing: absent.filter((at) => !changed.has(at)),
    inserted: unlisted.filter((at) => !changed.has(at)),
    repeated: places(there, (thing, at) => isListed.has(thing) && firstPlaces.get(thing) !== at),
    moved: asFound.filter((at, nth) => there[at] !== inOrder[nth]),
  }
}

function places(things: readonly string[], isSought: (thing: string, at: number) => boolean): number[] {
  return [...things.entries()].filter(([at, thing]) => isSought(thing, at)).map(([at]) => at)
}
