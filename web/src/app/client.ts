import { QueryCache, QueryClient } from '@tanstack/react-query'
import { Problem } from '../api.ts'
import { portalMeQuery } from '../portal/portal-queries.ts'
import { meQuery } from '../queries.ts'

const RETRIES = 2

/** A failure of the network may pass; an answer of the server will not change by asking again. */
const mayPass = (error: unknown): boolean => error instanceof Problem && (error.isOf('unreachable') || error.status >= 502)

export const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // A session that ended under the page: the frame sees it and asks to log in.
    onError: (error, { queryKey }) => {
      if (!(error instanceof Problem) || !error.isOf('not-logged-in') || queryKey.includes('session')) return
      void client.invalidateQueries({ queryKey: queryKey[0] === 'portal' ? portalMeQuery.queryKey : meQuery.queryKey })
    },
  }),
  // Without a line this device answers itself: nothing waits for the browser to think that it is on line.
  defaultOptions: { mutations: { networkMode: 'always' }, queries: { networkMode: 'always', staleTime: 5_000, retry: (failures, error) => failures < RETRIES && mayPass(error) } },
})
