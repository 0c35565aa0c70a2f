import type { UsesElsewhere } from './contract.ts'

/** What several modules need of the files, as one answer (其他模块的用途合计). */
export const usesTogether = (askers: readonly UsesElsewhere[]): UsesElsewhere => async (queries, digests) => {
  const answers = await Promise.all(askers.map((ask) => ask(queries, digests)))
  return { needed: answers.flatMap(({ needed }) => needed), ofCases: answers.flatMap(({ ofCases }) => ofCases) }
}
