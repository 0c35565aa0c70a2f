import { day, type Day } from '../day.ts'
import type { Person, Post } from '../person.ts'

const FROM: Day = day('2015-01-01')
const UNTIL: Day = day('2099-12-31')

const member = (certificate: string, id: string, name: string, posts: readonly Post[], more: Partial<Pick<Person, 'legalQualification' | 'reviewedBefore'>> = {}): Person => ({
  id,
  name,
  posts,
  certificate: { number: certificate, from: FROM, until: UNTIL },
  legalQualification: more.legalQualification ?? false,
  reviewedBefore: more.reviewedBefore ?? false,
})

/** The people of every scenario (角色表), unless it names its own: dull, qualified, and none of them related to a party. */
export const CAST: Readonly<Record<string, Person>> = {
  zhang: member('示例1001', 'zhang', '张平', ['officer']),
  li: member('示例1002', 'li', '李安', ['officer']),
  chen: member('示例1003', 'chen', '陈静', ['officer']),
  wang: member('示例1004', 'wang', '王正', ['teamLeader', 'officer']),
  zhou: member('示例1005', 'zhou', '周明', ['legalReviewer'], { legalQualification: true }),
  wu: member('示例1006', 'wu', '吴衡', ['hearingOfficer']),
  zhao: member('示例1007', 'zhao', '赵立', ['bureauLeader']),
  qian: member('示例1008', 'qian', '钱守', ['bureauLeader']),
  sun: member('示例1009', 'sun', '孙敏', ['windowClerk']),
}

/** The people of a town that took powers over (承接镇街的人员): it acts through its own (行政处罚法第二十四条第二款). */
export const TOWN_CAST: Readonly<Record<string, Person>> = {
  he: member('示例2001', 'he', '何川', ['officer']),
  luo: member('示例2002', 'luo', '罗敏', ['officer', 'teamLeader']),
  zheng: member('示例2003', 'zheng', '郑民', ['bureauLeader']),
}
