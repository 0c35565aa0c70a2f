import { expect, test } from 'vitest'
import { printPdf } from './press.ts'
import { renderPdf } from './pdf.ts'
import { approvalForm, interviewRecord, threePageDecision } from './sample-papers.ts'

const createdAt = new Date('2026-04-08T02:00:00Z')
const PAPERS = [threePageDecision, interviewRecord, approvalForm, threePageDecision, interviewRecord]

test('papers printed beside the server’s work are the same to the byte, each to whom it belongs', async () => {
  const printed = await Promise.all(PAPERS.map((paper) => printPdf(paper, { createdAt })))
  expect(printed.map((bytes) => Buffer.from(bytes).toString('base64'))).toEqual(PAPERS.map((paper) => Buffer.from(renderPdf(paper, { createdAt })).toString('base64')))
})
test('a paper that cannot be printed is refused, and the next one is printed', async () => {
  await expect(printPdf(approvalForm, { createdAt, fontsFolder: 'no-such-folder' })).rejects.toThrow()
  expect((await printPdf(approvalForm, { createdAt })).length).toBeGreaterThan(1000)
})
