import { parseDay } from '@zhunsheng/law/day.ts'
import { isOfTown } from '@zhunsheng/law/devolution.ts'
import { isCertified } from '@zhunsheng/law/person.ts'
import { findProcedure } from '@zhunsheng/law/procedures.ts'
import type { Officers, Staff } from '../officers/contract.ts'
import type { ListFigure } from './list-figure.ts'
import { recordedCases } from './store.ts'

const REVIEWERS_OF_HUNDRED = 5

const isOfficer = ({ posts }: Staff): boolean => posts.some((post) => post === 'officer' || post === 'teamLeader')
const isReviewer = ({ posts }: Staff): boolean => posts.includes('legalReviewer')

/** Reviewers among those who enforce (法制审核人员占比), 国办发〔2018〕118号: who they are, each by name. People of a town that acts for itself are that town's. */
const reviewers = ({ staffOn }: Pick<Officers, 'staffOn'>, towns: readonly string[]): ListFigure => ({
  key: 'people.reviewers',
  name: '法制审核人员占比',
  unit: '%',
  definition: `在岗法制审核人员与持有有效执法证的执法人员之比；要求不低于百分之${REVIEWERS_OF_HUNDRED}（没有核对原文）；以自己名义执法的镇街的人员不计入。按年末或者今天的名册。`,
  source: '国办发〔2018〕118号（二手资料，未核对原文）',
  columns: ['姓名', '部门', '身份', '法律职业资格', '执法证'],
  rows: async (queries, year, today) => {
    const end = `${year}-12-31`
    const on = parseDay(end < today ? end : today)
    if (on === undefined) throw new Error(`no such day: ${today}`)
    return (await staffOn(queries, on))
      .filter(({ department }) => !towns.some((town) => isOfTown(department, town)))
      .filter((person) => isReviewer(person) || (isOfficer(person) && isCertified(person, on)))
      .map((person) => ({
        cells: [person.name, person.department, isReviewer(person) ? '法制审核人员' : '执法人员', person.legalQualification ? '有' : person.reviewedBefore ? '2021 年以前已从事审核' : '—', person.certificate?.number ?? '—'],
        link: '/people',
        counts: isReviewer(person) ? 1 : 0,
        of: isOfficer(person) && isCertified(person, on) ? 1 : 0,
      }))
  },
})

/** Acts on the list that have their recording (音像记录率). */
const RECORDED: ListFigure = {
  key: 'rate.recorded',
  name: '音像记录率',
  unit: '%',
  definition: '当年立卷的案件中，属于音像记录事项清单的行为，已附音像记录的比例；写明原因而没有音像记录的，计入分母，不计入分子。',
  source: '国办发〔2018〕118号（二手资料，未核对原文）',
  columns: ['案件编号', '当事人', '程序', '应当音像记录的行为', '已附音像记录'],
  rows: async (queries, year) =>
    (await recordedCases(queries, year)).map(({ id, number, party, procedure, due, made }) => ({ cells: [number, party, findProcedure(procedure)?.procedure.name ?? procedure, String(due), String(made)], link: `/cases/${id}`, counts: made, of: due })),
}

/** Every figure that opens to something else than cases. */
export const listFigures = (officers: Pick<Officers, 'staffOn'>, towns: readonly string[]): readonly ListFigure[] => [RECORDED, reviewers(officers, towns)]
