import type { Again, Behind, NewExplanation, ScanBody, ScanHead, ScanView } from '@zhunsheng/bureau/modules/consistency/wire.ts'
import { queryOptions } from '@tanstack/react-query'
import { get, post } from '../api.ts'

const HOUR_MS = 3_600_000
const SCANS = '/api/consistency/scans'

export const scansQuery = queryOptions({ queryKey: ['scans'], queryFn: () => get<ScanHead[]>(SCANS) })
export const scanQuery = (id: string) => queryOptions({ queryKey: ['scan', id], queryFn: () => get<ScanView>(`${SCANS}/${id}`) })
export const findingQuery = (id: string, number: string) => queryOptions({ queryKey: ['scan', id, number], queryFn: () => get<Behind>(`${SCANS}/${id}/findings/${number}`), staleTime: HOUR_MS })

/** The same key again is the same scan: whoever lost the line sends it once more. */
export const scan = ({ key, ...body }: ScanBody & { readonly key: string }): Promise<ScanView> => post<ScanView>(SCANS, body, key)
export const scanAgain = (id: string): Promise<Again> => post<Again>(`${SCANS}/${id}/again`, {})
export const explain = (id: string, number: string, { key, ...said }: NewExplanation & { readonly key: string }): Promise<Behind> => post<Behind>(`${SCANS}/${id}/findings/${number}/explanations`, said, key)
export const csvOf = (id: string): string => `${SCANS}/${id}/findings.csv`
