import { citeShort, apl } from '@zhunsheng/law/article.ts'
import { formatDay, type Day } from '@zhunsheng/law/day.ts'
import { decisionsOn, heldBy, holdsOn, isOfTown } from '@zhunsheng/law/devolution.ts'
import type { Devolution } from '@zhunsheng/law/jurisdiction.ts'

/** Who may handle which matters on a day, as far as decisions of devolution and entrustment say (下放、委托与我). */
export interface Powers {
  /** The matters of a town's or an entrusted organisation's officer; nothing where the officer is the bureau's own. */
  readonly held: ReadonlySet<string> | undefined
  /** The town or street of this officer that acts in its own name (承接处罚权的镇街); nothing for the bureau's own, nor where it was only entrusted. */
  readonly actingTown: string | undefined
  /** What the decisions say of a matter, for this officer. */
  readonly says: (matter: string) => readonly string[]
}

/** The same decisions by which the server judges, read for the unit in which an officer works. */
export function powersOf(unit: string, on: Day, decisions: readonly Devolution[]): Powers {
  const held = heldBy(unit, on, decisions)
  if (held === undefined) return { held, actingTown: undefined, says: (matter) => decisionsOn(matter, on, decisions).map(forBureau) }
  const actingTown = decisions.filter((one) => one.manner === 'devolved' && holdsOn(one, on)).flatMap(({ towns }) => towns).find((town) => isOfTown(unit, town))
  return { held: new Set(held.keys()), actingTown, says: (matter) => (held.get(matter) ?? []).map((one) => forHolder(one, unit)) }
}

const named = ({ title, number }: Devolution): string => `《${title}》（${number}）`

function forHolder(one: Devolution, unit: string): string {
  const holder = one.towns.find((town) => isOfTown(unit, town)) ?? unit
  return one.manner === 'devolved'
    ? `${named(one)}交由${holder}行使，以${holder}的名义处罚（${citeShort(apl(24, 1))}）`
    : `${named(one)}委托${holder}${one.until === undefined ? '' : `至${formatDay(one.until)}`}，以委托机关的名义处罚（${citeShort(apl(20, 4))}）`
}

const forBureau = (one: Devolution): string =>
  one.manner === 'devolved'
    ? `在${one.towns.join('、')}，${named(one)}自${formatDay(one.from)}起交由镇街处罚：发现的移送，不在本机关立案（${citeShort(apl(24, 1))}）`
    : `${named(one)}委托${one.towns.join('、')}以本机关名义处罚（${citeShort(apl(20, 4))}）`

/** What the form that opens a case knows of a town's officer before he types: where he works, and in whose name he acts (行政处罚法第二十四条). */
export const startFor = ({ actingTown }: Powers, form: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  actingTown === undefined || form['actingTown'] === undefined ? {} : { town: actingTown, actingTown }

/** Those of a list that this officer may handle. */
export const offeredTo = <T extends { readonly id: string }>({ held }: Powers, matters: readonly T[]): readonly T[] => (held === undefined ? matters : matters.filter(({ id }) => held.has(id)))
