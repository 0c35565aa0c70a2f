import { formatDay } from '@zhunsheng/law/day.ts'
import type { Itinerary } from './itinerary.ts'

/** Closes and archives; answers false, since nothing follows. */
export function closedAs(way: Itinerary, result: string, summary = '案件处理完毕。'): false {
  way.wait(2).do('close', { result, summary }).wait(1).do('archive', { archiveNumber: `示例-${formatDay(way.today).replaceAll('-', '')}-${way.steps.length}`, keeping: 'ten' })
  return false
}
