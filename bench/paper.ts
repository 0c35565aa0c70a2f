import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { renderDocx } from '@zhunsheng/bureau/platform/paper/docx.ts'
import { renderHtml } from '@zhunsheng/bureau/platform/paper/html.ts'
import type { Paper } from '@zhunsheng/bureau/platform/paper/model.ts'
import { paperCss } from '@zhunsheng/bureau/platform/paper/paper-css.ts'
import { printPdf } from '@zhunsheng/bureau/platform/paper/press.ts'
import { renderPdf } from '@zhunsheng/bureau/platform/paper/pdf.ts'
import { chineseDay, day } from '@zhunsheng/law/day.ts'
import { yuan } from '@zhunsheng/law/money.ts'
import { openBrowser } from '../journeys/browser.ts'
import { mustAgree, repeatTogether, repeatWaiting, type Benchmark, type Contestant, type Match } from './match.ts'
import { capitalAmount } from '@zhunsheng/bureau/platform/paper/numerals.ts'

const run = promisify(execFile)
const IN_ONE_GO = 10
/** Papers that the server has in hand at a time. */
const IN_HAND = 8
const AGENCY = '示例区城市管理局'

/** A decision (行政处罚决定书) of three pages, from its facts to PDF. */
export const PAPER: Benchmark = {
  name: 'paper',
  says: 'a decision of three pages to PDF, its facts put in each time; no two papers have a paragraph in common',
  open: async () => [await match()],
}

async function match(): Promise<Match> {
  const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-bench-'))
  const chromium = await inChromium()
  const office = inLibreOffice(folder)
  const ours: Contestant = { name: 'typst, PDF/A-2b', work: (ms) => repeatTogether(ms, IN_HAND, () => printPdf(nextDecision(), { createdAt: MADE })) }
  const peers = [chromium.contestant, ...(office === undefined ? [] : [office])]
  return {
    name: 'three-page decision to PDF',
    unit: 'papers',
    target: 300,
    product: ours,
    peers,
    notes: [
      await sameWords(folder, chromium.print),
      'the product writes archival PDF/A-2b, the peers plain PDF; the product prints on two threads, as the server does',
      ...(office === undefined ? ['LibreOffice is not on this machine, so it is left out'] : [`LibreOffice is given ${IN_ONE_GO} papers at a time, the start of the program shared among them`]),
    ],
    close: async () => {
      await chromium.close()
      rmSync(folder, { recursive: true })
    },
  }
}

const MADE = new Date('2026-04-08T02:00:00Z')
let made = 0
const nextDecision = (): Paper => decision((made += 1))

/** A decision out of facts that differ from paper to paper. */
function decision(serial: number): Paper {
  const fine = yuan(500 + serial)
  const place = `建设路${serial}号`
  const on = chineseDay(day('2026-03-09'))
  return {
    agency: AGENCY, title: '行政处罚决定书', number: `示例城管罚决〔2026〕${serial}号`, mark: '演示数据', family: 'outward', foot: '本决定书一式两份，一份送达当事人，一份存档。',
    blocks: [
      { kind: 'to', text: `示例区第${serial}建材有限公司` },
      { kind: 'facts', columns: 2, rows: [{ label: '名称', value: `示例区第${serial}建材有限公司` }, { label: '法定代表人', value: `张某${serial}` }, { label: '住所', value: place }] },
      { kind: 'heading', level: 1, text: '一、违法事实和证据' },
      ...Array.from({ length: 8 }, (_, at) => ({
        kind: 'paragraph' as const,
        text: `第${at + 1}项：${on}${8 + at}时，执法人员巡查时发现当事人在${place}门前堆放建筑材料约${serial + at}平方米，占用人行道，未办理占道手续，影响行人通行。执法人员当场出示证件，制作第${serial}-${at + 1}号现场笔录，拍摄照片${6 + at}张，并由在场人员确认。`,
      })),
      { kind: 'heading', level: 1, text: '二、处罚内容' },
      { kind: 'paragraph', label: '金额', text: `罚款人民币${capitalAmount(fine)}。` },
      { kind: 'list', head: ['序号', '证据名称', '数量', '取得日期'], rows: [['1', `现场检查笔录${serial}`, '1份', on], ['2', `现场照片${serial}`, '6张', on], ['3', `询问笔录${serial}`, '1份', on]] },
      ...Array.from({ length: 3 }, (_, at) => ({ kind: 'paragraph' as const, text: `${at + 1}、${place}的当事人应当自收到本决定书之日起十五日内缴纳罚款。对本决定不服的，可以在法定期限内申请行政复议或者提起行政诉讼，期间不停止执行。` })),
      { kind: 'seal', agency: AGENCY, on: chineseDay(day('2026-04-08')) },
    ],
  }
}

const pageOf = (paper: Paper) => `<!doctype html><meta charset="utf-8"><style>${paperCss}</style>${renderHtml(paper)}`

/** One browser and one page, kept open: as good as printing in a browser gets. */
async function inChromium() {
  const browser = await openBrowser()
  const page = await browser.newPage()
  const print = async (paper: Paper): Promise<Uint8Array> => {
    await page.setContent(pageOf(paper))
    return page.pdf({ format: 'A4', preferCSSPageSize: true })
  }
  const contestant: Contestant = { name: 'headless Chromium', work: (ms) => repeatWaiting(ms, 1, () => print(nextDecision())) }
  return { contestant, print, close: () => browser.close() }
}

function inLibreOffice(folder: string): Contestant | undefined {
  if (spawnSync('soffice', ['--version']).status !== 0) return undefined
  const convert = async () => {
    const files = await Promise.all(
      Array.from({ length: IN_ONE_GO }, async (_, at) => {
        const file = join(folder, `${at}.docx`)
        writeFileSync(file, await renderDocx(nextDecision()))
        return file
      }),
    )
    await run('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files])
  }
  return { name: 'LibreOffice', work: (ms) => repeatWaiting(ms, IN_ONE_GO, convert) }
}

/** The same paper on both sides holds the same words; without a program that reads PDF only the pages are counted. */
async function sameWords(folder: string, print: (paper: Paper) => Promise<Uint8Array>): Promise<string> {
  const paper = nextDecision()
  const ours = renderPdf(paper, { createdAt: MADE })
  const pages = [...Buffer.from(ours).toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length
  mustAgree(pages === 3, `the decision has 3 pages, not ${pages}`)
  if (spawnSync('pdftotext', ['-v']).error !== undefined) return 'the decision has three pages; its words were not compared, because no pdftotext is here'
  const wordsOf = (name: string, bytes: Uint8Array) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    spawnSync('pdftotext', ['-raw', path, `${path}.txt`])
    // A browser may write the sign of a radical for a word that looks the same.
    return readFileSync(`${path}.txt`, 'utf8').normalize('NFKC').replaceAll(/\s/g, '')
  }
  const expected = paper.blocks.map((block) => (block.kind === 'paragraph' ? block.text.normalize('NFKC') : '')).join('')
  const found = (text: string) => [...expected].reduce(({ at, count }, sign) => (text.includes(sign, at) && text.indexOf(sign, at) - at < NEAR ? { at: text.indexOf(sign, at) + 1, count: count + 1 } : { at, count }), { at: text.indexOf(expected.slice(0, 3)), count: 0 }).count / expected.length
  const [own, theirs] = [found(wordsOf('ours.pdf', ours)), found(wordsOf('chromium.pdf', await print(paper)))]
  mustAgree(own > 0.99 && theirs > 0.95, `of the paragraphs ${own} can be read in the product's file and ${theirs} in the browser's`)
  return `the decision has three pages; of the signs of its paragraphs, in order, ${percent(own)} are read back from the product's file and ${percent(theirs)} from the browser's, which leaves some without a code`
}
/** How far the next sign may be: between two pages stand a number and what is not in a paragraph. */
const NEAR = 60
const percent = (share: number) => `${(share * 100).toFixed(1)} %`
