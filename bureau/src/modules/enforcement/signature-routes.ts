import { formatClock } from '@zhunsheng/law/parse.ts'
import { contentText } from '@zhunsheng/law/written/content.ts'
import { z } from 'zod'
import type { Queries } from '../../platform/database.ts'
import { hexDigest } from '../../platform/digest.ts'
import type { Http } from '../../platform/http.ts'
import { keyOf, workAnew } from '../../platform/once.ts'
import { changedMeanwhile, malformed, notFound } from '../../platform/problem.ts'
import { allow } from './asking.ts'
import type { EnforcementRoutes } from './route-parts.ts'
import { addSignature, signatureUnder, signaturesOf, type SignatureRow } from './store-signatures.ts'
import { actsOf, type ActRow } from './store.ts'
import { writtenAct } from './stored-acts.ts'
import { NewSignature, SIGNERS, Signature } from './wire.ts'

/** Signatures by hand on what was shown (手写签名): taken on a screen, bound to the content by its digest, printed on its papers. */
export function signatureRoutes(http: Http, parts: EnforcementRoutes): void {
  const { database, clock } = parts
  const params = z.object({ id: z.string().max(64), seq: z.coerce.number().int().min(1) })
  const tags = ['签名']
  http.get('/api/cases/:id/acts/:seq/signatures', { schema: { tags, summary: '一项行为的手写签名', params, response: { 200: z.array(Signature) } } }, async (request) => {
    await allow(parts, request, 'readCases')
    const { id, seq } = request.params
    return (await database.read((queries) => signaturesOf(queries, id))).filter((row) => row.seq === seq).map(shown)
  })
  http.post('/api/cases/:id/acts/:seq/signatures', { schema: { tags, summary: '手写签名', params, body: NewSignature, response: { 201: Signature } } }, async (request, reply) => {
    const actor = await allow(parts, request, 'takeSignature')
    const { id, seq } = request.params
    const key = keyOf(request)
    const { body } = request
    const row = await workAnew(database, async (tx) => {
      const before = await signatureUnder(tx, key)
      if (before !== undefined) return same(before, id, seq)
      const act = (await actsOf(tx, id, seq - 1)).find((one) => one.seq === seq)
      if (act === undefined) throw notFound('没有这项记录')
      check(act, body, actor.id)
      await refuseTwice(tx, id, seq, body)
      const made: SignatureRow = { case_id: id, seq, role: body.role, name: body.name, strokes: body.strokes, content: body.content, signed_at: new Date(body.signedAt).toISOString(), made: body.made ?? null, received_at: clock.now().toISOString(), taken_by: actor.name, idempotency_key: key }
      await addSignature(tx, made)
      return made
    })
    return reply.status(201).send(shown(row))
  })
}

const shown = ({ role, name, strokes, signed_at, made, received_at, taken_by }: SignatureRow): Signature => ({ role, name, strokes, signedAt: signed_at, receivedAt: received_at, takenBy: taken_by, ...(made === null ? {} : { made }) })

function same(before: SignatureRow, id: string, seq: number): SignatureRow {
  if (before.case_id !== id || before.seq !== seq) throw malformed([{ path: 'Idempotency-Key', because: '这个幂等键已用于另一个签名，请换一个' }])
  return before
}

function check(act: ActRow, { role, name, content }: NewSignature, actor: string): void {
  const { by, data } = writtenAct(act)
  const text = contentText({ kind: act.kind, on: act.on_day, at: act.minute === null ? undefined : formatClock(act.minute), by, data })
  if (hexDigest(text) !== content) throw malformed([{ path: 'content', because: '签名时显示的内容与案卷记录不一致，没有收下签名；请刷新后重新签名' }])
  if (role !== 'officer') return
  const own = by.find((person) => person.id === actor)
  if (own === undefined) throw malformed([{ path: 'role', because: '您不是这项行为的办理人员，不能以办理人员身份签名' }])
  if (own.name !== name) throw malformed([{ path: 'name', because: '办理人员只能签自己的名字' }])
}

async function refuseTwice(tx: Queries, id: string, seq: number, { role, name }: NewSignature): Promise<void> {
  const before = (await signaturesOf(tx, id)).find((row) => row.seq === seq && row.role === role && row.name === name)
  if (before !== undefined) throw changedMeanwhile(`${SIGNERS[role]}${name}已经在这项记录上签名，由${before.taken_by}收取；每人每项只签一次`)
}
