import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { newId } from './random.ts'
import './schema-words.ts'

/** Problem details (RFC 9457): every no that leaves the server has this form. */
export class Problem extends Error {
  readonly status: number
  readonly type: string
  readonly detail: string
  readonly extra: Readonly<Record<string, unknown>>
  constructor(kind: keyof typeof PROBLEMS, detail: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(detail)
    this.status = PROBLEMS[kind].status
    this.type = `/problems/${kind}`
    this.detail = detail
    this.extra = extra
  }
}

/** Every kind of problem, what it means, and what to do. The page of each is at its type. */
export const PROBLEMS = {
  refused: { status: 409, title: '依法不予准许', help: '逐条列出了拒绝的理由、依据和补救办法；补正后可以再次提交。没有任何内容被记录。' },
  malformed: { status: 400, title: '填写有误', help: '逐项列出了有误的填写项；改正后再次提交。没有任何内容被记录。' },
  'not-logged-in': { status: 401, title: '尚未登录', help: '请先登录；长时间没有操作会自动退出。' },
  'not-allowed': { status: 403, title: '没有权限', help: '您的岗位不能进行这项操作，请由相应岗位的人员办理。' },
  'not-found': { status: 404, title: '没有找到', help: '请核对编号或者链接。' },
  gone: { status: 410, title: '已经停止公示', help: '公示期限届满，或者当事人已经完成信用修复；案卷照旧保存，公示内容不再提供。' },
  'changed-meanwhile': { status: 409, title: '内容已有变化', help: '在您填写期间，别人已经先行办理；请刷新后再决定是否提交。您填写的内容没有丢失。' },
  'too-large': { status: 413, title: '文件过大', help: '请压缩或者分成几个文件后再上传。' },
  'wrong-media': { status: 415, title: '格式不受支持', help: '请以 JSON 或者表单文件提交。' },
  'locked-out': { status: 429, title: '登录暂停', help: '连续多次口令错误，账号暂停登录一段时间。' },
  'too-many': { status: 429, title: '请求过于频繁', help: '请按回答中 Retry-After 写明的秒数等待后再试；批量取用请使用开放数据接口的游标；查询不成功的，也可以到窗口或者来电办理。' },
  damaged: { status: 500, title: '文件已经损坏', help: '存储的内容与入卷时的摘要不一致，因此不予提供。请管理员从备份恢复：重新上传同一个原文件，内容一致的即自动修复。' },
  erased: { status: 410, title: '已依规定销毁', help: '这个文件已经鉴定并批准销毁；它的摘要、来历和销毁决定仍然保留。' },
  'store-down': { status: 503, title: '文件存储不可用', help: '证据文件的存储暂时连接不上或者拒绝访问。没有任何内容被记录一半；请稍后重试，并告知管理员。' },
  'store-full': { status: 507, title: '存储空间已满', help: '文件没有入卷。请保留设备上的原文件，管理员腾出空间后重新上传。' },
  fault: { status: 500, title: '系统故障', help: '这是系统的问题，不是您的操作有误。请把编号告诉管理员。没有任何内容被记录一半。' },
} as const

interface WireRefusal {
  readonly code: string
  readonly basis: readonly string[]
  readonly because: string
  readonly instead: string
  readonly field?: string | undefined
}
interface Fault {
  readonly path: string
  readonly because: string
}

/** The law says no: every ground. */
export const refused = (refusals: readonly WireRefusal[]): Problem => new Problem('refused', refusals.map(({ because }) => because).join('；'), { refusals })
/** The request makes no sense: every field. */
export const malformed = (faults: readonly Fault[]): Problem => new Problem('malformed', faults.map(({ because }) => because).join('；'), { faults })
export const notFound = (what: string): Problem => new Problem('not-found', what)
export const notAllowed = (why: string): Problem => new Problem('not-allowed', why)
export const notLoggedIn = (): Problem => new Problem('not-logged-in', '请先登录')
/** It was there, and is no longer shown. */
export const gone = (why: string): Problem => new Problem('gone', why)
/** Somebody else was first. */
export const changedMeanwhile = (detail: string): Problem => new Problem('changed-meanwhile', detail)

/** Answers every failure as problem details. What we did not foresee is a fault: it gets a number, and nothing of it leaks. */
export function answerFailure(failure: FastifyError | Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(failure)
  if (problem !== undefined && problem.status >= 500) request.log.error({ type: problem.type, detail: problem.detail }, 'fault')
  if (problem !== undefined) return answerProblem(problem, request, reply)
  const reference = newId(new Date())
  request.log.error({ err: failure, reference }, 'fault')
  return answerProblem(new Problem('fault', `系统故障，编号 ${reference}`, { reference }), request, reply)
}

export function answerProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const kind = problem.type.slice('/problems/'.length)
  const title = Object.entries(PROBLEMS).find(([name]) => name === kind)?.[1].title ?? ''
  return reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify({ type: problem.type, title, status: problem.status, detail: problem.detail, instance: request.url.split('?')[0], ...problem.extra }))
}

function problemOf(failure: FastifyError | Problem): Problem | undefined {
  if (failure instanceof Problem) return failure
  if (hasZodFastifySchemaValidationErrors(failure))
    return malformed(failure.validation.map(({ instancePath, message }) => ({ path: instancePath.replace(/^\//, '').replaceAll('/', '.'), because: message ?? '' })))
  switch (failure.code) {
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return malformed([{ path: '', because: '提交的内容不是有效的 JSON' }])
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
      return new Problem('too-large', '提交的内容超过允许的大小')
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return new Problem('wrong-media', '不支持这种内容格式')
    default:
      return failure instanceof SyntaxError && failure.statusCode === 400 ? malformed([{ path: '', because: '提交的内容不是有效的 JSON' }]) : undefined
  }
}
