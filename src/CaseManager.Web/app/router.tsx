import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { NotFound } from '../ui/Faces';
import { Shell } from './Shell';
import { withTexts } from './texts';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

/** What the address of the list of cases holds: the filter is part of it, so that it can be sent to a colleague. */
export type CasesSearch = { q?: string; view?: 'board'; sort?: string };
export type CaseSearch = { asOf?: string };
export type TasksSearch = { sort?: string };
export type TimelineSearch = { q?: string; entry?: string };

export type SearchSearch = { q?: string; types?: string[]; tag?: string; person?: string };

export type AdminSearch = { part?: string; q?: string; sort?: string };
/** What the address of a list of exhibits holds. */
export type ExhibitsSearch = {
  q?: string; kind?: string; status?: string; provisional?: boolean; overdue?: boolean; transit?: number; who?: 'held' | 'offered'; sort?: string;
};
export type ExhibitSearch = { asOf?: string; act?: string };

const exhibits = (search: Record<string, unknown>): ExhibitsSearch => ({
  q: text(search.q), kind: text(search.kind), status: text(search.status), sort: text(search.sort),
  provisional: search.provisional === true || undefined, overdue: search.overdue === true || undefined,
  transit: Number.isInteger(search.transit) && Number(search.transit) > 0 ? Number(search.transit) : undefined,
  who: search.who === 'held' || search.who === 'offered' ? search.who : undefined,
});
export type SupervisionSearch = { agency?: string; idle?: number; transit?: number; soon?: number };
export type SupervisedSearch = SupervisionSearch & { by?: string; key?: string; overdue?: boolean; closing?: boolean; officer?: string; sort?: string };

export type ReadLogSearch = { officer?: string; record?: string; emergency?: string; from?: string; until?: string; decision?: 'SHOWN' | 'NOTHING' | 'REFUSED' };
export type BoardSearch = { asOf?: string };
export type ExposureSearch = { number?: string; from?: string; until?: string };

export type OperationsSearch = { q?: string; sort?: string; status?: 'PLANNED' | 'GO' | 'HOLD' | 'NO_GO' | 'ABORTED'; view?: 'calendar' | 'agenda'; month?: string };

const oneOf = <T extends string>(all: readonly T[], value: unknown) => all.find((one) => one === value);
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const number = (value: unknown) => (Number.isInteger(value) && Number(value) >= 0 ? Number(value) : undefined);
const supervision = (search: Record<string, unknown>): SupervisionSearch => ({ agency: text(search.agency), idle: number(search.idle), transit: number(search.transit), soon: number(search.soon) });
const moment = (value: unknown) => (typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined);

const file = createRoute({
  getParentRoute: () => root,
  path: '/cases/$number',
  validateSearch: (search): CaseSearch => ({ asOf: moment(search.asOf) }),
  component: lazyRouteComponent(() => import('../features/cases/CasePage'), 'CasePage'),
});

const operation = createRoute({ getParentRoute: () => root, path: '/operations/$id', component: lazyRouteComponent(() => withTexts('operations', import('../features/operations/OperationPage')), 'OperationPage') });

const routes = [
  createRoute({ getParentRoute: () => root, path: '/', component: lazyRouteComponent(() => import('../features/inbox/MyDayPage'), 'MyDayPage') }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases',
    validateSearch: (search): CasesSearch => ({ q: text(search.q), view: search.view === 'board' ? 'board' : undefined, sort: text(search.sort) }),
    component: lazyRouteComponent(() => import('../features/cases/CasesPage'), 'CasesPage'),
  }),
  file.addChildren([
    createRoute({ getParentRoute: () => file, path: '/', component: lazyRouteComponent(() => import('../features/cases/OverviewPage'), 'OverviewPage') }),
    createRoute({
      getParentRoute: () => file,
      path: '/timeline',
      validateSearch: (search): TimelineSearch => ({ q: text(search.q), entry: text(search.entry) }),
      component: lazyRouteComponent(() => import('../features/cases/TimelinePage'), 'TimelinePage'),
    }),
    createRoute({
      getParentRoute: () => file, path: '/tasks', validateSearch: (search): TasksSearch => ({ sort: text(search.sort) }),
      component: lazyRouteComponent(() => import('../features/cases/TasksPage'), 'TasksPage'),
    }),
    createRoute({ getParentRoute: () => file, path: '/team', component: lazyRouteComponent(() => import('../features/cases/TeamPage'), 'TeamPage') }),
    createRoute({ getParentRoute: () => file, path: '/sharing', component: lazyRouteComponent(() => withTexts('sharing', import('../features/sharing/releases/CaseSharingPage')), 'CaseSharingPage') }),
    createRoute({ getParentRoute: () => file, path: '/history', component: lazyRouteComponent(() => import('../features/cases/HistoryPage'), 'HistoryPage') }),
    createRoute({
      getParentRoute: () => file, path: '/evidence', validateSearch: exhibits,
      component: lazyRouteComponent(() => withTexts('evidence', import('../features/evidence/EvidencePage')), 'EvidencePage'),
    }),
    createRoute({ getParentRoute: () => file, path: '/evidence/new', component: lazyRouteComponent(() => withTexts('evidence', import('../features/evidence/IntakePage')), 'IntakePage') }),
  ]),
  createRoute({ getParentRoute: () => root, path: '/settings', component: lazyRouteComponent(() => withTexts('settings', import('../features/settings/SettingsPage')), 'SettingsPage') }),
  createRoute({ getParentRoute: () => root, path: '/help', component: lazyRouteComponent(() => withTexts('help', import('../features/help/HelpPage')), 'HelpPage') }),
  createRoute({ getParentRoute: () => root, path: '/compartments', component: lazyRouteComponent(() => withTexts('sharing', import('../features/sharing/SharingPage')), 'SharingPage') }),
  createRoute({ getParentRoute: () => root, path: '/compartments/$id', component: lazyRouteComponent(() => withTexts('sharing', import('../features/sharing/CompartmentPage')), 'CompartmentPage') }),
  createRoute({ getParentRoute: () => root, path: '/emergencies', component: lazyRouteComponent(() => withTexts('oversight', import('../features/oversight/EmergenciesPage')), 'EmergenciesPage') }),
  createRoute({
    getParentRoute: () => root,
    path: '/read-log',
    validateSearch: (search): ReadLogSearch => ({
      officer: text(search.officer), record: text(search.record), emergency: text(search.emergency), from: moment(search.from), until: moment(search.until),
      decision: oneOf(['SHOWN', 'NOTHING', 'REFUSED'] as const, search.decision),
    }),
    component: lazyRouteComponent(() => withTexts('oversight', import('../features/oversight/ReadLogPage')), 'ReadLogPage'),
  }),
  createRoute({ getParentRoute: () => root, path: '/interests', component: lazyRouteComponent(() => withTexts('sharing', import('../features/sharing/interests/InterestsPage')), 'InterestsPage') }),
  createRoute({
    getParentRoute: () => root, path: '/exposure', validateSearch: (search): ExposureSearch => ({ number: text(search.number), from: moment(search.from), until: moment(search.until) }),
    component: lazyRouteComponent(() => withTexts('sharing', import('../features/sharing/exposure/ExposurePage')), 'ExposurePage'),
  }),
  createRoute({
    getParentRoute: () => root, path: '/admin', validateSearch: (search): AdminSearch => ({ part: text(search.part), q: text(search.q), sort: text(search.sort) }),
    component: lazyRouteComponent(() => withTexts('admin', import('../features/admin/AdminPage')), 'AdminPage'),
  }),
  createRoute({
    getParentRoute: () => root, path: '/supervision', validateSearch: supervision,
    component: lazyRouteComponent(() => withTexts('supervision', import('../features/supervision/SupervisionPage')), 'SupervisionPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/supervision/$of',
    validateSearch: (search): SupervisedSearch => ({
      ...supervision(search), by: text(search.by), key: text(search.key), officer: text(search.officer), sort: text(search.sort),
      overdue: search.overdue === true || undefined, closing: search.closing === true || undefined,
    }),
    component: lazyRouteComponent(() => withTexts('supervision', import('../features/supervision/ListPage')), 'ListPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/search',
    validateSearch: (search): SearchSearch => ({
      q: text(search.q), tag: text(search.tag), person: text(search.person),
      types: Array.isArray(search.types) && search.types.length > 0 ? search.types.filter((type) => typeof type === 'string') : undefined,
    }),
    component: lazyRouteComponent(() => import('../features/search/SearchPage'), 'SearchPage'),
  }),
  createRoute({
    getParentRoute: () => root, path: '/exhibits', validateSearch: exhibits,
    component: lazyRouteComponent(() => withTexts('evidence', import('../features/evidence/ExhibitsPage')), 'ExhibitsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/exhibits/$id',
    validateSearch: (search): ExhibitSearch => ({ asOf: moment(search.asOf), act: text(search.act) }),
    component: lazyRouteComponent(() => withTexts('evidence', import('../features/evidence/ExhibitPage')), 'ExhibitPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/operations',
    validateSearch: (search): OperationsSearch => ({
      q: text(search.q), sort: text(search.sort), status: oneOf(['PLANNED', 'GO', 'HOLD', 'NO_GO', 'ABORTED'] as const, search.status), view: oneOf(['calendar', 'agenda'] as const, search.view),
      month: typeof search.month === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(search.month) ? search.month : undefined,
    }),
    component: lazyRouteComponent(() => withTexts('operations', import('../features/operations/list/OperationsPage')), 'OperationsPage'),
  }),
  operation.addChildren([
    createRoute({ getParentRoute: () => operation, path: '/', beforeLoad: ({ params }) => { throw redirect({ to: '/operations/$id/board', params, replace: true }); } }),
    createRoute({ getParentRoute: () => operation, path: '/board', validateSearch: (search): BoardSearch => ({ asOf: moment(search.asOf) }), component: lazyRouteComponent(() => import('../features/operations/board/BoardPage'), 'BoardPage') }),
    createRoute({ getParentRoute: () => operation, path: '/plan', component: lazyRouteComponent(() => import('../features/operations/plan/PlanPage'), 'PlanPage') }),
    createRoute({ getParentRoute: () => operation, path: '/map', component: lazyRouteComponent(() => import('../features/operations/map/MapPage'), 'MapPage') }),
    createRoute({
      getParentRoute: () => operation, path: '/history', validateSearch: (search): { site?: string } => ({ site: text(search.site) }),
      component: lazyRouteComponent(() => import('../features/operations/history/HistoryPage'), 'HistoryPage'),
    }),
  ]),
  createRoute({ getParentRoute: () => root, path: '/operations/$id/wall', staticData: { bare: true }, component: lazyRouteComponent(() => withTexts('operations', import('../features/operations/board/WallPage')), 'WallPage') }),
  createRoute({ getParentRoute: () => root, path: '/operations/$id/site/$site', component: lazyRouteComponent(() => withTexts('operations', import('../features/operations/board/SitePage')), 'SitePage') }),
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
