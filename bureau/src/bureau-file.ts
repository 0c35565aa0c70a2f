import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkCreditCode } from '@zhunsheng/law/identifiers/credit-code.ts'
import { readOwnLists, type OwnLists } from '@zhunsheng/law/own-lists.ts'
import { z } from 'zod'
import { Devolutions, EXAMPLE_DEVOLUTIONS, EXAMPLE_TOWNS, Towns } from './devolution-file.ts'
import type { Bureau, TownAgency } from './modules/enforcement/contract.ts'
import type { District } from './modules/evidence/contract.ts'
import type { MessageSettings } from './modules/messages/contract.ts'
import type { PaymentSettings } from './modules/payments/contract.ts'
import type { AnswerTerm } from './modules/portal/contract.ts'
import type { AgencyContact } from './modules/publicity/contract.ts'
import { EXIT, StartFault } from './platform/start-fault.ts'
import './platform/schema-words.ts'
import { Trucks, type TruckSettings } from './trucks-file.ts'

/** What `bureau.json` says (机关信息). */
export interface BureauFile extends Bureau {
  /** What everybody may know of it beforehand (事前公开的机关信息). */
  readonly contact?: AgencyContact
  /** The corners of the district: evidence from outside is flagged. */
  readonly district?: District
  /** How long recordings without a case are kept here, and by which rule of the bureau (音像记录保管期限). */
  readonly recordings?: { readonly months: number; readonly source: string }
  /** Its own list of major decisions and of recordings (重大执法决定目录、音像记录事项清单), as it handed them in: law/src/own-lists.ts says how. */
  readonly lists?: PlainLists
  /** How reminders by text message leave the house (短信提醒); without it they are held. */
  readonly messages?: MessageSettings
  /** Where its fines are paid (执收项目、代收机构); without it no slip is issued. */
  readonly payment?: PaymentSettings
  /** Within how many hours a haulage enterprise answers an alarm, and by which rule of the bureau (企业答复期限). */
  readonly portal?: AnswerTerm
  /** How its muck trucks are watched (渣土车监管配置); what it does not say stays as everybody begins with. */
  readonly trucks?: TruckSettings
}
type PlainLists = Readonly<Record<string, unknown>>

/** The lists as the law reads them; what is wrong with them was said at the start. */
export function ownLists(lists: PlainLists = {}): OwnLists {
  const read = readOwnLists(lists)
  if (!read.ok) throw new Error(`the lists were checked: ${read.faults.map(({ path }) => path).join()}`)
  return read.value
}

/** What reminders say of themselves where `bureau.json` says nothing of them. */
export const messagesBy = ({ name, messages }: Pick<BureauFile, 'name' | 'messages'>): MessageSettings => messages ?? { sign: name, where: '文书所载的地点和电话' }

const EXAMPLE_CONTACT: AgencyContact = {
  powers: '示例市人民政府关于相对集中行政处罚权的决定（示例）', address: '示例区示例路 1 号', phone: '000-00000000', hours: '工作日 9:00—12:00，13:30—17:30', court: '示例区人民法院',
  complaints: [{ name: '本机关法制机构', contact: '000-00000001' }, { name: '政务服务便民热线', contact: '12345' }],
}

/** Nobody's: the region 500999 is not given out, and finance gives the codes of a real bureau. */
const EXAMPLE_PAYMENT: PaymentSettings = { prefix: '500999', unitCode: '示例-000001', itemCode: '示例-103050100', itemName: '城市管理罚没收入', bank: '示例银行示例区支行', bankAddress: '示例区示例路 1 号', verified: false, source: '示例，不是财政部门核发的编码' }

/** The bureau of the demonstration and of tests; nobody's: the region 500999 is not given out. */
export const EXAMPLE_BUREAU: BureauFile = { name: '示例区城市管理局', demo: true, word: '示例城管', government: '示例区人民政府', superior: '示例市城市管理局', log: 'zhunsheng.local/log', creditCode: '11500999MA0000015W', payment: EXAMPLE_PAYMENT, contact: EXAMPLE_CONTACT, devolutions: EXAMPLE_DEVOLUTIONS, towns: EXAMPLE_TOWNS }

const FILE = 'bureau.json'
const line = (asked: string) => z.string({ error: `请填写${asked}` }).trim().min(1, `请填写${asked}`).max(100)
const Written = z.strictObject({
  name: line('机关名称（name）'),
  word: line('机关代字（word），用在文号中'),
  government: line('本级人民政府（government），行政复议机关'),
  superior: line('上一级主管部门（superior），二〇二三年底以前也受理复议'),
  creditCode: z.string().refine((code) => checkCreditCode(code).ok, { error: '统一社会信用代码（creditCode）校验不通过' }).optional(),
  devolutions: Devolutions,
  trucks: Trucks.optional(),
  towns: Towns,
  contact: z.strictObject({
    powers: line('职权依据').optional(), address: line('办公地址').optional(), phone: line('联系电话').optional(), hours: line('办公时间').optional(), court: line('管辖法院').optional(),
    complaints: z.array(z.strictObject({ name: line('渠道名称'), contact: line('联系方式') })).optional(),
  }).optional(),
  district: z.strictObject({ west: z.number(), south: z.number(), east: z.number(), north: z.number() }, { error: '本区范围（district）写作 {"west": 106.2, "south": 29.2, "east": 106.6, "north": 29.6}' }).optional(),
  recordings: z.strictObject({ months: z.number().int().min(1).max(1200), source: z.string().trim().min(1) }, { error: '音像记录保管期限（recordings）写作 {"months": 6, "source": "依据的规定"}' }).optional(),
  portal: z.strictObject({ hours: z.number().int().min(1).max(720), source: z.string().trim().min(1) }, { error: '企业答复期限（portal）写作 {"hours": 24, "source": "依据的规定"}' }).optional(),
  payment: z
    .strictObject({
      prefix: z.string().regex(/^\d{6}$/, '缴款码的前六位（payment.prefix）应为六位数字'),
      unitCode: line('执收单位编码（payment.unitCode）'),
      itemCode: line('执收项目编码（payment.itemCode）'),
      itemName: line('执收项目名称（payment.itemName）'),
      bank: line('代收机构名称（payment.bank）'),
      bankAddress: line('代收机构地址（payment.bankAddress）'),
      verified: z.boolean({ error: '是否已经与财政部门核对（payment.verified）写作 true 或者 false' }),
      source: line('编码的出处（payment.source）'),
    })
    .optional(),
  messages: z
    .strictObject({
      gateway: z.url({ protocol: /^https?$/, error: '短信网关（messages.gateway）应为 http 或者 https 地址' }).optional(),
      sign: line('短信签名（messages.sign）').max(20, '短信签名不超过二十个字'),
      where: line('查询方式（messages.where），写在短信里').max(60, '查询方式不超过六十个字'),
    })
    .optional(),
  lists: z.record(z.string(), z.unknown()).superRefine((lists, check) => {
    const read = readOwnLists(lists)
    if (!read.ok) for (const { path, because } of read.faults) check.addIssue({ code: 'custom', path: path.split('.'), message: because })
  }).optional(),
  log: z.string().regex(/^[^\s+\p{Cc}]+$/u, '存证日志名称（log）不能有空格和加号，写作 chengguan.example.gov.cn/log'),
}).superRefine(({ word, towns }, check) => {
  // The same word would give two papers the same number.
  const words = [word, ...towns.map((one) => one.word)]
  for (const [at, one] of towns.entries()) if (words.indexOf(one.word) !== at + 1) check.addIssue({ code: 'custom', path: ['towns', at, 'word'], message: `机关代字「${one.word}」重复，文号会相同` })
})

/**
 * Whose system this is (机关信息), from `bureau.json` in the data folder. Where the file is missing it is written with example
 * words, to be filled in: papers name what stands there, and the log keeps its name for ever.
 */
export function bureauIn(folder: string, say: (sentence: string) => void): BureauFile {
  const path = join(folder, FILE)
  if (!existsSync(path)) {
    const { demo: _, creditCode: __, devolutions: ___, contact: ____, payment: _____, towns: ______, ...example } = EXAMPLE_BUREAU
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, `${JSON.stringify(example, undefined, 2)}\n`)
    say(`已写入 ${path}，其中是示例名称：请在登记第一个案件之前改为本机关的名称、代字和复议机关，然后重新启动`)
  }
  const parsed = Written.safeParse(jsonIn(path))
  if (parsed.success) {
    const { district, creditCode, recordings, lists, contact, payment, messages, portal, trucks, ...named } = parsed.data
    return { ...named, ...(trucks === undefined ? {} : { trucks }), ...(portal === undefined ? {} : { portal }), ...(messages === undefined ? {} : { messages: { sign: messages.sign, where: messages.where, ...(messages.gateway === undefined ? {} : { gateway: messages.gateway }) } }), towns: named.towns.map(({ creditCode: code, unitCode, ...town }): TownAgency => ({ ...town, ...(code === undefined ? {} : { creditCode: code }), ...(unitCode === undefined ? {} : { unitCode }) })), demo: false, ...(payment === undefined ? {} : { payment }), ...(contact === undefined ? {} : { contact: filledIn(contact) }), ...(lists === undefined ? {} : { lists }), ...(district === undefined ? {} : { district }), ...(creditCode === undefined ? {} : { creditCode }), ...(recordings === undefined ? {} : { recordings }) }
  }
  const because = parsed.error.issues.map(({ path: at, message }) => `${at.length === 0 ? '' : `${at.join('.')}：`}${message}`).join('；')
  throw new StartFault(`${path} 填写有误：${because}。`, EXIT.option)
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw new StartFault(`${path} 不是有效的 JSON，请改正，或者删除后重新启动以得到示例。`, EXIT.option)
  }
}

/** What is filled in, and nothing for the rest. */
function filledIn({ complaints, ...lines }: NonNullable<z.infer<typeof Written>['contact']>): AgencyContact {
  const said = Object.entries(lines).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  return { ...Object.fromEntries(said), ...(complaints === undefined ? {} : { complaints }) }
}
