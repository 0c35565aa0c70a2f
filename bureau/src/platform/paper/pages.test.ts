import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Paper } from './model.ts'
import { renderPdf } from './pdf.ts'
import { approvalForm, interviewRecord, threePageDecision } from './sample-papers.ts'

const createdAt = new Date('2026-04-08T02:00:00Z')

const asText = (paper: Paper): string => new TextDecoder('latin1').decode(renderPdf(paper, { createdAt }))
const pagesOf = (paper: Paper): number => [...asText(paper).matchAll(/\/Type\s*\/Page\b/g)].length

const notice = (...texts: readonly string[]): Paper => ({
  agency: '某局', title: '通知书', family: 'outward', blocks: texts.map((text): Block => ({ kind: 'paragraph', text })),
})

/** A line of 26 characters is full, because a paragraph begins two characters in. */
const lines = (count: number, length = 26): readonly string[] => Array.from({ length: count }, () => '城'.repeat(length))

/** The fewest one-line paragraphs that need so many pages. */
function linesFor(pages: number, length?: number): number {
  let count = 1
  while (pagesOf(notice(...lines(count, length))) < pages) count += 1
  return count
}

describe('GB/T 9704-2012 · 5.2 the type area', () => {
  test('a page holds 22 lines', () => {
    expect(linesFor(3) - linesFor(2)).toBe(22)
  })

  test('a line holds 28 characters, two of them the indent of a paragraph', () => {
    expect(linesFor(2, 26)).toBe(linesFor(2, 1))
    expect(linesFor(2, 27)).toBe(linesFor(2, 26 + 28))
    expect(linesFor(2, 26 + 28)).toBeGreaterThan(linesFor(2, 26 + 28 + 1))
    expect(linesFor(2, 26)).toBeGreaterThan(linesFor(2, 27))
  })

  test.each([
    ['a decision of three pages', threePageDecision, 3], ['a short record', interviewRecord, 1], ['a short form', approvalForm, 1],
  ])('%s', (_, paper, pages) => {
    expect(pagesOf(paper)).toBe(pages)
  })

  test('a table of three hundred rows goes over pages', () => {
    const rows = Array.from({ length: 300 }, (_, at) => [String(at + 1), '现场照片'])
    expect(pagesOf({ ...approvalForm, blocks: [{ kind: 'list', head: ['序号', '名称'], rows }] })).toBeGreaterThan(10)
  })

  const endless = '乙'.repeat(3000)
  const on = '2026年3月9日'
  test.each<[string, Partial<Paper>, number]>([
    ['the remark beside a signature', { blocks: [{ kind: 'signature', lines: [{ label: '当事人', note: endless }] }] }, 6],
    ['a name to sign', { blocks: [{ kind: 'signature', lines: [{ label: '当事人', name: endless }] }] }, 6],
    ['who gave an opinion', { blocks: [{ kind: 'opinion', title: '意见', text: '同意。', who: endless, on }] }, 4],
    ['an opinion', { blocks: [{ kind: 'opinion', title: '意见', text: endless, who: '某', on }] }, 4],
    ['a fact', { blocks: [{ kind: 'facts', columns: 1, rows: [{ label: '案情', value: endless }] }] }, 4],
    ['the last words before the seal', { blocks: [{ kind: 'paragraph', text: endless }, { kind: 'seal', agency: '某局', on }] }, 4],
    ['the closing note', { blocks: [], foot: endless }, 3],
  ])('%s of three thousand characters goes over pages: its end is not lost', (_, parts, atLeast) => {
    expect(pagesOf({ ...approvalForm, ...parts })).toBeGreaterThanOrEqual(atLeast)
  })

  test('a record that is signed on every page holds fewer lines, because the pen needs room', () => {
    const { pageSigners: _, ...unsigned } = interviewRecord
    const long = (paper: Paper): Paper => ({ ...paper, blocks: lines(300).map((text): Block => ({ kind: 'paragraph', text })) })
    expect(pagesOf(long(interviewRecord))).toBeGreaterThan(pagesOf(long(unsigned)))
  })
})

describe('ISO 19005-2 · an archival PDF', () => {
  test.each([['decision', threePageDecision], ['record', interviewRecord], ['form', approvalForm]])('a %s says that it is PDF/A-2b', (_, paper) => {
    expect(asText(paper)).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B</)
  })

  test('every font is inside the file', () => {
    const pdf = asText(threePageDecision)
    expect([...pdf.matchAll(/\/FontFile2/g)]).toHaveLength(2)
  })

  test('no text, however strange, leaves an empty box: such a PDF would not be archival and is not made', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom<Paper['family']>('outward', 'record', 'form'), (text, family) => {
      const paper: Paper = { agency: text, title: text, number: text, mark: text, foot: text, family, pageSigners: [text], blocks: [
        { kind: 'heading', level: 1, text }, { kind: 'heading', level: 2, text }, { kind: 'paragraph', label: text, text },
        { kind: 'facts', columns: 3, rows: [{ label: text, value: text }, { label: text, value: text }] },
      ] }
      expect(pagesOf(paper)).toBeGreaterThan(0)
    }), { numRuns: 150 })
  })
})
