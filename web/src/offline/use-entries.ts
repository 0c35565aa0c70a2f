import { useQuery } from '@tanstack/react-query'
import type { Entry } from './entry.ts'
import { kept } from './kept-answers.ts'
import { bearer, entriesOf, shelf } from './shelf.ts'
import { TAKEN } from './take-along.ts'

/** What this person did on this device without a connection (待同步), oldest first. */
export const useEntries = (): readonly Entry[] => useQuery({ queryKey: ['offline', 'entries'], queryFn: () => entriesOf(bearer()), refetchInterval: 3000 }).data ?? []

/** How many cases lie on this device, and when things were taken along last. */
export const useTaken = (): { readonly count: number; readonly at: string | undefined } =>
  useQuery({
    queryKey: ['offline', 'taken'],
    queryFn: async () => {
      const [count, at] = await Promise.all([shelf.cases.where({ person: bearer() }).count(), kept<string>(TAKEN)])
      return { count, at }
    },
  }).data ?? { count: 0, at: undefined }
