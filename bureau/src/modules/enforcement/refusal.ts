import type { Refusal as Ground } from '@zhunsheng/law/ruling.ts'
import { writtenRefusal } from '@zhunsheng/law/written/verdict.ts'
import { refused, type Problem } from '../../platform/problem.ts'

/** The law's no as problem details. */
export const refusal = (grounds: readonly Ground[]): Problem => refused(grounds.map(writtenRefusal))
