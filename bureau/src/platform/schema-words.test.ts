import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import './schema-words.ts'

const said = (schema: z.ZodType, value: unknown): string | undefined => {
  const parsed = schema.safeParse(value)
  return parsed.success ? undefined : parsed.error.issues.map(({ message }) => message).join('；')
}

describe('what is wrong with a value is said in Chinese (格式错误的说明)', () => {
  test.each([
    ['nothing where something is asked', z.object({ name: z.string() }), {}, '缺少这一项'],
    ['a number where a text is asked', z.string(), 7, '应为文字'],
    ['a text where a number is asked', z.coerce.number(), 'x', '应为数字'],
    ['a fraction where a whole number is asked', z.number().int(), 1.5, '应为整数'],
    ['a text where a list is asked', z.array(z.string()), 'x', '应为列表'],
    ['an empty text', z.string().min(1), '', '请填写'],
    ['a text that is too short', z.string().min(8), 'x', '至少 8 个字符'],
    ['a text that is too long', z.string().max(2), 'abc', '至多 2 个字符'],
    ['too long a list', z.array(z.string()).max(1), ['x', 'y'], '至多 1 项'],
    ['a number that is too large', z.number().max(100), 101, '应不大于 100'],
    ['a number that is too small', z.number().positive(), 0, '应大于 0'],
    ['a number between two', z.number().multipleOf(5), 7, '应为 5 的整数倍'],
    ['a word that is no choice', z.enum(['a', 'b']), 'c', '不在可选范围内'],
    ['another form', z.string().regex(/^x$/), 'y', '格式不对'],
    ['a name that nobody knows', z.strictObject({}), { admin: true }, '没有这一项：admin'],
    ['none of several', z.union([z.string(), z.number()]), true, '格式或者类型不对'],
    ['where the schema says it itself', z.string().regex(/^x$/, '写作 x'), 'y', '写作 x'],
  ])('%s', (_, schema, value, words) => {
    expect(said(schema, value)).toBe(words)
  })
  test('the value itself is never repeated (个人信息保护法第六条)', () => {
    for (const schema of [z.number(), z.enum(['a']), z.string().max(2), z.string().regex(/^x$/), z.string().email()]) expect(said(schema, '500107199001011234')).not.toContain('5001')
  })
})
