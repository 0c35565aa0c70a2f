import type { LeadOffice, LeadStanding } from './contract.ts'
import { nextNumbers } from './store.ts'
import { caseHead } from './store-projections.ts'
import { addLead, leadStandings, leadUnder } from './store-docket.ts'

/** Takes leads in for other modules, each with a number of the year (线索编号), and says what became of them. */
export const leadOffice = (newId: () => string): LeadOffice => ({
  add: async (tx, lead) => {
    const before = lead.key === undefined ? undefined : await leadUnder(tx, lead.key)
    if (before !== undefined) return before
    const year = Number(lead.receivedOn.slice(0, 4))
    const [serial] = await nextNumbers(tx, [{ series: 'lead', year }])
    const made = { id: newId(), number: `XS${year}-${String(serial).padStart(5, '0')}` }
    await addLead(tx, { ...lead, ...made })
    return made
  },
  ofCase: async (queries, caseId) => (await caseHead(queries, caseId))?.lead_id ?? undefined,
  standing: async (queries, ids) => {
    const rows = await leadStandings(queries, ids)
    return new Map(
      rows.map((row): [string, LeadStanding] => [
        row.lead,
        {
          state: row.state,
          ...(row.dismissed_reason === null ? {} : { dismissedReason: row.dismissed_reason }),
          ...(row.id === null || row.number === null
            ? {}
            : { filed: { id: row.id, number: row.number, status: row.status ?? '', ...(row.decided_on === null ? {} : { decidedOn: row.decided_on }), ...(row.outcome === null ? {} : { outcome: row.outcome }), ...(row.solved === null ? {} : { solved: row.solved }) } }),
        },
      ]),
    )
  },
})
