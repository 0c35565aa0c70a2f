import type { Queries } from '../../platform/database.ts'
import type { Figure } from './wire.ts'

/**
 * The figures that a module offers of its own records (其他模块的指标), for a year and as of today. Each says at which address
 * of the web the list opens whose size it is; a figure that counts cases is declared in this module instead.
 */
export type OfferedFigures = (queries: Queries, year: number, today: string) => Promise<readonly Figure[]>
