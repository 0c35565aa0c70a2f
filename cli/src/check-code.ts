import { parseDay, type Day } from '@zhunsheng/law/day.ts'
import { checkCreditCode } from '@zhunsheng/law/identifiers/credit-code.ts'
import { checkTown, findDivision } from '@zhunsheng/law/identifiers/division.ts'
import { checkIdNumber } from '@zhunsheng/law/identifiers/id-number.ts'
import { checkPlate, PLATE_COLOURS, type PlateColour } from '@zhunsheng/law/identifiers/plate.ts'

/** What a check ended with: 0 right, 1 wrong, 2 not understood. */
type ExitCode = 0 | 1 | 2
type Answer = { readonly ok: true; readonly says: string } | { readonly ok: false; readonly because: string }

/** The kinds of code that can be checked (证照、编号的种类), by the words of the command. */
const CODE_KINDS = { credit: '统一社会信用代码', id: '居民身份证号', plate: '机动车号牌', division: '区县代码', town: '乡镇街道代码' } as const
type CodeKind = keyof typeof CODE_KINDS
const isKind = (word: string): word is CodeKind => Object.hasOwn(CODE_KINDS, word)
const isColour = (word: string): word is PlateColour => Object.hasOwn(PLATE_COLOURS, word)

export interface CodeQuestion {
  readonly kind: string
  readonly value: string
  /** The day on which it shall be valid, written 2021-03-01. */
  readonly on: string
  readonly colour: string
}

/** Checks one code or number of our users' world (校验), and says what is wrong with it by `say`. */
export function checkCode({ kind, value, on, colour }: CodeQuestion, say: (line: string) => void): ExitCode {
  const day = parseDay(on)
  if (!isKind(kind)) return misunderstood(`没有「${kind}」这一种；可以是：${Object.entries(CODE_KINDS).map(([word, name]) => `${word}（${name}）`).join('、')}`, say)
  if (day === undefined) return misunderstood(`「${on}」不是真实存在的日期，写作 2021-03-01`, say)
  if (!isColour(colour)) return misunderstood(`没有「${colour}」这种号牌颜色；可以是：${Object.entries(PLATE_COLOURS).map(([word, name]) => `${word}（${name}）`).join('、')}`, say)
  const answer = answerFor(kind, value.trim(), day, colour)
  say(answer.ok ? `${CODE_KINDS[kind]} ${value}：正确${answer.says === '' ? '' : `，${answer.says}`}` : `${CODE_KINDS[kind]} ${value}：有误，${answer.because}`)
  return answer.ok ? 0 : 1
}

function answerFor(kind: CodeKind, value: string, on: Day, colour: PlateColour): Answer {
  switch (kind) {
    case 'credit': {
      const checked = checkCreditCode(value)
      return checked.ok ? { ok: true, says: checked.warning ?? '' } : checked
    }
    case 'id': {
      const checked = checkIdNumber(value, on)
      return checked.ok ? { ok: true, says: checked.warning ?? '' } : checked
    }
    case 'plate': {
      const checked = checkPlate(value, colour)
      return checked.ok ? { ok: true, says: `${PLATE_COLOURS[colour]}牌` } : checked
    }
    case 'division': {
      const found = findDivision(value, on)
      return found === undefined ? { ok: false, because: '当日没有这个区县代码（只收录重庆市）' } : { ok: true, says: found.name }
    }
    case 'town': {
      const checked = checkTown(value, on)
      return checked.ok ? { ok: true, says: `${checked.value.division.name}的${checked.value.kind}` } : checked
    }
    default:
      return kind satisfies never
  }
}

function misunderstood(sentence: string, say: (line: string) => void): ExitCode {
  say(sentence)
  return 2
}
