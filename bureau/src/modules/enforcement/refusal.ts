import { citeShort } from '@zhunsheng/law/article.ts'
import type { Refusal as Ground } from '@zhunsheng/law/ruling.ts'
import { refused, type Problem } from '../../platform/problem.ts'
import type { Refusal } from './wire.ts'

/** A ground as it crosses HTTP: citations written out. */
export const wireRefusal = ({ basis, ...ground }: Ground): Refusal => ({ ...ground, basis: basis.map(citeShort) })

/** The law's no as problem details. */
export const refusal = (grounds: readonly Ground[]): Problem => refused(grounds.map(wireRefusal))
