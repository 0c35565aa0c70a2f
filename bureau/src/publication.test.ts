import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maskNames, maskText } from './modules/publicity/mask.ts'
import { caseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
let bureau: TestBureau
beforeAll(async () => {
  bureau = await testBureau(ON)
})
afterAll(() => bureau.close())

describe('行政处罚法第四十八条、第五十条 · published without whom it is about', () => {
  const party = { kind: 'citizen', name: '欧阳海', idNumber: '500107198506010017', capacity: 'full', address: '杨家坪正街 12 号 3 单元', phone: '13912345678' }
  const facts = '欧阳海（身份证号 500107198506010017，电话 13912345678，住杨家坪正街 12 号 3 单元）经刘见证指认，在门外摆放货架。'

  test('names, numbers and addresses are hidden in every text of a decision', async () => {
    const id = await caseUpTo(bureau, 'publish', ON, { apply: { party }, interview: { person: '刘见证', relation: 'witness' }, decide: { facts } })
    const { status, text, body } = await bureau.send(undefined, 'GET', `/api/public/decisions/${id}`)
    expect(status).toBe(200)
    for (const hidden of ['欧阳海', '刘见证', '500107198506010017', '13912345678', '12 号']) expect(text).not.toContain(hidden)
    expect(body['party']).toBe('欧阳某')
    expect(body['facts']).toContain('摆放货架')
  })
  test('a decision that is not published is not there', async () => {
    const id = await caseUpTo(bureau, 'serveDecision', ON)
    expect((await bureau.send(undefined, 'GET', `/api/public/decisions/${id}`)).status).toBe(404)
    expect((await bureau.send(undefined, 'GET', '/api/public/decisions')).text).not.toContain(id)
  })
  test('第二款: a revoked decision is withdrawn within three working days, and says why', async () => {
    const id = await caseUpTo(bureau, 'publish', ON)
    expect((await bureau.act('changeDecision', ON, { caseId: id })).status).toBe(201)
    const owed = await bureau.send('zhang', 'GET', `/api/cases/${id}`)
    expect(owed.text).toContain('"code":"owes.withdraw-publication"')
    expect(owed.text).toContain('"due":"2021-08-13"')
    expect((await bureau.act('withdrawPublication', ON, { caseId: id, data: { reason: '事实认定有误，刘海的决定已经撤销。' } })).status).toBe(201)
    const { body, text } = await bureau.send(undefined, 'GET', `/api/public/decisions/${id}`)
    expect(body['withdrawn']).toEqual({ on: ON, reason: '事实认定有误，刘某的决定已经撤销。' })
    expect(text).not.toContain('刘海')
  })
  test('nobody can find a person by searching for his name', async () => {
    expect((await bureau.send(undefined, 'GET', `/api/public/decisions?search=${encodeURIComponent('欧阳海')}`)).body['total']).toBe(0)
  })
})

describe('for every text and every name', () => {
  const name = fc.stringMatching(/^[赵钱孙李周吴郑王][一-龥]{1,2}$/)
  const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`))
  test('no masked name is left', () => {
    fc.assert(fc.property(name, fc.string(), fc.string(), (who, before, after) => {
      expect(maskNames(`${before}${who}${after}`, [who])).not.toContain(who)
    }))
  })
  test('no identity number and no mobile number is left', () => {
    fc.assert(fc.property(digits(6), fc.constantFrom('19', '20'), digits(9), digits(9), (region, century, rest, mobile) => {
      const id = `${region}${century}${rest}X`
      const phone = `13${mobile}`
      const masked = maskText(`号码${id}，电话${phone}。`)
      expect(masked).not.toContain(id)
      expect(masked).not.toContain(phone)
    }))
  })
})
