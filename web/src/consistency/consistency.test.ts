import type { Finding } from '@zhunsheng/bureau/modules/consistency/wire.ts'
import type { CaseView } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { describe, expect, test } from 'vitest'
import { againWords } from './again-check.tsx'
import { amountAxis, amountWords, ratioAxis, ratioWords } from './axis.ts'
import { likeOfCase, likeOfForm } from './like-of.ts'
import { daysOf } from './period.ts'
import { ALL_MATTERS, sifted } from './sift.ts'

describe('坐标轴 · amounts in even steps of round numbers', () => {
  test.each([
    ['a few hundred yuan', [100, 195], [100, 125, 150, 175, 200]],
    ['a fine far from all others', [100, 195, 5000], [0, 2000, 4000, 6000]],
    ['all of them alike', [200, 200], [100, 150, 200, 250, 300]],
    ['nothing at all', [0, 0], [0, 0.2, 0.4, 0.6]],
  ])('%s', (_, amounts, ticks) => {
    const axis = amountAxis(amounts)
    expect(axis.ticks.slice(0, ticks.length).map((tick) => Number(tick.toFixed(6)))).toEqual(ticks)
    for (const amount of amounts) {
      expect(axis.place(amount)).toBeGreaterThanOrEqual(0)
      expect(axis.place(amount)).toBeLessThanOrEqual(1)
    }
  })
  test.each([[12000, '12,000'], [100_000, '10 万'], [1_250_000, '125 万'], [0.5, '0.5']])('%d yuan are written %s', (amount, written) => {
    expect(amountWords(amount)).toBe(written)
  })
})

describe('对数坐标 · half as much lies as far from 1 as twice as much', () => {
  test.each([
    ['small ones from a half to twice', [0.9, 1.52], 2],
    ['three times as much', [0.9, 3], 4],
    ['an interval that begins at nothing, up to eight', [0, 1.2], 8],
    ['a hundred times as much: an arrow at eight', [100], 8],
  ])('%s', (_, ratios, end) => {
    const { place, ticks } = ratioAxis(ratios)
    expect([ticks[0], ticks.at(-1)]).toEqual([1 / end, end])
    expect(place(1)).toBe(0.5)
    expect(place(end)).toBe(1)
    expect(place(1 / end)).toBe(0)
    expect(place(0)).toBe(0)
    expect(place(100)).toBe(1)
    expect(0.5 - place(0.8)).toBeCloseTo(place(1.25) - 0.5)
  })
  test('a tick below one is a fraction', () => {
    expect([0.25, 1, 4].map(ratioWords)).toEqual(['1/4', '1', '4'])
  })
})

describe('扫描期间 · the days of a scan, none of them still to come', () => {
  test.each([
    ['year', '2021-09-01', '2021-01-01', '2021-09-01'],
    ['before', '2021-09-01', '2020-01-01', '2020-12-31'],
    ['months', '2021-09-01', '2020-09-02', '2021-09-01'],
    ['months', '2021-12-31', '2021-01-01', '2021-12-31'],
    ['months', '2024-02-29', '2023-03-02', '2024-02-29'],
  ] as const)('%s on %s', (period, today, from, to) => {
    expect(daysOf(period, today)).toEqual({ from, to })
  })
})

describe('拟作出的处罚 · what is asked of a penalty that is being written', () => {
  const proposed = { matter: 'street.front', on: '2021-09-01', answers: { times: 1 }, caseId: 'c-1' }
  test('its factors, its fine and its day; it is not compared with itself', () => {
    expect(likeOfForm({ ...proposed, penalty: { kinds: ['fine'], fine: ' 200.5 ' } })).toEqual({ matter: 'street.front', on: '2021-09-01', answers: { times: 1 }, fine: '200.5', caseId: 'c-1' })
  })
  test.each([
    ['an amount that is none yet', { kinds: ['fine'], fine: '二百' }],
    ['an amount that is still missing', { kinds: ['fine'] }],
    ['a warning, although an amount was typed before', { kinds: ['warning'], fine: '200' }],
  ])('%s is not asked about', (_, penalty) => {
    expect(likeOfForm({ ...proposed, on: undefined, caseId: undefined, penalty })).toEqual({ matter: 'street.front', answers: { times: 1 } })
  })
})

const act = (seq: number, kind: string, data: Readonly<Record<string, unknown>>, correctedBy?: number): CaseView['acts'][number] => ({ seq, kind, name: kind, stage: '', on: '2021-08-02', by: [], data: { ...data }, recordedAt: '', ...(correctedBy === undefined ? {} : { correctedBy }) })
const row = (more: Partial<CaseView['row']> = {}): CaseView['row'] => ({ id: 'c-1', number: '2021-00001', procedure: 'penalty.ordinary', procedureName: '', title: '', party: '', partyKind: '', matter: 'street.front', matterName: '', stage: '', status: '', openedOn: '2021-08-02', decidedOn: '2021-08-20', fine: '200.00', officers: [], overdue: false, ...more })
const weighed = (times: number) => ({ discretion: { benchmark: 'street.front/1', answers: { times }, tier: 'lighter' } })

describe('已决定的案件 · what is asked of a case that is decided', () => {
  test('the factors of its decision, on the day of its decision', () => {
    expect(likeOfCase({ row: row(), acts: [act(1, 'notify', weighed(1)), act(2, 'decide', weighed(2))] })).toEqual({ body: { matter: 'street.front', on: '2021-08-20', answers: { times: 2 }, fine: '200.00', caseId: 'c-1', decided: true }, mayBeLighter: false })
  })
  test('what was put right counts as it stands now, and what was annulled not at all', () => {
    expect(likeOfCase({ row: row(), acts: [act(1, 'decide', weighed(2), 2), act(2, 'correct', { target: 1, answers: weighed(3) })] })?.body.answers).toEqual({ times: 3 })
    expect(likeOfCase({ row: row(), acts: [act(1, 'notify', weighed(1)), act(2, 'decide', weighed(2), 3), act(3, 'annul', { target: 2 })] })?.body.answers).toEqual({ times: 1 })
  })
  test('第三十二条: whether the law makes it lighter is known, so that a low fine is not asked to be explained', () => {
    expect(likeOfCase({ row: row(), acts: [act(1, 'conclude', { lenient: ['confess'] }), act(2, 'decide', weighed(2))] })?.mayBeLighter).toBe(true)
  })
  test('a case that is not decided, and one that punishes nobody, have nothing to compare', () => {
    const { decidedOn: _, ...undecided } = row()
    expect(likeOfCase({ row: undecided, acts: [] })).toBeUndefined()
    expect(likeOfCase({ row: row({ procedure: 'permit.ordinary' }), acts: [] })).toBeUndefined()
  })
})

const finding = (number: number, more: Partial<Finding> = {}): Finding => ({ number, about: 'fine', dimension: 'officer', value: `p-${number}`, valueName: `人员${number}`, matter: 'street.front', matterName: '出店经营', cases: 20, others: 100, effect: 1.5, low: 1.2, high: 1.8, chance: 0.000_001, says: '', explanations: [], ...more })

describe('筛选、排序 · findings as they are asked for', () => {
  const { matter: _, matterName: __, ...whole } = finding(3, { about: 'exemption', dimension: 'town', effect: 0.4, low: 0.1, high: 0.9, cases: 60 })
  const found = [finding(1), finding(2, { dimension: 'month', effect: 1.9, low: 1.05, high: 3.4, explanations: [{ kind: 'explained', says: '专项整治。', by: '赵立', at: '' }] }), whole]
  test.each([
    ['all of them as the scan found them', {}, [1, 2, 3]],
    ['fines', { about: 'fine' }, [1, 2]],
    ['one dimension', { dimension: 'town' }, [3]],
    ['one matter', { matter: 'street.front' }, [1, 2]],
    ['over all matters together', { matter: ALL_MATTERS }, [3]],
    ['what nobody answered to', { open: 'true' }, [1, 3]],
    ['the greatest effect first: 0.4 times is farther than 1.9 times', { sort: 'effect' }, [3, 2, 1]],
    ['by what is certain at the least', { sort: 'low' }, [1, 3, 2]],
    ['the most cases first', { sort: 'cases' }, [3, 1, 2]],
    ['an order that there is not', { sort: 'none' }, [1, 2, 3]],
  ])('%s', (_name, asked, numbers) => {
    expect(sifted(found, asked).map(({ number }) => number)).toEqual(numbers)
  })
})

describe('再次扫描核对 · what it came to, in words', () => {
  const before = { cases: 400, digest: 'ab12' }
  test.each([
    ['the same', { sameData: true, sameFindings: true, cases: 400 }, 'success', /数据和结果都一致.*再次扫描 400 件，数据摘要同为 ab12/s],
    ['a case more, and nothing else found', { sameData: false, sameFindings: true, cases: 401 }, 'info', /数据有变化，结果相同.*由 400 件变为 401 件/s],
    ['as many cases, of which one was changed', { sameData: false, sameFindings: false, cases: 400 }, 'info', /结果也不同.*案件仍是 400 件，内容有变化.*原样保留/s],
    ['the same data and other findings is a fault of ours', { sameData: true, sameFindings: false, cases: 400 }, 'error', /数据一致而结果不同.*管理员/s],
  ])('%s', (_, again, type, words) => {
    const said = againWords(again, before)
    expect(said.type).toBe(type)
    expect(`${said.title} ${said.description}`).toMatch(words)
  })
})
