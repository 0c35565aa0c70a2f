import type { Lead } from '@zhunsheng/bureau/modules/enforcement/wire.ts'

/** Where leads come from (线索来源), in the words of the form for filing. */
export const SOURCES: Readonly<Record<Lead['source'], string>> = {
  patrol: '巡查发现',
  complaint: '投诉举报',
  transfer: '其他机关移送',
  superior: '上级交办',
  camera: '电子技术监控',
  truck: '渣土车报警',
  inspection: '行政检查',
}
export const STATES: Readonly<Record<Lead['state'], string>> = { open: '待处理', filed: '已转立案', dismissed: '不予立案' }

/** What a lead already says of the case: it is not typed again. */
export const answersFromLead = (lead: Lead): Readonly<Record<string, unknown>> => ({
  source: lead.source,
  leadNumber: lead.number,
  place: lead.place,
  discoveredOn: lead.receivedOn,
  facts: lead.content,
  ...(lead.matter === undefined ? {} : { matter: lead.matter }),
})
