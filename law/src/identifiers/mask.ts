/** Surnames of two characters (复姓): the given name alone is hidden. */
const COMPOUND = ['欧阳', '上官', '司马', '司徒', '诸葛', '皇甫', '尉迟', '公孙', '慕容', '令狐', '长孙', '宇文', '夏侯', '东方', '独孤', '南宫', '端木', '轩辕', '百里', '申屠', '澹台', '单于', '闻人', '鲜于', '赫连', '呼延', '太史', '濮阳', '淳于', '公冶', '钟离', '司空', '闾丘', '公羊', '万俟']

/** A person's name in what is public (姓名去标识化): 王某, 欧阳某; in a list, 王*. */
export function maskName(name: string, as: 'word' | 'star' = 'word'): string {
  const surname = COMPOUND.find((compound) => name.startsWith(compound) && name.length > compound.length) ?? [...name].slice(0, 1).join('')
  return surname + (as === 'word' ? '某' : '*')
}

/** An identity number in an internal list (身份证号去标识化): 500107********0016. In public it is left out altogether. Whatever is shorter is hidden whole. */
export const maskIdNumber = (number: string): string => (number.length >= 15 ? middle(number, 6, number.length === 15 ? 3 : 4) : '*'.repeat(number.length))

/** A telephone number (电话号码去标识化): 138****0016; of a landline the last four places are hidden. */
export function maskPhone(phone: string): string {
  if (/^1\d{10}$/.test(phone)) return middle(phone, 3, 4)
  return phone.replace(/\d(?=(?:\D*\d){0,3}\D*$)/g, '*')
}

/** A plate (号牌号码去标识化): 渝DC6XXX, as published cases write it. */
export const maskPlate = (number: string): string => number.slice(0, 4) + 'X'.repeat(Math.max(0, number.length - 4))

/** As far as an address may be told: the road, else the village or town, else the district. */
const LEVELS = [/^.*?(?:路|大道|街(?!道)|巷|弄|胡同)/u, /^.*?(?:街道|镇|乡|社区|村)/u, /^.*?(?:区|县|自治县)/u, /^.*?市/u] as const

/** An address to the level of the road (地址去标识化): house, building and room are left out. An address of no known level is hidden whole. */
export function maskAddress(address: string): string {
  for (const level of LEVELS) {
    const [told] = level.exec(address) ?? []
    if (told !== undefined) return told
  }
  return '*'
}

const middle = (text: string, head: number, tail: number): string => text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(-tail)
