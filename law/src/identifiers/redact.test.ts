import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leftoversIn } from './leftovers.ts'
import { redact, redacted } from './redact.ts'

describe('行政处罚法第四十八条、第五十条 · what the public does not see', () => {
  test.each([
    ['names, the longer one first', '刘海、刘海波在门外摆放货架。', ['刘海', '刘海波'], '刘某、刘某在门外摆放货架。'],
    ['a compound surname', '欧阳海称不知情。', ['欧阳海'], '欧阳某称不知情。'],
    ['an identity number', '身份证号500107198506010017，住某地。', [], '身份证号＊＊＊，住某地。'],
    ['an identity number of full width', '身份证号５００１０７１９８５０６０１００１７。', [], '身份证号＊＊＊。'],
    ['an identity number in groups', '证号 500107 19850601 0017。', [], '证号 ＊＊＊。'],
    ['a mobile number in groups', '电话 139 1234 5678，座机 023-68886888。', [], '电话 ＊＊＊，座机 ＊＊＊。'],
    ['a house number', '住杨家坪正街 12 号 3 单元。', [], '住杨家坪正街 ＊＊＊ ＊＊＊。'],
    ['a plate, with its dot', '驾驶渝A·12345 号货车、渝DC6789。', [], '驾驶渝A12XXX 号货车、渝DC6XXX。'],
    ['the number of a paper stays', '依据渝九城管罚〔2021〕12号和（2021）渝0107行审5号。', [], '依据渝九城管罚〔2021〕12号和（2021）渝0107行审5号。'],
    ['a credit code and an amount stay', '91500107MA5U000001 应缴 20000 元。', [], '91500107MA5U000001 应缴 20000 元。'],
  ])('%s', (_, text, people, shown) => {
    expect(redacted(text, people)).toBe(shown)
  })
  test('each piece says what it hides, and the pieces are the whole text', () => {
    const text = '证人刘见证（13912345678）指认。'
    const pieces = redact(text, ['刘见证'])
    expect(pieces).toEqual([{ text: '证人' }, { text: '刘某', hides: 'name', was: '刘见证' }, { text: '（' }, { text: '＊＊＊', hides: 'phone', was: '13912345678' }, { text: '）指认。' }])
    expect(pieces.map(({ text: shown, was }) => was ?? shown).join('')).toBe(text)
  })
})

describe('个人信息保护法第五十一条 · what still looks like somebody', () => {
  test.each([
    ['a witness whom no record names', '经证人陈志强指认，货架属实。', ['name:证人陈志强']],
    ['the wife', '其妻李芳到场签收。', ['name:其妻李芳到']],
    ['a neighbour, behind a colon', '邻居：王建国称多次劝阻。', ['name:邻居：王建国']],
    ['a name with the sex behind it', '赵敏，女，现住本区。', ['name:赵敏，女']],
    ['twelve digits', '单号139123456780。', ['number:139123456780']],
    ['eighteen digits', '编号999999999999999999。', ['number:999999999999999999']],
    ['a bank card in groups', '卡号 6222 0212 3456 7890。', ['number:6222 0212 3456 7890']],
    ['a plate that is not written as one', '车牌渝a-12345。', ['plate:渝a-12345']],
    ['an account', '微信号：liufang88。', ['account:微信号：liufang88']],
  ])('%s', (_, text, expected) => {
    expect(leftoversIn(text).map(({ kind, found }) => `${kind}:${found}`)).toEqual(expected)
  })
  test.each([
    '当事人张贴小广告二十余张。', '当事人于2021年8月2日在门外摆放货架。', '当事人刘某称不知情，证人欧阳某证实。', '当事人安装的广告牌高于规定。', '驾驶渝A12XXX的司机未密闭运输。',
    '应缴 20000 元，2021-08-10 至 2021-09-10。', '当事人曾因同类行为被处罚。', '店员高声叫卖。', '当事人未在十五日内缴纳。', '91500107MA5U000001',
  ])('nobody in: %s', (text) => {
    expect(leftoversIn(text)).toEqual([])
  })
})

describe('for every text and every name', () => {
  const name = fc.stringMatching(/^[赵钱孙李周吴郑王][一-龥]{1,2}$/)
  const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`))
  test('no name that was given is left', () => {
    fc.assert(fc.property(name.filter((who) => !who.endsWith('某')), fc.string(), fc.string(), (who, before, after) => {
      expect(redacted(`${before}${who}${after}`, [who])).not.toContain(who)
    }))
  })
  test('no identity number and no mobile number is left, and what cannot be told is pointed at', () => {
    fc.assert(fc.property(digits(6), fc.constantFrom('19', '20'), digits(9), digits(9), fc.constantFrom('', '0', 'x', '，'), (region, century, rest, mobile, after) => {
      const id = `${region}${century}${rest}X`
      const phone = `13${mobile}`
      const shown = redacted(`号码${id}${after}，电话${phone}${after}。`, [])
      for (const secret of [id.slice(0, -1), phone]) expect(!shown.includes(secret) || leftoversIn(shown).some(({ found }) => found.includes(secret))).toBe(true)
    }))
  })
  test('a known role before a common name is always pointed at, unless it was hidden', () => {
    fc.assert(fc.property(fc.constantFrom('证人', '其妻', '邻居', '当事人'), fc.constantFrom('王', '李', '陈', '罗', '唐'), fc.constantFrom('秀英', '建国', '敏', '志强'), (role, family, given) => {
      const text = `${role}${family}${given}，到场。`
      expect(leftoversIn(text)).toHaveLength(1)
      expect(leftoversIn(redacted(text, [family + given]))).toEqual([])
    }))
  })
})
