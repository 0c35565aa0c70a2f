/** The page of the cases behind a figure. A key may hold a dot; at the end of an address a server would take it for a file. */
export const casesOf = (key: string, year: number): string => `/figures/${encodeURIComponent(key)}/cases?year=${year}`
