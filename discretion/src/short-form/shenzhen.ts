import type { Benchmark } from '../benchmark.ts'
import { benchmarksFrom } from './short-form.ts'
import SHENZHEN from './shenzhen-2023.json' with { type: 'json' }

/** Where a table comes from, and how far that was checked. */
export const SHENZHEN_SOURCE = { title: SHENZHEN.title, documentNumber: SHENZHEN.documentNumber, issuer: SHENZHEN.issuer, from: SHENZHEN.effective, source: SHENZHEN.source, verified: SHENZHEN.verified } as const

/** The table of Shenzhen of 2023 (深圳市 2023 年版): 75 matters of another city, to learn and to test from. It applies nowhere else. */
export const shenzhen2023 = (): readonly Benchmark[] => benchmarksFrom(SHENZHEN, 'shenzhen')
