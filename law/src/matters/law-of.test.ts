import { describe, expect, test } from 'vitest'
import { day } from '../day.ts'
import { MATTERS } from './matters.ts'
import { lawOf, versionsOf, type Acted } from './law-of.ts'

const BEFORE = '2026-07-01'
const AFTER = '2026-09-01'
function said(id: string, actedOn: string, decidedOn: string, who: Pick<Acted, 'subject' | 'band'>): string {
  const law = lawOf(versionsOf(id), { actedOn: day(actedOn), decidedOn: day(decidedOn), ...who })
  return law.kind === 'applies' ? `${law.matter.id}: ${law.because}` : `${law.kind}: ${law.because}`
}
const citizen = { subject: 'citizen' } as const
const organisation = { subject: 'organisation' } as const
const contractor = { subject: 'contractor' } as const

describe('行政处罚法第三十七条 · old law, unless the new one is lighter', () => {
  test.each([
    ['decided before the change', 'bbq', BEFORE, '2026-08-14', citizen, 'bbq.old: 行为后规定没有变化'],
    ['done after the change', 'bbq', AFTER, '2026-10-01', citizen, 'bbq.new: 行为后规定没有变化'],
    ['barbecue: the first band now ends at 5,000', 'bbq', BEFORE, AFTER, citizen, 'bbq.new: 作出决定时的新规定处罚较轻'],
    ['barbecue, refused: the lowest is now higher', 'bbq', BEFORE, AFTER, { subject: 'citizen', band: 'refuses' }, 'bbq.old: 适用违法行为发生时的规定，新规定处罚较重'],
    ['household waste: heavier', 'waste.dump', BEFORE, AFTER, organisation, 'waste.dump.old: 适用违法行为发生时的规定，新规定处罚较重'],
    ['household waste, a citizen: heavier', 'waste.dump', BEFORE, AFTER, citizen, 'waste.dump.old: 适用违法行为发生时的规定，新规定处罚较重'],
    ['kitchen waste: the same', 'kitchen', BEFORE, AFTER, organisation, 'kitchen.old: 适用违法行为发生时的规定，新规定不更轻'],
    ['construction waste dumped by a carrier: not punishable then', 'muck.dump', BEFORE, AFTER, { subject: 'carrier' }, 'notPunishable: 违法行为发生时，「施工单位倾倒抛撒堆放建筑垃圾」的罚款不适用于这类对象，不得依新规定处罚'],
    ['construction waste dumped by the contractor: the same', 'muck.dump', BEFORE, AFTER, contractor, 'muck.dump.old: 适用违法行为发生时的规定，新规定不更轻'],
    ['sorting: grave then, refused now: a lawyer compares', 'waste.sort', BEFORE, AFTER, organisation, 'undecided: 新旧规定的处罚前提不同，不能只比较数额'],
    ['no amount in the old text', 'noise.night', '2021-03-01', '2023-03-01', contractor, 'undecided: 新旧规定的罚款数额不能直接比较'],
    ['no clause known for the day of the act', 'waste.facility.new', BEFORE, AFTER, organisation, 'undecided: 事项清单中没有违法行为发生时有效的条款'],
    ['a matter that never changed', 'street.front', '2021-03-01', AFTER, citizen, 'street.front: 行为后规定没有变化'],
    ['the day before the change and the day itself', 'bbq', '2026-08-14', '2026-08-15', citizen, 'bbq.new: 作出决定时的新规定处罚较轻'],
  ] as const)('%s', (_, id, actedOn, decidedOn, who, law) => {
    expect(said(id, actedOn, decidedOn, who)).toBe(law)
  })
  test('a clause that ended without a successor in the list is not guessed away', () => {
    const [old] = versionsOf('bbq.old')
    const law = lawOf(old === undefined ? [] : [old], { actedOn: day(BEFORE), decidedOn: day(AFTER), subject: 'citizen' })
    expect(law).toMatchObject({ kind: 'undecided', because: expect.stringContaining('没有接替的条款') })
  })
  test('where the clauses describe the act differently, it says so: muck left out of the dust clause', () => {
    const dust = lawOf(versionsOf('dust.site'), { actedOn: day(BEFORE), decidedOn: day(AFTER), subject: 'contractor' })
    const land = lawOf(versionsOf('dust.land'), { actedOn: day(BEFORE), decidedOn: day(AFTER), subject: 'developer' })
    expect('caution' in dust).toBe(true)
    expect('caution' in land).toBe(false)
  })
  test('both clauses and article 37 are cited', () => {
    const { basis } = lawOf(versionsOf('bbq'), { actedOn: day(BEFORE), decidedOn: day(AFTER), subject: 'citizen' })
    expect(basis.map(({ statute, article }) => `${statute} ${article}`)).toEqual(['apl 37', 'apcl 118', 'eec 1132'])
  })
})

describe('versions of a matter', () => {
  test.each([
    ['bbq.old', ['bbq.old', 'bbq.new']],
    ['noise.night.new', ['noise.night.2018', 'noise.night.old', 'noise.night.new']],
    ['street.front', ['street.front']],
    ['nothing.of.the.kind', []],
  ])('%s', (id, versions) => {
    expect(versionsOf(id).map((matter) => matter.id)).toEqual(versions)
  })
  test('every old clause has a new one', () => {
    expect(MATTERS.filter(({ id }) => id.endsWith('.old') && versionsOf(id).length < 2).map(({ id }) => id)).toEqual([])
  })
})
