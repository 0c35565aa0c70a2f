import { covers } from '../interval.ts'
import type { Day } from '../day.ts'
import { AIR } from './air.ts'
import { APPEARANCE } from './appearance.ts'
import { BUILDING } from './building.ts'
import { GREEN } from './green.ts'
import type { Matter } from './matter.ts'
import { MUCK } from './muck.ts'
import { NOISE } from './noise.ts'
import { ROADS } from './roads.ts'
import { SANITATION } from './sanitation.ts'

/** Every matter of the power list (权责清单中的处罚事项). */
export const MATTERS: readonly Matter[] = [...APPEARANCE, ...SANITATION, ...MUCK, ...AIR, ...NOISE, ...GREEN, ...ROADS, ...BUILDING]

const byId = new Map(MATTERS.map((matter) => [matter.id, matter]))

/** The matter of this identifier, if the list has it. */
export const findMatter = (id: string): Matter | undefined => byId.get(id)

/** The matters whose clause was in force on a day (当日有效的事项). */
export const mattersOn = (day: Day): readonly Matter[] => MATTERS.filter(({ valid }) => covers(valid, day))
