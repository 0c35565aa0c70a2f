import { readFileSync } from 'node:fs'
import { discretionIn } from '@zhunsheng/law/penalty/discretion.ts'
import type { FastifyRequest } from 'fastify'
import jszip from 'jszip'
import { z } from 'zod'
import type { Files } from '../../platform/files.ts'
import type { Http } from '../../platform/http.ts'
import { renderDocx } from '../../platform/paper/docx.ts'
import { renderHtml } from '../../platform/paper/html.ts'
import { bindPdf } from '../../platform/paper/press.ts'
import { paperCss } from '../../platform/paper/paper-css.ts'
import { notAllowed, notFound, Problem } from '../../platform/problem.ts'
import { mayTake, type Step } from './access.ts'
import type { OpenedCase } from './cases.ts'
import { documentsOf, evidenceOf, paperOf, printed, type PaperMaker } from './handover.ts'
import { todayOf } from './today.ts'
import { listedCase } from './store-docket.ts'
import { volumeOf } from './volume.ts'
import type { EnforcementRoutes } from './route-parts.ts'

const Id = z.object({ id: z.string().max(64) })
const README = `本压缩包可以移交当事人、律师、复议机关或者人民法院。

案卷包.zsb.json  全部行为、存证证明和签名
文书/            各项文书（PDF），摘要记在案卷包中
证据/            证据文件，摘要记在收集证据的行为中
离线核验.html    用浏览器打开，填写机关公布的公钥，选择案卷包和文件即可核验，不需要网络

公钥请从机关的公示渠道取得，不要使用随包收到的公钥。
`

const NONE = { main: '案卷中还没有文书', secondary: '没有副卷文书', court: '还没有申请法院强制执行，没有可以装订的材料' } as const

/** Papers of a case, and the whole case to take away (文书与案卷移交接口). */
export function paperRoutes(http: Http, parts: EnforcementRoutes): void {
  const { database, cases, officers, clock, files, bureau, benchmarks, verifyPage } = parts
  async function opened(request: FastifyRequest, id: string, step: Step): Promise<{ readonly opened: OpenedCase; readonly maker: PaperMaker }> {
    if (!mayTake(await officers.actor(request), step)) throw notAllowed('您的岗位不能进行这项操作')
    return database.read(async (queries) => {
      const found = await cases.open(queries, id)
      const named = found.acts.flatMap(({ data: { chair, members } }) => [chair, ...(Array.isArray(members) ? members.map((row: { readonly who: unknown }) => row.who) : [])]).filter((one) => typeof one === 'string')
      const people = named.length === 0 ? [] : await officers.asOf(queries, [...new Set(named)], todayOf(clock))
      const applied = [...new Set(found.acts.flatMap(({ data }) => discretionIn(data)?.benchmark ?? []))]
      const published = await Promise.all(applied.map((benchmark) => benchmarks.find(queries, benchmark)))
      return { opened: found, maker: { bureau, names: new Map(people.map((person) => [person.id, person.name])), benchmarks: new Map(published.flatMap((one) => (one === undefined ? [] : [[one.id, one] as const]))) } }
    })
  }

  const params = Id.extend({ seq: z.coerce.number().int(), file: z.string().regex(/^[a-z-]+\.(html|pdf|docx)$/, '文书格式为 html、pdf 或者 docx') })
  http.get('/api/cases/:id/papers/:seq/:file', { schema: { tags: ['文书'], summary: '文书', params } }, async (request, reply) => {
    const { opened: found, maker } = await opened(request, request.params.id, 'readCases')
    const { form = '', format } = /^(?<form>[a-z-]+)\.(?<format>\w+)$/.exec(request.params.file)?.groups ?? {}
    const act = found.acts.find(({ seq }) => seq === request.params.seq)
    const paper = act === undefined ? undefined : paperOf(found, act, form, maker)
    if (paper === undefined || act === undefined) throw notFound('没有这份文书')
    if (format === 'pdf') return reply.type('application/pdf').send(Buffer.from(await printed(paper, act)))
    if (format === 'docx') return reply.type('application/vnd.openxmlformats-officedocument.wordprocessingml.document').send(Buffer.from(await renderDocx(paper)))
    return reply.type('text/html; charset=utf-8').send(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${paper.title}</title><style>${paperCss}</style>${renderHtml(paper)}</html>`)
  })

  http.get('/api/cases/:id/bundle', { schema: { tags: ['案件'], summary: '导出案卷包', params: Id } }, async (request, reply) => {
    const { opened: found, maker } = await opened(request, request.params.id, 'exportCases')
    const bytes = await cases.bundle(found, await documentsOf(found, maker))
    return reply.type('application/json').header('content-disposition', `attachment; filename="case-${found.head.number}.zsb.json"`).send(Buffer.from(bytes))
  })

  http.get('/api/cases/:id/volume.pdf', { schema: { tags: ['文书'], summary: '案卷，或者申请强制执行材料（封面、目录、页码、书签）', params: Id, querystring: z.object({ part: z.enum(['main', 'secondary', 'court']).default('main') }) } }, async (request, reply) => {
    const { part } = request.query
    const { opened: found, maker } = await opened(request, request.params.id, part === 'secondary' ? 'exportInner' : 'exportCases')
    const row = await database.read((queries) => listedCase(queries, found.head.id))
    const volume = row === undefined ? undefined : await volumeOf(found, row, maker, part)
    if (volume === undefined || volume.entries.length === 0) throw notFound(NONE[part])
    const bytes = await bindPdf(volume, { createdAt: clock.now() })
    return reply.type('application/pdf').header('content-disposition', `inline; filename="case-${found.head.number}-${part}.pdf"`).send(Buffer.from(bytes))
  })

  http.get('/api/cases/:id/handover', { schema: { tags: ['案件'], summary: '导出整个案卷（案卷包、文书、证据、核验页）', params: Id } }, async (request, reply) => {
    const { opened: found, maker } = await opened(request, request.params.id, 'exportCases')
    const documents = await documentsOf(found, maker)
    const zip = new jszip()
    zip.file('案卷包.zsb.json', await cases.bundle(found, documents))
    zip.file('说明.txt', README)
    for (const { name, bytes } of documents) zip.file(`文书/${name}`, bytes)
    const absent = await addEvidence(zip, files, found)
    if (absent.length > 0) zip.file('未附文件.txt', `${absent.join('\n')}\n`)
    if (verifyPage !== undefined) zip.file('离线核验.html', readFileSync(verifyPage))
    return reply.type('application/zip').header('content-disposition', `attachment; filename="case-${found.head.number}.zip"`).send(zip.generateNodeStream({ compression: 'DEFLATE' }))
  })
}

/** Puts the evidence into the archive (随卷证据), and answers what could not be put there, and why. */
async function addEvidence(zip: jszip, files: Files, found: OpenedCase): Promise<readonly string[]> {
  const absent: string[] = []
  for (const { seq, sha256, title } of evidenceOf(found)) {
    const said = (because: string) => absent.push(`第 ${seq} 项 ${title}（SHA-256 ${sha256}）：${because}`)
    const file = await files.open(sha256).catch((failure: unknown) => {
      if (!(failure instanceof Problem) || failure.type !== '/problems/damaged') throw failure
      said(failure.detail)
    })
    if (file !== undefined) zip.file(`证据/${String(seq).padStart(2, '0')}-${title.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')}-${sha256.slice(0, 8)}`, await file.read())
    else if (!absent.some((one) => one.includes(sha256))) said('文件不在存储中（没有上传，或者已依规定销毁）')
  }
  return absent
}
