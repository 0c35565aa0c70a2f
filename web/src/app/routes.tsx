import { createBrowserRouter } from 'react-router'
import { Frame } from './frame.tsx'
import { Broken, NotFound } from './not-found.tsx'

/** Every address of the web; each page is loaded when it is first opened. */
export const router = createBrowserRouter([
  {
    ErrorBoundary: Broken,
    HydrateFallback: () => null,
    children: [
      { path: '/login', lazy: () => import('./login.tsx') },
      {
        Component: Frame,
        children: [
          { path: '/', lazy: () => import('../desk/workbench.tsx') },
          { path: '/cases', lazy: () => import('../desk/cases.tsx') },
          { path: '/leads', lazy: () => import('../desk/leads.tsx') },
          { path: '/cases/new', lazy: () => import('../desk/new-case.tsx') },
          { path: '/cases/:id', lazy: () => import('../dossier/case-page.tsx') },
          { path: '/street', lazy: () => import('../street/today.tsx') },
          { path: '/street/lead', lazy: () => import('../street/lead.tsx') },
          { path: '/street/card', lazy: () => import('../street/card.tsx') },
          { path: '/street/outbox', lazy: () => import('../street/outbox.tsx') },
          { path: '/street/check', lazy: () => import('../scan/check.tsx') },
          { path: '/street/digest', lazy: () => import('../street/digest.tsx') },
          { path: '/figures', lazy: () => import('../figures/figures.tsx') },
          { path: '/figures/:key/rows', lazy: () => import('../figures/figure-rows.tsx') },
          { path: '/figures/:key/cases', lazy: () => import('../figures/figure-cases.tsx') },
          { path: '/figures/:key', lazy: () => import('../figures/figure-cases.tsx') },
          { path: '/people', lazy: () => import('../people/people.tsx') },
          { path: '/orders', lazy: () => import('../intake/orders.tsx') },
          { path: '/monitoring', lazy: () => import('../monitoring/events.tsx') },
          { path: '/monitoring/events/:id', lazy: () => import('../monitoring/event-page.tsx') },
          { path: '/monitoring/devices', lazy: () => import('../monitoring/devices.tsx') },
          { path: '/monitoring/devices/:id', lazy: () => import('../monitoring/device-page.tsx') },
          { path: '/monitoring/sources', lazy: () => import('../monitoring/sources.tsx') },
          { path: '/credit', lazy: () => import('../publicity/credit.tsx') },
          { path: '/benchmarks', lazy: () => import('../benchmark/desk.tsx') },
          { path: '/benchmarks/:matter', lazy: () => import('../benchmark/editor-page.tsx') },
          { path: '/keeping', lazy: () => import('../keeping/keeping.tsx') },
          { path: '/devolutions', lazy: () => import('../desk/devolutions.tsx') },
          { path: '/publicity', lazy: () => import('../publicity/office.tsx') },
          { path: '/matters', lazy: () => import('../desk/matters.tsx') },
          { path: '/lists', lazy: () => import('../lists/office.tsx') },
        ],
      },
      {
        lazy: () => import('../public/public-frame.tsx'),
        children: [
          { path: '/public', lazy: () => import('../public/decisions.tsx') },
          { path: '/public/lists', lazy: () => import('../lists/public.tsx') },
          { path: '/public/monitoring', lazy: () => import('../public/monitoring.tsx') },
          { path: '/public/catalogue', lazy: () => import('../public/catalogue.tsx') },
          { path: '/public/procedures/:code', lazy: () => import('../public/chart.tsx') },
          { path: '/public/repair', lazy: () => import('../public/repair.tsx') },
          { path: '/public/data', lazy: () => import('../public/open-data.tsx') },
          { path: '/public/officers/:number', lazy: () => import('../public/officer.tsx') },
          { path: '/public/benchmarks', lazy: () => import('../public/benchmarks.tsx') },
          { path: '/public/benchmarks/:matter', lazy: () => import('../public/benchmark.tsx') },
          { path: '/public/devolutions', lazy: () => import('../public/devolutions.tsx') },
          { path: '/public/:id', lazy: () => import('../public/decision.tsx') },
        ],
      },
      { path: '*', Component: NotFound },
    ],
  },
])
