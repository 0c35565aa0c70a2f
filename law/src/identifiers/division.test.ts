import { describe, expect, test } from 'vitest'
import { day } from '../day.ts'
import { checkTown, CHONGQING_DIVISIONS, findDivision } from './division.ts'

describe('GB/T 2260 · 重庆市区县代码', () => {
  test.each([
    ['500107', '2021-03-01', '九龙坡区'],
    ['500110', '2011-01-01', '万盛区'],
    ['500110', '2021-03-01', '綦江区'],
    ['500111', '2010-06-01', '双桥区'],
    ['500111', '2021-03-01', '大足区'],
    ['500222', '2021-03-01', undefined],
    ['500154', '2016-06-07', undefined],
    ['500154', '2016-06-08', '开州区'],
    ['500234', '2016-06-07', '开县'],
    ['500100', '2021-03-01', undefined],
    ['510107', '2021-03-01', undefined],
  ])('%s on %s: %s', (code, on, name) => {
    expect(findDivision(code, day(on))?.name).toBe(name)
  })
  test.each([['2010-01-01', 40], ['2012-01-01', 38], ['2021-03-01', 38], ['2026-11-01', 38]])('on %s there are %i districts and counties, no code twice', (on, count) => {
    const valid = CHONGQING_DIVISIONS.filter(({ code }) => findDivision(code, day(on)) !== undefined)
    expect(new Set(valid.map(({ code }) => code)).size).toBe(count)
  })
})

describe('GB/T 10114 · 乡镇街道代码', () => {
  test.each([
    ['500107001', '街道'],
    ['500107100', '镇'],
    ['500107199', '镇'],
    ['500243200', '乡'],
    ['500107400', '农场、企业等'],
    ['500107001003', '街道'],
  ])('%s is a %s', (code, kind) => {
    expect(checkTown(code, day('2021-03-01'))).toMatchObject({ ok: true, value: { kind } })
  })
  test.each([
    ['a place too few', '50010700', '9 位数字'],
    ['ten places', '5001070010', '9 位数字'],
    ['a district that is none', '500199001', '不是重庆市的区县代码'],
    ['nought', '500107000', '不是乡镇街道代码段'],
    ['beyond the last kind', '500107600', '不是乡镇街道代码段'],
  ])('%s is refused', (_, code, because) => {
    const answer = checkTown(code, day('2021-03-01'))
    expect(answer.ok ? '' : answer.because).toContain(because)
  })
})
