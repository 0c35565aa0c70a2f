/** Where a rule of law stands: an instrument by its name, an article, a paragraph and an item by their numbers. */
export interface Basis {
  readonly instrument: string
  readonly article: number
  readonly paragraph?: number
  readonly item?: number
  /** The days between which it holds, where it is not known to have held all along: `until` is excluded. */
  readonly from?: string
  readonly until?: string
  /** Whether somebody held the citation against the instrument's own text. */
  readonly verified: boolean
  /** Who punishes it, where that is not the bureau: the alarm is then handed over. */
  readonly competent?: string
}

const CHONGQING = '重庆市市容环境卫生管理条例'
const ROADS = '道路交通安全法'
const ROADS_REGULATION = '道路交通安全法实施条例'
const POLICE = '公安机关交通管理部门'
/** The ministry's rules for muck in cities, no. 139 of 2005: named from secondary sources, as its text was not at hand. */
const MINISTRY = '城市建筑垃圾管理规定'
/** The day on which the code came into force, and earlier laws went out of it. */
const CODE = '2026-08-15'

/** No permit (第六十六条第二款). */
export const UNPERMITTED: readonly Basis[] = [{ instrument: CHONGQING, article: 66, paragraph: 2, verified: true }]
/** Not at the approved time, by the approved way, or not tipped where it was assigned; the code names the route only. */
export const NOT_AS_APPROVED: readonly Basis[] = [
  { instrument: CHONGQING, article: 66, paragraph: 3, verified: true },
  { instrument: MINISTRY, article: 14, verified: false },
]
export const OFF_ROUTE: readonly Basis[] = [...NOT_AS_APPROVED, { instrument: '生态环境法典', article: 241, from: CODE, verified: true }]
export const NOT_COVERED: readonly Basis[] = [
  { instrument: CHONGQING, article: 67, paragraph: 1, verified: true },
  { instrument: CHONGQING, article: 68, verified: true },
  { instrument: '生态环境法典', article: 241, from: CODE, verified: true },
]
/** Tipping where one likes: until the code, only contractors were named. */
export const DUMPED: readonly Basis[] = [
  { instrument: CHONGQING, article: 66, paragraph: 3, verified: true },
  { instrument: MINISTRY, article: 15, verified: false },
  { instrument: '固体废物污染环境防治法', article: 63, paragraph: 3, until: CODE, verified: true },
  { instrument: '生态环境法典', article: 518, paragraph: 2, from: CODE, verified: true },
]
export const TOO_FAST: readonly Basis[] = [
  { instrument: ROADS, article: 42, paragraph: 1, verified: true, competent: POLICE },
  { instrument: ROADS_REGULATION, article: 45, verified: true, competent: POLICE },
]
export const TOO_HEAVY: readonly Basis[] = [{ instrument: ROADS, article: 48, paragraph: 1, verified: true, competent: POLICE }]
/** Driving for more than four hours without stopping to rest, or resting for less than twenty minutes. */
export const TIRED: readonly Basis[] = [{ instrument: ROADS_REGULATION, article: 62, item: 7, verified: true, competent: POLICE }]
/** Manifests (联单) are demanded since the code; details are left to the housing ministry, and earlier ones to local rules. */
export const MANIFESTED: readonly Basis[] = [{ instrument: '生态环境法典', article: 518, paragraph: 1, from: CODE, verified: true }]
/** No article was found that punishes it in this place: a lead for whoever looks at the truck, no offence. */
export const NO_BASIS: readonly Basis[] = []

/** Every citation of this room, for the check against the texts. */
export const ALL_BASES: readonly Basis[] = [...UNPERMITTED, ...OFF_ROUTE, ...NOT_COVERED, ...DUMPED, ...TOO_FAST, ...TOO_HEAVY, ...TIRED, ...MANIFESTED]
