import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../day.ts'
import { parseYuan, yuan } from '../money.ts'
import { checkCredit, type CreditRow } from './check.ts'
import { LICENCE_COLUMNS, PENALTY_COLUMNS } from './columns.ts'
import { inWan, penaltyRecord, type PublishedPenalty } from './penalty-record.ts'

const CODE = '91350100M000100Y43'
const DECISION: PublishedPenalty = {
  party: { kind: 'organisation', name: '示例餐饮有限公司', creditCode: CODE, representative: '王平' }, number: '示例城管罚决〔2021〕1号', offence: '占道经营', facts: '占道摆放桌椅。', basis: '《重庆市市容环境卫生管理条例》第二十一条',
  kinds: ['罚款'], fine: yuan(2000), decidedOn: day('2021-08-02'), agency: { name: '示例区城市管理局', creditCode: CODE },
}
const CITIZEN: PublishedPenalty = { ...DECISION, party: { kind: 'citizen', name: '刘海', idNumber: '11010519491231002X' } }
const found = (row: CreditRow) => checkCredit(PENALTY_COLUMNS, [row]).map(({ code, weight }) => `${code} ${weight}`)
const with_ = (changes: CreditRow, from = DECISION): CreditRow => ({ ...penaltyRecord(from), ...changes })

describe('发改办财金〔2018〕424号 · a penalty has thirty columns, a licence twenty-eight', () => {
  test('no code twice', () => {
    for (const columns of [PENALTY_COLUMNS, LICENCE_COLUMNS]) expect(new Set(columns.map(({ code }) => code)).size).toBe(columns.length)
    expect(PENALTY_COLUMNS).toHaveLength(30)
    expect(LICENCE_COLUMNS).toHaveLength(28)
  })
  test('what we make ourselves is clean', () => {
    expect(found(penaltyRecord(DECISION))).toEqual([])
    expect(found(penaltyRecord(CITIZEN))).toEqual([])
    expect(found(penaltyRecord({ ...DECISION, kinds: ['罚款', '没收违法所得、没收非法财物'], confiscated: yuan(35) }))).toEqual([])
  })
})

describe('the faults that real files have', () => {
  test.each<readonly [string, CreditRow, readonly string[]]>([
    ['an amount in yuan instead of ten thousand', with_({ CF_NR_FK: '2000' }), ['CF_NR_FK fault']],
    ['an amount that the content contradicts', with_({ CF_NR_FK: '0.3' }), ['CF_NR_FK doubt']],
    ['an amount with its unit', with_({ CF_NR_FK: '0.2万元' }), ['CF_NR_FK fault']],
    ['a fine without its amount', with_({ CF_NR_FK: '' }), ['CF_NR_FK fault']],
    ['a confiscation without its amount', with_({ CF_CFLB: '罚款;没收违法所得' }), ['CF_NR_WFFF fault']],
    ['a dash where nothing should stand', with_({ BZ: '— —' }), ['BZ fault']],
    ['a date with hyphens', with_({ CF_JDRQ: '2021-08-02' }), ['CF_JDRQ fault']],
    ['a date that does not exist', with_({ CF_JDRQ: '2021/02/30' }), ['CF_JDRQ fault']],
    ['a date in the column of the agency', with_({ CF_CFJG: '2021-08-02' }), ['CF_CFJG fault']],
    ['the name of a system in the column of the source', with_({ CF_SJLY: '行政处罚信息系统' }), ['CF_SJLY fault']],
    ['a credit code whose check digit is wrong', with_({ CF_XDR_SHXYM: '91350100M000100Y44' }), ['CF_XDR_SHXYM fault']],
    ['an organisation without a credit code and without a representative', with_({ CF_XDR_SHXYM: '', CF_FRDB: '' }), ['CF_XDR_SHXYM fault', 'CF_FRDB fault']],
    ['a citizen with the code of an organisation', with_({ CF_XDR_SHXYM: CODE }, CITIZEN), ['CF_XDR_SHXYM fault']],
    ['an organisation with an identity number', with_({ CF_XDR_ZJHM: '11010519491231002X' }), ['CF_XDR_ZJHM fault']],
    ['an identity number that is none', with_({ CF_XDR_ZJHM: '110105194912310021' }, CITIZEN), ['CF_XDR_ZJHM fault']],
    ['a sole trader with an organisation’s code', with_({ CF_XDR_LB: '个体工商户' }), ['CF_XDR_SHXYM doubt']],
    ['a category of its own making', with_({ CF_XDR_LB: '企业' }), ['CF_XDR_LB fault']],
    ['a kind of penalty of its own making', with_({ CF_CFLB: '罚款;扣分' }), ['CF_CFLB fault']],
    ['another kind that says so', with_({ CF_CFLB: '罚款;其他-责令改正' }), []],
    ['a name that is too long', with_({ CF_XDR_MC: '长'.repeat(201) }), ['CF_XDR_MC fault']],
    ['a confiscation in yuan', with_({ CF_CFLB: '罚款;没收违法所得', CF_NR: '罚款 2000 元；没收 350 元', CF_NR_WFFF: '350' }), ['CF_NR_WFFF fault']],
    ['the amount of the confiscation in the column of the fine', with_({ CF_CFLB: '罚款;没收违法所得', CF_NR: '罚款 2000 元；没收 350 元', CF_NR_FK: '0.035', CF_NR_WFFF: '0.035' }), ['CF_NR_FK doubt']],
    ['a publication that ends before the decision', with_({ CF_GSJZQ: '2021/08/01' }), ['CF_GSJZQ fault']],
  ])('%s', (_, row, expected) => expect(found(row)).toEqual(expected))

  const LICENCE: CreditRow = {
    XK_XDR_MC: '示例建设有限公司', XK_XDR_LB: '法人及非法人组织', XK_XDR_SHXYM: CODE, XK_FRDB: '王平', XK_XKWS: '城市建筑垃圾处置核准决定书', XK_WSH: '示例城管许〔2021〕1号', XK_XKLB: '核准', XK_NR: '处置建筑垃圾。',
    XK_JDRQ: '2021/08/02', XK_YXQZ: '2021/08/02', XK_YXQZI: '2022/08/01', XK_XKJG: '示例区城市管理局', XK_XKJGDM: CODE, XK_LYDW: '示例区城市管理局', XK_LYDWDM: CODE,
  }
  test.each<readonly [string, CreditRow, readonly string[]]>([
    ['a licence as it should be', {}, []],
    ['the number in the name of the paper', { XK_XKWS: '示例城管许〔2021〕1号' }, ['XK_XKWS doubt']],
    ['a licence that ends before it begins', { XK_YXQZI: '2021/08/01' }, ['XK_YXQZI fault']],
    ['a kind of its own making', { XK_XKLB: '审批' }, ['XK_XKLB fault']],
    ['no content', { XK_NR: '' }, ['XK_NR fault']],
    ['a web address in the column of the agency', { XK_XKJG: 'http://xk.example.gov.cn' }, ['XK_XKJG fault']],
    ['a citizen with the code of an organisation', { XK_XDR_LB: '自然人', XK_XDR_ZJLX: '身份证', XK_XDR_ZJHM: '11010519491231002X' }, ['XK_XDR_SHXYM fault', 'XK_FRDB fault']],
    ['a dash for no remark', { BZ: '——' }, ['BZ fault']],
  ])('%s', (_, changes, expected) => expect(checkCredit(LICENCE_COLUMNS, [{ ...LICENCE, ...changes }]).map(({ code, weight }) => `${code} ${weight}`)).toEqual(expected))


  test('each finding names its row, and what to do', () => {
    const [one] = checkCredit(PENALTY_COLUMNS, [penaltyRecord(DECISION), with_({ CF_JDRQ: '昨天' })])
    expect(one).toMatchObject({ row: 2, header: '处罚决定日期', instead: '写作 2021/03/01' })
  })
})

test('an amount in ten thousand yuan is exact and comes back as it was', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 11n }), fc.integer({ min: 0, max: 99 }), (yuanPart, centPart) => {
      const amount = parseYuan(`${yuanPart}.${String(centPart).padStart(2, '0')}`) ?? yuan(0)
      const [whole = '', part = ''] = inWan(amount).split('.')
      expect(BigInt(whole) * 1_000_000n + BigInt(part.padEnd(6, '0'))).toBe(amount)
    }),
  )
  expect([yuan(2000), yuan(35), parseYuan('0.01'), yuan(1_000_000), yuan(0)].map((one) => (one === undefined ? '' : inWan(one)))).toEqual(['0.2', '0.0035', '0.000001', '100', '0'])
})
