import { apl, apl17, type Citation } from '../../article.ts'
import type { Day } from '../../day.ts'
import { yuan, type Fen } from '../../money.ts'
import { LAW_OF_2021 } from '../since-2021.ts'

/** The highest fines that may be imposed and collected on the spot (当场处罚、当场收缴的限额), both included. */
interface SpotLimits {
  readonly citizen: Fen
  readonly organisation: Fen
  /** Up to which a fine may be collected on the spot for its smallness alone. */
  readonly collected: Fen
  readonly basis: readonly Citation[]
}

/** 行政处罚法第五十一条、第六十八条第（一）项. */
const OF_2021: SpotLimits = { citizen: yuan(200), organisation: yuan(3000), collected: yuan(100), basis: [apl(51), apl(68)] }
/** 行政处罚法（2017年修正）第三十三条、第四十七条; read in secondary sources only. */
const OF_2017: SpotLimits = { citizen: yuan(50), organisation: yuan(1000), collected: yuan(20), basis: [apl17(33), apl17(47)] }

/** The limits of the penalty law of a day. A sole trader counts as a citizen (inferred: 第五十一条 names legal persons and other organisations). */
export const spotLimits = (on: Day): SpotLimits => (on < LAW_OF_2021 ? OF_2017 : OF_2021)
