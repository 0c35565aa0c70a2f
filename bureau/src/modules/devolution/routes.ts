import { citeShort } from '@zhunsheng/law/article.ts'
import { formatDay, parseDay } from '@zhunsheng/law/day.ts'
import { holdsOn } from '@zhunsheng/law/devolution.ts'
import type { Devolution } from '@zhunsheng/law/jurisdiction.ts'
import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { civilDay, type Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { keyOf } from '../../platform/once.ts'
import { malformed, notAllowed, notFound } from '../../platform/problem.ts'
import type { Officers } from '../officers/contract.ts'
import { mayTake } from './access.ts'
import { addGuidance, guidanceFor } from './store.ts'
import { DevolutionList, Guidance, GuidanceList, NewGuidance, type DevolutionView } from './wire.ts'

interface DevolutionRoutes {
  readonly database: Database
  readonly clock: Clock
  readonly officers: Officers
  readonly devolutions: readonly Devolution[]
}
const Named = z.object({ number: z.string().max(100) })

/** Devolved and entrusted powers over HTTP (下放、委托): the decisions are public (行政处罚法第二十条第二款、第二十四条第一款). */
export function devolutionRoutes(http: Http, { database, clock, officers, devolutions }: DevolutionRoutes): void {
  const tags = ['下放与委托']
  const named = (number: string): Devolution => {
    const found = devolutions.find((one) => one.number === number)
    if (found === undefined) throw notFound('没有这项下放或者委托决定')
    return found
  }
  const allow = async (request: FastifyRequest, step: 'read' | 'record') => {
    const actor = await officers.actor(request)
    if (!mayTake(actor, step)) throw notAllowed('您的岗位不能进行这项操作')
    return actor
  }
  http.get('/api/public/devolutions', { schema: { tags, summary: '下放、委托的决定', response: { 200: DevolutionList } } }, () => devolutions.map((one) => viewOf(one, civilDay(clock.now()))))
  http.get('/api/devolutions/:number/guidance', { schema: { tags, summary: '指导和监督记录', params: Named, response: { 200: GuidanceList } } }, async (request) => {
    await allow(request, 'read')
    const { number } = named(request.params.number)
    return [...(await database.read((queries) => guidanceFor(queries, number)))]
  })
  http.post('/api/devolutions/:number/guidance', { schema: { tags, summary: '登记指导和监督', params: Named, body: NewGuidance, response: { 201: Guidance } } }, async (request, reply) => {
    const actor = await allow(request, 'record')
    const { number, towns } = named(request.params.number)
    const key = keyOf(request)
    if (!towns.includes(request.body.town)) throw malformed([{ path: 'town', because: `这项决定没有${request.body.town}；应为：${towns.join('、')}` }])
    if (parseDay(request.body.on) === undefined || request.body.on > civilDay(clock.now())) throw malformed([{ path: 'on', because: '应为真实存在、不晚于今天的日期' }])
    return reply.status(201).send(await database.work((tx) => addGuidance(tx, { ...request.body, number, who: actor.name, at: clock.now().toISOString(), key })))
  })
}

function viewOf(devolution: Devolution, today: string): DevolutionView {
  const { towns, matters, from, until, publishedOn, evaluations, example, ...rest } = devolution
  const now = parseDay(today)
  return {
    ...rest,
    towns: [...towns],
    matters: matters.map((id) => {
      const matter = findMatter(id)
      return { id, name: matter?.name ?? id, basis: matter === undefined ? '' : citeShort(matter.basis) }
    }),
    from: formatDay(from),
    publishedOn: formatDay(publishedOn),
    evaluations: evaluations.map(({ on, by, finding }) => ({ on: formatDay(on), by, finding })),
    holds: now !== undefined && holdsOn(devolution, now),
    example: example === true,
    ...(until === undefined ? {} : { until: formatDay(until) }),
  }
}
