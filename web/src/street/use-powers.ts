import { parseDay } from '@zhunsheng/law/day.ts'
import { readDevolutions } from '@zhunsheng/law/written/devolutions.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useMe } from '../app/me.ts'
import { devolutionsQuery } from '../queries.ts'
import { powersOf, type Powers } from './powers.ts'

/** What this officer may handle today; without a line, by the decisions that were taken along. Nothing until they are known. */
export function usePowers(): Powers | undefined {
  const { person, today } = useMe()
  const { data, isError } = useQuery(devolutionsQuery)
  return useMemo(() => {
    const on = parseDay(today)
    // A device that never saw the decisions cannot know them: the server judges again.
    const decisions = data ?? (isError ? [] : undefined)
    return decisions === undefined || on === undefined ? undefined : powersOf(person.department, on, readDevolutions(decisions))
  }, [person.department, today, data, isError])
}
