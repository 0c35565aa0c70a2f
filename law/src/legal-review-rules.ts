import { apl, type Citation } from './article.ts'
import type { Fact } from './case-file.ts'
import { holds, not } from './condition.ts'
import { choice, list, passage } from './field.ts'
import { act, languageOf } from './language.ts'
import { amendedBy, correctionOpen, OPINION, opinionFault, POINT_LABELS, POINT_NAMES, type Point } from './legal-review.ts'
import type { Rule } from './procedure.ts'

/** How the officers answer a review that asked for corrections (纠正反馈): each point, corrected or explained. */
const ANSWERS = {
  points: list('逐项反馈', {
    point: choice('审核要点', POINT_LABELS),
    how: choice('处理', { corrected: '已经纠正', explained: '不需要纠正，说明理由' }),
    what: passage('纠正情况或者理由'),
  }),
} as const

interface Place {
  readonly stage: string
  readonly basis: Citation
  readonly resets: readonly string[]
}
/** The review by one reviewer, and the officers' answer to it (法制审核、纠正反馈), for any procedure. */
export const reviewActs = ({ stage, basis, resets }: Place) =>
  ({
    review: act('法制审核', {
      stage,
      by: ['legalReviewer'],
      basis,
      outcome: 'conclusion',
      resets,
      help: '逐项审核主体、程序、事实、证据、法律适用、裁量、文书和是否涉嫌犯罪；有问题的写明。',
      form: OPINION,
    }),
    answerReview: act('纠正反馈', { stage, by: ['officer', 'teamLeader'], basis, help: '审核建议纠正的，逐项写明如何纠正，由原审核人员复核。', form: ANSWERS }),
  }) as const

const { checks, requires } = languageOf<ReturnType<typeof reviewActs>>()

/** A review asked for corrections, and nobody has answered yet (纠正意见尚未反馈). */
export const CORRECTION_OPEN: Fact = { name: 'correction-open', says: '法制审核建议纠正，尚未反馈', of: ['review', 'panelReview', 'answerReview'], basis: [apl(58, 1)], test: correctionOpen }

/** What holds of every legal review, whatever is decided (法制审核通则). `basis` is the article on review, `qualified` that on who may review. */
export const reviewRules = (basis: Citation, qualified: Citation): readonly Rule[] => [
  requires('review', { code: 'review.correction-open', needs: not(holds(CORRECTION_OPEN)), basis, because: '上次审核建议纠正，承办人员还没有反馈', instead: '先由承办人员逐项反馈，再由原审核人员复核' }),
  checks('review', { code: 'review.opinion', says: '有问题的写明，结论与各要点一致', instead: '逐项写明；有问题的，结论为建议纠正或者不同意', basis, test: ({ data }) => opinionFault(data) }),
  checks('review', {
    code: 'review.qualified',
    says: '初次从事法制审核的人员具有法律职业资格',
    instead: '由取得法律职业资格的人员审核',
    basis: qualified,
    test: ({ by }) => {
      const unqualified = by.find((person) => !person.legalQualification && !person.reviewedBefore)
      return unqualified === undefined ? undefined : { because: `${unqualified.name}没有法律职业资格` }
    },
  }),
  checks('review', {
    code: 'review.same-reviewer',
    says: '建议纠正的，由原审核人员复核',
    instead: '由原审核人员复核；不能的，写明原因',
    basis,
    test: ({ data, by }, file) => {
      const before = amendedBy(file)
      const again = before.length === 0 || before.some(({ id }) => by.some((person) => person.id === id))
      return again || data.replaces !== undefined ? undefined : { because: `纠正情况应由原审核人员（${before.map(({ name }) => name).join('、')}）复核`, field: 'replaces' }
    },
  }),
  requires('answerReview', { code: 'answerReview.nothing', needs: holds(CORRECTION_OPEN), basis, because: '没有等待反馈的纠正意见', instead: '审核建议纠正的，才需要反馈' }),
  checks('answerReview', {
    code: 'answerReview.points',
    says: '审核指出的问题逐项反馈',
    instead: '每个有问题的要点写明如何纠正，或者为什么不需要纠正',
    basis,
    test: ({ data }, file) => {
      const answered = new Set<string>(data.points.map(({ point }) => point))
      const left = asked(file.every('review', 'panelReview').at(-1)?.data ?? {}).find((point) => !answered.has(point))
      return left === undefined ? undefined : { because: `没有反馈「${POINT_LABELS[left]}」`, field: 'points' }
    },
  }),
]

/** The points in which the latest review found something. */
function asked(data: Readonly<Record<string, unknown>>): readonly Point[] {
  const isProblem = (point: Point) => {
    const said = data[point]
    return typeof said === 'object' && said !== null && 'verdict' in said && said.verdict === 'problem'
  }
  return POINT_NAMES.filter(isProblem)
}
