import { describe, expect, test } from 'vitest'
import * as article from './article.ts'
import { acl, all, apl, apl17, arl17, arl23, cite, citeAll, citedOn, citeShort, citing, cpl, gbf118, inForceTogether, numeral, spc18 } from './article.ts'
import { day } from './day.ts'
import { inForceOn, STATUTES, versionOn } from './statutes.ts'

describe('a citation, as papers and screens write it', () => {
  test.each([
    [apl(51), '《中华人民共和国行政处罚法》第五十一条', '《行政处罚法》第五十一条'],
    [apl(72, 1), '《中华人民共和国行政处罚法》第七十二条第一款', '《行政处罚法》第七十二条第一款'],
    [apl(72, 1, 1), '《中华人民共和国行政处罚法》第七十二条第一款第（一）项', '《行政处罚法》第七十二条第一款第（一）项'],
    [apl17(42), '《中华人民共和国行政处罚法》第四十二条', '《行政处罚法（2017年修正）》第四十二条'],
    [citing('cqsr')(18, 1, 3), '《重庆市市容环境卫生管理条例》第十八条第一款第（三）项', '《重庆市市容环境卫生管理条例》第十八条第一款第（三）项'],
    [citing('eec')(1174), '《中华人民共和国生态环境法典》第一千一百七十四条', '《生态环境法典》第一千一百七十四条'],
    [spc18(), '《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》', '法释〔2018〕1号'],
    [citing('spc20')(8), '《最高人民法院关于行政机关负责人出庭应诉若干问题的规定》第八条', '法释〔2020〕3号第八条'],
    [gbf118(), '《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》', '国办发〔2018〕118号'],
  ])('%o', (citation, onPaper, onScreen) => {
    expect([cite(citation), citeShort(citation)]).toEqual([onPaper, onScreen])
  })
  test('several citations name each statute once', () => {
    expect(citeAll([apl(44), apl(62), acl(53)])).toBe('《行政处罚法》第四十四条、第六十二条、《行政强制法》第五十三条')
    expect(citeAll([apl(44), cpl(85), apl(62)])).toBe('《行政处罚法》第四十四条、《民事诉讼法》第八十五条、《行政处罚法》第六十二条')
    expect(citeAll([])).toBe('')
  })
  test('every short maker points into a statute of its own', () => {
    const made = Object.entries(article).flatMap(([name, maker]) => (name in STATUTES && typeof maker === 'function' ? [name] : []))
    expect(made.length).toBeGreaterThanOrEqual(13)
    expect([apl, apl17, acl, all, cpl, spc18, gbf118].map((maker) => maker().statute)).toEqual(['apl', 'apl17', 'acl', 'all', 'cpl', 'spc18', 'gbf118'])
  })
  test('what was not said is not there', () => {
    expect(apl(51)).toEqual({ statute: 'apl', article: 51 })
    expect(Object.keys(apl())).toEqual(['statute'])
  })
})

describe('numbers as statutes write them', () => {
  test.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [19, '十九'],
    [20, '二十'],
    [21, '二十一'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [111, '一百一十一'],
    [1000, '一千'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [1174, '一千一百七十四'],
    [1200, '一千二百'],
    [1242, '一千二百四十二'],
    [9999, '九千九百九十九'],
  ])('%i is %s', (value, written) => {
    expect(numeral(value)).toBe(written)
  })
})

describe('which version of a statute applies on a day', () => {
  test.each([
    ['the penalty law, last day of the old one', '中华人民共和国行政处罚法', '2021-07-14', 'apl17'],
    ['the penalty law, first day of the new one', '中华人民共和国行政处罚法', '2021-07-15', 'apl'],
    ['the reconsideration law', '中华人民共和国行政复议法', '2023-12-31', 'arl17'],
    ['the reconsideration law of 2023', '中华人民共和国行政复议法', '2024-01-01', 'arl23'],
    ['civil procedure before the numbers changed', '中华人民共和国民事诉讼法', '2021-12-31', 'cpl17'],
    ['civil procedure since', '中华人民共和国民事诉讼法', '2022-01-01', 'cpl'],
    ['solid waste, last day', '中华人民共和国固体废物污染环境防治法', '2026-08-14', 'swl'],
    ['solid waste, replaced', '中华人民共和国固体废物污染环境防治法', '2026-08-15', undefined],
    ['the code, one day early', '中华人民共和国生态环境法典', '2026-08-14', undefined],
    ['the code', '中华人民共和国生态环境法典', '2026-08-15', 'eec'],
    ['a day that no entry covers is not guessed', '中华人民共和国行政处罚法', '2010-01-01', undefined],
  ])('%s', (_, name, on, key) => {
    expect(versionOn(name, day(on))).toBe(key)
  })
  test('both ends of the days in force are included', () => {
    expect(['2021-07-14', '2021-07-15'].map((on) => [inForceOn('apl17', day(on)), inForceOn('apl', day(on))])).toEqual([[true, false], [false, true]])
  })
  test('no two versions of one instrument are in force on the same day', () => {
    const all = Object.values(STATUTES)
    const overlapping = all.flatMap((one, index) => all.slice(index + 1).filter((other) => other.name === one.name && other.inForce.from <= one.inForce.until && one.inForce.from <= other.inForce.until))
    expect(overlapping).toEqual([])
  })
  test('of articles that say the same in their times those in force on the day are cited, and one alone is cited whenever', () => {
    const reply = [arl23(48), arl17(23)]
    expect(['2023-12-31', '2024-01-01'].map((on) => citedOn(reply, day(on)).map(citeShort))).toEqual([['《行政复议法（2017年修正）》第二十三条'], ['《行政复议法》第四十八条']])
    expect([citedOn([arl23(48)], day('2023-12-31')), citedOn(reply, day('2000-01-01'))]).toEqual([[arl23(48)], reply])
  })
  test('a rule applies while the first of its articles is in force', () => {
    expect(inForceTogether([apl17(42), cpl(85)])).toEqual(STATUTES.apl17.inForce)
    expect(inForceTogether([])).toEqual({ from: -Infinity, until: Infinity })
  })
})
