import type { Bound, Factor } from './benchmark.ts'

/** Code, name, kind, unit, from, to, which way is worse, choices, help: what follows 因素 in a row. */
export function factorCells(factor: Factor): readonly string[] {
  const help = factor.help ?? ''
  switch (factor.kind) {
    case 'flag':
      return [factor.code, factor.name, '是否', '', '', '', WORSE[factor.worse], '', help]
    case 'choice':
      return [factor.code, factor.name, '选项', '', '', '', WORSE[factor.worse], factor.values.map(({ code, name }) => `${code}=${name}`).join(';'), help]
    case 'number':
      return [factor.code, factor.name, factor.whole ? '整数' : '小数', factor.unit, boundText(factor.from), factor.to === undefined ? '' : boundText(factor.to), WORSE[factor.worse], '', help]
    default:
      return factor satisfies never
  }
}

const WORSE = { more: '越大越重', less: '越小越重', later: '越后越重', yes: '是为重', no: '否为重', neither: '不分轻重' } as const
const boundText = ({ at, included }: Bound): string => `${at}${included ? '' : '（不含）'}`
function readBound(said: string): Bound | undefined {
  const [, at, excluded] = /^(-?\d+(?:\.\d+)?)(\(不含\))?$/.exec(said.normalize('NFKC')) ?? []
  return at === undefined ? undefined : { at: Number(at), included: excluded === undefined }
}

type ReadFactor = { readonly ok: true; readonly factor: Factor } | { readonly ok: false; readonly column: number; readonly because: string }
const refused = (column: number, because: string): ReadFactor => ({ ok: false, column, because })

/** Reads a factor from the cells of its row; `at` answers a cell by its column, 0 being 因素. */
export function readFactor(at: (column: number) => string): ReadFactor {
  const [code, name, kind] = [at(1), at(2), at(3)]
  if (!/^[A-Za-z]\w{0,31}$/.test(code)) return refused(1, '因素代码应为字母开头的英文或者数字')
  if (name === '') return refused(2, '没有写因素的名称')
  const named = { code, name, ...(at(9) === '' ? {} : { help: at(9) }) }
  if (kind === '是否') {
    const worse = (['yes', 'no', 'neither'] as const).find((one) => WORSE[one] === at(7))
    return worse === undefined ? refused(7, '应为是为重、否为重或者不分轻重') : { ok: true, factor: { ...named, kind: 'flag', worse } }
  }
  if (kind === '选项') return readChoice(named, at)
  if (kind !== '整数' && kind !== '小数') return refused(3, `因素的种类应为整数、小数、选项或者是否，现为「${kind}」`)
  const worse = (['more', 'less', 'neither'] as const).find((one) => WORSE[one] === at(7))
  const [from, to] = [readBound(at(5)), at(6) === '' ? undefined : readBound(at(6))]
  if (worse === undefined) return refused(7, '应为越大越重、越小越重或者不分轻重')
  if (from === undefined) return refused(5, '应写明构成违法的最小值，不含本数的写「（不含）」')
  if (to === undefined && at(6) !== '') return refused(6, '最大值看不懂')
  return { ok: true, factor: { ...named, kind: 'number', unit: at(4), whole: kind === '整数', worse, from, ...(to === undefined ? {} : { to }) } }
}

function readChoice(named: { readonly code: string; readonly name: string }, at: (column: number) => string): ReadFactor {
  const worse = (['later', 'neither'] as const).find((one) => WORSE[one] === at(7))
  if (worse === undefined) return refused(7, '应为越后越重或者不分轻重')
  const values = at(8).split(/[;；]/).flatMap((part) => {
    const [code = '', name = ''] = part.split('=').map((word) => word.trim())
    return code === '' || name === '' ? [] : [{ code, name }]
  })
  return values.length < 2 ? refused(8, '选项写作 代码=名称;代码=名称，至少两个') : { ok: true, factor: { ...named, kind: 'choice', values, worse } }
}
