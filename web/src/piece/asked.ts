import { useSearchParams } from 'react-router'

export type Asked = Readonly<Record<string, string>>

/** The questions of a list, kept in the address: a list can be bookmarked, sent, and returned to as it was. */
export function useAsked(): { readonly asked: Asked; readonly ask: (more: Readonly<Record<string, string | undefined>>) => void; readonly reset: () => void } {
  const [search, setSearch] = useSearchParams()
  const asked = Object.fromEntries(search)
  return {
    asked,
    // Every new question starts on the first page, unless it is the page that is asked.
    ask: (more) => setSearch(asksFor({ ...asked, page: undefined, ...more }), { replace: true, preventScrollReset: true }),
    reset: () => setSearch({}, { replace: true }),
  }
}

/** What is empty is not asked. */
export const asksFor = (asked: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(asked).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])))
