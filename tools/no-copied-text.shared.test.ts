import { describe, expect, test } from 'vitest'
import { filesUnder, textOf } from './house-files.ts'
import { statuteTexts } from './statute-texts.ts'

/** A phrase may be quoted; a sentence of this length is the legislator's, and goes stale with the statute. */
const COPIED = 40
const FILES_AT_LEAST = 250

const plain = (text: string): string => text.replace(/\s+/g, '')
const statutes = plain(statuteTexts().map(({ text }) => text).join('\n'))
const runs = new RegExp(`[\\p{Script=Han}，。、；：（）《》“”]{${COPIED},}`, 'gu')

/** Stretches of a statute in a text, also where a comment breaks the line. */
function copiedIn(text: string): string[] {
  const joined = text.replace(/\s*\n\s*(\*(?!\/)|\/\/)?\s*/g, '')
  return [...joined.matchAll(runs)].flatMap(([run]) => {
    const starts = Array.from({ length: run.length - COPIED + 1 }, (_, start) => run.slice(start, start + COPIED))
    const copied = starts.find((window) => statutes.includes(window))
    return copied === undefined ? [] : [copied]
  })
}

describe('the house cites statutes and copies none', () => {
  test('no forty characters in a row stand word for word in a statute', () => {
    const files = filesUnder('').filter((path) => /\.(tsx?|m?js|md|ya?ml|json|typ|csv|html)$/.test(path) && path !== 'package-lock.json')
    expect(files.length).toBeGreaterThanOrEqual(FILES_AT_LEAST)
    expect(files.flatMap((path) => copiedIn(textOf(path)).map((copied) => `${path}: ${copied}`))).toEqual([])
  })
  test('the check finds a copied sentence, broken over lines or not, and leaves our own words alone', () => {
    const sentence = new RegExp(runs, 'u').exec(statutes)?.[0].slice(0, COPIED + 5) ?? ''
    expect(copiedIn(`/** ${sentence} */`)).toHaveLength(1)
    expect(copiedIn(`/**\n * ${sentence.slice(0, 20)}\n * ${sentence.slice(20)}\n */`)).toHaveLength(1)
    expect(copiedIn('本系统的每一个数字都可以打开，看到数字背后的案件，再从案件看到证据和证明，谁都可以自己核对一遍，不必相信我们')).toEqual([])
  })
})
