import { alitl, apl } from './article.ts'
import { formatDay, type Day } from './day.ts'
import type { Setting } from './dossier.ts'
import { optional, text } from './field.ts'
import type { Devolution } from './jurisdiction.ts'
import { findMatter } from './matters/matters.ts'
import type { Post } from './person.ts'
import type { Finding } from './procedure.ts'
import type { Refusal } from './ruling.ts'

/** Whether a decision gives the power away on a day: it applies from its first day, and not before it was published (决定应当公布). */
export const holdsOn = ({ from, until, publishedOn }: Pick<Devolution, 'from' | 'until' | 'publishedOn'>, on: Day): boolean => from <= on && publishedOn <= on && (until === undefined || on <= until)

interface Asked {
  readonly matter?: string | undefined
  readonly town?: string | undefined
  readonly place: string
  /** The town or street in whose name the case is handled; nothing where it is the bureau's. */
  readonly actingTown?: string | undefined
}

/** Why a matter in a place is not the bureau's on a day (该事项已经下放), or not the town's that acts in its own name; or nothing: 行政处罚法第二十四条. */
export function devolved({ matter, town, place, actingTown }: Asked, on: Day, { local }: Pick<Setting, 'local'>): Finding | undefined {
  if (actingTown !== undefined) return beyondTown({ matter, town, place, actingTown }, on, local.devolutions)
  const decisions = local.devolutions.filter((one) => one.manner === 'devolved' && holdsOn(one, on) && matter !== undefined && one.matters.includes(matter))
  if (decisions.length === 0) return undefined
  const where = `${town ?? ''} ${town === undefined ? place : ''}`
  for (const { towns, title, number, from } of decisions) {
    const holder = towns.find((one) => where.includes(one))
    if (holder === undefined) continue
    return {
      because: `《${title}》（${number}）自${formatDay(from)}起将「${findMatter(matter ?? '')?.name ?? matter}」在${holder}的处罚权交由${holder}行使`,
      instead: `在「案件移送与管辖」中连同材料移送${holder}`,
      field: 'town',
      basis: [apl(24, 1)],
    }
  }
  if (town !== undefined) return undefined
  const towns = [...new Set(decisions.flatMap((one) => one.towns))]
  return { because: `这一事项在${towns.join('、')}已经下放，没有写明违法行为发生在哪个乡镇、街道`, instead: '填写违法行为发生地所在的乡镇、街道', field: 'town', basis: [apl(24, 1)] }
}

/**
 * Why a town may not act in its own name here (超出承接的范围), or nothing. 行政处罚法第二十四条第二款: within the prescribed scope, which a
 * published decision in force sets; 第二十条第四款: whoever was only entrusted acts in the name of the bureau.
 */
function beyondTown({ matter, town, place, actingTown }: Asked & { readonly actingTown: string }, on: Day, all: readonly Devolution[]): Finding | undefined {
  const name = findMatter(matter ?? '')?.name ?? matter ?? ''
  const found = matter === undefined ? [] : decisionsOn(matter, on, all).filter(({ towns }) => towns.includes(actingTown))
  if (!found.some(({ manner }) => manner === 'devolved'))
    return found.length > 0
      ? { because: `「${name}」只是委托${actingTown}处罚，没有下放：受委托的组织以委托机关的名义处罚`, instead: '不填写承接的镇街，以本机关的名义办理', field: 'actingTown', basis: [apl(20, 4)] }
      : { because: `没有当日有效、已经公布的决定将「${name}」交由${actingTown}行使`, instead: '不填写承接的镇街，由本机关办理；已有决定的，先在机关信息（bureau.json）的 devolutions 中登记', field: 'actingTown', basis: [apl(24, 2)] }
  return (town ?? place).includes(actingTown)
    ? undefined
    : { because: `违法行为不发生在${actingTown}（${town ?? place}）：承接的处罚权限于本辖区`, instead: `写明违法行为发生在${actingTown}何处；不在其辖区的，由本机关或者当地镇街办理`, field: 'actingTown', basis: [apl(24, 2), apl(22)] }
}

/** Whether a unit is the town's own, by its name (镇街的机构): a department, a team or an office of it. */
export const isOfTown = (unit: string, town: string): boolean => unit.includes(town)

/** Who acts for an agency towards others and decides in it (以机关名义行使职权的岗位); who reviews, hears or takes in money may be shared. */
const ITS_OWN: readonly Post[] = ['officer', 'teamLeader', 'bureauLeader']
/** Whether an act that these posts may take is for an agency's own people alone. */
export const isForItsOwn = (posts: readonly Post[]): boolean => posts.length > 0 && posts.every((post) => ITS_OWN.includes(post))
/** Whether such an act in a case of a town's is not for somebody of this unit; a case of the bureau's withholds nothing. */
export const isWithheld = (posts: readonly Post[], unit: string, town: string | null | undefined): town is string => typeof town === 'string' && !isOfTown(unit, town) && isForItsOwn(posts)
/** Why people of another unit may not take such an act in a case of a town's (非承接镇街人员): 行政处罚法第二十四条第二款. */
export const notItsOwn = (names: readonly string[], town: string): Refusal => ({ code: 'town.not-its-own', basis: [apl(24, 2)], because: `${names.join('、')}不是${town}的工作人员，本案以${town}的名义办理`, instead: `由${town}的执法人员、负责人办理；本机关可以指导、监督` })

/** The decisions that give a matter away or entrust it on a day, to whomever (事项的下放、委托情况). */
export const decisionsOn = (matter: string, on: Day, decisions: readonly Devolution[]): readonly Devolution[] => decisions.filter((one) => holdsOn(one, on) && one.matters.includes(matter))

/**
 * What a unit may handle where others gave it its powers (承接、受托的事项): each matter with the decisions on which it rests, those of the day
 * and no others. Nothing for a unit that no decision ever named: that is one of the bureau's own, whose matters are all of the list.
 *
 * 行政处罚法第二十四条第二款: within the prescribed scope; 第二十条第四款: within the entrustment.
 */
export function heldBy(unit: string, on: Day, decisions: readonly Devolution[]): ReadonlyMap<string, readonly Devolution[]> | undefined {
  const own = decisions.filter(({ towns }) => towns.some((town) => isOfTown(unit, town)))
  if (own.length === 0) return undefined
  return new Map([...new Set(own.flatMap(({ matters }) => matters))].map((matter) => [matter, decisionsOn(matter, on, own)] as const).filter(([, found]) => found.length > 0))
}

/** What a form asks, so that the rule can tell. */
export const TOWN_HELP = '事项已下放部分乡镇、街道的，必须填写'
/** In whose own name the case is handled, where it is not the bureau's (承接处罚权的乡镇、街道), 行政处罚法第二十四条. */
export const ACTING_TOWN = optional(text('承接处罚权的镇街', { basis: [apl(24, 1)], help: '承接下放事项的乡镇、街道以自己的名义处罚的，填写其名称，与下放决定一致；本机关办理和委托办理的不填' }))
/** The same where the dossier grew out of a case of a town's: whoever decided answers for it (作出行政行为的机关是被申请人、被告). */
export const ANSWERING_TOWN = optional(text('承接处罚权的镇街', { basis: [apl(24, 1), alitl(26, 1)], help: '原案以乡镇、街道自己的名义办理的，填写其名称，由它答复、应诉、移送；本机关的案件不填' }))
/** What the rule is called, wherever it stands. */
export const DEVOLVED = { says: '没有下放乡镇、街道行使', instead: '移送承接处罚权的乡镇、街道', basis: apl(24, 1) } as const
