import { alitl, apl } from '@zhunsheng/law/article.ts'
import { ANSWERING_TOWN, isForItsOwn, isOfTown, notItsOwn } from '@zhunsheng/law/devolution.ts'
import { findProcedure } from '@zhunsheng/law/procedures.ts'
import type { Refusal } from '@zhunsheng/law/ruling.ts'
import type { Queries } from '../../platform/database.ts'
import type { Officers } from '../officers/contract.ts'
import type { Bureau, RecordsCheck, RecordsQuestion } from './contract.ts'
import { actingTownOf } from './store-docket.ts'

/**
 * Holds a case in a town's own name against the bureau's records (以镇街名义办理的案件): the town must be known with its name, and it acts
 * through its own officers and heads. 行政处罚法第二十四条第二款.
 */
export const checkTown =
  ({ staffOn }: Pick<Officers, 'staffOn'>, towns: Bureau['towns']): RecordsCheck =>
  async (queries, { procedure, kind, on, data, acts, by }) => {
    const spec = findProcedure(procedure)?.procedure.acts[kind]
    const town = [data, ...acts.map((act) => act.data)].map(({ actingTown }) => actingTown).find((one) => typeof one === 'string')
    const other = await ofAnother(queries, { asks: spec?.form['actingTown'] === ANSWERING_TOWN, data })
    if (other !== undefined) return [other]
    if (town === undefined) return []
    if (!towns.some((one) => one.town === town))
      return [{ code: 'town.unknown', basis: [apl(24, 2)], because: `机关信息中没有${town}的机关名称、代字，文书不能以其名义制作`, instead: '在机关信息（bureau.json）的 towns 中填写后重新启动', field: 'actingTown' }]
    if (!isForItsOwn(spec?.by ?? [])) return []
    const departments = new Map((await staffOn(queries, on)).map(({ id, department }) => [id, department]))
    const others = by.filter(({ id }) => !isOfTown(departments.get(id) ?? '', town))
    return others.length === 0 ? [] : [notItsOwn(others.map(({ name }) => name), town)]
  }

/** Whoever decided answers for it (行政诉讼法第二十六条第一款): a dossier out of a town's case is the town's, and out of the bureau's the bureau's. */
async function ofAnother(queries: Queries, { asks, data: { related, actingTown: town } }: Pick<RecordsQuestion, 'data'> & { readonly asks: boolean }): Promise<Refusal | undefined> {
  if (!asks || typeof related !== 'string') return undefined
  const found = await actingTownOf(queries, related)
  if (found === undefined || (found ?? undefined) === town) return undefined
  return { code: 'town.answers', basis: [apl(24, 1), alitl(26, 1)], because: found === null ? `${related} 号案件以本机关的名义办理，不由${String(town)}答复、应诉、移送` : `${related} 号案件以${found}的名义办理，由它答复、应诉、移送`, instead: found === null ? '不填写承接处罚权的镇街' : `在「承接处罚权的镇街」填写${found}`, field: 'actingTown' }
}
