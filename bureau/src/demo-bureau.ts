import { formatDay, day, type Day } from '@zhunsheng/law/day.ts'
import { ORDINARY_COURSE, usualSteps } from '@zhunsheng/law/penalty/ordinary/course.ts'
import { CAST } from '@zhunsheng/law/scenario/cast.ts'
import { POSTS } from '@zhunsheng/law/person.ts'
import { addPerson } from './modules/officers/store.ts'
import { SETTING } from './modules/enforcement/setting.ts'
import type { ManualClock } from './platform/clock.ts'
import { momentOf } from './platform/clock.ts'
import type { Database } from './platform/database.ts'
import { hashPassword } from './platform/password.ts'
import type { Server } from './server.ts'

/** The password of every demo account; the log-in page says it. */
export const DEMO_PASSWORD = 'zhunsheng2021'
export const DEMO_ACCOUNTS = Object.values(CAST).map(({ id, name, posts }) => ({ login: id, name, post: posts.map((post) => POSTS[post]).join('、') }))

const LAST: Day = day('2021-12-31')
/** Each kind of case by its matter: whom it meets, and the fine in yuan. */
const CASES: readonly (readonly [matter: string, subject: string, fine: string])[] = [
  ['street.front', 'citizen', '300'],
  ['posting', 'citizen', '200'],
  ['clean.litter', 'citizen', '100'],
  ['muck.spill', 'vehicle', '3000'],
  ['muck.open', 'vehicle', '2500'],
  ['site.gate', 'contractor', '4000'],
]
const PARTIES = ['刘海', '何苗', '郑楠', '邓宇', '曾敏', '彭亮', '罗佳', '唐晓']

/** Fills a year of a fictional bureau (演示数据) by real acts through the recorder; every one is judged as any other. */
export async function fillDemo(database: Database, { recorder, seal }: Pick<Server, 'recorder' | 'seal'>, clock: ManualClock, cases: number, progress: (done: number) => void): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  for (const { id, name, posts, legalQualification, reviewedBefore, certificate } of Object.values(CAST))
    await database.work((tx) =>
      addPerson(tx, {
        id, login: id, name, department: '综合行政执法支队', posts, legalQualification, reviewedBefore, passwordHash,
        ...(certificate === undefined ? {} : { certificate: { number: certificate.number, from: formatDay(certificate.from), until: formatDay(certificate.until) } }),
      }),
    )
  for (let index = 0; index < cases; index += 1) {
    await playCase(recorder, clock, index, cases)
    progress(index + 1)
  }
  await seal()
}

async function playCase(recorder: Server['recorder'], clock: ManualClock, index: number, cases: number): Promise<void> {
  const [matter, subject, fine] = CASES[index % CASES.length] ?? ['street.front', 'citizen', '300']
  const party = { kind: 'citizen', name: PARTIES[index % PARTIES.length], birthday: `19${60 + (index % 35)}-06-01`, capacity: 'full', address: `杨家坪正街 ${1 + (index % 90)} 号` }
  const start = day(`2021-${String(1 + Math.floor((index * 12) / cases)).padStart(2, '0')}-${String(4 + (index % 20)).padStart(2, '0')}`)
  let caseId: string | undefined
  let version = 0
  for (const { act: kind, on } of usualSteps(start, SETTING)) {
    const now = momentOf(on, '17:00')
    if (on > formatDay(LAST)) return
    clock.set(now)
    const [actor = 'zhang', ...others] = ORDINARY_COURSE.by(kind)
    const data: Record<string, unknown> = { ...ORDINARY_COURSE.typical(kind, day(on)) }
    if (kind === 'apply') Object.assign(data, { matter, subject, party })
    if (kind === 'notify' || kind === 'decide') data['fine'] = fine
    if (kind === 'notify') data['tellsHearing'] = true
    if (kind === 'pay') data['amount'] = fine
    const recorded = await recorder.record({ act: { kind, on, with: others, data }, actor, key: `demo-${index}-${kind}`, ...(caseId === undefined ? {} : { on: { caseId, version } }) })
    caseId = recorded.id
    version = recorded.version
    // Some cases are still under way when the year ends, at different points.
    if (index % 9 === 0 && start > day('2021-11-01') && kind === 'interview') return
  }
}
