import type { CaseFile } from './case-file.ts'
import { majorRowsOf as measureRows } from './coercion/measure/facts.ts'
import { majorRowsOf as performanceRows } from './coercion/performance/facts.ts'
import { majorRows, type MajorRow } from './major-list.ts'
import { majorRowsOf as penaltyRows } from './penalty/ordinary/facts.ts'

/** Under which rows of the list a case is a major one, whatever its procedure (案件列入重大执法决定目录的情形). */
export function majorRowsOf(procedure: string, file: CaseFile): readonly MajorRow[] {
  switch (procedure) {
    case 'penalty.ordinary':
      return penaltyRows(file)
    case 'coercion.measure':
      return measureRows(file)
    case 'coercion.performance':
      return performanceRows(file)
    case 'coercion.demolition': {
      const [begun] = file.acts
      return begun === undefined ? [] : majorRows({ removal: true }, file.setting.local.majorDecisions, begun.on)
    }
    default:
      return []
  }
}
