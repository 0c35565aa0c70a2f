import { day, parseDay } from '@zhunsheng/law/day.ts'
import type { Devolution } from '@zhunsheng/law/jurisdiction.ts'
import { checkCreditCode } from '@zhunsheng/law/identifiers/credit-code.ts'
import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import { z } from 'zod'
import type { TownAgency } from './modules/enforcement/contract.ts'

const line = (asked: string) => z.string({ error: `请填写${asked}` }).trim().min(1, `请填写${asked}`).max(200)
const Day = z.string().transform((written, context) => {
  const found = parseDay(written)
  if (found === undefined) context.addIssue({ code: 'custom', message: '应为日期，写作 2021-09-01' })
  return found ?? day('1970-01-01')
})

/**
 * A devolution or an entrustment as `bureau.json` hands it in (下放、委托的决定). 行政处罚法第二十四条: decided by the province, published, evaluated
 * from time to time; 第二十条: in writing, with matters, powers and term, published.
 */
const Written = z
  .strictObject({
    manner: z.enum(['devolved', 'entrusted'], { error: 'manner 写作 devolved（下放）或者 entrusted（委托）' }),
    title: line('决定或者委托书的名称（title）'),
    number: line('文号（number）'),
    body: line('作出决定的机关（body）'),
    publishedOn: Day,
    publishedIn: line('公布的载体（publishedIn），决定、委托书应当公布'),
    towns: z.array(line('承接的乡镇、街道或者受委托的组织（towns）')).min(1, '至少写一个承接的乡镇、街道'),
    matters: z.array(z.string().refine((id) => findMatter(id) !== undefined, { error: '权责清单中没有这一编号的事项' })).min(1, '至少写一项事项'),
    from: Day,
    until: Day.optional(),
    withdrawnBy: line('收回的文件（withdrawnBy）').optional(),
    evaluations: z.array(z.strictObject({ on: Day, by: line('评估机关（by）'), finding: line('评估结论（finding）') })).default([]),
  })
  .superRefine(({ manner, from, until, withdrawnBy }, context) => {
    if (until !== undefined && until < from) context.addIssue({ code: 'custom', path: ['until'], message: '终了之日早于开始之日' })
    if (manner === 'entrusted' && until === undefined) context.addIssue({ code: 'custom', path: ['until'], message: '委托书应当载明期限（until）' })
    if (manner === 'devolved' && until !== undefined && withdrawnBy === undefined) context.addIssue({ code: 'custom', path: ['withdrawnBy'], message: '写明收回下放所依据的文件（withdrawnBy）' })
  })

/** What `devolutions` in `bureau.json` may say. */
export const Devolutions = z
  .array(Written)
  .default([])
  .refine((all) => new Set(all.map(({ number }) => number)).size === all.length, { error: '两项决定的文号相同' })
  .transform((all): readonly Devolution[] => all.map(({ until, withdrawnBy, ...rest }) => ({ ...rest, ...(until === undefined ? {} : { until }), ...(withdrawnBy === undefined ? {} : { withdrawnBy }) })))

/** What `towns` in `bureau.json` may say: how papers, numbers and records name a town that handles its cases here in its own name. */
export const Towns = z
  .array(
    z.strictObject({
      town: line('镇街名称（town），与下放决定中的写法一致'),
      name: line('机关名称（name），例如某区某镇人民政府'),
      word: line('机关代字（word），用在文号中'),
      creditCode: z.string().refine((code) => checkCreditCode(code).ok, { error: '统一社会信用代码（creditCode）校验不通过' }).optional(),
      unitCode: line('执收单位编码（unitCode）').optional(),
    }),
  )
  .default([])
  .refine((all) => new Set(all.map(({ town }) => town)).size === all.length, { error: '同一镇街写了两次' })

/** The towns of the demonstration. */
export const EXAMPLE_TOWNS: readonly TownAgency[] = [
  { town: '华岩镇', name: '示例区华岩镇人民政府', word: '示例华岩府', creditCode: '11500999MA0000023P', unitCode: '示例-000002' },
  { town: '谢家湾街道', name: '示例区人民政府谢家湾街道办事处', word: '示例谢街办', creditCode: '11500999MA0000031J', unitCode: '示例-000003' },
]

/** The devolution of the demonstration: an example that no province decided. */
export const EXAMPLE_DEVOLUTIONS: readonly Devolution[] = [
  {
    manner: 'devolved', title: '示例市人民政府关于将部分行政处罚权交由乡镇、街道行使的决定（示例）', number: '示例府发〔2021〕18号', body: '示例市人民政府', publishedOn: day('2021-08-16'), publishedIn: '示例市人民政府公报 2021 年第 8 期',
    towns: ['华岩镇', '谢家湾街道'], matters: ['pet.waste', 'clean.spit', 'scrap.yard'], from: day('2021-09-01'), example: true,
    evaluations: [{ on: day('2021-12-15'), by: '示例市司法局', finding: '两镇街均能承接，案卷规范程度有待提高。' }],
  },
  {
    manner: 'entrusted', title: '示例区城市管理局行政处罚委托书（示例）', number: '示例城管委〔2021〕2号', body: '示例区城市管理局', publishedOn: day('2021-03-01'), publishedIn: '示例区人民政府网站',
    towns: ['示例区市政环卫所'], matters: ['clean.litter'], from: day('2021-03-01'), until: day('2023-02-28'), example: true, evaluations: [],
  },
]
