import { existsSync } from 'node:fs'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import serveStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import reference from '@scalar/fastify-api-reference'
import fastify, { type FastifyBaseLogger, type FastifyInstance, type RawReplyDefaultExpression, type RawRequestDefaultExpression, type RawServerDefault } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { FILE_BYTES_MAX } from './files.ts'
import { answerFailure, answerProblem, notFound, Problem, PROBLEMS } from './problem.ts'

export type Http = FastifyInstance<RawServerDefault, RawRequestDefaultExpression, RawReplyDefaultExpression, FastifyBaseLogger, ZodTypeProvider>

export interface HttpOptions {
  readonly title: string
  /** Where the built web application lies; without it only the API is served. */
  readonly webFolder?: string
  readonly logs: boolean
  /** A reverse proxy stands before the server, and its word on the caller's address and protocol is taken (反向代理). */
  readonly trustsProxy?: boolean
  /** Another host that pages may ask for the pictures of a map (瓦片), as `https://host`. */
  readonly tiles?: string | undefined
}

const BODY_BYTES_MAX = 2 * 1024 * 1024

const policyWith = (tiles: string) => `default-src 'self'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:${tiles}; connect-src 'self'${tiles}; font-src 'self' data:; media-src 'self' blob:; frame-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'`
/** The page that shows the interface brings its own scripts, which start inline. */
const DOCS_POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'self'"

/** The page that checks a case bundle carries its script in itself, and talks to nobody. */
const ALONE_POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'"

/** Builds the door of the server: parsing, problem details, published interface, security headers, the web application. */
export async function buildHttp({ title, webFolder, logs, trustsProxy = false, tiles }: HttpOptions): Promise<Http> {
  const policy = policyWith(tiles === undefined ? '' : ` ${tiles}`)
  const http: Http = fastify({ logger: logs ? { level: 'warn' } : false, bodyLimit: BODY_BYTES_MAX, trustProxy: trustsProxy, routerOptions: { ignoreTrailingSlash: true } }).withTypeProvider<ZodTypeProvider>()
  http.setValidatorCompiler(validatorCompiler)
  http.setSerializerCompiler(serializerCompiler)
  http.setErrorHandler((failure: Parameters<typeof answerFailure>[0], request, reply) => answerFailure(failure, request, reply))
  http.addHook('onRequest', async (request) => refuseCrossSite(request.method, request.headers))
  http.addHook('onSend', async (request, reply) => {
    // A file that somebody brought has a stricter policy of its own.
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', request.url.startsWith('/api-docs') ? DOCS_POLICY : request.url.startsWith('/verify.html') ? ALONE_POLICY : policy)
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
    reply.header('x-frame-options', 'SAMEORIGIN')
    // What a route says of itself counts: open data may be kept a while.
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  await http.register(cookie)
  await http.register(multipart, { limits: { fileSize: FILE_BYTES_MAX, files: 1, fields: 10 } })
  await http.register(swagger, { openapi: { openapi: '3.1.0', info: { title, version: '0.1.0' } }, transform: jsonSchemaTransform })
  http.get('/openapi.json', { schema: { hide: true } }, () => http.swagger())
  await http.register(reference, { routePrefix: '/api-docs', configuration: { url: '/openapi.json', withDefaultFonts: false, telemetry: false } })
  http.get<{ Params: { kind: string } }>('/problems/:kind', { schema: { hide: true } }, (request, reply) => {
    const found = Object.entries(PROBLEMS).find(([kind]) => kind === request.params.kind)
    if (found === undefined) throw notFound('没有这一类问题')
    return reply.type('text/html; charset=utf-8').send(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${found[1].title}</title><h1>${found[1].title}（${found[1].status}）</h1><p>${found[1].help}</p></html>`)
  })
  if (webFolder !== undefined && existsSync(webFolder)) await http.register(serveStatic, { root: webFolder, preCompressed: true, index: ['index.html'], wildcard: true, cacheControl: true, maxAge: 0 })
  http.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !request.url.startsWith('/api/') && webFolder !== undefined && existsSync(webFolder)
    return isPage && !request.url.startsWith('/assets/') && request.headers.accept?.includes('text/html') === true ? reply.sendFile('index.html') : answerProblem(notFound('没有这个地址'), request, reply)
  })
  return http
}

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/** A page of another site may not act in the name of who is logged in here. */
function refuseCrossSite(method: string, headers: Readonly<Record<string, string | string[] | undefined>>): void {
  if (SAFE.includes(method)) return
  const site = headers['sec-fetch-site']
  const { origin, host } = headers
  const foreign = (typeof site === 'string' && site !== 'same-origin' && site !== 'none') || (typeof origin === 'string' && origin !== 'null' && URL.canParse(origin) && new URL(origin).host !== host)
  if (foreign) throw new Problem('not-allowed', '请求来自其他网站')
}
