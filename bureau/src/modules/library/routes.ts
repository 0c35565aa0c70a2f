import { citeShort } from '@zhunsheng/law/article.ts'
import type { Day } from '@zhunsheng/law/day.ts'
import { writtenInterval } from '@zhunsheng/law/interval.ts'
import { rangeInWords } from '@zhunsheng/law/matters/in-words.ts'
import { PRECONDITIONS, type Matter } from '@zhunsheng/law/matters/matter.ts'
import { MATTERS, mattersOn } from '@zhunsheng/law/matters/matters.ts'
import { z } from 'zod'
import type { Http } from '../../platform/http.ts'
import { MatterList, type MatterView } from './wire.ts'

export function matterView(matter: Matter): MatterView {
  return {
    id: matter.id,
    field: matter.field,
    name: matter.name,
    basis: citeShort(matter.basis),
    range: rangeInWords(matter),
    precondition: PRECONDITIONS[matter.precondition],
    measures: matter.measures,
    competence: matter.competence,
    verified: matter.verified,
    ...writtenInterval(matter.valid),
  }
}

/** The matters whose clause is in force on a day, in words, with the norm that is broken (当日有效的权责清单). */
export const powersOn = (day: Day): readonly (MatterView & { readonly violates: string })[] => mattersOn(day).map((matter) => ({ ...matterView(matter), violates: matter.violates === undefined ? '' : citeShort(matter.violates) }))

/** The power list (权责清单), open to everybody (行政处罚法第三十九条). */
export function libraryRoutes(http: Http): void {
  const all = MATTERS.map(matterView)
  http.get('/api/matters', { schema: { tags: ['权责清单'], summary: '执法事项', querystring: z.object({ search: z.string().max(100).optional() }), response: { 200: MatterList } } }, (request) => {
    const words = (request.query.search ?? '').split(/\s+/).filter((word) => word !== '')
    return all.filter((matter) => words.every((word) => `${matter.id} ${matter.name} ${matter.field} ${matter.basis}`.includes(word)))
  })
}
