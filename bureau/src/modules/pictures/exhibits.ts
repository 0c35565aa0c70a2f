import type { Database } from '../../platform/database.ts'
import type { Files } from '../../platform/files.ts'
import type { EvidenceRoom } from '../evidence/contract.ts'
import type { AlarmBook, Exhibits } from '../tracking/contract.ts'
import { besidesAlarm } from './of-alarm.ts'
import type { PictureRules } from './rules.ts'
import { picturesBetween } from './store.ts'

/** A record of electronic monitoring takes twenty files at most. */
const MOST = 20

/** The pictures of an alarm, handed to the evidence room (预警影像入证据库): from then on it keeps them, under the name of whoever handed the alarm on. */
export function exhibits({ database, files, alarms, evidence, rules }: { readonly database: Database; readonly files: Files; readonly alarms: AlarmBook; readonly evidence: EvidenceRoom; readonly rules: PictureRules }): Exhibits {
  return async (alarm, who) => {
    const span = await database.read((queries) => alarms.find(queries, alarm))
    if (span === undefined) return []
    const { from, until } = besidesAlarm(span, rules.windowMs)
    const rows = await database.read((queries) => picturesBetween(queries, span.truck, from, until, MOST))
    const digests = [...new Set(rows.map(({ sha256 }) => sha256))]
    const known = await database.read((queries) => evidence.known(queries, digests))
    for (const { sha256, plate, terminal, media } of rows.filter((row, at) => !known.has(row.sha256) && rows.findIndex((one) => one.sha256 === row.sha256) === at)) {
      const found = await files.open(sha256)
      if (found !== undefined) await evidence.takeIn(await found.read(), { ...who, filename: `${plate} 车载终端 ${terminal}.${media === 'video/mp4' ? 'mp4' : 'jpg'}`, isCut: () => false })
    }
    return digests
  }
}
