import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formatDay, addDays, day } from '../day.ts'
import { formatYuan } from '../money.ts'
import type { StatuteKey } from '../statutes.ts'
import type { Fine, Matter, Precondition, Subject } from './matter.ts'
import { findMatter, MATTERS } from './matters.ts'

/** A row of the list that stands beside the project, as far as it is compared. Amounts are whole yuan. */
interface Row {
  readonly id: string
  readonly field: string
  readonly name: string
  readonly law: string | null
  readonly violates: number | string | null
  readonly penalty_article: number | string
  readonly citation: string
  readonly fine_ranges: readonly { readonly subject: string; readonly min: number | null; readonly max: number | null; readonly unit: string }[]
  readonly precondition: string
  readonly measures: string
  readonly special: string
  readonly valid: readonly [string | null, string | null]
  readonly status: string
  readonly authority: string
  readonly overlaps: readonly string[]
}

const ROOT = resolve(import.meta.dirname, '../../..')
const rows: readonly Row[] = JSON.parse(readFileSync(join(resolve(ROOT, process.env['ZS_SHARED'] ?? '../shared'), 'law/matters.json'), 'utf8')).matters

const STATUTE: Readonly<Record<string, StatuteKey>> = { 'CQ-SR': 'cqsr', 'CQ-GR': 'cqgr', EEC: 'eec', CRR: 'crr', APCL: 'apcl', SWL: 'swl', NPL: 'npl', NPL18: 'enl18', URPL: 'upl', CSR: 'csr', CGR: 'cgr', RTSL: 'rtsl' }
const PRECONDITION: Readonly<Record<string, Precondition>> = {
  none: 'none',
  'after the deadline': 'deadline',
  refuses: 'refuses',
  'none; higher if refuses': 'refusesHigher',
  'none; higher band if refuses': 'refusesHigher',
  'order first': 'orderFirst',
  'order first; may fine': 'orderMayFine',
  'persuasion first; refuses: warning, may be fined': 'persuasion',
  'two bands by correction': 'bandsByCorrection',
  'three bands by circumstances': 'bandsByCircumstance',
  '15 days to correct, then ordered to stop using, then refuses': 'adSteps',
  'after the deadline to restore': 'restore',
  grave: 'grave',
  correctable: 'correctable',
  'not correctable': 'notCorrectable',
}
const UNIT: Readonly<Record<string, Fine['unit']>> = {
  yuan: 'yuan',
  yuan_per_day: 'yuanPerDay',
  yuan_per_m2: 'yuanPerSquareMetre',
  times_compensation: 'timesCompensation',
  times_land_price: 'timesLandPrice',
  times_value: 'timesValue',
  times_cost: 'timesCost',
  percent_of_cost: 'percentOfCost',
  unspecified: 'unspecified',
}
/** Whom a row means; a row that names only a circumstance means those of the row before it. */
const WHO: Readonly<Record<string, { readonly subjects?: readonly Subject[]; readonly band?: Fine['band'] }>> = {
  any: { subjects: ['any'] },
  citizen: { subjects: ['citizen'] },
  organisation: { subjects: ['organisation'] },
  developer: { subjects: ['developer'] },
  'construction contractor': { subjects: ['contractor'] },
  'developer or contractor': { subjects: ['developer', 'contractor'] },
  'developer or carrier': { subjects: ['developer', 'carrier'] },
  'disposing or carrying unit': { subjects: ['organisation', 'carrier'] },
  'vehicle owner or driver': { subjects: ['vehicle'] },
  'any, refuses': { subjects: ['any'], band: 'refuses' },
  'developer, refuses': { subjects: ['developer'], band: 'refuses' },
  refuses: { band: 'refuses' },
  'any, grave': { subjects: ['any'], band: 'grave' },
  'citizen, own waste': { subjects: ['citizen'], band: 'ownWaste' },
  'citizen, own household or construction waste': { subjects: ['citizen'], band: 'ownWaste' },
  'corrected in time': { subjects: ['any'], band: 'corrected' },
  'not corrected': { subjects: ['any'], band: 'notCorrected' },
  'not corrected, public green': { subjects: ['any'], band: 'publicGreen' },
  'not corrected, other green': { subjects: ['any'], band: 'otherGreen' },
  minor: { subjects: ['any'], band: 'minor' },
  'more serious': { subjects: ['any'], band: 'serious' },
  grave: { subjects: ['any'], band: 'grave' },
}
const BUREAU = ['city appearance / urban management', 'municipal engineering', 'city landscaping department']

const written = (bound: number): string | null => (Number.isFinite(bound) ? formatDay(addDays(day('1970-01-01'), bound)) : null)
const inYuan = (amount: number | null): string | null => (amount === null ? null : `${amount}.00`)

/** What the list says of a fine, in the words of the project. */
function expectedFines({ fine_ranges }: Row): unknown[] {
  return fine_ranges.map(({ subject, min, max, unit }, index) => {
    const { subjects = WHO[fine_ranges[index - 1]?.subject ?? '']?.subjects, band } = WHO[subject] ?? {}
    const money = unit.startsWith('yuan')
    return { subjects, band, unit: UNIT[unit], min: money ? inYuan(min) : min, max: money ? inYuan(max) : max }
  })
}
function ourFines({ fines }: Matter): unknown[] {
  return fines.map((fine) => {
    const { subjects, band, unit } = fine
    if ('to' in fine) return { subjects, band, unit, min: fine.from ?? null, max: fine.to }
    if (!('max' in fine)) return { subjects, band, unit, min: null, max: null }
    return { subjects, band, unit, min: fine.min === undefined ? null : formatYuan(fine.min), max: formatYuan(fine.max) }
  })
}
/** The article of the ministry's rules stands in the citation: 139号令 20. */
const articleOf = ({ penalty_article }: Row): number => (typeof penalty_article === 'number' ? penalty_article : Number(penalty_article.split(' ').at(-1)))
function expectedViolation({ violates, penalty_article }: Row): unknown {
  if (violates === '42 items') return penalty_article
  return typeof violates === 'number' ? violates : undefined
}

describe('every matter is as the list beside the project has it', () => {
  test('all of them, and no other', () => {
    expect(rows.length).toBe(128)
    expect(MATTERS.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort())
  })
  test.each(rows.map((row) => [row.id, row] as const))('%s', (id, row) => {
    const matter = findMatter(id) ?? expect.unreachable(id)
    expect({
      name: matter.name,
      field: matter.field,
      basis: [matter.basis.statute, matter.basis.article],
      violates: matter.violates?.article,
      fines: ourFines(matter),
      precondition: matter.precondition,
      valid: [written(matter.valid.from), written(matter.valid.until)],
      verified: matter.verified,
      competence: matter.competence,
      overlaps: matter.overlaps,
    }).toEqual({
      name: row.name,
      field: row.field.split(' ')[0],
      basis: [row.law === null ? 'r139' : STATUTE[row.law], articleOf(row)],
      violates: expectedViolation(row),
      fines: expectedFines(row),
      precondition: PRECONDITION[row.precondition],
      valid: row.valid,
      verified: row.status === 'VERIFIED',
      competence: row.authority === 'traffic police' ? 'transfer' : BUREAU.includes(row.authority) ? 'bureau' : 'local',
      overlaps: row.overlaps,
    })
    const item = /^item (\d) of/.exec(row.special)?.[1]
    if (item !== undefined) expect(matter.violates).toMatchObject({ paragraph: 1, item: Number(item) })
  })
  test('the same measures are written in the same words', () => {
    const words = new Map<string, Set<string>>()
    for (const { id, measures } of rows) words.set(measures, (words.get(measures) ?? new Set()).add(findMatter(id)?.measures ?? ''))
    expect([...words].filter(([, ours]) => ours.size > 1)).toEqual([])
    expect([...words].filter(([english, ours]) => (english === '') !== ours.has(''))).toEqual([])
  })
})
