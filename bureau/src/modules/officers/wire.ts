import { z } from 'zod'

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
  certificate: z.object({ number: z.string(), from: z.string(), until: z.string(), valid: z.boolean() }).optional(),
})
export type PersonView = z.infer<typeof PersonView>

export const Me = z.object({ person: PersonView, bureau: z.object({ name: z.string(), demo: z.boolean() }), today: z.string() })
export type Me = z.infer<typeof Me>
