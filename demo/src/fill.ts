import { calendarOf } from '@zhunsheng/law/calendar.ts'
import { formatDay, parseDay, type Day } from '@zhunsheng/law/day.ts'
import { findProcedure } from '@zhunsheng/law/procedures.ts'
import type { Course } from '@zhunsheng/law/scenario/course.ts'
import { bankOf, type Bank } from './bank.ts'
import type { Door } from './door.ts'
import type { Step } from './itinerary.ts'
import { leadsOf, type PlannedLead } from './leads.ts'
import { orderEvents } from './orders.ts'
import { planStreet } from './street.ts'
import { planYear } from './year.ts'

interface Event {
  readonly on: Day
  readonly at: number
  readonly happen: () => Promise<void>
}
/** A case to be lived (待演示的案件). */
interface Told {
  readonly procedure: string
  readonly story: string
  readonly steps: readonly Step[]
  readonly lead: PlannedLead | undefined
  readonly bank: Bank
}
interface Progress {
  id: string
  version: number
}
const FIRST_MINUTE = 8 * 60 + 40
const LAST_MINUTE = 17 * 60 + 50

/**
 * Lives a year of a fictional bureau (演示数据) through the door: every act is sent as its person would send it, at its hour, in the
 * order of the year, and is judged as any other. Answers the number of cases.
 */
export async function fillYear(door: Door, cases: number, progress: (done: number, of: number) => void): Promise<number> {
  const calendar = calendarOf()
  const plan = planYear(cases, calendar)
  const street = planStreet(cases, calendar)
  const leads = leadsOf(plan, calendar)
  const bank = bankOf(door, calendar)
  const events = [
    ...bank.evenings,
    ...leads.flatMap((lead) => leadEvents(door, lead)),
    ...plan.flatMap(({ idea, steps }, index) => caseEvents(door, { procedure: 'penalty.ordinary', story: idea.story, steps, lead: leads.find((lead) => lead.leadsTo === index), bank }, index)),
    ...orderEvents(door, FIRST_MINUTE + 5),
    ...street.flatMap((planned, index) => caseEvents(door, { ...planned, lead: undefined, bank }, plan.length + index)),
  ]
  events.sort((a, b) => a.on - b.on || a.at - b.at)
  for (const [index, { on, at, happen }] of events.entries()) {
    door.setClock(formatDay(on), clockOf(at))
    await happen()
    progress(index + 1, events.length)
  }
  return plan.length + street.length
}

const clockOf = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** The acts of one case, one after the other also within a day. */
function caseEvents(door: Door, told: Told, index: number): readonly Event[] {
  const state: Progress = { id: '', version: 0 }
  let before: Day | undefined
  let at = 0
  return told.steps.map((step, number) => {
    at = step.on === before ? Math.min(at + 12, LAST_MINUTE) : FIRST_MINUTE + 20 + ((index * 37 + number * 61) % 360)
    before = step.on
    return { on: step.on, at, happen: () => send(door, state, step, at, { key: `demo-${index}-${number}`, told }) }
  })
}

async function send(door: Door, state: Progress, step: Step, at: number, { key, told }: { readonly key: string; readonly told: Told }): Promise<void> {
  const { procedure, story, lead, bank } = told
  const isPenalty = procedure.startsWith('penalty.')
  const course = findProcedure(procedure)?.course
  if (course === undefined) throw new Error(`no procedure ${procedure}`)
  const [who = 'zhang', ...others] = step.by ?? (step.act === 'correct' ? ['zhang', 'li'] : course.by(step.act))
  const body = { kind: step.act, on: formatDay(step.on), with: others, data: step.act === 'correct' ? await correction(door, who, state, step) : answersOf(step, course) }
  const opening = state.id === ''
  try {
    if (isPenalty && step.act === 'pay') {
      await bank.pay(state.id, body.on, String(body.data['amount']))
      state.version = Number((await door.get('sun', `/api/cases/${state.id}`))['version'])
      return
    }
    const recorded = opening
      ? await door.post(who, '/api/cases', { ...body, procedure, ...(lead?.id === undefined ? {} : { leadId: lead.id }) }, key)
      : await door.post(who, `/api/cases/${state.id}/acts`, { ...body, version: state.version }, key)
    state.id = String(recorded['id'])
    state.version = Number(recorded['version'])
    if (isPenalty && ASKS_TO_PAY.includes(step.act)) await bank.issue(state.id)
    if (isPenalty && step.act === 'bankIn') bank.deposit(body.on, String(body.data['amount']), String(body.data['slip']))
  } catch (failure) {
    throw new Error(`演示案件「${story}」的「${step.act}」（${formatDay(step.on)} ${clockOf(at)}）没有记录成功`, { cause: failure })
  }
}

/** After these a party is to pay, and gets a slip for it. */
const ASKS_TO_PAY = ['serveDecision', 'approveDeferral', 'approveInstalments', 'serveDemand']

/** The usual answers with those of the story put in; `null` takes one away. */
function answersOf({ act, on, data }: Step, course: Course): Readonly<Record<string, unknown>> {
  const answers = { ...course.typical(act, on), ...data }
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null))
}

/** A correction repeats the answers as they were recorded, but for what was wrong. */
async function correction(door: Door, who: string, state: Progress, { data = {} }: Step): Promise<Readonly<Record<string, unknown>>> {
  const { acts } = await door.get(who, `/api/cases/${state.id}`)
  const found: unknown = Array.isArray(acts) ? acts.find((act: { readonly seq: number }) => act.seq === data['target']) : undefined
  const before = typeof found === 'object' && found !== null && 'data' in found && typeof found.data === 'object' ? found.data : {}
  return { target: data['target'], reason: data['reason'], answers: { ...before, title: data['correctedTitle'] } }
}

function leadEvents(door: Door, lead: PlannedLead): readonly Event[] {
  const received = parseDay(lead.body.receivedOn)
  if (received === undefined) return []
  const register: Event = { on: received, at: FIRST_MINUTE, happen: async () => void (lead.id = String((await door.post('sun', '/api/leads', { ...lead.body }, `lead-${lead.number}`))['id'])) }
  if (lead.dismissed === undefined) return [register]
  const { on, reason } = lead.dismissed
  return [register, { on, at: FIRST_MINUTE + 10, happen: async () => void (await door.post('wang', `/api/leads/${lead.id ?? ''}/dismissal`, { reason }, `dismissal-${lead.number}`)) }]
}
