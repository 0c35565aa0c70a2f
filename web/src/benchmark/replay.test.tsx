import type { ReplayView, ReplayedView } from '@zhunsheng/bureau/modules/discretion/wire.ts'
import type { Me } from '@zhunsheng/bureau/modules/officers/wire.ts'
import type { Benchmark } from '@zhunsheng/discretion/benchmark.ts'
import { readBenchmark } from '@zhunsheng/discretion/written.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { describe, expect, test } from 'vitest'
import { MeContext } from '../app/me.ts'
import { lastTwo, replayBody, replayFileName } from './replay-ask.ts'
import { ReplayPanel } from './replay-panel.tsx'
import { ReplayResult } from './replay-result.tsx'

const BENCHMARK: Benchmark = {
  form: 'zhunsheng.benchmark/1', matter: 'example', conduct: '示例', hit: 'unique', factors: [{ kind: 'flag', code: 'corrected', name: '及时改正', worse: 'no' }], ranges: [{ name: '罚款', basis: '示例条', min: 10_000n, max: 50_000n, measure: { is: 'fen' } }],
  rows: [{ tier: 'lighter', when: { corrected: { is: 'flag', value: true } }, band: { is: 'fine', min: 10_000n, max: 20_000n }, range: 0 }], notThis: [],
}
const DAYS = { from: '2021-01-01', to: '2021-12-31' }
const version = (number: number) => ({ version: number, from: `2021-0${number}-01` })

describe('试算什么 · the draft against what is in force, or one version against another', () => {
  test('a draft is sent as it is written, and the server reads the same benchmark', () => {
    const { after, before, ...rest } = replayBody(BENCHMARK, DAYS, { is: 'draft' })
    expect([rest, before]).toEqual([{ matter: 'example', ...DAYS }, undefined])
    expect(after.is === 'draft' && readBenchmark(after.content)).toMatchObject({ ok: true, benchmark: BENCHMARK })
  })
  test('of two versions only their numbers are sent, whatever stands in the editor', () => {
    expect(replayBody(BENCHMARK, DAYS, { is: 'versions', before: 1, after: 3 })).toEqual({ matter: 'example', ...DAYS, before: 1, after: { is: 'version', version: 3 } })
  })
  test.each([
    ['none', [], undefined],
    ['one', [version(1)], undefined],
    ['three, in any order', [version(2), version(3), version(1)], { is: 'versions', before: 2, after: 3 }],
  ])('the two latest of %s', (_, versions, two) => {
    expect(lastTwo(versions)).toEqual(two)
  })
  test('the file says which versions it holds', () => {
    expect(replayFileName(replayBody(BENCHMARK, DAYS, { is: 'draft' }))).toBe('试算-example.csv')
    expect(replayFileName(replayBody(BENCHMARK, DAYS, { is: 'versions', before: 1, after: 3 }))).toBe('试算-example-第1版与第3版.csv')
  })
})

const me = (posts: string[]): Me => ({ person: { id: 'p', login: 'p', name: '周明', department: '', posts, postNames: [], legalQualification: true, reviewedBefore: false }, bureau: { name: '示例', demo: true }, today: '2021-12-31', now: '2021-12-31T01:00:00Z' })
const read = (node: ReactNode): string => renderToStaticMarkup(<MemoryRouter>{node}</MemoryRouter>).replaceAll(/<style.*?<\/style>/gs, '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const panel = (posts: string[], versions: readonly ReturnType<typeof version>[]): string => read(<QueryClientProvider client={new QueryClient()}><MeContext value={me(posts)}><ReplayPanel benchmark={BENCHMARK} versions={versions} /></MeContext></QueryClientProvider>)

describe('试算去年案件 · the panel', () => {
  test.each(['legalReviewer', 'bureauLeader', 'supervisor'])('%s tries', (post) => {
    expect(panel([post], [version(1)])).toMatch(/现行基准和表格中的草稿.*不保存.*试\s?算/)
  })
  test('an officer does not', () => {
    expect(panel(['officer'], [version(1), version(2)])).toBe(' 由法制审核人员、机关负责人或者执法监督人员试算。 ')
  })
  test('two versions can be compared once there are two', () => {
    expect(panel(['legalReviewer'], [version(1)])).not.toContain('两个版本')
    expect(panel(['legalReviewer'], [version(1), version(2)])).toMatch(/现行基准与草稿 .*两个版本/)
  })
})

const counts = { decided: 9, same: 3, heavier: 1, lighter: 1, mixed: 0, unanswered: 0, unstated: 4, outside: 2 }
const row: ReplayedView = { id: 'c-1', number: '2021-00001', decidedOn: '2021-03-01', change: 'heavier', before: { says: '较轻，100 元至 200 元', row: 1 }, after: { says: '一般，300 元至 400 元', row: 2 }, moved: { low: '200.00', high: '200.00' }, fine: '150.00', fineStands: false }
const view = (more: Partial<ReplayView> = {}): ReplayView => ({ before: 'example/1', after: '草稿', ...DAYS, counts, rows: [row], ...more })

describe('试算结果 · how many come out otherwise, and which', () => {
  test('against a draft', () => {
    const seen = read(<ReplayResult view={view()} />)
    expect(seen).toMatch(/决定 9 件；现行基准 example\/1 与 草稿 比较/)
    expect(seen).toMatch(/不变 3 变轻 1 变重 1 有增有减 0 得不出结果 0/)
    expect(seen).toMatch(/其余 4 件没有写明裁量因素.*2 件的实际罚款不在 草稿 的幅度之内/)
  })
  test('each case with both outcomes, under the names of both versions, and the way to its dossier', () => {
    const of = view({ before: 'example/1', after: 'example/2' })
    expect(read(<ReplayResult view={of} />)).toMatch(/案件 .*example\/1 example\/2 .*2021-00001 .*变重 .*100 元至 200 元.*300 元至 400 元.*\+200\.00.*不在 example\/2 的幅度内/)
    expect(read(<ReplayResult view={of} />)).not.toMatch(/现行基准|草稿/)
    expect(renderToStaticMarkup(<MemoryRouter><ReplayResult view={of} /></MemoryRouter>)).toContain('href="/cases/c-1"')
  })
  test('nothing changes, and nothing was decided, are said', () => {
    expect(read(<ReplayResult view={view({ rows: [], counts: { ...counts, same: 5, heavier: 0, lighter: 0 } })} />)).toContain('结果都不变')
    expect(read(<ReplayResult view={view({ rows: [], counts: { ...counts, decided: 0 } })} />)).toContain('没有作出决定的案件')
  })
  test('where no case states its factors, it is not said that nothing changes', () => {
    expect(read(<ReplayResult view={view({ rows: [], counts: { ...counts, decided: 4, same: 0, heavier: 0, lighter: 0, outside: 0 } })} />)).not.toContain('结果都不变')
  })
})
