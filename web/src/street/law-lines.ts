import { citeShort } from '@zhunsheng/law/article.ts'
import type { Day } from '@zhunsheng/law/day.ts'
import { covers } from '@zhunsheng/law/interval.ts'
import { PROCEDURES } from '@zhunsheng/law/procedures.ts'
import type { Procedure, Rule } from '@zhunsheng/law/procedure.ts'
import { actName } from '@zhunsheng/law/written/act.ts'

/** What one clause asks in a procedure (法条速查的一条), and of which steps. */
export interface Line {
  readonly procedure: string
  readonly procedureName: string
  readonly acts: readonly string[]
  readonly says: string
  readonly instead: string
  readonly basis: readonly string[]
}

/** The rules that are in force on a day, in the order in which the law declares them; the same demand of several steps is one line. */
export function linesOn(on: Day): readonly Line[] {
  return PROCEDURES.flatMap(({ procedure }) => {
    const lines = new Map<string, Line>()
    for (const rule of procedure.rules.filter(({ inForce }) => covers(inForce, on))) {
      const line = lineOf(procedure, rule)
      const key = `${line.says}\n${line.instead}\n${line.basis.join()}`
      const known = lines.get(key)
      lines.set(key, known === undefined ? line : { ...known, acts: [...new Set([...known.acts, ...line.acts])] })
    }
    return [...lines.values()]
  })
}

const lineOf = (procedure: Procedure, rule: Rule): Line => ({
  procedure: procedure.code,
  procedureName: procedure.name,
  acts: (rule.rule === 'owes' ? rule.duty : [rule.act]).map((act) => actName(procedure, act)),
  says: rule.rule === 'owes' || rule.rule === 'checks' ? rule.says : rule.because,
  instead: rule.rule === 'owes' ? '' : rule.instead,
  basis: rule.basis.map(citeShort),
})

/** The lines that hold every one of these words, under one procedure or all. */
export function linesWith(lines: readonly Line[], search: string, procedure: string): readonly Line[] {
  const words = search.split(/\s+/).filter((word) => word !== '')
  return lines.filter((line) => (procedure === '' || line.procedure === procedure) && words.every((word) => `${line.acts.join(' ')} ${line.says} ${line.instead} ${line.basis.join(' ')} ${line.procedureName}`.includes(word)))
}
