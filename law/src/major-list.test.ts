import { describe, expect, test } from 'vitest'
import { day } from './day.ts'
import { explainMajor, majorRows, rowsInForce, type Intended, type MajorRow } from './major-list.ts'
import { yuan } from './money.ts'

const ON = day('2022-03-01')
const own = (code: string, condition: MajorRow['condition'], from?: string): MajorRow => ({ code, name: code, condition, basis: [], source: '示例', verified: false, ...(from === undefined ? {} : { from: day(from) }) })
const OWN: readonly MajorRow[] = [
  own('fine', { is: 'fineFrom', citizen: yuan(5000), organisation: yuan(50_000) }),
  own('kinds', { is: 'kinds', of: ['closure'] }),
  own('measure', { is: 'measure', of: ['seize'], valueFrom: yuan(100) }),
  own('both', { is: 'all', of: [{ is: 'finding', of: ['exempt'] }, { is: 'difficult' }] }),
  own('later', { is: 'performance' }, '2022-03-02'),
]
const found = (intended: Intended, on = ON) => majorRows(intended, OWN, on).map(({ code }) => code)

describe('重大执法决定目录 · which rows a decision falls under', () => {
  test.each<readonly [string, Intended, readonly string[]]>([
    ['nothing', {}, []],
    ['行政处罚法第五十八条第一款第（一）项', { finding: 'penalise', publicInterest: true }, ['apl58.1']],
    ['第（二）项', { finding: 'penalise', heard: true }, ['apl58.2']],
    ['第（三）项', { finding: 'penalise', difficult: true }, ['apl58.3']],
    ['第（四）项', { finding: 'penalise', otherLaw: true }, ['apl58.4']],
    ['the statute speaks of penalties only', { finding: 'unfounded', publicInterest: true }, []],
    ['a yuan below the fine', { fine: yuan(4999) }, []],
    ['the fine itself', { fine: yuan(5000) }, ['fine']],
    ['an organisation has its own limit', { party: 'organisation', fine: yuan(49_999) }, []],
    ['a kind among others', { kinds: ['fine', 'closure'] }, ['kinds']],
    ['another measure', { measure: { kind: 'seal', value: yuan(100) } }, []],
    ['a value that nobody estimated', { measure: { kind: 'seize' } }, []],
    ['the value itself', { measure: { kind: 'seize', value: yuan(100) } }, ['measure']],
    ['one of two that must hold together', { finding: 'exempt' }, []],
    ['both', { finding: 'exempt', difficult: true }, ['both']],
    ['a removal, by a fixed row', { removal: true }, ['removal']],
    ['a row that does not apply yet', { performance: true }, []],
  ])('%s', (_, intended, codes) => {
    expect(found(intended)).toEqual(codes)
  })
  test('the row applies from its day', () => {
    expect(found({ performance: true }, day('2022-03-02'))).toEqual(['later'])
  })
  test('the fixed rows stand in every list, and each row says in Chinese what it asks', () => {
    expect(rowsInForce([], ON).map(({ code }) => code)).toEqual(['apl58.1', 'apl58.2', 'apl58.3', 'apl58.4', 'removal'])
    for (const { condition } of rowsInForce(OWN, ON)) expect(explainMajor(condition)).toMatch(/[\u4e00-\u9fff]{3}/)
    expect(explainMajor({ is: 'fineFrom', citizen: yuan(5000), organisation: yuan(50_000) })).toContain('（含本数）')
  })
})
