import type { Citation } from './article.ts'
import type { CaseFile } from './case-file.ts'
import { choice, group, optional, passage } from './field.ts'
import type { Finding } from './procedure.ts'

const point = (label: string, basis: readonly Citation[] = []) =>
  group(label, { verdict: choice(`${label}：意见`, { ok: '没有问题', problem: '有问题' }), what: optional(passage(`${label}：说明`)) }, { basis })

/** What a legal review looks at, each point with a verdict of its own (法制审核要点); facts and evidence are two questions. */
export const POINTS = {
  competence: point('执法主体、权限和人员资格'),
  procedure: point('程序'),
  facts: point('事实'),
  evidence: point('证据'),
  law: point('法律适用'),
  discretion: point('裁量'),
  papers: point('文书'),
  crime: point('是否涉嫌犯罪'),
} as const
export type Point = keyof typeof POINTS
const isPoint = (name: string): name is Point => Object.hasOwn(POINTS, name)
export const POINT_NAMES: readonly Point[] = Object.keys(POINTS).filter(isPoint)
/** The points as a choice, for whoever answers one. */
export const POINT_LABELS: Readonly<Record<Point, string>> = { competence: '执法主体、权限和人员资格', procedure: '程序', facts: '事实', evidence: '证据', law: '法律适用', discretion: '裁量', papers: '文书', crime: '是否涉嫌犯罪' }

/** The three outcomes of a review (审核结论): go on, put right and come back, or no decision. */
export const CONCLUSIONS = { agree: '同意', amend: '建议纠正', refuse: '不同意' } as const
type Conclusion = keyof typeof CONCLUSIONS

/** The opinion of one reviewer (法制审核意见). */
export const OPINION = {
  conclusion: choice('审核结论', CONCLUSIONS),
  ...POINTS,
  replaces: optional(passage('原审核人员不能复核的原因', { help: '建议纠正的，由原审核人员复核；不能的，写明原因' })),
} as const

type Verdict = { readonly verdict: 'ok' | 'problem'; readonly what?: string | undefined }
type Opinion = Readonly<Record<Point, Verdict>> & { readonly conclusion: Conclusion }

/** The points in which a review found something (有问题的要点). */
const problemsIn = (opinion: Readonly<Record<Point, Verdict>>): readonly Point[] => POINT_NAMES.filter((name) => opinion[name].verdict === 'problem')

/** Whether an opinion is one (意见是否完整): what is wrong is said, and the conclusion fits the points. */
export function opinionFault(data: Opinion): Finding | undefined {
  const problems = problemsIn(data)
  const mute = problems.find((name) => data[name].what === undefined)
  if (mute !== undefined) return { because: `「${POINT_LABELS[mute]}」有问题，没有写明是什么问题`, field: `${mute}.what` }
  if (data.conclusion === 'agree' && problems.length > 0) return { because: `结论是同意，但「${problems.map((name) => POINT_LABELS[name]).join('、')}」有问题`, field: 'conclusion' }
  return data.conclusion !== 'agree' && problems.length === 0 ? { because: `结论是${CONCLUSIONS[data.conclusion]}，没有一项写有问题`, field: 'conclusion' } : undefined
}

/** The reviewer who asked for a correction that this review would be the check of (建议纠正的原审核人员), or nothing. */
export function amendedBy(file: CaseFile): readonly { readonly id: string; readonly name: string }[] {
  const earlier = file.every('review').at(-1)
  return earlier?.data['conclusion'] === 'amend' ? earlier.by : []
}

/** A review asked for corrections that nobody has answered yet (纠正意见尚未反馈). */
export function correctionOpen(file: CaseFile): boolean {
  const latest = file.every('review', 'panelReview', 'answerReview').at(-1)
  return latest !== undefined && latest.kind !== 'answerReview' && latest.data['conclusion'] === 'amend'
}

/** An opinion in which every point is in order, as plain data (没有问题的审核意见). */
export const NO_PROBLEMS: Readonly<Record<string, unknown>> = Object.fromEntries(POINT_NAMES.map((name) => [name, { verdict: 'ok' }]))
