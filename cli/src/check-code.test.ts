import { describe, expect, test } from 'vitest'
import { checkCode } from './check-code.ts'

function asked(kind: string, value: string, more: { readonly on?: string; readonly colour?: string } = {}): { readonly code: number; readonly said: string } {
  const lines: string[] = []
  const code = checkCode({ kind, value, on: more.on ?? '2021-03-01', colour: more.colour ?? 'blue' }, (line) => lines.push(line))
  return { code, said: lines.join('\n') }
}

describe('npx zhunsheng check-code · codes and numbers of our users’ world', () => {
  test.each([
    ['credit', '91350100M000100Y43', {}, 0, '正确'],
    ['credit', '91350100M000100Y44', {}, 1, '校验位不符'],
    ['id', '11010519491231002X', {}, 0, '正确'],
    ['id', '110105194912310021', {}, 1, '有误'],
    ['id', '500107203506010017', {}, 1, '有误'],
    ['plate', '渝A12345', {}, 0, '蓝牌'],
    ['plate', '渝A1', {}, 1, '有误'],
    ['plate', '渝A12345', { colour: 'pink' }, 2, '没有「pink」这种号牌颜色'],
    ['division', '500107', {}, 0, '九龙坡区'],
    ['division', '500110', { on: '2011-01-01' }, 0, '万盛区'],
    ['division', '500199', {}, 1, '没有这个区县代码'],
    ['town', '500107001', {}, 0, '九龙坡区的街道'],
    ['town', '500107000', {}, 1, '有误'],
    ['passport', 'E123', {}, 2, '没有「passport」这一种'],
    ['credit', '91350100M000100Y43', { on: '2021-02-30' }, 2, '不是真实存在的日期'],
  ])('%s %s %o', (kind, value, more, code, words) => {
    const answer = asked(kind, value, more)
    expect([answer.code, answer.said]).toEqual([code, expect.stringContaining(words)])
  })
})
