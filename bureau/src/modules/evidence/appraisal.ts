import { readdirSync, rmSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { citeShort } from '@zhunsheng/law/article.ts'
import { parseDay, type Day } from '@zhunsheng/law/day.ts'
import { civilDay, type Clock } from '../../platform/clock.ts'
import type { Database, Queries } from '../../platform/database.ts'
import type { Files } from '../../platform/files.ts'
import { workAnew, workOnce } from '../../platform/once.ts'
import { changedMeanwhile, malformed, notAllowed, notFound, refused } from '../../platform/problem.ts'
import type { Actor } from '../officers/contract.ts'
import { keptFiles, type Kept, type KeepingParts } from './keeping.ts'
import { addAppraisal, addDecision, addErasure, appraisals, appraisalUnder, keptItems, openOrders, type AppraisalRow } from './store-keeping.ts'
import type { AppraisalDecision, AppraisalView, NewAppraisal } from './wire.ts'

export interface AppraisalParts extends KeepingParts {
  readonly database: Database
  readonly files: Files
  readonly clock: Clock
  readonly newId: () => string
  /** Where copies of pictures lie; they go with their original. */
  readonly copies: string
}

/**
 * Appraisal and destruction (鉴定销毁): one person proposes, another decides, the law is asked both times; then the bytes go, and what
 * was written of them stays. 档案法第二十一条第二款.
 */
export function appraisalOffice(parts: AppraisalParts) {
  const { database, clock, newId } = parts
  const today = (): Day => {
    const day = parseDay(civilDay(clock.now()))
    if (day === undefined) throw new Error('the clock is beyond the calendar')
    return day
  }
  return {
    propose: (actor: Actor, key: string, body: NewAppraisal): Promise<string> =>
      workAnew(database, async (tx) => {
        const before = await appraisalUnder(tx, key)
        if (before !== undefined) return before
        const digests = [...new Set(body.digests)]
        await allow(parts, tx, { digests, outcome: body.outcome, today: today() })
        const keepUntil = body.outcome === 'keep' ? parseDay(body.keepUntil) : undefined
        if (body.outcome === 'keep' && (keepUntil === undefined || keepUntil <= today())) throw malformed([{ path: 'keepUntil', because: '继续保管的期限应当晚于今天' }])
        const id = newId()
        await addAppraisal(tx, { id, outcome: body.outcome, keep_until: body.outcome === 'keep' ? body.keepUntil : null, digests, opinion: body.opinion, proposed_by: actor.id, proposed_name: actor.name, proposed_at: clock.now().toISOString(), idempotency_key: key })
        return id
      }),
    decide: async (actor: Actor, id: string, { approved, opinion }: AppraisalDecision): Promise<void> => {
      await workOnce(database, '别人刚才已经作出决定，请刷新后查看', async (tx) => {
        const [row] = await appraisals(tx, id)
        if (row === undefined) throw notFound('没有这份鉴定意见')
        if (row.approved !== null) throw changedMeanwhile(`这份鉴定意见已由${row.decided_name ?? ''}作出决定`)
        if (row.proposed_by === actor.id) throw notAllowed('提出鉴定意见的人不能自己批准：销毁须由两人分别作出')
        if (approved) await allow(parts, tx, { digests: row.digests, outcome: row.outcome, today: today(), own: id })
        await addDecision(tx, row, { approved, opinion, by: actor.id, name: actor.name, at: clock.now().toISOString() })
      })
      // The decision stands even where the store does not answer now: the next turn of the background work tries again.
      await carryOut(parts).catch(() => undefined)
    },
    list: (id?: string): Promise<readonly AppraisalView[]> => database.read((queries) => views(queries, id)),
    carryOut: () => carryOut(parts),
  }
}
export type AppraisalOffice = ReturnType<typeof appraisalOffice>

/** The law is asked for every file, and every reason of every file is told. */
async function allow(parts: KeepingParts, tx: Queries, { digests, outcome, today, own }: { readonly digests: readonly string[]; readonly outcome: AppraisalRow['outcome']; readonly today: Day; readonly own?: string }): Promise<void> {
  const found = await keptFiles(parts, tx, today, digests)
  const missing = digests.filter((digest) => !found.some(({ item }) => item.sha256 === digest))
  if (missing.length > 0) throw malformed(missing.map((digest) => ({ path: 'digests', because: `没有摘要为 ${digest.slice(0, 16)}… 的文件` })))
  const destroyed = found.filter(({ state }) => state === 'destroyed')
  if (destroyed.length > 0) throw changedMeanwhile(`${nameOf(destroyed)}已经批准销毁`)
  const others = (await appraisals(tx)).filter(({ approved, id, digests: theirs }) => approved === null && id !== own && theirs.some((digest) => digests.includes(digest)))
  if (others.length > 0) throw changedMeanwhile('其中有文件已在另一份鉴定意见中，请先作出决定')
  if (outcome === 'keep') return
  const refusals = found.flatMap(({ item, obstacles }) => obstacles.map(({ because, basis, instead }) => ({ code: 'record.must-stay', basis: basis.map(citeShort), because: `「${item.name}」${because}`, instead })))
  if (refusals.length > 0) throw refused(refusals)
}
const nameOf = (files: readonly Kept[]): string => files.map(({ item }) => `「${item.name}」`).join('')

/** Erases what was decided on (执行销毁): the bytes, the copies made of them, and then a line that says so. */
async function carryOut({ database, files, clock, copies }: AppraisalParts): Promise<void> {
  for (const order of await database.read(openOrders)) {
    await files.erase(order.sha256)
    for (const copy of existsSync(copies) ? readdirSync(copies).filter((name) => name.startsWith(order.sha256)) : []) rmSync(join(copies, copy), { force: true })
    await database.work((tx) => addErasure(tx, order, clock.now().toISOString()))
  }
}

async function views(queries: Queries, id?: string): Promise<readonly AppraisalView[]> {
  const rows = await appraisals(queries, id)
  const items = new Map((await keptItems(queries, [...new Set(rows.flatMap(({ digests }) => digests))])).map((item) => [item.sha256, item]))
  return rows.map((row) => ({
    id: row.id,
    outcome: row.outcome,
    files: row.digests.map((sha256) => ({ sha256, name: items.get(sha256)?.name ?? '', size: items.get(sha256)?.size ?? 0 })),
    opinion: row.opinion,
    proposedBy: row.proposed_name,
    proposedAt: row.proposed_at,
    erased: Number(row.erased),
    ...(row.keep_until === null ? {} : { keepUntil: row.keep_until }),
    ...(row.approved === null ? {} : { decision: { approved: row.approved, opinion: row.decision ?? '', by: row.decided_name ?? '', at: row.decided_at ?? '' } }),
  }))
}
