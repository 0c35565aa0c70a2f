import { apl } from '@zhunsheng/law/article.ts'
import { isOfTown } from '@zhunsheng/law/devolution.ts'
import type { Post } from '@zhunsheng/law/person.ts'
import { findProcedure } from '@zhunsheng/law/procedures.ts'
import type { Officers } from '../officers/contract.ts'
import type { Bureau, RecordsCheck } from './contract.ts'

/** Who acts for an agency towards others and decides in it; who reviews, hears or takes in money may be shared. */
const ITS_OWN: readonly Post[] = ['officer', 'teamLeader', 'bureauLeader']

/**
 * Holds a case in a town's own name against the bureau's records (以镇街名义办理的案件): the town must be known with its name, and it acts
 * through its own officers and heads. 行政处罚法第二十四条第二款.
 */
export const checkTown =
  ({ staffOn }: Pick<Officers, 'staffOn'>, towns: Bureau['towns']): RecordsCheck =>
  async (queries, { procedure, kind, on, data, acts, by }) => {
    const town = [data, ...acts.map((act) => act.data)].map(({ actingTown }) => actingTown).find((one) => typeof one === 'string')
    if (town === undefined) return []
    const basis = [apl(24, 2)]
    if (!towns.some((one) => one.town === town))
      return [{ code: 'town.unknown', basis, because: `机关信息中没有${town}的机关名称、代字，文书不能以其名义制作`, instead: '在机关信息（bureau.json）的 towns 中填写后重新启动', field: 'actingTown' }]
    const posts = findProcedure(procedure)?.procedure.acts[kind]?.by ?? []
    if (posts.length === 0 || !posts.every((post) => ITS_OWN.includes(post))) return []
    const departments = new Map((await staffOn(queries, on)).map(({ id, department }) => [id, department]))
    const others = by.filter(({ id }) => !isOfTown(departments.get(id) ?? '', town))
    return others.length === 0 ? [] : [{ code: 'town.not-its-own', basis, because: `${others.map(({ name }) => name).join('、')}不是${town}的工作人员，本案以${town}的名义办理`, instead: `由${town}的执法人员、负责人办理；本机关可以指导、监督` }]
  }
