import { apl } from '@zhunsheng/law/article.ts'
import type { UsesElsewhere } from '../evidence/contract.ts'
import { answeredFiles } from './store-alarms.ts'

/** The files with which enterprises answered alarms (企业答复附件的用途): needed until the alarm was found false, or was handed on. */
export const answerUses: UsesElsewhere = async (queries, digests) => ({
  needed: (await answeredFiles(queries, digests)).map(({ sha256, plate }) => ({ sha256, number: `预警 ${plate}`, ended: false, inRemedy: false, awaits: { because: '企业答复的预警还没有复核或者转出', basis: [apl(54, 1)], instead: '复核、转出之后再行鉴定' } })),
  ofCases: [],
})
