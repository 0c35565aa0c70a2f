import { z } from 'zod'
import { civilDay, type Clock } from '../../platform/clock.ts'
import type { Database, Queries } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { notFound } from '../../platform/problem.ts'
import type { CaseListing } from '../enforcement/contract.ts'
import { CasePage } from '../enforcement/wire.ts'
import type { Officers } from '../officers/contract.ts'
import { percentOf, type OfferedFigures } from './contract.ts'
import type { ListFigure } from './list-figure.ts'
import { listFigures } from './list-figures.ts'
import { FIGURES, byMonth, casesBehind, groupOf } from './store.ts'
import { FigureRows, Figures, type Figure } from './wire.ts'
import type { FigureDefinition } from './store-figure.ts'

const Year = z.object({ year: z.coerce.number().int().min(2000).max(2100) })
const FEN_IN_TEN_THOUSAND_YUAN = 1_000_000

/** Figures over HTTP (指标接口): each one is the size of a list, and the list can be opened. */
export function reportRoutes(http: Http, { database, clock, officers, listCases, offered, towns }: { readonly database: Database; readonly clock: Clock; readonly officers: Officers; readonly listCases: CaseListing; readonly offered: readonly OfferedFigures[]; /** Towns and streets that act in their own name. */ readonly towns: readonly string[] }): void {
  const tags = ['指标']
  const lists = listFigures(officers, towns)
  http.get('/api/figures', { schema: { tags, summary: '年度指标', querystring: Year, response: { 200: Figures } } }, async (request) => {
    await officers.actor(request)
    const { year } = request.query
    return database.read(async (queries) => {
      const figures: Figure[] = []
      const today = civilDay(clock.now())
      for (const definition of FIGURES) figures.push(await figureOf(queries, definition, year, today))
      for (const definition of lists) figures.push(await listFigureOf(queries, definition, year, today))
      for (const offer of offered) figures.push(...(await offer(queries, year, today)))
      return { year, figures, months: [...(await byMonth(queries, year))] }
    })
  })
  http.get('/api/figures/:key/rows', { schema: { tags, summary: '指标背后的明细', params: z.object({ key: z.string().max(64) }), querystring: Year, response: { 200: FigureRows } } }, async (request) => {
    await officers.actor(request)
    const definition = lists.find(({ key }) => key === request.params.key)
    if (definition === undefined) throw notFound('没有这项指标')
    const rows = await database.read((queries) => definition.rows(queries, request.query.year, civilDay(clock.now())))
    return { name: definition.name, columns: [...definition.columns], total: rows.length, rows: rows.map(({ cells, link }) => ({ cells: [...cells], ...(link === undefined ? {} : { link }) })) }
  })
  const query = Year.extend({ page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(100).default(20) })
  http.get('/api/figures/:key/cases', { schema: { tags, summary: '指标背后的案件', params: z.object({ key: z.string().max(64) }), querystring: query, response: { 200: CasePage } } }, async (request) => {
    await officers.actor(request)
    const definition = FIGURES.find(({ key }) => key === request.params.key)
    if (definition === undefined) throw notFound('没有这项指标')
    const { year, page, size } = request.query
    const behind = await database.read((queries) => casesBehind(queries, definition.counts, year, civilDay(clock.now())))
    return listCases({ sort: 'number', order: 'asc', page, size }, behind.map(({ id }) => id))
  })
}

async function figureOf(queries: Queries, { key, name, unit, definition, source, counts, sum, of }: FigureDefinition, year: number, today: string): Promise<Figure> {
  const behind = await casesBehind(queries, counts, year, today, sum)
  const said = { key, group: groupOf(key), name, unit, definition, source, cases: behind.length, opens: 'cases' as const }
  if (of !== undefined) {
    const denominator = (await casesBehind(queries, of, year, today)).length
    return { ...said, value: denominator === 0 ? '无此类案件' : percentOf(behind.length, denominator), of: { numerator: behind.length, denominator } }
  }
  const fen = behind.reduce((total, one) => total + one.fen, 0)
  return { ...said, value: sum === undefined ? String(behind.length) : (fen / FEN_IN_TEN_THOUSAND_YUAN).toFixed(2) }
}

async function listFigureOf(queries: Queries, { key, name, unit, definition, source, rows: rowsOf }: ListFigure, year: number, today: string): Promise<Figure> {
  const rows = await rowsOf(queries, year, today)
  const numerator = rows.reduce((total, { counts }) => total + counts, 0)
  const denominator = rows.reduce((total, { of }) => total + of, 0)
  const said = { key, group: groupOf(key), name, unit, definition, source, cases: rows.length, opens: 'rows' as const }
  if (unit !== '%') return { ...said, value: String(numerator) }
  return { ...said, value: denominator === 0 ? '无此类记录' : percentOf(numerator, denominator), of: { numerator, denominator } }
}
