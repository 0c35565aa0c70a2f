import { POSTS, type Post } from '@zhunsheng/law/person.ts'
import { z } from 'zod'

const isPost = (word: string): word is Post => word in POSTS
const POST_KEYS = Object.keys(POSTS).filter(isPost)

/** What crosses HTTP about people and log-in (人员与登录接口). */
export const Login = z.object({ name: z.string().trim().min(1, '请填写用户名').max(64), password: z.string().min(1, '请填写口令').max(200) })
export type Login = z.infer<typeof Login>

export const PersonView = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  department: z.string(),
  posts: z.array(z.string()),
  postNames: z.array(z.string()),
  /** Passed the national legal examination; reviewed cases before it was asked for. Both bear on who may review. */
  legalQualification: z.boolean(),
  reviewedBefore: z.boolean(),
  certificate: z.object({ number: z.string(), from: z.string(), until: z.string(), valid: z.boolean() }).optional(),
})
export type PersonView = z.infer<typeof PersonView>

const ISO_DAY = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '应为日期，写作 2021-03-01')
export const Certificate = z.object({ number: z.string().trim().min(1, '请填写执法证号').max(64), from: ISO_DAY, until: ISO_DAY }).refine(({ from, until }) => from <= until, { message: '有效期的终止日期早于起始日期', path: ['until'] })
export type Certificate = z.infer<typeof Certificate>
/** A person to be added (新增人员). The administrator says the first password; its owner changes it. */
export const NewPerson = z.object({
  login: z.string().trim().regex(/^[a-z][a-z0-9._-]{1,31}$/, '用户名为 2 至 32 位小写字母、数字或者 . _ -，以字母开头'),
  name: z.string().trim().min(1, '请填写姓名').max(50),
  department: z.string().trim().min(1, '请填写部门').max(100),
  posts: z.array(z.enum(POST_KEYS, '没有这种岗位')).min(1, '至少选择一个岗位').max(8),
  legalQualification: z.boolean().default(false),
  reviewedBefore: z.boolean().default(false),
  certificate: Certificate.optional(),
  password: z.string(),
})
export type NewPerson = z.infer<typeof NewPerson>
export const NewPassword = z.object({ password: z.string() })
export const OwnPassword = z.object({ old: z.string().min(1, '请填写原口令').max(200), password: z.string() })

/** What everybody may know of an officer who shows his card (执法人员公示). */
export const PublicOfficer = z.object({ name: z.string(), department: z.string(), bureau: z.string(), number: z.string(), from: z.string(), until: z.string(), valid: z.boolean(), today: z.string() })
export type PublicOfficer = z.infer<typeof PublicOfficer>

export const Me = z.object({ person: PersonView, bureau: z.object({ name: z.string(), demo: z.boolean() }), today: z.string(), /** The bureau's clock, by which a device measures its own. */ now: z.string() })
export type Me = z.infer<typeof Me>
