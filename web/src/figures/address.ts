/** The page of the cases, or of other rows, behind a figure. A key may hold a dot; at the end of an address a server would take it for a file. */
export const casesOf = (key: string, year: number, opens: 'cases' | 'rows' | 'list' = 'cases'): string => `/figures/${encodeURIComponent(key)}/${opens}?year=${year}`
