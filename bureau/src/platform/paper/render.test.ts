import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { renderDocx } from './docx.ts'
import { openFaces } from './faces.ts'
import { renderHtml } from './html.ts'
import { printedPaper } from './lines.ts'
import type { Paper } from './model.ts'
import { renderPdf } from './pdf.ts'
import { approvalForm, interviewRecord, threePageDecision } from './sample-papers.ts'

const createdAt = new Date('2026-04-08T02:00:00Z')
const papers: [string, Paper][] = [['decision', threePageDecision], ['record', interviewRecord], ['form', approvalForm]]

const hostile = [
  '#let x = 1', '#panic("x")', '$ x^2 $', '*bold* _it_ `raw`', '<script>alert(1)</script>', '= 标题', '[#', '\\', '"', '{{', '第一行\n第二行\r\n\n第四行',
  '#read("/etc/passwd")', '甲'.repeat(10_000), 'w'.repeat(10_000), '\u0000\u0007\u202e\ud800', '😀', '', '@ref <label> // note /* note */',
  '</w:t></w:r></w:p><w:p>', ']]>', '</article>',
] as const

function paperSaying(words: string): Paper {
  return {
    agency: '某局', title: `通知书${words.slice(0, 40)}`, number: words.slice(0, 40), mark: words.slice(0, 20), family: 'record', pageSigners: [words.slice(0, 10)], foot: words.slice(0, 200),
    blocks: [
      { kind: 'to', text: words }, { kind: 'paragraph', label: words.slice(0, 20), text: words }, { kind: 'heading', level: 2, text: words.slice(0, 40) },
      { kind: 'facts', columns: 2, rows: [{ label: '名称', value: words }, { label: words.slice(0, 40), value: '1' }] }, { kind: 'facts', columns: 3, rows: [{ label: '名称', value: words }] }, { kind: 'list', head: ['名称', words.slice(0, 20)], rows: [[words, '1'], []] },
      { kind: 'qa', turns: [{ question: words, answer: words }] }, { kind: 'ticks', label: '种类', options: [{ text: words, ticked: true }] },
      { kind: 'opinion', title: '意见', text: words, who: words.slice(0, 20), on: '2026年3月9日' },
      { kind: 'signature', lines: [{ label: '当事人', name: words.slice(0, 60), note: words.slice(0, 60) }] }, { kind: 'seal', agency: '某局', on: '2026年3月9日' },
      { kind: 'code', square: { modules: 4, path: 'M 1 1 h 2 v 1 h -2 z' }, text: words.slice(0, 40), says: words },
    ],
  }
}

const startOf = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes.slice(0, 5))

/** One part of a DOCX, found through the directory at the end of the ZIP file. */
function partOf(docx: Uint8Array, name: string): string {
  const file = Buffer.from(docx)
  let entry = file.readUInt32LE(file.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16)
  while (file.readUInt32LE(entry) === DIRECTORY_ENTRY) {
    const [nameLength, start] = [file.readUInt16LE(entry + 28), file.readUInt32LE(entry + 42)]
    if (file.toString('utf8', entry + 46, entry + 46 + nameLength) === name) {
      const from = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28)
      const packed = file.subarray(from, from + file.readUInt32LE(entry + 20))
      return (file.readUInt16LE(entry + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8')
    }
    entry += 46 + nameLength + file.readUInt16LE(entry + 30) + file.readUInt16LE(entry + 32)
  }
  throw new Error(`no part ${name}`)
}

/** A stretch of text in Word; a label that folds has two. */
const RUN = /<w:r>.*?<\/w:r>/gs

const DIRECTORY_ENTRY = 0x02014b50

describe('GB/T 9704-2012 · a paper is printed', () => {
  test.each(papers)('a %s is the same PDF for the same moment', (_, paper) => {
    const once = renderPdf(paper, { createdAt })
    expect(startOf(once)).toBe('%PDF-')
    expect(renderPdf(paper, { createdAt })).toEqual(once)
    expect(renderPdf(paper, { createdAt: new Date(0) })).not.toEqual(once)
  })

  test.each(papers)('a %s is a DOCX and an article', async (_, paper) => {
    expect(startOf(await renderDocx(paper))).toMatch(/^PK/)
    expect(renderHtml(paper)).toContain(paper.title)
  })

  test('a DOCX names the faces of GB/T 9704 for Chinese', async () => {
    const bytes = await renderDocx(threePageDecision)
    expect(partOf(bytes, 'word/styles.xml')).toContain('w:eastAsia="仿宋_GB2312"')
    expect(partOf(bytes, 'word/document.xml')).toContain('w:eastAsia="方正小标宋简体"')
  })

  test.each([
    ['before 意见', '承办机构意见', '承办机构<br>意见'], ['before a bracket', '法定代表人（负责人）', '法定代表人<br>（负责人）'],
    ['in the middle', '统一社会信用代码', '统一社会<br>信用代码'], ['not at all when it fits', '法定代表人', '法定代表人'],
  ])('a label breaks %s', (_, label, shown) => {
    const paper: Paper = { ...approvalForm, blocks: [{ kind: 'facts', columns: 2, rows: [{ label, value: '' }] }] }
    expect(renderHtml(paper)).toContain(`<th scope="row">${shown}</th><td colspan="3">`)
  })

  test('a font folder of the bureau is used, and Noto stands in for what it lacks', () => {
    const fontsFolder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'))
    expect(startOf(renderPdf(approvalForm, { createdAt, fontsFolder }))).toBe('%PDF-')
  })

  test('a damaged font in that folder is named', () => {
    const fontsFolder = mkdtempSync(join(tmpdir(), 'fonts-'))
    writeFileSync(join(fontsFolder, '仿宋.ttf'), 'not a font')
    expect(() => renderPdf(approvalForm, { createdAt, fontsFolder })).toThrow('仿宋.ttf')
    rmSync(fontsFolder, { recursive: true })
  })

  test('a missing font folder is a fault, not another face', () => {
    expect(() => renderPdf(approvalForm, { createdAt, fontsFolder: 'no-such-folder' })).toThrow()
  })
})

/** The markup of a rendering without its words; line breaks come from the words and do not count. */
const skeleton = (markup: string): readonly string[] =>
  [...markup.matchAll(/<[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/^<(br|w:br|w:t xml:space="preserve")\/?>$/.test(tag))

describe('No words of a case are read as markup', () => {
  test.each(hostile.map((words) => [words.slice(0, 24), words]))('%j prints', async (_, words) => {
    expect(startOf(renderPdf(paperSaying(words), { createdAt }))).toBe('%PDF-')
    expect(startOf(await renderDocx(paperSaying(words)))).toMatch(/^PK/)
  })

  const oneLine = hostile.filter((words) => !words.includes('\n')).map((words) => [words.slice(0, 24), words] as const)

  test.each(oneLine)('%j leaves the tags of the article as they are', (_, words) => {
    expect(skeleton(renderHtml(paperSaying(words)))).toEqual(skeleton(renderHtml(paperSaying('甲'))))
  })

  test('an article shows every sign of a text as it was written', () => {
    expect(renderHtml(paperSaying('<b>"&amp;\''))).toContain('<p class="paper-to">&lt;b&gt;&quot;&amp;amp;&#39;：</p>')
  })

  test.each(oneLine.filter(([, words]) => words !== ''))('%j leaves the parts of a DOCX as they are', async (_, words) => {
    const parts = async (text: string): Promise<readonly string[]> => skeleton(partOf(await renderDocx(paperSaying(text)), 'word/document.xml').replace(RUN, ''))
      .map((tag) => tag.replace(/ w:(pos|w)="\d+"/g, ''))
    expect(await parts(words)).toEqual(await parts('甲'))
  })

  const faces = openFaces('')
  const sent = (words: string): string => printedPaper(paperSaying(words), faces.coverage)

  test('control characters and reversing marks never reach the page', () => {
    expect(sent('一\u0000\u202e二')).toContain('"一二"')
  })

  test('an identity number of eighteen characters may break, a short word may not', () => {
    expect(sent('91500000MA5XXXXX0A')).toContain('915000\u200b')
    expect(sent('023-00000000')).not.toContain('\u200b')
  })

  test.each([
    ['a character of the national list of 8105 stands as it is', '𬭚', '𬭚'],
    ['a character that no face can draw is named', '𠮷', '〔U+20BB7〕'],
    ['a sign for the screen is named too', '😀', '〔U+1F600〕'],
    ['a private character is named, since every machine draws another', '\ue000', '〔U+E000〕'],
    ['an odd space is a space', '张\u2003某', '张 某'],
    ['the full-width space stays', '张\u3000某', '张\u3000某'],
    ['an invisible sign is left out', '张\u200d\ufeff某', '张某'],
  ])('%s', (_, words, drawn) => {
    expect(sent(words)).toContain(`"${drawn}"`)
  })
})
