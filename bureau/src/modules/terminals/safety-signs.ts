import type { TextCodec } from '@zhunsheng/jt808/bytes/text.ts'
import type { Location } from '@zhunsheng/jt808/location/location.ts'
import { readSafetyAlarm, type SafetyAlarm } from '@zhunsheng/jt808/safety/alarm.ts'
import { BLIND_SPOT_TYPES, DRIVER_TYPES, ROAD_TYPES, TYRE_BITS } from '@zhunsheng/jt808/safety/words.ts'
import type { SafetySign } from './contract.ts'

/** An alarm that is over has been told when it began; types from here on are events of the camera, and warn of nothing. */
const OVER = 2
const [FIRST_EVENT, LAST_EVENT] = [16, 17]
/** The regular report of tyre pressures. */
const REGULAR = 0b1

/** What the active-safety system of a truck warns of in a report (主动安全报警). An item that cannot be read warns of nothing. */
export function signsOf(location: Location, text: TextCodec, who: Pick<SafetySign, 'terminal' | 'truckId' | 'plate' | 'receivedMs'>): readonly SafetySign[] {
  return location.others.flatMap((item): readonly SafetySign[] => {
    const read = readSafetyAlarm(item, text)
    if (read === undefined || !read.ok || read.alarm.state === OVER) return []
    const { alarm } = read
    const words = wordsOf(alarm)
    if (words === '') return []
    const { id, atMs, speedKmh } = alarm
    return [{ ...who, kind: alarm.kind, number: id, atMs, speedKmh, words, level: 'level' in alarm ? alarm.level : 1 }]
  })
}

function wordsOf(alarm: SafetyAlarm): string {
  switch (alarm.kind) {
    case 'road': return typed(ROAD_TYPES, alarm.type)
    case 'driver': return typed(DRIVER_TYPES, alarm.type)
    case 'blindSpot': return typed(BLIND_SPOT_TYPES, alarm.type)
    case 'tyres': return [...new Set(alarm.tyres.flatMap(({ alarms }) => Object.entries(TYRE_BITS).filter(([bit]) => (((alarms & ~REGULAR) >>> Number(bit)) & 1) === 1).map(([, word]) => word)))].join('、')
  }
}
function typed(words: Readonly<Record<number, string>>, type: number): string {
  return type >= FIRST_EVENT && type <= LAST_EVENT ? '' : (words[type] ?? `类型 ${type}`)
}
