import { parseDay, type Day } from '@zhunsheng/law/day.ts'
import { valueOn, type LocalRules } from '@zhunsheng/law/jurisdiction.ts'
import { rowsInForce } from '@zhunsheng/law/major-list.ts'
import { findProcedure } from '@zhunsheng/law/procedures.ts'
import { recordingRows } from '@zhunsheng/law/recording-row.ts'
import { writtenMajor, writtenRecordingRow } from '@zhunsheng/law/written/lists.ts'
import { civilDay, type Clock } from '../../platform/clock.ts'
import type { Http } from '../../platform/http.ts'
import { Lists } from './wire.ts'

interface ListParts {
  readonly clock: Clock
  readonly local: LocalRules
  /** As the bureau handed them in. */
  readonly own: Readonly<Record<string, unknown>>
}

/** The list of major decisions and that of recordings (重大执法决定目录、音像记录事项清单), open to everybody (事前公示). */
export function listRoutes(http: Http, { clock, local, own }: ListParts): void {
  http.get('/api/lists', { schema: { tags: ['三项制度清单'], summary: '重大执法决定目录和音像记录事项清单', response: { 200: Lists } } }, () => {
    const today = parseDay(civilDay(clock.now()))
    if (today === undefined) throw new Error('the clock shows no day')
    return { ...listsOn(local, today), own: { ...own } }
  })
}

/** Both lists as they are on a day, each row with its source, and the numbers by which panels meet. */
export function listsOn(local: LocalRules, on: Day): Omit<Lists, 'own'> {
  const panel = valueOn(local.panelReview, on)
  const quorum = valueOn(local.discussionQuorum, on)
  return {
    majors: rowsInForce(local.majorDecisions, on).map((row) => ({ ...writtenMajor(row), panel: panel?.value.rows.includes(row.code) === true })),
    recordings: recordingRows(local.recordings, on).map((row) => {
      const { procedure, act, ...written } = writtenRecordingRow(row)
      const known = findProcedure(procedure)?.procedure
      return { ...written, procedureName: known?.name ?? procedure, actName: known?.acts[act]?.name ?? act }
    }),
    meetings: [
      ...(panel === undefined ? [] : [{ name: '集体法制审核到会成员', value: `不少于 ${panel.value.members} 人`, source: panel.source, verified: panel.verified }]),
      ...(quorum === undefined ? [] : [{ name: '负责人集体讨论到会人数', value: `超过应到人数的百分之${quorum.value.ofHundred}`, source: quorum.source, verified: quorum.verified }]),
    ],
  }
}
