import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { NotFound } from '../ui/Faces';
import { Shell } from './Shell';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

/** What the address of the list of cases holds: the filter is part of it, so that it can be sent to a colleague. */
export type CasesSearch = { q?: string; stage?: string; mine?: boolean };
export type TimelineSearch = { q?: string; derived?: 'only' | 'none'; entry?: string };

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const file = createRoute({ getParentRoute: () => root, path: '/cases/$number', component: lazyRouteComponent(() => import('../features/cases/CasePage'), 'CasePage') });

const operation = createRoute({ getParentRoute: () => root, path: '/operations/$id', component: lazyRouteComponent(() => import('../features/operations/OperationPage'), 'OperationPage') });

const routes = [
  createRoute({ getParentRoute: () => root, path: '/', component: lazyRouteComponent(() => import('../features/inbox/MyDayPage'), 'MyDayPage') }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases',
    validateSearch: (search): CasesSearch => ({ q: text(search.q), stage: text(search.stage), mine: search.mine === true || undefined }),
    component: lazyRouteComponent(() => import('../features/cases/CasesPage'), 'CasesPage'),
  }),
  file.addChildren([
    createRoute({ getParentRoute: () => file, path: '/', component: lazyRouteComponent(() => import('../features/cases/OverviewPage'), 'OverviewPage') }),
    createRoute({
      getParentRoute: () => file,
      path: '/timeline',
      validateSearch: (search): TimelineSearch => ({
        q: text(search.q),
        derived: search.derived === 'only' || search.derived === 'none' ? search.derived : undefined,
        entry: text(search.entry),
      }),
      component: lazyRouteComponent(() => import('../features/cases/TimelinePage'), 'TimelinePage'),
    }),
  ]),
  createRoute({ getParentRoute: () => root, path: '/operations', component: lazyRouteComponent(() => import('../features/operations/list/OperationsPage'), 'OperationsPage') }),
  operation.addChildren([
    createRoute({ getParentRoute: () => operation, path: '/', beforeLoad: ({ params }) => { throw redirect({ to: '/operations/$id/board', params, replace: true }); } }),
    createRoute({ getParentRoute: () => operation, path: '/board', component: lazyRouteComponent(() => import('../features/operations/board/BoardPage'), 'BoardPage') }),
    createRoute({ getParentRoute: () => operation, path: '/plan', component: lazyRouteComponent(() => import('../features/operations/plan/PlanPage'), 'PlanPage') }),
  ]),
  createRoute({ getParentRoute: () => root, path: '/operations/$id/wall', staticData: { bare: true }, component: lazyRouteComponent(() => import('../features/operations/board/WallPage'), 'WallPage') }),
  createRoute({ getParentRoute: () => root, path: '/operations/$id/site/$site', component: lazyRouteComponent(() => import('../features/operations/board/SitePage'), 'SitePage') }),
];

export const router = createRouter({ routeTree: root.addChildren(routes), defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    /** For a wall: shown without what one would act with. */
    bare?: boolean;
  }
}
