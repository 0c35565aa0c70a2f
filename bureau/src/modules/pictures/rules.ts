/** How much is kept, and how long (车载影像规则): a bureau sets its own in `bureau.json`. */
export interface PictureRules {
  /** Larger than this is refused. */
  readonly mostBytes: number
  readonly perHour: number
  /** All that is kept together. */
  readonly totalBytes: number
  /** Days for which a picture is kept that belongs to no alarm, and one that does. */
  readonly days: number
  readonly alarmDays: number
  /** So long before an alarm begins and after it ends a picture belongs to it. */
  readonly windowMs: number
  readonly source: string
}
export const USUAL_PICTURES: PictureRules = { mostBytes: 2 << 20, perHour: 120, totalBytes: 50 * 2 ** 30, days: 30, alarmDays: 183, windowMs: 5 * 60_000, source: '未找到公开依据，须由机关自行确定' }
