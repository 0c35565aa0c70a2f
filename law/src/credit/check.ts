import { checkCreditCode } from '../identifiers/credit-code.ts'
import { checkIdNumber } from '../identifiers/id-number.ts'
import { parseDay } from '../day.ts'
import { CATEGORIES, KINDS, LICENCE_KINDS, type Column } from './columns.ts'

/** One record, by column codes; what is empty is absent or ''. */
export type CreditRow = Readonly<Record<string, string>>

/** Something wrong in a record (数据问题): a fault is refused by the platform, a doubt is for a person to look at. */
export interface CreditFinding {
  /** From 1, the header not counted. */
  readonly row: number
  readonly code: string
  readonly header: string
  readonly weight: 'fault' | 'doubt'
  readonly because: string
  readonly instead: string
}
type Said = Omit<CreditFinding, 'row' | 'code' | 'header'>

const fault = (because: string, instead: string): Said => ({ weight: 'fault', because, instead })
const doubt = (because: string, instead: string): Said => ({ weight: 'doubt', because, instead })
/** What people write where nothing should stand. */
const PLACEHOLDERS: readonly string[] = ['无', '/', '\\', '-', '--', '—', '——', '— —', 'null', 'NULL', '空', '暂无']
const WAN = 10_000

/** Checks every record of a file (双公示数据核查), whoever made it. Each finding names its row, its column, and what to do. */
export function checkCredit(columns: readonly Column[], rows: readonly CreditRow[]): readonly CreditFinding[] {
  return rows.flatMap((row, index) =>
    columns.flatMap((column) => checkCell(column, (row[column.code] ?? '').trim(), row).map((said): CreditFinding => ({ row: index + 1, code: column.code, header: column.header, ...said }))),
  )
}

function checkCell(column: Column, value: string, row: CreditRow): readonly Said[] {
  if (PLACEHOLDERS.includes(value)) return [fault(`没有内容的地方写了「${value}」`, '留空')]
  if (value === '') return mustBeFilled(column, row) ? [fault('必填项没有填写', '按决定书填写')] : []
  const found: Said[] = []
  if ([...value].length > column.max) found.push(fault(`超过 ${column.max} 个字`, '缩短，或者写入备注'))
  found.push(...checkParty(column, value, row))
  switch (column.holds) {
    case 'category':
      if (!CATEGORIES.some((one) => one === value)) found.push(fault(`「${value}」不是规定的类别`, `填写${CATEGORIES.join('、')}之一`))
      break
    case 'creditCode': {
      const checked = checkCreditCode(value)
      if (!checked.ok) found.push(fault(checked.because, '核对统一社会信用代码'))
      break
    }
    case 'day':
      found.push(...checkDay(value), ...checkOrder(column, value, row))
      break
    case 'money':
      found.push(...checkMoney(column, value, row))
      break
    case 'kinds':
      found.push(...checkWords(value, KINDS))
      break
    case 'licenceKind':
      found.push(...checkWords(value, LICENCE_KINDS))
      break
    case 'agency':
      if (/\d{4}[-/年]\d{1,2}|https?:|www\.|系统|平台$/.test(value)) found.push(fault('机关名称中是日期、网址或者系统名称', '填写机关全称'))
      break
    default:
      if (column.code === 'XK_XKWS' && /〔\d{4}〕|\[\d{4}\]|第?\d+号/.test(value)) found.push(doubt('文书名称中有文号', '只写文书名称，文号写入「行政许可决定文书号」'))
      break
  }
  return found
}

const valueOf = (row: CreditRow, end: string): string => Object.entries(row).find(([code]) => code.endsWith(end))?.[1]?.trim() ?? ''
const isCitizen = (row: CreditRow): boolean => valueOf(row, '_XDR_LB') === '自然人'

function mustBeFilled({ must }: Column, row: CreditRow): boolean {
  const kinds = row['CF_CFLB'] ?? ''
  switch (must) {
    case 'always':
      return true
    case 'organisation':
      return !isCitizen(row)
    case 'citizen':
      return isCitizen(row)
    case 'fined':
      return kinds.includes('罚款')
    case 'confiscated':
      return kinds.includes('没收')
    case 'suspended':
      return /暂扣|吊销/.test(kinds)
    case 'never':
      return false
  }
}

/** Codes that do not belong to this kind of party, and identity numbers that are none: changing the kind empties the other's columns. */
function checkParty({ code }: Column, value: string, row: CreditRow): readonly Said[] {
  if (isCitizen(row)) {
    if (/_XDR_(SHXYM|GSZC|ZZJG|SWDJ|SYDW|SHZZ)$|_FRDB$|_FR_/.test(code)) return [fault('自然人的记录不应有单位的代码或者法定代表人', '清空这一栏，或者更正相对人类别')]
    if (!code.endsWith('_XDR_ZJHM') || valueOf(row, '_XDR_ZJLX') !== '身份证') return []
    const checked = checkIdNumber(value)
    return checked.ok ? [] : [fault(checked.because, '核对居民身份证号')]
  }
  if (/_XDR_(ZJLX|ZJHM)$/.test(code)) return [fault('单位的记录不应有自然人的证件', '清空这一栏，或者更正相对人类别')]
  if (!code.endsWith('_XDR_SHXYM')) return []
  const category = valueOf(row, '_XDR_LB')
  if (category === '个体工商户' && !value.startsWith('92')) return [doubt('个体工商户的代码一般以 92 开头', '核对相对人类别和代码')]
  return category === '法人及非法人组织' && value.startsWith('92') ? [doubt('以 92 开头的是个体工商户', '核对相对人类别和代码')] : []
}

function checkDay(value: string): readonly Said[] {
  if (!/^\d{4}\/\d{2}\/\d{2}$/.test(value)) return [fault(`「${value}」不是规定的日期格式`, '写作 2021/03/01')]
  return parseDay(value.replaceAll('/', '-')) === undefined ? [fault(`「${value}」不是真实存在的日期`, '核对日期')] : []
}

/** Days that come after others (日期先后). */
const AFTER: Readonly<Record<string, string>> = { CF_YXQ: 'CF_JDRQ', CF_GSJZQ: 'CF_JDRQ', XK_YXQZI: 'XK_YXQZ' }
function checkOrder({ code }: Column, value: string, row: CreditRow): readonly Said[] {
  const before = (row[AFTER[code] ?? ''] ?? '').trim()
  return before !== '' && value < before ? [fault(`早于 ${before}`, '核对日期的先后')] : []
}

/** What an amount of each column is called in the words of the decision. */
const CALLED: Readonly<Record<string, string>> = { CF_NR_FK: '罚款', CF_NR_WFFF: '没收' }

/** Amounts are in ten thousand yuan; one in yuan contradicts the words of the decision. */
function checkMoney({ code }: Column, value: string, row: CreditRow): readonly Said[] {
  if (!/^\d{1,8}(\.\d{1,6})?$/.test(value)) return [fault(`「${value}」不是金额`, '以万元为单位，最多六位小数，不写单位和千分位')]
  const said = amountsIn((row['CF_NR'] ?? '').replaceAll(',', ''), CALLED[code] ?? '')
  if (said.length === 0 || said.includes(Math.round(Number(value) * WAN * 100) / 100)) return []
  return said.includes(Number(value)) ? [fault('金额像是以元为单位写的', `以万元为单位：写作 ${Number(value) / WAN}`)] : [doubt('金额与处罚内容中的数额不一致', '核对金额和单位')]
}

/** The amounts in yuan that a text names after a word; all of them where none follows it. */
function amountsIn(text: string, word: string): readonly number[] {
  const near = [...text.matchAll(new RegExp(`${word}[^\\d；;。，]*(\\d+(?:\\.\\d+)?)\\s*(万?)元`, 'g'))]
  const found = near.length > 0 ? near : [...text.matchAll(/()?(\d+(?:\.\d+)?)\s*(万?)元/g)].map(([whole, , number = '', wan = '']) => [whole, number, wan])
  return found.map(([, number = '', wan]) => Number(number) * (wan === '万' ? WAN : 1))
}

function checkWords(value: string, known: readonly string[]): readonly Said[] {
  const strange = value.split(/[;；]/).find((word) => !known.includes(word.trim()) && !word.trim().startsWith('其他-'))
  return strange === undefined ? [] : [fault(`「${strange}」不是规定的类别`, '用规定的类别，几种用分号隔开；没有的写作 其他-…')]
}
