import type { CaseFile } from './case-file.ts'
import type { Act } from './dossier.ts'
import type { Answers, Field } from './field.ts'
import { languageOf } from './language.ts'
import type { Party } from './party.ts'
import type { ActSpec, Procedure } from './procedure.ts'

/** What the act that opens a dossier may say under these names, whatever the procedure (案卷的当事人、事项、地点). */
type Opening = {
  readonly party: Field<Party | undefined>
  readonly matter: Field<string | undefined>
  readonly place: Field<string | undefined>
  /** The number of the dossier out of which this one grew. */
  readonly related: Field<string | undefined>
  /** The town or street that acts in its own name (承接处罚权的镇街, 行政处罚法第二十四条). */
  readonly actingTown: Field<string | undefined>
}

const { last } = languageOf<Readonly<Record<string, ActSpec<Opening>>>>()

/** The act with which a dossier was opened (立卷行为), with what every such act asks alike. */
export function openingOf(procedure: Procedure, file: CaseFile): Act<Answers<Opening>> | undefined {
  for (const kind of procedure.opens) {
    const found = last(file, kind)
    if (found !== undefined) return found
  }
  return undefined
}

/** By what a party is known again in another dossier (当事人识别码): credit code, identity number, or name and birthday. */
export function partyKey({ name, creditCode, idNumber, birthday }: Party): string {
  return creditCode ?? idNumber ?? (birthday === undefined ? name : `${name} ${birthday}`)
}
