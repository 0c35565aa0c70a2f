import type { Door } from './door.ts'
import { picture } from './picture.ts'

/** Who comes in at the enterprises' door (企业端演示账号). */
export const DEMO_ENTERPRISES = [{ login: 'fleet', name: '钱满', post: '示例车队（渣土运输企业）' }] as const

/** What comes from outside on the last days of the demonstration: an enterprise's account, a notice to it, and reports from the street. */
export async function addOutside(door: Door, password: string): Promise<void> {
  door.setClock('2021-12-30', '16:30')
  await addEnterprise(door, password)
  await addReports(door)
}

/** Opens the account of the enterprise of the register, as the truck desk does, and sets its password by the code. */
async function addEnterprise(door: Door, password: string): Promise<void> {
  const enterprise = firstIn(await door.get('sun', '/api/trucks/register/enterprise'))
  for (const { login, name } of DEMO_ENTERPRISES) {
    const { code } = await door.post('sun', '/api/trucks/portal/accounts', { enterprise: enterprise['id'], login, name }, 'enterprise')
    await door.post('sun', '/api/portal/activation', { code, password }, 'enterprise')
  }
  await door.post('sun', '/api/trucks/portal/notices', { title: '元旦期间渣土运输安排', text: '十二月三十一日二十二时至一月一日六时，主城干道暂停渣土运输。请各企业提前安排车辆，已开出的联单当日消纳完毕。' }, 'notice')
}

/** One report of a truck of which an alarm is known, and one of a truck that nobody registered. */
async function addReports(door: Door): Promise<void> {
  const alarm = firstIn(await door.get('wang', '/api/trucks/alarms?watch=open-cover&size=1'))
  const seenAt = String(alarm['since'])
  const photo = picture({ stamp: inChina(seenAt), truck: [150, 96, 60], covered: false })
  await door.tipoff({ plate: alarm['plate'], plateColour: 'yellow', seen: ['open', 'spilling'], at: seenAt, place: '示例大道与示例支路交叉口', text: '车厢没有盖严，一路掉土。' }, [photo], 'demo-tipoff-known')
  await door.tipoff({ plate: '渝B88888', plateColour: 'yellow', seen: ['dumping'], at: '2021-12-30T13:20:00+08:00', place: '示例河滩旁空地', text: '往河滩上倒了一车渣土就开走了。', name: '示例市民', phone: '000-0000000' }, [], 'demo-tipoff-strange')
}

const CHINA_MS = 8 * 3_600_000
const inChina = (iso: string): string => new Date(Date.parse(iso) + CHINA_MS).toISOString().slice(0, 19).replace('T', ' ')
function firstIn({ rows }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const first: unknown = Array.isArray(rows) ? rows[0] : undefined
  if (typeof first !== 'object' || first === null) throw new Error('the demonstration lacks what comes from outside')
  return { ...first }
}
