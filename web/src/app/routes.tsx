import { createBrowserRouter } from 'react-router'
import { NotFound } from './not-found.tsx'

/** Every address of the web; each page is loaded when it is first opened. */
export const router = createBrowserRouter([
  { path: '/login', lazy: () => import('./login.tsx') },
  { path: '*', Component: NotFound },
])
