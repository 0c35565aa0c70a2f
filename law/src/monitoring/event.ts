import { apl, inForceTogether, type Citation } from '../article.ts'
import { CaseFile } from '../case-file.ts'
import { effectiveActs, isCorrection } from '../correction.ts'
import type { Day } from '../day.ts'
import type { Proposal, Setting } from '../dossier.ts'
import { covers } from '../interval.ts'
import { isCertified } from '../person.ts'
import { grantedUnless, type Refusal, type Ruling } from '../ruling.ts'
import type { EventFlag } from './arrival.ts'
import { lacksAt, type Entry, type Made } from './device.ts'
import { EVENT_ACTS, eventWords, QUALITIES, type Quality } from './event-acts.ts'

/** A record of a device as it is judged (监控事件). */
export interface MonitoredEvent extends Made {
  readonly number: string
  readonly flags: readonly EventFlag[]
  /** What was done with it. */
  readonly entries: readonly Entry[]
  /** The register's entries of its device, none where nobody registered it. */
  readonly device: readonly Entry[]
}
/** When it is judged. */
export interface Now {
  readonly today: Day
  readonly nowMs: number
  readonly setting: Setting
}

/** Where an event stands (办理状态). */
export const STANDINGS = { held: '暂存（设备未登记）', waiting: '待审核', admitted: '审核通过', leadOnly: '仅作线索', rejected: '不采用' } as const
export type Standing = keyof typeof STANDINGS

const { last, every } = eventWords
const resetsOf = (kind: string): readonly string[] => Object.entries(EVENT_ACTS).find(([name]) => name === kind)?.[1].resets ?? []
const QUALITY_NAMES = Object.keys(QUALITIES).filter((name): name is Quality => name in QUALITIES)

/** What was done with an event, in order. */
export const eventFile = (entries: readonly Entry[], setting: Setting): CaseFile => new CaseFile(effectiveActs(entries), setting, resetsOf)

export function standingOf({ entries, device }: Pick<MonitoredEvent, 'entries' | 'device'>, setting: Setting): Standing {
  return last(eventFile(entries, setting), 'review')?.data.outcome ?? (device.length === 0 ? 'held' : 'waiting')
}

const ground = (code: string, because: string, instead: string, field?: string, basis: readonly Citation[] = [apl(41, 2)]): Refusal => ({ code, basis, because, instead, ...(field === undefined ? {} : { field }) })
const MADE_SINCE = inForceTogether([apl(41)])

/** Whether something may be done with an event (监控事件的规则), 行政处罚法第四十一条第二款、第三款; every ground is said. */
export function ruleEvent(proposal: Proposal, event: MonitoredEvent, now: Now): Ruling {
  const file = eventFile(event.entries, now.setting)
  const grounds = proposal.on > now.today ? [ground('event.future', '日期晚于今天', '填写实际日期', 'on')] : []
  return grantedUnless([...grounds, ...groundsOf(proposal, event, file, now)])
}

function groundsOf(proposal: Proposal, event: MonitoredEvent, file: CaseFile, now: Now): readonly Refusal[] {
  const { kind, data } = proposal
  switch (kind) {
    case 'review':
      return [
        ...(last(file, 'review') === undefined ? [] : [ground('event.reviewed', '这条记录已经审核', '审核有误的，先撤销审核')]),
        ...(proposal.by.some((person) => isCertified(person, proposal.on)) ? [] : [ground('event.reviewer', '审核人员当日没有有效的执法证', '由持有有效执法证的人员审核', undefined, [apl(41, 2), apl(42, 1)])]),
        ...reviewGrounds(proposal, event, now),
      ]
    case 'withdraw':
      return last(file, 'review') === undefined ? [ground('event.not-reviewed', '还没有审核，无可撤销', '先审核')] : []
    case 'tell':
      return last(file, 'review')?.data.outcome === 'admitted' ? [] : [ground('event.tell-unreviewed', '没有审核通过的记录，不向当事人告知违法事实', '先审核记录')]
    case 'consider':
      return every(file, 'answer').some(({ seq }) => seq === data['answer']) ? [] : [ground('event.answer-unknown', '没有这一次陈述、申辩', '选择要复核的陈述、申辩', 'answer', [apl(41, 3), apl(45, 1)])]
    default:
      return isCorrection(kind) ? undoGrounds(proposal, event) : []
  }
}

function reviewGrounds({ data }: Proposal, event: MonitoredEvent, { nowMs, setting }: Now): readonly Refusal[] {
  const { outcome, reason, note } = data
  const failing = QUALITY_NAMES.filter((name) => data[name] !== true)
  if (outcome !== 'admitted') {
    const isAsked = outcome === 'rejected' && reason === undefined
    const isContradicted = QUALITY_NAMES.some((name) => name === reason && data[name] === true)
    return [...(isAsked ? [ground('event.reason', '不采用的，应当写明理由', '选择理由', 'reason')] : []), ...(isContradicted ? [ground('event.reason-contradicted', '理由与逐项回答不一致', '改正回答或者理由', 'reason')] : [])]
  }
  return [
    ...failing.map((name) => ground(`event.not-${name}`, `记录不符合「${QUALITIES[name]}」的要求，不得作为证据`, '结论改为不采用或者仅作线索', name)),
    ...(event.flags.includes('no-record') ? [ground('event.no-record', '没有图片、视频或者其他记录文件，无从审核', '结论改为不采用或者仅作线索')] : []),
    ...(event.flags.includes('in-future') ? [ground('event.in-future', '设备时间晚于收到时间，记录的时间不准确', '结论改为不采用或者仅作线索')] : []),
    ...(event.flags.includes('clock-wrong') && note === undefined ? [ground('event.clock', '设备时钟有误差，没有说明如何校正', '在审核说明中写明误差和校正后的时间', 'note')] : []),
    ...lacksAt(event.device, event, nowMs, setting),
  ]
}

/** What was told or considered by mistake can be struck out; what the party said cannot, nor is a review undone in silence. */
function undoGrounds({ kind, data }: Proposal, { entries }: MonitoredEvent): readonly Refusal[] {
  const target = entries.find(({ seq }) => seq === data['target'])
  const mayUndo = kind === 'annul' && (target?.kind === 'tell' || target?.kind === 'consider')
  return mayUndo ? [] : [ground('event.undo', '只能撤销误记的告知和复核；审核用「撤销审核」，当事人的陈述、申辩不能撤销', '选择误记的告知或者复核', 'target', [apl(41, 3), apl(47)])]
}

/** Why a record can be no evidence of a penalty on a day (不得作为证据), or nothing: unreviewed, not passed, or from a device that lacked something when it was made. */
export function evidenceGrounds(event: MonitoredEvent, on: Day, { nowMs, setting }: Omit<Now, 'today'>): readonly Refusal[] {
  // The earlier statute asked none of this (行政处罚法 2017).
  if (!covers(MADE_SINCE, on)) return []
  const standing = standingOf(event, setting)
  const named = `监控事件 ${event.number} `
  const review: Readonly<Record<Standing, readonly Refusal[]>> = {
    admitted: [],
    held: [ground('collect.event-held', `${named}来自没有登记的设备，不得作为证据`, '作为线索另行取证', 'event')],
    waiting: [ground('collect.event-unreviewed', `${named}还没有审核，不得作为证据`, '先审核记录是否真实、清晰、完整、准确', 'event')],
    leadOnly: [ground('collect.event-lead', `${named}审核结论为仅作线索，不得作为证据`, '另行取证', 'event')],
    rejected: [ground('collect.event-rejected', `${named}经审核不采用，不得作为证据`, '另行取证', 'event')],
  }
  const lacking = standing === 'admitted' ? lacksAt(event.device, event, nowMs, setting).map((one) => ({ ...one, code: `collect.${one.code}`, because: `${named}不得作为证据：${one.because}`, field: 'event' })) : []
  return [...review[standing], ...lacking]
}

/** The party's statements that nobody has considered yet (未复核的陈述、申辩), by number. */
export function openAnswers(entries: readonly Entry[], setting: Setting): readonly number[] {
  const file = eventFile(entries, setting)
  const considered = new Set(every(file, 'consider').map(({ data }) => data.answer))
  return every(file, 'answer').map(({ seq }) => seq).filter((seq) => !considered.has(seq))
}
