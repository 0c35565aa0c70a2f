import { parseDay, formatDay } from '@zhunsheng/law/day.ts'
import { checkCreditCode } from '@zhunsheng/law/identifiers/credit-code.ts'
import { idFactsOf } from '@zhunsheng/law/identifiers/id-facts.ts'
import { checkIdNumber } from '@zhunsheng/law/identifiers/id-number.ts'
import { PLATE_COLOURS } from '@zhunsheng/law/identifiers/plate.ts'
import { plateColoursOf } from '@zhunsheng/law/identifiers/scanned.ts'
import './scan.css'

export type CodeKind = 'idNumber' | 'creditCode' | 'plate'
const LENGTH = 18
const PLATE_LENGTH = 7

export interface ReadCode {
  readonly ok: boolean
  readonly says: string
}

/** What a number tells while it is typed (即时校验): nothing while it is still short, then what it says, or why it is none. */
export function readCode(kind: CodeKind, written: string, today: string): ReadCode | undefined {
  const typed = written.trim().toUpperCase()
  if (typed.length < (kind === 'plate' ? PLATE_LENGTH : LENGTH)) return typed === '' ? undefined : { ok: true, says: kind === 'plate' ? `已输入 ${typed.length} 位` : `已输入 ${typed.length} 位，共 ${LENGTH} 位` }
  if (kind === 'plate') {
    const plate = plateColoursOf(typed)
    return plate.ok ? { ok: true, says: `号牌格式正确，可能是${plate.colours.map((colour) => PLATE_COLOURS[colour]).join('、')}色号牌` } : { ok: false, says: plate.because }
  }
  if (kind === 'creditCode') {
    const checked = checkCreditCode(typed)
    return checked.ok ? { ok: true, says: `校验位正确${checked.warning === undefined ? '' : `；${checked.warning}`}` } : { ok: false, says: checked.because }
  }
  const day = parseDay(today)
  const facts = day === undefined ? undefined : idFactsOf(typed, day)
  const checked = checkIdNumber(typed, day)
  if (facts !== undefined) return { ok: true, says: `${formatDay(facts.birthday)} 出生，${facts.age} 周岁，${facts.sex}，${facts.region}` }
  return { ok: false, says: checked.ok ? '' : checked.because }
}

export function ReadLine({ kind, written, today }: { readonly kind: CodeKind; readonly written: string; readonly today: string }) {
  const read = readCode(kind, written, today)
  return <div className={read === undefined || read.ok ? 'read-code quiet' : 'read-code wrong'} aria-live="polite">{read?.says}</div>
}
