import { apl, pipl, type Citation } from '../../article.ts'
import type { CaseFile } from '../../case-file.ts'
import { effectiveActs } from '../../correction.ts'
import type { Day } from '../../day.ts'
import type { Data } from '../../dossier.ts'
import { leftoversIn, SUSPICIONS } from '../../identifiers/leftovers.ts'
import { redacted } from '../../identifiers/redact.ts'
import type { Finding } from '../../procedure.ts'
import { inForceOn } from '../../statutes.ts'

/** An act as a publication reads it, out of the judge's file, the store or a screen. */
export interface ToldAct {
  readonly seq: number
  readonly kind: string
  readonly data: Data
  readonly by: readonly { readonly name: string }[]
}

/** What of a case goes before the public (公示内容), not yet redacted, and whose names are hidden in it. */
export interface Publication {
  /** The facts: as they were written for the public, or else as the decision found them. */
  readonly facts: string
  /** Why the publication was withdrawn; empty where it was not. */
  readonly withdrawn: string
  readonly people: readonly string[]
}

/** Reads off the acts of a case what is published of it, corrections applied: 行政处罚法第四十八条. */
export function publicationOf(acts: readonly ToldAct[]): Publication {
  const counted = effectiveActs(acts)
  const latest = (kind: string, field: string): string => textOf(counted.findLast((one) => one.kind === kind)?.data[field])
  return { facts: latest('publish', 'shown') || latest('decide', 'facts'), withdrawn: latest('withdrawPublication', 'reason'), people: peopleNamed(acts) }
}

/**
 * Everybody whom a file names as a person beside the officers who act in it (案卷所载人员): a citizen who is the party,
 * representatives, those asked, witnesses, those on the spot, receivers. Superseded acts count too: a wrong name is a name.
 */
export function peopleNamed(acts: readonly ToldAct[]): readonly string[] {
  const officers = new Set(acts.flatMap(({ by }) => by.map(({ name }) => name)))
  const told = acts.flatMap(({ data }) => [data, data['answers']].filter((answers) => isData(answers)))
  const parties = told.flatMap(({ party, person }) => [...(isData(party) ? [party['kind'] === 'citizen' ? party['name'] : undefined, party['representative']] : []), person])
  const others = told.flatMap(({ witness, onSite, receiver, way }) => [witness, onSite, ...(way === undefined ? [] : [receiver])])
  return [...new Set([...namesIn(parties), ...namesIn(others).filter((name) => !officers.has(name) && !NO_PERSON.test(name))])]
}

/** What stands where a witness would, when a recording bears witness. */
const NO_PERSON = /影像|录像|录音|拍照|照片|视频|记录仪|公证/
const SHORTEST = 2

/** One field may name several, each perhaps with what he is: 刘海（店主）、何苗，店员. */
const namesIn = (fields: readonly unknown[]): readonly string[] =>
  fields.flatMap((field) => textOf(field).split(/[、；;\n]/)).flatMap((part) => (/^[^（(，,：:\s]+/u.exec(part.trim()) ?? [])).filter((name) => [...name].length >= SHORTEST)

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What holds for every text that goes before the public (个人信息保护). */
export const MASKED = { says: '公示的文字隐去了个人信息', instead: '改写公示的文字；逐项核对后确实不是个人信息的，写明保留的理由', basis: [apl(48, 1), apl(50)] }

/** What still looks like a person in the text as the public would see it, unless somebody has answered for it (疑似个人信息). */
export function leftIn(text: string, kept: string | undefined, file: CaseFile, on: Day, field: string): Finding | undefined {
  const left = kept === undefined ? leftoversIn(redacted(text, peopleNamed(file.acts))) : []
  if (left.length === 0) return undefined
  return { because: `公示的文字中有疑似个人信息：${left.map(({ found, kind }) => `「${found}」${SUSPICIONS[kind]}`).join('，')}`, field, basis: basisOn(on) }
}

const basisOn = (on: Day): readonly Citation[] => [...MASKED.basis, ...(inForceOn('pipl', on) ? [pipl(25), pipl(51, 1, 3)] : [])]
