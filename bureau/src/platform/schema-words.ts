import { z } from 'zod'

type Issue = z.core.$ZodRawIssue
type Bound = Issue & { readonly code: 'too_big' | 'too_small' }

const TYPES: Readonly<Record<string, string>> = { string: '文字', number: '数字', int: '整数', boolean: 'true 或者 false', array: '列表', object: '一组内容', record: '一组内容', date: '日期' }
/** What is counted where a length is bounded; of anything else the value itself is. */
const COUNTED: Readonly<Record<string, string>> = { string: '个字符', array: '项', set: '项', file: '字节' }

/**
 * What is wrong with a value (格式错误的说明), in words for who sent it, where a schema has none of its own: which kind of value, which bound, which
 * name. It never repeats the value.
 */
export function schemaWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? '缺少这一项' : `应为${TYPES[issue.expected] ?? '另一种内容'}`
    case 'too_small':
      return issue.minimum === 1 && issue.origin === 'string' ? '请填写' : bound(issue, Number(issue.minimum), { counted: '至少', open: '大于', closed: '不小于' })
    case 'too_big':
      return bound(issue, Number(issue.maximum), { counted: '至多', open: '小于', closed: '不大于' })
    case 'not_multiple_of':
      return `应为 ${issue.divisor} 的整数倍`
    case 'unrecognized_keys':
      return `没有这一项：${issue.keys.join('、')}`
    case 'invalid_value':
      return '不在可选范围内'
    case 'invalid_format':
      return '格式不对'
    default:
      return '格式或者类型不对'
  }
}

function bound({ origin, inclusive }: Bound, limit: number, words: { readonly counted: string; readonly open: string; readonly closed: string }): string {
  const unit = COUNTED[origin]
  return unit === undefined ? `应${inclusive === false ? words.open : words.closed} ${limit}` : `${words.counted} ${limit} ${unit}`
}

// For every schema of the house, wherever it is read.
z.config({ localeError: schemaWords })
