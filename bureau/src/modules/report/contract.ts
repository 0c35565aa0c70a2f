import type { Queries } from '../../platform/database.ts'
import type { Figure } from './wire.ts'

/** A share as figures say it: percent, two decimals at most, rounded half up, no trailing zeros. */
export const percentOf = (part: number, whole: number): string => String(Math.round((part * 10_000) / whole) / 100)

/**
 * The figures that a module offers of its own records (其他模块的指标), for a year and as of today. Each says at which address
 * of the web the list opens whose size it is; a figure that counts cases is declared in this module instead.
 */
export type OfferedFigures = (queries: Queries, year: number, today: string) => Promise<readonly Figure[]>
