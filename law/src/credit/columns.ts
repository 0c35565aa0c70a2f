/** When a column must be filled (必填条件). */
export type Must = 'always' | 'organisation' | 'citizen' | 'fined' | 'confiscated' | 'suspended' | 'never'

/** One column of a double-publicity record (双公示数据项): 发改办财金〔2018〕424号; lengths are what one receiver accepts, unverified. */
export interface Column {
  readonly code: string
  readonly header: string
  readonly max: number
  readonly must: Must
  readonly holds: 'text' | 'day' | 'money' | 'creditCode' | 'category' | 'kinds' | 'licenceKind' | 'agency'
}

const column = (code: string, header: string, max: number, must: Must = 'never', holds: Column['holds'] = 'text'): Column => ({ code, header, max, must, holds })

/** The party's part of a record, alike in both kinds but for the prefix. */
const party = (prefix: 'CF' | 'XK'): readonly Column[] => [
  column(`${prefix}_XDR_MC`, '行政相对人名称', 200, 'always'),
  column(`${prefix}_XDR_LB`, '行政相对人类别', 16, 'always', 'category'),
  column(`${prefix}_XDR_SHXYM`, '行政相对人代码_1(统一社会信用代码)', 18, 'organisation', 'creditCode'),
  column(`${prefix}_XDR_GSZC`, '行政相对人代码_2(工商注册号)', 50),
  column(`${prefix}_XDR_ZZJG`, '行政相对人代码_3(组织机构代码)', 9),
  column(`${prefix}_XDR_SWDJ`, '行政相对人代码_4(税务登记号)', 15),
  column(`${prefix}_XDR_SYDW`, '行政相对人代码_5(事业单位证书号)', 12),
  column(`${prefix}_XDR_SHZZ`, '行政相对人代码_6(社会组织登记证号)', 50),
]

/** A penalty (行政处罚), thirty columns in the order of upload. */
export const PENALTY_COLUMNS: readonly Column[] = [
  ...party('CF'),
  column('CF_FRDB', '法定代表人', 50, 'organisation'),
  column('CF_FR_ZJLX', '法定代表人证件类型', 64),
  column('CF_FR_ZJHM', '法定代表人证件号码', 64),
  column('CF_XDR_ZJLX', '证件类型', 64, 'citizen'),
  column('CF_XDR_ZJHM', '证件号码', 64, 'citizen'),
  column('CF_WSH', '行政处罚决定书文号', 128, 'always'),
  column('CF_WFXW', '违法行为类型', 2000, 'always'),
  column('CF_SY', '违法事实', 2000, 'always'),
  column('CF_YJ', '处罚依据', 2048, 'always'),
  column('CF_CFLB', '处罚类别', 255, 'always', 'kinds'),
  column('CF_NR', '处罚内容', 4000, 'always'),
  column('CF_NR_FK', '罚款金额(万元)', 14, 'fined', 'money'),
  column('CF_NR_WFFF', '没收违法所得、没收非法财物的金额(万元)', 14, 'confiscated', 'money'),
  column('CF_NR_ZKDX', '暂扣或吊销证照名称及编号', 200, 'suspended'),
  column('CF_JDRQ', '处罚决定日期', 10, 'always', 'day'),
  column('CF_YXQ', '处罚有效期', 10, 'always', 'day'),
  column('CF_GSJZQ', '公示截止期', 10, 'never', 'day'),
  column('CF_CFJG', '处罚机关', 255, 'always', 'agency'),
  column('CF_CFJGDM', '处罚机关统一社会信用代码', 18, 'always', 'creditCode'),
  column('CF_SJLY', '数据来源单位', 200, 'always', 'agency'),
  column('CF_SJLYDM', '数据来源单位统一社会信用代码', 18, 'always', 'creditCode'),
  column('BZ', '备注', 512),
]

/** A licence (行政许可), in the order of upload. */
export const LICENCE_COLUMNS: readonly Column[] = [
  ...party('XK'),
  column('XK_FRDB', '法定代表人', 50, 'organisation'),
  column('XK_FR_ZJLX', '法定代表人证件类型', 64),
  column('XK_FR_ZJHM', '法定代表人证件号码', 64),
  column('XK_XDR_ZJLX', '证件类型', 64, 'citizen'),
  column('XK_XDR_ZJHM', '证件号码', 64, 'citizen'),
  column('XK_XKWS', '行政许可决定文书名称', 64, 'always'),
  column('XK_WSH', '行政许可决定文书号', 64, 'always'),
  column('XK_XKLB', '许可类别', 256, 'always', 'licenceKind'),
  column('XK_XKZS', '许可证书名称', 64),
  column('XK_XKBH', '许可编号', 64),
  column('XK_NR', '许可内容', 4000, 'always'),
  column('XK_JDRQ', '许可决定日期', 10, 'always', 'day'),
  column('XK_YXQZ', '有效期自', 10, 'always', 'day'),
  column('XK_YXQZI', '有效期至', 10, 'always', 'day'),
  column('XK_XKJG', '许可机关', 200, 'always', 'agency'),
  column('XK_XKJGDM', '许可机关统一社会信用代码', 18, 'always', 'creditCode'),
  column('XK_ZT', '当前状态', 64),
  column('XK_LYDW', '数据来源单位', 200, 'always', 'agency'),
  column('XK_LYDWDM', '数据来源单位统一社会信用代码', 18, 'always', 'creditCode'),
  column('BZ', '备注', 512),
]

/** Who the record is about (行政相对人类别), in the platform's words. */
export const CATEGORIES = ['法人及非法人组织', '自然人', '个体工商户'] as const
/** The kinds of penalty in the platform's words; several are joined by a semicolon, another begins with 其他-. */
export const KINDS: readonly string[] = ['警告', '通报批评', '罚款', '没收违法所得', '没收非法财物', '没收违法所得、没收非法财物', '暂扣许可证件', '降低资质等级', '吊销许可证件', '限制开展生产经营活动', '责令停产停业', '责令关闭', '责令关闭、限制从业', '限制从业', '行政拘留']
export const LICENCE_KINDS: readonly string[] = ['普通', '特许', '认可', '核准', '登记']
/** A day without an end, as the platform writes it. */
export const OPEN_END = '2099/12/31'
