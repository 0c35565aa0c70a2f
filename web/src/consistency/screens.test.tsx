import type { Behind, BoxView, Finding, LikeCase, LikeView } from '@zhunsheng/bureau/modules/consistency/wire.ts'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { describe, expect, test } from 'vitest'
import { ratioAxis } from './axis.ts'
import { BoxPlot } from './box-plot.tsx'
import { ExplanationList } from './explain-form.tsx'
import { FindingCard } from './finding-card.tsx'
import { IntervalPlot } from './interval-plot.tsx'
import { LikeCases } from './like-cases.tsx'
import { Strata } from './strata.tsx'

const drawn = (node: ReactNode): string => renderToStaticMarkup(<MemoryRouter>{node}</MemoryRouter>)
/** What is read, without the marks between. */
const read = (node: ReactNode): string => drawn(node).replaceAll(/<style.*?<\/style>/gs, '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const box = (more: Partial<BoxView> = {}): BoxView => ({ count: 47, least: '100.00', lowerQuarter: '150.00', middle: '200.00', upperQuarter: '500.00', most: '800.00', ...more })

describe('箱线图 · says in words what it shows', () => {
  test('five numbers and the fine, for whoever does not see it', () => {
    expect(drawn(<BoxPlot rows={[{ name: '案情相近的案件', box: box() }]} mark={{ name: '拟罚', amount: '600' }} />)).toContain('aria-label="案情相近的案件 47 件：最低 100.00，四分之一以下 150.00，中位数 200.00，四分之三以下 500.00，最高 800.00 元；拟罚 600 元"')
  })
  test('the mark has a form and words, not a colour alone', () => {
    const seen = drawn(<BoxPlot rows={[{ name: '案情相近的案件', box: box() }]} mark={{ name: '拟罚', amount: '600' }} />)
    expect(seen).toMatch(/<path d="M0 -5/)
    expect(seen.replaceAll('<!-- -->', '')).toContain('>拟罚 600 元</text>')
  })
  test('two groups lie on one axis, and fines that are all alike can be drawn', () => {
    const seen = read(<BoxPlot rows={[{ name: '张平', box: box() }, { name: '其他', box: box({ count: 3, least: '200.00', lowerQuarter: '200.00', upperQuarter: '200.00', most: '200.00' }) }]} />)
    expect(seen).toMatch(/张平（ ?47 件）.*其他（ ?3 件）/)
    expect(seen).not.toMatch(/NaN|◆/)
  })
})

const likeCase = (more: Partial<LikeCase> = {}): LikeCase => ({ id: 'c-9', number: '2021-00009', decidedOn: '2021-03-11', exempt: false, fine: '150.00', tier: '较轻', team: '一中队', lighter: false, distance: 0, differs: [], ...more })
const view = (more: Partial<LikeView> = {}): LikeView => ({ from: '2018-09-01', to: '2021-09-01', looked: 84, byFactors: true, near: [likeCase()], amounts: box(), verdict: 'usual', position: 0.4, says: '案情相近的 47 件，罚款多在 150.00 元至 500.00 元之间。', ...more })
const MARK = { name: '拟罚', amount: '5000' }

describe('同类案件 · something to think about, which stops nobody', () => {
  test('a fine apart from the others is a question', () => {
    const seen = read(<LikeCases view={view({ verdict: 'apart', says: '明显偏离，请核对裁量因素。' })} mark={MARK} mayBeLighter={false} />)
    expect(seen).toMatch(/拟罚 ?是否与同类案件明显不同？ 明显偏离，请核对裁量因素。/)
    expect(seen).not.toMatch(/必须|禁止|不得/)
  })
  test('a usual one is a sentence', () => {
    const seen = drawn(<LikeCases view={view()} mark={MARK} mayBeLighter={false} />)
    expect(seen).toContain('罚款多在 150.00 元至 500.00 元之间')
    expect(seen).not.toContain('role="alert"')
  })
  test('each case leads to its dossier in another tab, with what it differs in', () => {
    const seen = drawn(<LikeCases view={view({ near: [likeCase({ distance: 0.12, differs: [{ name: '及时改正', here: '是', there: '否' }] })] })} mark={MARK} mayBeLighter={false} />).replaceAll('<!-- -->', '')
    expect(seen).toMatch(/href="\/cases\/c-9"[^>]*>2021-00009/)
    expect(seen).toContain('target="_blank"')
    expect(seen).toMatch(/案情相近.*及时改正：本案 是；该案 否/s)
  })
  test('第三十条至第三十二条: what the law made lighter is marked, and of this case it is said', () => {
    expect(read(<LikeCases view={view({ near: [likeCase({ lighter: true })] })} mark={MARK} mayBeLighter={false} />)).toContain('依法从轻、减轻，不计入分布')
    expect(read(<LikeCases view={view()} mark={MARK} mayBeLighter />)).toContain('偏低不等于不当')
  })
  test('a case without a fine, and one that was spared, say so', () => {
    const { fine: _, ...unfined } = likeCase()
    expect(read(<LikeCases view={view({ near: [unfined] })} mark={undefined} mayBeLighter={false} />)).toContain('没有罚款')
    expect(read(<LikeCases view={view({ near: [{ ...unfined, exempt: true }] })} mark={undefined} mayBeLighter={false} />)).toContain('不予处罚')
  })
  test('where nothing is known to compare by, no likeness is claimed; where nothing was decided there is no plot', () => {
    expect(read(<LikeCases view={view({ byFactors: false, says: '本事项最近的 47 件。' })} mark={MARK} mayBeLighter={false} />)).not.toMatch(/案情相同|案情相近/)
    const { amounts: _, ...none } = view({ near: [], looked: 0, says: '近 3 年本事项没有已决定的案件。' })
    expect(drawn(<LikeCases view={none} mark={MARK} mayBeLighter={false} />)).not.toContain('<svg width="100%"')
  })
  test('the nearest come first, the rest when they are asked for', () => {
    const near = Array.from({ length: 20 }, (_, n) => likeCase({ id: `c-${n}`, number: `2021-${String(n).padStart(5, '0')}` }))
    const seen = read(<LikeCases view={view({ near })} mark={MARK} mayBeLighter={false} />)
    expect(seen).toContain('2021-00005')
    expect(seen).not.toContain('2021-00006')
    expect(seen).toMatch(/再显示 14 件/)
  })
})

const finding = (more: Partial<Finding> = {}): Finding => ({ number: 1, about: 'fine', dimension: 'officer', value: 'p-3', valueName: '人员3', matter: 'clean.litter', matterName: '乱丢废弃物', cases: 100, others: 300, effect: 1.5, low: 1.38, high: 1.67, chance: 0.000_001, says: '主办人员「人员3」的罚款，平均为同类案件的 1.50 倍', explanations: [], ...more })

describe('偏离 · a question with its interval', () => {
  test('what it is about, whether it was answered, and the way to its cases', () => {
    const seen = drawn(<FindingCard scanId="s-1" finding={finding()} axis={ratioAxis([1.67])} />)
    expect(seen).toContain('href="/consistency/s-1/1"')
    expect(seen).toMatch(/罚款数额.*主办人员.*未说明/s)
    expect(read(<FindingCard scanId="s-1" finding={finding({ explanations: [{ kind: 'followUp', says: '请复核。', by: '赵立', at: '2021-12-31T02:00:00Z' }] })} axis={ratioAxis([1.67])} />)).toMatch(/需要核查/)
  })
  test('the interval in words; where it goes on beyond the plot there is an arrow', () => {
    expect(drawn(<IntervalPlot of={finding()} axis={ratioAxis([1.67])} />)).toContain('1.50 倍，置信区间 1.38 至 1.67 倍；1 倍为与同类案件相同')
    const arrows = (of: Finding) => drawn(<IntervalPlot of={of} axis={ratioAxis([of.low, of.high])} />).match(/<path/g)?.length ?? 0
    expect(arrows(finding())).toBe(0)
    expect(arrows(finding({ low: 0 }))).toBe(1)
    expect(arrows(finding({ low: 0, high: 40 }))).toBe(2)
  })
})

describe('可比组 · the group beside the others', () => {
  const stratum: Behind['strata'][number] = { says: '乱丢废弃物：个人，已及时改正', own: box(), others: box({ middle: '110.00' }), ownCases: 48, otherCases: 160, ownExempt: 2, otherExempt: 31, unit: '元／单位' }
  test('of fines two boxes, in their unit', () => {
    expect(read(<Strata strata={[stratum]} finding={finding()} />)).toMatch(/个人，已及时改正.*人员3（ ?47 件）.*其他（ ?47 件）.*元／单位/)
  })
  test('of exemptions how many of how many', () => {
    expect(read(<Strata strata={[stratum]} finding={finding({ about: 'exemption' })} />).replaceAll(' ', '')).toMatch(/人员3：48件，不予处罚2件（4\.2%）.*其他：160件，不予处罚31件（19\.4%）/)
  })
  test('where all of its cases were revoked since, that is said', () => {
    expect(read(<Strata strata={[]} finding={finding()} />)).toContain('变更或者撤销')
  })
})

describe('说明 · what was answered stays', () => {
  test('every answer with its kind, who gave it and when', () => {
    expect(read(<ExplanationList explanations={[{ kind: 'explained', says: '九月专项整治。', by: '周明', at: '2021-12-31T02:00:00Z' }, { kind: 'corrected', says: '已经变更决定。', by: '赵立', at: '2022-01-04T02:00:00Z' }]} />)).toMatch(/有正当理由 .*周明 2021-12-31 10:00 九月专项整治。 已经纠正 .*赵立 2022-01-04 10:00 已经变更决定。/)
    expect(read(<ExplanationList explanations={[]} />)).toContain('还没有说明')
  })
})
