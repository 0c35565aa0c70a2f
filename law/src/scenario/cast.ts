import { day, type Day } from '../day.ts'
import type { Person, Post } from '../person.ts'

const FROM: Day = day('2015-01-01')
const UNTIL: Day = day('2099-12-31')

const member = (id: string, name: string, posts: readonly Post[], more: Partial<Pick<Person, 'legalQualification' | 'reviewedBefore'>> = {}): Person => ({
  id,
  name,
  posts,
  certificate: { number: `示例-${id}`, from: FROM, until: UNTIL },
  legalQualification: more.legalQualification ?? false,
  reviewedBefore: more.reviewedBefore ?? false,
})

/** The people of every scenario (角色表), unless it names its own: dull, qualified, and none of them related to a party. */
export const CAST: Readonly<Record<string, Person>> = {
  zhang: member('zhang', '张平', ['officer']),
  li: member('li', '李安', ['officer']),
  chen: member('chen', '陈静', ['officer']),
  wang: member('wang', '王正', ['teamLeader', 'officer']),
  zhou: member('zhou', '周明', ['legalReviewer'], { legalQualification: true }),
  wu: member('wu', '吴衡', ['hearingOfficer']),
  zhao: member('zhao', '赵立', ['bureauLeader']),
  qian: member('qian', '钱守', ['bureauLeader']),
  sun: member('sun', '孙敏', ['windowClerk']),
}
