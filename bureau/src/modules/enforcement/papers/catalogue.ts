import type { Act } from '@zhunsheng/law/dossier.ts'
import type { PaperRef } from '../wire.ts'
import { DEMOLITION_PAPERS, MEASURE_PAPERS, PERFORMANCE_PAPERS } from './coercion-papers.ts'
import { EXECUTION_FORMS } from './execution-forms.ts'
import { ORDINARY_FORMS } from './ordinary-forms.ts'
import { ORDINARY_PAPERS } from './ordinary-papers.ts'
import type { PaperKind } from './paper-kind.ts'
import { ARBITRATION_PAPERS, LITIGATION_PAPERS, RECONSIDERATION_PAPERS } from './remedy-papers.ts'
import { REPAIR_PAPERS } from './repair-papers.ts'
import { SIMPLE_PAPERS } from './simple-papers.ts'
import { SOFT_PAPERS } from './soft-papers.ts'
import { AGENCY_PAPERS, ASSISTANCE_PAPERS, CRIME_PAPERS, JOINT_PAPERS } from './transfer-papers.ts'

/** The papers of each procedure (各程序的文书), in the order in which a case usually goes. */
export const PAPERS: Readonly<Record<string, readonly PaperKind[]>> = {
  'penalty.ordinary': [...ORDINARY_PAPERS, ...ORDINARY_FORMS, ...EXECUTION_FORMS],
  'penalty.simple': [...SIMPLE_PAPERS, ...EXECUTION_FORMS],
  'penalty.soft': SOFT_PAPERS,
  'coercion.measure': MEASURE_PAPERS,
  'coercion.performance': PERFORMANCE_PAPERS,
  'coercion.demolition': DEMOLITION_PAPERS,
  'remedy.reconsideration': RECONSIDERATION_PAPERS,
  'remedy.litigation': LITIGATION_PAPERS,
  'dispute.arbitration': ARBITRATION_PAPERS,
  'transfer.crime': CRIME_PAPERS,
  'transfer.agency': AGENCY_PAPERS,
  'transfer.assistance': ASSISTANCE_PAPERS,
  'operation.joint': JOINT_PAPERS,
  'publicity.repair': REPAIR_PAPERS,
}

/** The papers that an act makes. */
export const papersMadeBy = (procedure: string, kind: string, data: Act['data']): readonly PaperKind[] =>
  (PAPERS[procedure] ?? []).filter(({ act, made }) => act === kind && (made === undefined || made(data)))

/** The papers of a case in the order of its acts, with their numbers. */
export function paperRefs(procedure: string, stored: readonly { readonly seq: number; readonly kind: string; readonly on_day: string; readonly data: unknown }[], numbered: readonly { readonly seq: number; readonly form: string; readonly number: string }[]): readonly PaperRef[] {
  return stored.flatMap(({ seq, kind, on_day: on, data }) =>
    papersMadeBy(procedure, kind, asData(data)).map(({ form, title }) => {
      const number = numbered.find((row) => row.seq === seq && row.form === form)?.number
      return { form, title: title(asData(data)), seq, on, ...(number === undefined ? {} : { number }) }
    }),
  )
}
const asData = (data: unknown): Act['data'] => (typeof data === 'object' && data !== null ? Object.fromEntries(Object.entries(data)) : {})
