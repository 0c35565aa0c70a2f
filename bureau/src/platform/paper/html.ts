import { clean, linesOf, printed, type PrintedBlock } from './lines.ts'
import type { Paper } from './model.ts'

/** A paper as an HTML article, to be read on a screen beside `paperCss`; every text in it is escaped. */
export function renderHtml(paper: Paper): string {
  return [
    `<article class="paper paper-${paper.family}" lang="zh-CN">`,
    optional(paper.mark, (mark) => `<p class="paper-mark">${text(mark)}</p>`),
    `<header><p class="paper-agency">${text(paper.agency)}</p><h1>${text(paper.title)}</h1></header>`,
    optional(paper.number, (number) => `<p class="paper-number">${text(number)}</p>`),
    ...paper.blocks.map((block) => blockHtml(printed(block))),
    signersHtml(paper.pageSigners ?? []),
    optional(paper.foot, (foot) => `<footer>${text(foot)}</footer>`),
    '</article>',
  ].filter((part) => part !== '').join('\n')
}

function blockHtml(block: PrintedBlock): string {
  switch (block.kind) {
    case 'to': return `<p class="paper-to">${text(block.text)}</p>`
    case 'paragraph': return paragraphHtml(block)
    case 'heading': return `<h${block.level + 1}>${text(block.text)}</h${block.level + 1}>`
    case 'facts': return factsHtml(block)
    case 'list': return listHtml(block)
    case 'qa': return `<dl>${block.turns.map((turn) =>
      `<dt><b>问：</b>${text(turn.question)}</dt><dd>答：${text(turn.answer)}</dd>`).join('')}</dl>`
    case 'ticks': return `<p class="paper-ticks"><b>${text(block.label)}：</b>${block.options.map((option) =>
      `<span>${option.ticked ? '☑' : '☐'}${text(option.text)}</span>`).join(' ')}</p>`
    case 'opinion': return `<section class="paper-opinion"><h3>${text(block.title)}</h3><div><p>${text(block.text)}</p>`
      + `<p class="paper-who">${text(block.who)} ${text(block.on)}</p></div></section>`
    case 'signature': return signatureHtml(block)
    case 'seal': return `<p class="paper-seal">${text(block.agency)}<br><i>${text(block.place)}</i><br>${text(block.on)}</p>`
    case 'code': return `<div class="paper-code"><svg viewBox="0 0 ${block.square.modules} ${block.square.modules}" role="img" aria-label="二维码" shape-rendering="crispEdges"><path d="${text(block.square.path)}"/></svg>`
      + `<p><b>${text(block.text)}</b><br>${text(block.says)}</p></div>`
    case 'blank': return `<p class="paper-blank">${text(block.text)}</p>`
    default: return block satisfies never
  }
}

function paragraphHtml(block: Extract<PrintedBlock, { kind: 'paragraph' }>): string {
  const label = optional(block.label, (words) => `<b>${text(words)}：</b>`)
  return linesOf(block.text).map((line, at) => `<p>${at === 0 ? label : ''}${text(line)}</p>`).join('\n')
}

function factsHtml(block: Extract<PrintedBlock, { kind: 'facts' }>): string {
  const cells = block.rows.map((row, at) => {
    const left = at === block.rows.length - 1 ? block.columns - 1 - at % block.columns : 0
    return `<th scope="row">${text(row.label)}</th><td${left > 0 ? ` colspan="${1 + 2 * left}"` : ''}>${text(row.value)}</td>`
  })
  const rows = cells.flatMap((_, at) => at % block.columns === 0 ? [cells.slice(at, at + block.columns).join('')] : [])
  return `<table class="paper-facts">${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`
}

function listHtml(block: Extract<PrintedBlock, { kind: 'list' }>): string {
  const head = block.head.map((name) => `<th scope="col">${text(name)}</th>`).join('')
  const rows = block.rows.map((row) => `<tr>${block.head.map((_, at) => `<td>${text(row[at] ?? '')}</td>`).join('')}</tr>`)
  return `<table class="paper-list"><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function signatureHtml(block: Extract<PrintedBlock, { kind: 'signature' }>): string {
  const lines = block.lines.map((line) =>
    `<p><span>${text(line.label)}：</span><u>${text(line.name ?? '')}${optional(line.hand, handSvg)}</u><span>${text(line.note ?? '')} ${text(line.on ?? '　　年　　月　　日')}</span></p>`)
  return `<div class="paper-signature">${lines.join('')}</div>`
}

/** A signature as it was drawn. */
const handSvg = (path: string): string => `<svg class="paper-hand" viewBox="0 0 1000 400" role="img" aria-label="手写签名"><path d="${text(path)}" fill="none" stroke="#000" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/></svg>`

function signersHtml(signers: readonly string[]): string {
  if (signers.length === 0) return ''
  return `<p class="paper-signers">${signers.map((who) => `<span>${text(who)}：<u></u></span>`).join('')}</p>`
}

const optional = (value: string | undefined, draw: (value: string) => string): string => value === undefined ? '' : draw(value)

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function text(words: string): string {
  return clean(words).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign).replaceAll('\n', '<br>')
}
