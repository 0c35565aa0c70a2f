import { citeShort } from '@zhunsheng/law/article.ts'
import { writtenInterval } from '@zhunsheng/law/interval.ts'
import { PRECONDITIONS, type Fine, type Matter } from '@zhunsheng/law/matters/matter.ts'
import { MATTERS } from '@zhunsheng/law/matters/matters.ts'
import { formatYuan } from '@zhunsheng/law/money.ts'
import { z } from 'zod'
import type { Http } from '../../platform/http.ts'
import { BANDS, SUBJECTS } from './contract.ts'
import { MatterList, type MatterView } from './wire.ts'

const TIMES = { timesCompensation: '倍赔偿费', timesLandPrice: '倍土地价款', timesValue: '倍评估价值', timesCost: '倍造价', percentOfCost: '% 工程造价' } as const
const PER = { yuan: '元', yuanPerDay: '元/日', yuanPerSquareMetre: '元/平方米' } as const

const whole = (yuan: string): string => yuan.replace(/\.00$/, '').replace(/\B(?=(\d{3})+$)/g, ',')

/** A fine clause in words (罚款幅度). */
export function fineInWords(fine: Fine): string {
  const whom = [fine.subjects.map((subject) => SUBJECTS[subject]).filter((one) => one !== '').join('、'), fine.band === undefined ? '' : BANDS[fine.band]].filter((one) => one !== '').join('，')
  const head = whom === '' ? '' : `${whom}：`
  switch (fine.unit) {
    case 'unspecified':
      return `${head}条文没有规定数额`
    case 'yuan':
    case 'yuanPerDay':
    case 'yuanPerSquareMetre': {
      const max = whole(formatYuan(fine.max))
      const min = fine.min === undefined ? undefined : whole(formatYuan(fine.min))
      return `${head}${min === undefined ? `${max} ${PER[fine.unit]}以下` : min === max ? `${max} ${PER[fine.unit]}` : `${min}—${max} ${PER[fine.unit]}`}`
    }
    default:
      return `${head}${fine.from === undefined ? `${fine.to} ${TIMES[fine.unit]}以下` : `${fine.from}—${fine.to} ${TIMES[fine.unit]}`}`
  }
}

export function matterView(matter: Matter): MatterView {
  return {
    id: matter.id,
    field: matter.field,
    name: matter.name,
    basis: citeShort(matter.basis),
    range: matter.fines.length === 0 ? '没有规定罚款' : matter.fines.map(fineInWords).join('；'),
    precondition: PRECONDITIONS[matter.precondition],
    measures: matter.measures,
    competence: matter.competence,
    verified: matter.verified,
    ...writtenInterval(matter.valid),
  }
}

/** The power list (权责清单), open to everybody (行政处罚法第三十九条). */
export function libraryRoutes(http: Http): void {
  const all = MATTERS.map(matterView)
  http.get('/api/matters', { schema: { tags: ['权责清单'], summary: '执法事项', querystring: z.object({ search: z.string().max(100).optional() }), response: { 200: MatterList } } }, (request) => {
    const words = (request.query.search ?? '').split(/\s+/).filter((word) => word !== '')
    return all.filter((matter) => words.every((word) => `${matter.id} ${matter.name} ${matter.field} ${matter.basis}`.includes(word)))
  })
}
