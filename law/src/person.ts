import type { Day } from './day.ts'

/** What a person is appointed to do (岗位). Which acts a post may take is said by each procedure. */
export const POSTS = {
  officer: '执法人员',
  teamLeader: '中队负责人',
  legalReviewer: '法制审核人员',
  hearingOfficer: '听证主持人',
  bureauLeader: '机关负责人',
  windowClerk: '窗口人员',
  supervisor: '执法监督人员',
  administrator: '系统管理员',
} as const
export type Post = keyof typeof POSTS

/** The certificate to enforce (行政执法证), 行政处罚法第四十二条. Valid on both named days. */
export interface Certificate {
  readonly number: string
  readonly from: Day
  readonly until: Day
}

/** A person of the bureau as he stood on the day of an act. An act keeps this snapshot, so that it can be judged again off line. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly posts: readonly Post[]
  readonly certificate?: Certificate
  /** Has passed the national examination for the legal profession (法律职业资格), 行政处罚法第五十八条第二款. */
  readonly legalQualification: boolean
  /** Did legal review before the qualification was asked for; the statute asks it only of those who begin. */
  readonly reviewedBefore: boolean
}

/** Whether the person held a valid certificate to enforce on that day. */
export function isCertified(person: Person, on: Day): boolean {
  return person.certificate !== undefined && person.certificate.from <= on && on <= person.certificate.until
}

/** Whether a word names a post. */
export const isPost = (word: string): word is Post => Object.hasOwn(POSTS, word)
