import type { ShownForm } from '../act/form.ts'
import type { CaseView, Lead } from '@zhunsheng/bureau/modules/enforcement/wire.ts'

/** Where leads come from (线索来源), in the words of the form for filing. */
export const SOURCES: Readonly<Record<Lead['source'], string>> = {
  patrol: '巡查发现',
  complaint: '投诉举报',
  transfer: '其他机关移送',
  superior: '上级交办',
  camera: '电子技术监控',
  truck: '渣土车报警',
  inspection: '行政检查',
  hotline: '12345 热线',
  city: '数字城管',
}
export const STATES: Readonly<Record<Lead['state'], string>> = { open: '待处理', filed: '已转立案', dismissed: '不予立案' }

/** What a lead already says of the case, as far as the form asks for it: it is not typed again. */
export function answersFromLead(lead: Lead, form: ShownForm): Readonly<Record<string, unknown>> {
  const known: Readonly<Record<string, unknown>> = { source: lead.source, leadNumber: lead.number, place: lead.place, discoveredOn: lead.receivedOn, facts: lead.content, matter: lead.matter }
  return Object.fromEntries(Object.entries(known).filter(([name, value]) => value !== undefined && fits(form[name], value)))
}

/** Where a case comes from that grew out of a dossier of this procedure. */
const SOURCE_OF: Readonly<Record<string, string>> = { 'transfer.agency': 'transfer', 'operation.joint': 'joint' }

/** What the case out of which a new one grows already knows: the answers of its opening act, or of another one, to the same questions, and its number. */
export function answersFromCase(view: CaseView, form: ShownForm, seq = 1): Readonly<Record<string, unknown>> {
  const source = SOURCE_OF[view.procedure]
  const known = { ...view.acts.find((act) => act.seq === seq)?.data, ...(source === undefined ? {} : { source }), related: view.row.number, ...(view.row.actingTown === undefined ? {} : { actingTown: view.row.actingTown }) }
  return Object.fromEntries(Object.entries(known).filter(([name, value]) => fits(form[name], value)))
}

/** A choice takes only one of its own options. */
function fits(field: ShownForm[string] | undefined, value: unknown): boolean {
  if (field === undefined) return false
  return field.shape.type !== 'choice' || (typeof value === 'string' && value in field.shape.options)
}
