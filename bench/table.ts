import type { Line, Spread } from './match.ts'

const HEAD = ['what', 'product/s', 'peer', 'peer/s', 'ratio (low–high)', 'target/s', 'reached'] as const

/** One table of all lines, in plain text that is also Markdown. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map((line) => [
    `${line.name} (${line.unit})`,
    `${shown(line.productRate.median, line)}${line.p99Ms === undefined ? '' : `, p99 ${line.p99Ms.toFixed(1)} ms`}`,
    line.peer ?? '—',
    line.peerRate === undefined ? '—' : shown(line.peerRate.median, line),
    line.ratio === undefined ? '—' : ratioOf(line.ratio),
    line.target === undefined ? '—' : `${shown(line.target, line)}${line.p99TargetMs === undefined ? '' : `, p99 ${line.p99TargetMs} ms`}`,
    line.reached === undefined ? '—' : line.reached ? 'yes' : 'NO',
  ])
  const widths = HEAD.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const written = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [written(HEAD), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(written)].join('\n')
}

const shown = (rate: number, { inSeconds }: Line) => (inSeconds === true ? `${(1 / rate).toFixed(1)} s` : figure(rate))
const ratioOf = ({ median, low, high }: Spread) => `${short(median)} (${short(low)}–${short(high)})`
const short = (value: number) => (value >= 100 ? figure(value) : value.toPrecision(3))
const figure = (value: number) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3))
