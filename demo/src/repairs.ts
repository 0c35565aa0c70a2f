import { day, formatDay, type Day } from '@zhunsheng/law/day.ts'
import { REPAIR_COURSE } from '@zhunsheng/law/publicity/repair/course.ts'
import type { Door } from './door.ts'
import type { Step } from './itinerary.ts'

/** A penalty of the year whose party may ask for a repair (可以申请信用修复的案件); its identifier is known once it lives. */
export interface Repairable {
  readonly steps: readonly Step[]
  readonly id: () => string
}
type Plain = Readonly<Record<string, unknown>>
interface Told {
  readonly on: Day
  readonly reason: string
  /** What follows the registration, with the working day on which it happens. */
  readonly follows: readonly (readonly [act: string, on: Day, data?: Plain])[]
}

/** Published before this day, six months are over in November. */
const PUBLISHED_BY: Day = day('2021-05-06')
const PERFORMED_BY: Day = day('2021-10-29')
const STOPPED = '当事人已经履行处罚决定，改正违法行为，完成信用修复。'
/** One repair that is granted, one that is refused, one that still waits at the window (信用修复的经过). */
const STORIES: readonly Told[] = [
  { on: day('2021-11-08'), reason: '罚款已经缴清，店外物品已经收回，此后没有再犯。', follows: [['accept', day('2021-11-09')], ['verify', day('2021-11-11')], ['decide', day('2021-11-15')], ['serve', day('2021-11-15')], ['stop', day('2021-11-16'), { reason: STOPPED }], ['mark', day('2021-11-17')], ['archive', day('2021-11-18')]] },
  {
    on: day('2021-11-22'),
    reason: '罚款已经缴清。',
    follows: [['accept', day('2021-11-23')], ['verify', day('2021-11-25'), { harm: 'present', record: '到现场查看，人行道上的物品没有清除。' }], ['decide', day('2021-11-29'), { outcome: 'refuse', remedyTold: true, reason: '危害后果没有消除，不符合修复条件。' }], ['serve', day('2021-11-29')], ['archive', day('2021-12-01')]],
  },
  { on: day('2021-12-30'), reason: '罚款已经缴清，已经整改。', follows: [] },
]

/** Which of the year's penalties were published early and carried out. */
export function repairable(told: readonly Repairable[]): readonly Repairable[] {
  return told.filter(({ steps }) => {
    const published = steps.find(({ act }) => act === 'publish')
    const closed = steps.find(({ act }) => act === 'close')
    return published !== undefined && published.on < PUBLISHED_BY && closed?.data?.['result'] === 'performed' && closed.on < PERFORMED_BY && !steps.some(({ act }) => act === 'changeDecision' || act === 'withdrawPublication')
  })
}

/** The applications of the year: sent at the public window, taken in by the clerk, and handled. */
export function repairEvents(door: Door, told: readonly Repairable[], minute: number): readonly { readonly on: Day; readonly at: number; readonly happen: () => Promise<void> }[] {
  const found = repairable(told)
  return STORIES.flatMap(({ on, reason, follows }, index) => {
    const about = found[index]
    if (about === undefined) return []
    const state = { receipt: '', id: '', version: 1 }
    const applying = { on, at: minute, happen: async () => void (state.receipt = await apply(door, about.id(), reason, index)) }
    if (follows.length === 0) return [applying]
    const opening = { on, at: minute + 60, happen: async () => void (state.id = String((await door.post('sun', `/api/repairs/${state.receipt}/case`, {}, `repair-case-${index}`))['id'])) }
    const acts = follows.map(([kind, actOn, data = {}], number) => ({ on: actOn, at: minute + 90 + number * 12, happen: () => act(door, state, { kind, on: actOn, data }, `repair-${index}-${number}`) }))
    return [applying, opening, ...acts]
  })
}

/** Sends the application with what the party knows: the number of the decision and his own code. */
async function apply(door: Door, id: string, reason: string, index: number): Promise<string> {
  const { acts, papers } = await door.get('sun', `/api/cases/${id}`)
  const party = plain(plain(plain(listOf(acts)[0])['data'])['party'])
  const number = listOf(papers).map(plain).find(({ form }) => form === 'decision')?.['number']
  const sent = await door.post('sun', '/api/public/repairs', { number, name: party['name'], code: party['creditCode'] ?? party['idNumber'], phone: party['phone'], reason, commitment: true }, `repair-request-${index}`)
  return String(sent['receipt'])
}

async function act(door: Door, state: { readonly id: string; version: number }, { kind, on, data }: { readonly kind: string; readonly on: Day; readonly data: Plain }, key: string): Promise<void> {
  const [who = 'sun', ...others] = REPAIR_COURSE.by(kind)
  const recorded = await door.post(who, `/api/cases/${state.id}/acts`, { kind, on: formatDay(on), with: others, data: { ...REPAIR_COURSE.typical(kind, on), ...data }, version: state.version }, key)
  state.version = Number(recorded['version'])
}

const plain = (value: unknown): Plain => (typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {})
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
