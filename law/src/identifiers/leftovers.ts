import { halfWidth } from './redact.ts'
import { PROVINCE } from './plate.ts'

/** What may have been left in a text that was redacted (疑似遗漏), by the word under which a person is told. */
export const SUSPICIONS = { name: '像是姓名', number: '像是证件号或者电话号码', plate: '像是号牌号码', account: '像是账号' } as const
export type Suspicion = keyof typeof SUSPICIONS

/** A suspicious stretch of a text: what it looks like, what stands there, and where it begins. */
export interface Leftover {
  readonly kind: Suspicion
  readonly found: string
  readonly at: number
}

/** Words after which a person's name usually stands in a record. */
const ROLES = [
  '当事人', '被询问人', '见证人', '证人', '行为人', '举报人', '投诉人', '报案人', '知情人', '代理人', '委托人', '法定代表人', '负责人', '经营者', '业主', '户主', '房主', '房东', '租户', '店主', '店员', '老板娘', '老板', '摊主', '摊贩', '商贩', '邻居',
  '居民', '村民', '市民', '司机', '驾驶员', '车主', '员工', '工人', '学生', '同事', '朋友', '亲属', '家属', '配偶', '妻子', '丈夫', '儿子', '女儿', '父亲', '母亲', '哥哥', '弟弟', '姐姐', '妹妹',
  '其妻', '其夫', '其子', '其女', '其父', '其母', '其兄', '其弟', '其姐', '其妹', '之妻', '之夫', '之子', '之女', '姓名',
].join('|')
/** Between the word and the name. */
const BETWEEN = '[\\s：:（(“"「]?(?:姓名|名叫|叫做|叫|是|系|为)?[\\s：:（(“"「]?'
/** The surnames of some nineteen people in twenty (姓氏); whoever has another one must be seen by the person who publishes. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆司卓古吉缪简项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟臧闵苟邬卞姬栾隋刁沙荣巫寇桑郎甄丛仲虞敖巩佘池查迟邝封谈匡鞠惠荆冀郁胥班楚鄢谌奚冼蔺楼'
/** Words that begin like a surname and are none. */
const WORDS = [
  '张贴', '张挂', '安装', '安排', '安置', '安全', '高空', '高声', '高于', '任意', '任由', '任何', '施工', '施划', '常年', '常在', '马路', '马上', '胡乱', '何时', '谢绝', '许可', '许多', '曾经', '曾因', '曾在', '曾于', '曾多', '曾被', '夏季', '夏天', '付款', '付清', '方便', '方在', '白天', '白色', '江边', '江北', '严重', '严格', '文明',
  '申请', '申辩', '关于', '关闭', '关门', '左右', '左侧', '包括', '包装', '尚未', '尚在', '符合', '凌晨', '单独', '单位', '涂写', '涂画', '涂改', '成立', '路边', '路段', '路面', '游商', '管理', '房屋', '解释', '解决', '尤其', '阳台', '连续', '连同', '全部', '全程', '查处', '查询', '封闭', '封堵', '沙石', '石材', '石子', '金属', '楼顶', '楼道', '楼下', '司法', '查封', '余下', '温度', '史料', '党员',
].join('|')
/** 「于」 is a surname, and far more often the word before a day or a place. */
const AT = '于[\\d今昨当同该本上下前后早晚凌每某一二三四五六七八九十其此这我涉案]'
const NAME = `(?!${WORDS}|${AT})[${SURNAMES}](?!.?某)[一-龥](?![某])[一-龥]?`

const FORMS: Readonly<Record<Suspicion, readonly RegExp[]>> = {
  name: [new RegExp(`(?:${ROLES})${BETWEEN}${NAME}`, 'gu'), new RegExp(`(?<![一-龥])${NAME}\\s?[（(，,]\\s?[男女](?=[，,）)\\s])`, 'gu')],
  number: [/\d{11,}/g, /\d{4}(?:[-\s]\d{4}){2,}/g, /(?<!\d)1[3-9]\d(?:[-\s—]\d{2,4}){2,4}/g],
  plate: [new RegExp(`${PROVINCE}[A-Za-z][-·•.\\s]{0,2}(?=[A-Za-z0-9]*\\d)(?![A-Za-z0-9]*X{2})[A-Za-z0-9]{5,6}(?![A-Za-z0-9])`, 'gu')],
  account: [/(?:身份证|护照|微信|QQ|支付宝|银行卡|账号|账户|邮箱)(?:号码?)?[：:\s]?[A-Za-z0-9_.-]{5,}/g, /[\w.-]+@[\w-]+\.[\w.-]+/g],
}

/**
 * What in a redacted text still looks like somebody's name, number, plate or account (疑似个人信息), in the order in which it stands.
 * It only points: whether it is one, a person decides. 行政处罚法第五十条、个人信息保护法第五十一条.
 */
export function leftoversIn(text: string): readonly Leftover[] {
  const plain = halfWidth(text)
  const suspicions: readonly Suspicion[] = ['name', 'number', 'plate', 'account']
  const found = suspicions.flatMap((kind) => FORMS[kind].flatMap((form) => [...plain.matchAll(form)].map((one) => ({ kind, found: text.slice(one.index, one.index + one[0].length), at: one.index }))))
  const inOrder = found.sort((a, b) => a.at - b.at || b.found.length - a.found.length)
  return inOrder.filter((one, index) => !inOrder.slice(0, index).some((other) => one.at < other.at + other.found.length))
}
