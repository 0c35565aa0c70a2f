import type { Alarm } from '@zhunsheng/trucks/alarm.ts'
import type { AlarmState, NewAlarmStep } from './wire.ts'

type Kind = NewAlarmStep['kind']
/** Where an alarm stands after a step, or why the step cannot be taken (预警处置流程). */
export type Flowed = { readonly ok: true; readonly state: AlarmState } | { readonly ok: false; readonly because: string }

const NEXT: Readonly<Record<AlarmState, Partial<Readonly<Record<Kind, AlarmState>>>>> = {
  raised: { handle: 'handled', uphold: 'upheld', dismiss: 'dismissed' },
  handled: { handle: 'handled', uphold: 'upheld', dismiss: 'dismissed' },
  upheld: { reopen: 'raised', raise: 'raisedEvent', refer: 'referred' },
  dismissed: { reopen: 'raised' },
  raisedEvent: {},
  referred: {},
}
const WAITS: Readonly<Record<Kind, string>> = {
  handle: '这条预警已经复核，不能再登记企业处置；有误请先撤回复核',
  uphold: '这条预警已经复核；有误请先撤回复核',
  dismiss: '这条预警已经复核；有误请先撤回复核',
  reopen: '这条预警还没有复核，或者已经转出：已转出的，请在非现场执法中审核',
  raise: '只有复核属实、尚未转出的预警才能转非现场执法',
  refer: '只有复核属实、尚未转出的预警才能告知主管部门',
}

export function flow(state: AlarmState, kind: Kind, alarm: Pick<Alarm, 'basis'>, wasHandled = false): Flowed {
  const next = NEXT[state][kind]
  if (next === undefined) return { ok: false, because: WAITS[kind] }
  const others = competentFor(alarm)
  if (kind === 'raise' && alarm.basis.every(({ competent }) => competent !== undefined)) return { ok: false, because: others.length > 0 ? `这种行为由${others.join('、')}处罚，请改为告知主管部门` : '没有找到处罚这种行为的条文：它只提示到现场查看车辆，不能作为违法线索转出' }
  if (kind === 'refer' && others.length === 0) return { ok: false, because: '这种行为不由其他部门处罚' }
  // A review that is taken back leaves the alarm where it stood before.
  return { ok: true, state: kind === 'reopen' && wasHandled ? 'handled' : next }
}
/** The steps that an alarm allows now, whoever asks. */
export const stepsFrom = (state: AlarmState, alarm: Pick<Alarm, 'basis'>): readonly Kind[] => KINDS.filter((kind) => flow(state, kind, alarm).ok)
const KINDS: readonly Kind[] = ['handle', 'uphold', 'dismiss', 'reopen', 'raise', 'refer']

/** Who punishes it, where that is not the bureau. */
const competentFor = ({ basis }: Pick<Alarm, 'basis'>): readonly string[] => [...new Set(basis.flatMap(({ competent }) => competent ?? []))]
