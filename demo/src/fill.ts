import { calendarOf } from '@zhunsheng/law/calendar.ts'
import { day, formatDay, parseDay, type Day } from '@zhunsheng/law/day.ts'
import { findProcedure } from '@zhunsheng/law/procedures.ts'
import type { Course } from '@zhunsheng/law/scenario/course.ts'
import { bankOf, type Bank } from './bank.ts'
import { benchmarkEvents } from './benchmarks.ts'
import { custodyAfter } from './custody.ts'
import type { Door } from './door.ts'
import type { Step } from './itinerary.ts'
import { fleetEvents } from './fleet.ts'
import { guidanceEvents } from './guidance.ts'
import type { Happening } from './happening.ts'
import { leadsOf, type PlannedLead } from './leads.ts'
import { monitoringEvents } from './monitoring.ts'
import { orderEvents } from './orders.ts'
import { silence } from '@zhunsheng/law/scenario/silence.ts'
import { repairEvents } from './repairs.ts'
import { planStreet } from './street.ts'
import { WEIGHED, weigherOf, type Known } from './weigh.ts'
import { planYear } from './year.ts'

/** A case to be lived (待演示的案件). */
interface Told {
  readonly procedure: string
  readonly story: string
  readonly steps: readonly Step[]
  readonly lead: PlannedLead | undefined
  /** Told the identifier once the case is there. */
  readonly known?: (id: string) => void
  readonly bank: Bank
  readonly weigh: ReturnType<typeof weigherOf>
}
interface Progress {
  id: string
  number: string
  version: number
  known: Known
}
/** Before everything else the recording comes that the acts of this year name. */
const FIRST_DAY = day('2021-01-01')
/** A case and the dossiers that grow beside it, by their procedure; the case itself under its own. */
type Lived = Map<string, Progress>
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
  door.setClock(formatDay(FIRST_DAY), clockOf(FIRST_MINUTE))
  await door.upload('zhang', '示例录音.wav', silence())
  const ids: string[] = []
  const bank = bankOf(door, calendar)
  const weigh = weigherOf(door)
  const events = [
    ...bank.evenings,
    ...leads.flatMap((lead) => leadEvents(door, lead)),
    ...plan.flatMap(({ idea, steps }, index) => caseEvents(door, { procedure: 'penalty.ordinary', story: idea.story, steps, lead: leads.find((lead) => lead.leadsTo === index), known: (id) => void (ids[index] = id), bank, weigh }, index)),
    ...orderEvents(door, FIRST_MINUTE + 5),
    ...benchmarkEvents(door, FIRST_MINUTE + 5),
    ...guidanceEvents(door, FIRST_MINUTE + 7),
    ...monitoringEvents(door, FIRST_MINUTE + 7),
    ...repairEvents(door, plan.map(({ steps }, index) => ({ steps, id: () => ids[index] ?? '' })), FIRST_MINUTE + 15),
    ...fleetEvents(door),
    ...street.flatMap((planned, index) => caseEvents(door, { ...planned, lead: undefined, bank, weigh }, plan.length + index)),
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
function caseEvents(door: Door, told: Told, index: number): readonly Happening[] {
  const lived: Lived = new Map()
  let before: Day | undefined
  let at = 0
  return told.steps.map((step, number) => {
    at = step.on === before ? Math.min(at + 12, LAST_MINUTE) : FIRST_MINUTE + 20 + ((index * 37 + number * 61) % 360)
    before = step.on
    const hour = at
    return { on: step.on, at: hour, happen: () => send(door, lived, step, hour, { key: `demo-${index}-${number}`, told }) }
  })
}

async function send(door: Door, lived: Lived, step: Step, at: number, { key, told: { procedure: main, story, lead, known, bank, weigh } }: { readonly key: string; readonly told: Told }): Promise<void> {
  const procedure = step.beside ?? main
  const state = lived.get(procedure) ?? { id: '', number: '', version: 0, known: {} }
  lived.set(procedure, state)
  const course = findProcedure(procedure)?.course
  if (course === undefined) throw new Error(`no procedure ${procedure}`)
  const [who = 'zhang', ...others] = step.by ?? (step.act === 'correct' ? ['zhang', 'li'] : course.by(step.act))
  const on = formatDay(step.on)
  const answers = answersOf(step, course)
  const discretion = WEIGHED[procedure]?.includes(step.act) === true ? await weigh({ who, kind: step.act, on, key: `${key}-weighed`, known: state.known, answers, ...(step.deviates === undefined ? {} : { deviates: step.deviates }) }) : undefined
  const whole: Readonly<Record<string, unknown>> = { ...answers, ...(discretion === undefined ? {} : { discretion }), ...(step.beside !== undefined && state.id === '' ? { related: lived.get(main)?.number } : {}) }
  const body = { kind: step.act, on, with: others, data: step.act === 'correct' ? await correction(door, who, state, step) : whole }
  const opening = state.id === ''
  const isPenalty = procedure.startsWith('penalty.')
  try {
    if (isPenalty && step.act === 'pay') {
      // What is paid at the bank comes back as the act by itself.
      await bank.pay(state.id, body.on, String(body.data['amount']))
      state.version = Number((await door.get('sun', `/api/cases/${state.id}`))['version'])
      return
    }
    const recorded = opening
      ? await door.post(who, '/api/cases', { ...body, procedure, ...(lead?.id === undefined || step.beside !== undefined ? {} : { leadId: lead.id }) }, key)
      : await door.post(who, `/api/cases/${state.id}/acts`, { ...body, version: state.version }, key)
    state.id = String(recorded['id'])
    state.number = String(recorded['number'])
    if (step.beside === undefined) known?.(state.id)
    state.version = Number(recorded['version'])
    if (opening || step.act === 'conclude') state.known = { ...state.known, ...answers }
    await custodyAfter(door, { caseId: state.id, step, on: step.on, at, key })
    followed(lived, step, recorded['followed'])
    if (isPenalty && ASKS_TO_PAY.includes(step.act)) await bank.issue(state.id)
    if (isPenalty && step.act === 'bankIn') bank.deposit(body.on, String(body.data['amount']), String(body.data['slip']))
  } catch (failure) {
    throw new Error(`演示案件「${story}」的「${step.act}」（${formatDay(step.on)} ${clockOf(at)}）没有记录成功`, { cause: failure })
  }
}

/** After these a party is to pay, and gets a slip for it. */
const ASKS_TO_PAY = ['serveDecision', 'approveDeferral', 'approveInstalments', 'serveDemand']

/** What the bureau recorded along in the case: one more act stands there, which must be just the one that the story expects. */
function followed(lived: Lived, { brings }: Step, answer: unknown): void {
  const { id, because } = typeof answer === 'object' && answer !== null ? { id: undefined, because: undefined, ...answer } : { id: undefined, because: undefined }
  const state = [...lived.values()].find((one) => one.id === id)
  if (brings !== undefined && (state === undefined || because !== undefined)) throw new Error(`没有随之记录「${brings.act}」：${String(because)}`)
  if (state !== undefined && because === undefined) state.version += 1
}

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

function leadEvents(door: Door, lead: PlannedLead): readonly Happening[] {
  const received = parseDay(lead.body.receivedOn)
  if (received === undefined) return []
  const register: Happening = { on: received, at: FIRST_MINUTE, happen: async () => void (lead.id = String((await door.post('sun', '/api/leads', { ...lead.body }, `lead-${lead.number}`))['id'])) }
  if (lead.dismissed === undefined) return [register]
  const { on, reason } = lead.dismissed
  return [register, { on, at: FIRST_MINUTE + 10, happen: async () => void (await door.post('wang', `/api/leads/${lead.id ?? ''}/dismissal`, { reason }, `dismissal-${lead.number}`)) }]
}
