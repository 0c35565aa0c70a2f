import { apl } from '@zhunsheng/law/article.ts'
import type { LeadOffice } from '../enforcement/contract.ts'
import type { UsesElsewhere } from '../evidence/contract.ts'
import { reportsWithPhotos } from './store.ts'

/**
 * The photographs that reports still need (举报照片的用途): until a person has answered the report, and, where it became a lead, until that is
 * disposed of. What the telephone made belongs to the case as much as the copy that hangs in the lead.
 */
export const tipoffUses = (leads: Pick<LeadOffice, 'standing'>): UsesElsewhere => async (queries, digests) => {
  const reports = await reportsWithPhotos(queries, digests)
  const standings = await leads.standing(queries, reports.flatMap(({ lead }) => lead ?? []))
  const files = reports.flatMap((report) => report.photos.flatMap(({ original, copy }) => [original, copy]).filter((sha256) => digests?.includes(sha256) ?? true).map((sha256) => ({ report, sha256, lead: standings.get(report.lead ?? '') })))
  return {
    needed: files.flatMap(({ report, sha256, lead }) => {
      const because = report.state === 'received' ? '群众举报还没有办理' : report.state === 'accepted' && lead?.state === 'open' ? '群众举报转成的线索还没有处理' : undefined
      return because === undefined ? [] : [{ sha256, number: `举报 ${report.plate}`, ended: false, inRemedy: false, awaits: { because, basis: [apl(54, 1)], instead: '办理之后再行鉴定' } }]
    }),
    ofCases: files.flatMap(({ sha256, lead }) => (lead?.filed === undefined ? [] : [{ sha256, caseId: lead.filed.id }])),
  }
}
