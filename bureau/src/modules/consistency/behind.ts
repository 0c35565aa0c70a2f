import type { Deviation } from '@zhunsheng/discretion/deviation/scan.ts'
import { distributionOf } from '@zhunsheng/discretion/similar/distribution.ts'
import { tierWords } from '@zhunsheng/discretion/words.ts'
import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import type { Queries } from '../../platform/database.ts'
import type { Benchmarks } from '../discretion/contract.ts'
import { boxOf, yuanOf } from './amounts.ts'
import { beforehandWords } from './beforehand.ts'
import { stratumOf } from './scan-run.ts'
import type { ComparedRow } from './store-compared.ts'
import type { Behind, BehindCase, StratumView } from './wire.ts'

const SHOWN = 200

/** What a finding rests on (偏离的案件): the strata in which its cases can be compared, and those cases, the farthest first. */
export async function behind(queries: Queries, benchmarks: Benchmarks, deviation: Deviation, rows: readonly ComparedRow[]): Promise<Omit<Behind, 'finding'>> {
  const { about } = deviation
  const groups = new Map<string, ComparedRow[]>()
  for (const row of rows) {
    const key = `${row.matter}\n${about === 'fine' ? stratumOf(row) : row.beforehand}`
    const members = groups.get(key)
    if (members === undefined) groups.set(key, [row])
    else members.push(row)
  }
  const strata: StratumView[] = []
  const cases: BehindCase[] = []
  for (const members of groups.values()) {
    const counted = members.filter((row) => about === 'exemption' || row.amount !== null)
    const own = counted.filter((row) => isOf(row, deviation))
    const others = counted.filter((row) => !isOf(row, deviation))
    const [first] = own
    if (first === undefined || others.length === 0) continue
    const says = `${findMatter(first.matter)?.name ?? first.matter}：${await stratumWords(queries, benchmarks, first, about)}`
    const middle = spreadOf(others)?.middle
    strata.push({ says, ...boxes(own, others), ownCases: own.length, otherCases: others.length, ownExempt: own.filter(({ exempt }) => exempt).length, otherExempt: others.filter(({ exempt }) => exempt).length, unit: isMeasured(own) ? '元／单位' : '元' })
    cases.push(...own.map((row) => caseView(row, says, middle)))
  }
  const far = cases.toSorted((a, b) => distance(b) - distance(a) || (a.decidedOn < b.decidedOn ? 1 : -1))
  return { strata: strata.sort((a, b) => b.ownCases - a.ownCases), cases: far.slice(0, SHOWN), more: Math.max(0, far.length - SHOWN) }
}

/** Whether a case is the group's own. */
function isOf(row: ComparedRow, { dimension, value }: Deviation): boolean {
  return { officer: row.officer, team: row.team, town: row.town ?? '', month: row.decided_on.slice(0, 7) }[dimension] === value
}

const amountOf = ({ amount }: ComparedRow): bigint => BigInt(Math.round(amount ?? 0))
const spreadOf = (rows: readonly ComparedRow[]) => distributionOf(rows.filter(({ amount }) => amount !== null).map(amountOf), 0n)
function boxes(own: readonly ComparedRow[], others: readonly ComparedRow[]): Pick<StratumView, 'own' | 'others'> {
  const [a, b] = [spreadOf(own), spreadOf(others)]
  return { ...(a === undefined ? {} : { own: boxOf(a) }), ...(b === undefined ? {} : { others: boxOf(b) }) }
}
const isMeasured = (rows: readonly ComparedRow[]): boolean => rows.some(({ amount, fine_fen }) => amount !== null && fine_fen !== null && amount !== fine_fen)

/** Twice and half as high are as far. */
const distance = ({ times }: BehindCase): number => (times === undefined || times <= 0 ? 0 : Math.abs(Math.log(times)))

function caseView({ case_id: id, number, decided_on: decidedOn, officer_name: officer, team, town, exempt, fine_fen, amount }: ComparedRow, stratum: string, middle: bigint | undefined): BehindCase {
  return {
    id, number, decidedOn, officer, team, town: town ?? '', exempt, stratum,
    ...(fine_fen === null ? {} : { fine: yuanOf(BigInt(fine_fen)) }),
    ...(amount === null || middle === undefined || middle === 0n ? {} : { times: Number((amount / Number(middle)).toFixed(3)) }),
  }
}

async function stratumWords(queries: Queries, benchmarks: Benchmarks, { benchmark, row_no, beforehand, lighter }: ComparedRow, about: Deviation['about']): Promise<string> {
  const row = about === 'exemption' || benchmark === null || row_no === null ? undefined : (await benchmarks.find(queries, benchmark))?.evaluator.benchmark.rows[row_no]
  const words = row === undefined ? beforehandWords(beforehand) : `${tierWords(row)}（${benchmark} 第 ${(row_no ?? 0) + 1} 行）`
  return about === 'fine' && lighter ? `${words}，依法从轻或者减轻` : words
}
