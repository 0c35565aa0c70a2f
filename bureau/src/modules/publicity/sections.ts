import { apl, arl23, citeShort, gbf118, ogi, type Citation } from '@zhunsheng/law/article.ts'
import { chartOf } from '@zhunsheng/law/chart.ts'
import type { Day } from '@zhunsheng/law/day.ts'
import type { Setting } from '@zhunsheng/law/dossier.ts'
import { covers, writtenInterval } from '@zhunsheng/law/interval.ts'
import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import { remediesOn } from '@zhunsheng/law/penalty/remedies-on.ts'
import { EXEMPTIONS } from '@zhunsheng/law/penalty/soft/exemption-list.ts'
import { isOfPublicLaw, PROCEDURES } from '@zhunsheng/law/procedures.ts'
import type { Agency, ListsOn, PowersOn, PublicBenchmark, PublicCertificate } from './contract.ts'
import { localRows } from './local-rows.ts'
import type { Lack, Section } from './wire.ts'

/** What the lists are made of: the same data by which the judge rules and the people are kept. */
export interface Sources {
  readonly agency: Agency
  readonly certificates: readonly PublicCertificate[]
  readonly benchmarks: readonly PublicBenchmark[]
  readonly powers: PowersOn
  readonly lists: ListsOn
  readonly setting: Setting
}
type Lacking = Pick<Lack, 'what' | 'instead' | 'weight'>
/** A list with what it lacks. */
export interface Listed extends Section {
  readonly lacks: readonly Lacking[]
}
type Lister = (on: Day, sources: Sources) => Listed

const columns = (named: Readonly<Record<string, string>>): Section['columns'] => Object.entries(named).map(([key, title]) => ({ key, title }))
const articles = (...basis: readonly Citation[]): string[] => basis.map(citeShort)
const missing = (what: string, instead: string): Lacking => ({ what, instead, weight: 'missing' })
const unverified = (what: string, instead: string): Lacking => ({ what, instead, weight: 'unverified' })
const COMPETENCE = { bureau: '本机关', local: '按本地划定', transfer: '应当移送' } as const

const agencySection: Lister = (_, { agency: { name, creditCode, government, superior, contact = {} } }) => {
  const { powers, address, phone, hours, court, complaints = [] } = contact
  const asked = [['职权依据', powers, 'powers'], ['办公地址', address, 'address'], ['联系电话', phone, 'phone'], ['办公时间', hours, 'hours'], ['管辖法院', court, 'court']] as const
  return {
    key: 'agency',
    title: '实施机关',
    basis: articles(apl(39), ogi(20)),
    columns: columns({ item: '项目', content: '内容' }),
    rows: [
      ['机关名称', name], ...(creditCode === undefined ? [] : [['统一社会信用代码', creditCode]]), ...asked.flatMap(([item, value]) => (value === undefined ? [] : [[item, value]])),
      ['本级人民政府', government], ['上一级主管部门', superior], ...complaints.map((one) => [`监督投诉：${one.name}`, one.contact]),
    ].map(([item = '', content = '']) => ({ item, content })),
    lacks: [
      ...asked.flatMap(([item, value, field]) => (value === undefined ? [missing(item, `在机关信息（bureau.json）的 contact.${field} 中填写`)] : [])),
      ...(complaints.length === 0 ? [missing('监督投诉渠道', '在机关信息（bureau.json）的 contact.complaints 中填写')] : []),
      ...(creditCode === undefined ? [missing('统一社会信用代码', '在机关信息（bureau.json）的 creditCode 中填写')] : []),
    ],
  }
}

const officerSection: Lister = (_, { certificates }) => ({
  key: 'officers',
  title: '执法人员',
  basis: articles(gbf118(), apl(42, 1)),
  note: '只列当日持有有效执法证的人员；扫描执法人员出示的二维码可以核验。',
  columns: columns({ name: '姓名', department: '部门', number: '执法证号', from: '有效期自', until: '有效期至' }),
  rows: certificates.map((one) => ({ ...one })),
  lacks: certificates.length === 0 ? [missing('持有有效执法证的人员', '在「人员」中登记执法证')] : [],
})

const powerSection: Lister = (on, { powers }) => {
  const rows = powers(on)
  const open = rows.filter(({ verified }) => !verified).length
  return {
    key: 'powers',
    title: '权责清单（立案依据）',
    basis: articles(apl(39), apl(4), gbf118()),
    note: '当日有效的处罚事项；「按本地划定」的，以本地划转目录为准。',
    columns: columns({ name: '事项', field: '领域', violates: '违反的条款', basis: '处罚依据', range: '罚款幅度', precondition: '前置条件', measures: '其他措施', from: '施行日期', until: '失效日期', competence: '权限', checked: '条文' }),
    rows: rows.map(({ name, field, violates, basis, range, precondition, measures, from = '', until = '', competence, verified }) => ({ name, field, violates, basis, range, precondition, measures, from, until, competence: COMPETENCE[competence], checked: verified ? '已核对' : '待核对' })),
    lacks: [...(rows.length === 0 ? [missing('当日有效的执法事项', '核对事项清单的施行日期')] : []), ...(open > 0 ? [unverified(`${open} 项的条文`, '由法制机构对照条文核对')] : [])],
  }
}

const procedureSection: Lister = (on, { setting }) => ({
  key: 'procedures',
  title: '实施程序',
  basis: articles(apl(39), gbf118()),
  note: '与系统审查每一项行为所用的程序是同一份；流程图见各程序。',
  columns: columns({ procedure: '程序', stage: '阶段', act: '环节', by: '办理岗位', after: '在先的环节', within: '期限', basis: '依据' }),
  rows: PROCEDURES.filter(({ procedure }) => isOfPublicLaw(procedure)).flatMap(({ procedure }) =>
    chartOf(procedure, on, setting).stages.flatMap((stage) =>
      stage.acts.map(({ name, by, after, duties, basis }) => ({
        procedure: procedure.name, stage: stage.name, act: name, by: by.join('、'), after: after.join('、'),
        within: duties.map((duty) => `自${duty.since}起${duty.within === undefined ? '' : ` ${duty.within}`}（${duty.basis.map(citeShort).join('、')}）`).join('；'), basis: basis.map(citeShort).join('、'),
      })),
    ),
  ),
  lacks: [],
})

const remedySection: Lister = (on, { agency, setting }) => {
  const court = agency.contact?.court
  const bodies = { government: agency.government, either: `${agency.government}或者${agency.superior}`, court: court ?? '有管辖权的人民法院' }
  return {
    key: 'remedies',
    title: '救济渠道',
    basis: articles(apl(39), apl(7, 1), arl23(20)),
    columns: columns({ name: '途径', against: '针对', body: '受理机关', within: '期限', since: '起算', note: '说明', basis: '依据' }),
    rows: remediesOn(on, setting).map(({ body, basis, note = '', ...row }) => ({ ...row, note, body: bodies[body], basis: basis.map(citeShort).join('、') })),
    lacks: court === undefined ? [missing('起诉的人民法院', '在机关信息（bureau.json）的 contact.court 中填写')] : [],
  }
}

const exemptionSection: Lister = (on) => {
  const rows = EXEMPTIONS.filter(({ valid }) => covers(valid, on))
  return {
    key: 'exemptions',
    title: '轻微免罚、首违不罚清单',
    basis: articles(apl(33, 1), apl(34)),
    columns: columns({ matter: '事项', kind: '类型', condition: '条件', years: '初次的期限', from: '施行日期', source: '来源', checked: '核对' }),
    rows: rows.map(({ matter, kind, condition, years, valid, source, verified }) => ({
      matter: findMatter(matter)?.name ?? matter, kind: kind === 'first' ? '首违不罚' : '轻微免罚', condition, years: kind === 'first' ? `${years} 年` : '', from: writtenInterval(valid).from ?? '', source, checked: verified ? '已核对' : '待核对',
    })),
    lacks: rows.some(({ verified }) => !verified) ? [unverified('免罚清单是示例', '换成本机关公布的清单')] : [],
  }
}

const benchmarkSection: Lister = (_, { benchmarks }) => ({
  key: 'benchmarks',
  title: '行政处罚裁量权基准',
  basis: articles(apl(34)),
  note: '全文和导出见「裁量权基准」；标明示例的不是任何机关发布的基准。',
  columns: columns({ matter: '事项', title: '文件', number: '文号', issuer: '制定机关', from: '施行日期', checked: '性质' }),
  rows: benchmarks.map(({ matter, title, document_number: number, issuer, from_day: from, example }) => ({ matter: findMatter(matter)?.name ?? matter, title, number, issuer, from, checked: example ? '示例' : '正式' })),
  lacks: benchmarks.length === 0 ? [unverified('没有发布裁量权基准', '已经制定的，发布到系统；使用上级基准的，录入上级基准')] : [],
})

const localSection: Lister = (on, { setting: { local } }) => {
  const rows = localRows(local, on)
  const open = rows.filter(({ verified }) => !verified)
  return {
    key: 'local',
    title: '听证标准和地方数据',
    basis: articles(apl(63, 1), apl(57, 2), gbf118()),
    note: `${local.place}。未核对的为暂用的配置值，不作为依据引用。`,
    columns: columns({ name: '名称', value: '数值', from: '施行日期', source: '来源', basis: '依据', checked: '核对' }),
    rows: rows.map(({ verified, ...row }) => ({ ...row, checked: verified ? '已核对' : '待核对' })),
    lacks: open.length > 0 ? [unverified(`${open.length} 项地方数据`, '由法制机构核对原文，在地方数据中写明来源')] : [],
  }
}

const majorSection: Lister = (on, { lists }) => {
  const { majors, meetings } = lists(on)
  return {
    key: 'majors',
    title: '重大执法决定目录',
    basis: articles(apl(58, 1), gbf118()),
    note: ['列入目录的决定，作出之前先经法制审核；固定事项任何机关不能减少。', ...meetings.map(({ name, value, source, verified }) => `${name}${value}（${source}${verified ? '' : '，待核对'}）。`)].join(''),
    columns: columns({ code: '代码', name: '事项', says: '情形', panel: '审核方式', kind: '性质', basis: '依据', from: '施行日期', source: '来源', checked: '核对' }),
    rows: majors.map(({ code, name, says, panel, fixed, basis, from = '', source, verified }) => ({ code, name, says, panel: panel ? '集体法制审核' : '法制审核', kind: natureOf(fixed), basis: basis.join('、'), from, source, checked: verified ? '已核对' : '待核对' })),
    lacks: openRows(majors),
  }
}

const recordingSection: Lister = (on, { lists }) => {
  const { recordings } = lists(on)
  return {
    key: 'recordings',
    title: '音像记录事项清单',
    basis: articles(apl(47), gbf118()),
    note: '清单上的行为，录音录像入卷之前，案件不能进入下一步；确实没有的，写明原因和替代措施。',
    columns: columns({ code: '代码', name: '事项', procedure: '程序', act: '行为', says: '情形', how: '记录方式', excuses: '可以没有的原因', kind: '性质', basis: '依据', from: '施行日期', source: '来源', checked: '核对' }),
    rows: recordings.map(({ code, name, procedureName: procedure, actName: act, says, photographs, excuses, fixed, basis, from = '', source, verified }) => ({
      code, name, procedure, act, says, how: photographs ? '录音、录像或者照片' : '录音、录像', excuses: excuses.join('、'), kind: natureOf(fixed), basis: basis.join('、'), from, source, checked: verified ? '已核对' : '待核对',
    })),
    lacks: recordings.length === 0 ? [missing('当日有效的音像记录事项', '在机关信息的清单中填写')] : openRows(recordings),
  }
}
const natureOf = (fixed: boolean): string => (fixed ? '固定事项' : '本机关事项')
const openRows = (rows: readonly { readonly verified: boolean }[]): readonly Lacking[] => {
  const open = rows.filter(({ verified }) => !verified).length
  return open > 0 ? [unverified(`${open} 项的来源`, '由法制机构核对原文，在机关清单中写明来源')] : []
}

/** Every list that is public before anything is done (事前公开的目录): a further list is a further entry. */
const LISTERS: readonly Lister[] = [agencySection, officerSection, powerSection, benchmarkSection, majorSection, recordingSection, procedureSection, remedySection, exemptionSection, localSection]

/** The lists as they are on a day, with what each lacks (行政处罚法第三十九条、国办发〔2018〕118号). */
export const listed = (on: Day, sources: Sources): readonly Listed[] => LISTERS.map((lister) => lister(on, sources))

/** What article 39 and the rest demand and the bureau has not filled in yet (公示缺项). */
export const lacksOf = (sections: readonly Listed[]): readonly Lack[] => sections.flatMap(({ title, basis, lacks }) => lacks.map((lack): Lack => ({ section: title, basis: [...basis], ...lack })))
/** The list alone, as everybody sees it. */
export const plainSection = ({ key, title, basis, note, columns: named, rows }: Listed): Section => ({ key, title, basis, columns: named, rows, ...(note === undefined ? {} : { note }) })
