import { may } from './auth/session.ts';
import { type AppRoute, OWN_ROUTES } from './own-routes.ts';

export type { AppRoute } from './own-routes.ts';

/** Every page, in the order of the navigation; a domain adds its lines here. */
export const ROUTES: readonly AppRoute[] = [
  {
    path: '/',
    tag: 'home-page',
    title: 'nav.home',
    load: () => import('./home/home-page.ts'),
    nav: { word: 'nav.home', part: 'work', phone: true, key: 'KeyW', initials: 'gzt' },
  },
  {
    path: '/coord',
    tag: 'coord-page',
    title: 'coord.title',
    load: () => import('./campaigns/coord-page.ts'),
    can: ['campaign.run'],
    nav: { word: 'coord.title', part: 'work', initials: 'xttg' },
  },
  {
    path: '/campaigns',
    tag: 'campaign-list-page',
    title: 'nav.campaigns',
    load: () => import('./campaigns/campaign-list-page.ts'),
    can: ['dossier.read'],
    nav: { word: 'nav.campaigns', part: 'work', key: 'KeyZ', initials: 'zxxd' },
  },
  {
    path: '/campaigns/:campaign-id',
    tag: 'campaign-page',
    title: 'nav.campaigns',
    load: () => import('./campaigns/campaign-page.ts'),
  },
  {
    path: '/campaigns/:campaign-id/records',
    tag: 'campaign-records-page',
    title: 'campaigns.records',
    load: () => import('./campaigns/campaign-records-page.ts'),
  },
  {
    path: '/assignments/:assignment-id',
    tag: 'assignment-page',
    title: 'kind.assignment',
    load: () => import('./campaigns/assignment-page.ts'),
  },
  {
    path: '/complaints',
    tag: 'complaint-list-page',
    title: 'nav.complaints',
    load: () => import('./complaints/complaint-list-page.ts'),
    can: ['dossier.read'],
    nav: { word: 'nav.complaints', part: 'work', phone: true, key: 'KeyT', initials: 'tsjb' },
  },
  {
    path: '/complaints/:complaint-id',
    tag: 'complaint-page',
    title: 'nav.complaints',
    load: () => import('./complaints/complaint-page.ts'),
  },
  {
    path: '/cases',
    tag: 'case-list-page',
    title: 'nav.cases',
    load: () => import('./cases/case-list-page.ts'),
    can: ['case.register', 'case.approve', 'case.review', 'dossier.read'],
    nav: { word: 'nav.cases', part: 'work', key: 'KeyA', initials: 'aj' },
  },
  {
    path: '/cases/:case-id',
    tag: 'case-page',
    title: 'nav.cases',
    load: () => import('./cases/case-page.ts'),
  },
  {
    path: '/spot-checks',
    tag: 'spot-check-list-page',
    title: 'nav.spot_checks',
    load: () => import('./spot-checks/spot-check-list-page.ts'),
    can: ['dossier.read'],
    nav: { word: 'nav.spot_checks', part: 'work', key: 'KeyJ', initials: 'jdcc' },
  },
  {
    path: '/spot-checks/:spot-check-id',
    tag: 'spot-check-page',
    title: 'nav.spot_checks',
    load: () => import('./spot-checks/spot-check-page.ts'),
  },
  {
    path: '/draws',
    tag: 'draw-list-page',
    title: 'nav.draws',
    load: () => import('./spot-checks/draw-list-page.ts'),
    can: ['spot_check.draw'],
  },
  {
    path: '/draws/:draw-id',
    tag: 'draw-page',
    title: 'nav.draws',
    load: () => import('./spot-checks/draw-page.ts'),
  },
  {
    path: '/rectifications',
    tag: 'rectification-list-page',
    title: 'nav.rectifications',
    load: () => import('./rectifications/rectification-list-page.ts'),
    can: ['dossier.read'],
    nav: { word: 'nav.rectifications', part: 'work', key: 'KeyF', initials: 'zgfc' },
  },
  {
    path: '/rectifications/:rectification-id',
    tag: 'rectification-page',
    title: 'nav.rectifications',
    load: () => import('./rectifications/rectification-page.ts'),
  },
  {
    path: '/look-backs',
    tag: 'look-back-page',
    title: 'nav.look_backs',
    load: () => import('./rectifications/look-back-page.ts'),
  },
  {
    path: '/look-backs/:look-back-id',
    tag: 'look-back-view',
    title: 'nav.look_backs',
    load: () => import('./rectifications/look-back-view.ts'),
  },
  {
    path: '/entities',
    tag: 'entity-list-page',
    title: 'nav.entities',
    load: () => import('./entities/entity-list-page.ts'),
    can: ['entity.read'],
    nav: { word: 'nav.entities', part: 'work', key: 'KeyD', initials: 'dxk' },
  },
  {
    path: '/entities/new',
    tag: 'entity-form-page',
    title: 'entity.file',
    load: () => import('./entities/entity-form-page.ts'),
  },
  {
    path: '/entities/:entity-id',
    tag: 'entity-page',
    title: 'nav.entities',
    load: () => import('./entities/entity-page.ts'),
  },
  {
    path: '/entities/:entity-id/edit',
    tag: 'entity-form-page',
    title: 'nav.entities',
    load: () => import('./entities/entity-form-page.ts'),
  },
  {
    path: '/entities/:entity-id/merge',
    tag: 'entity-merge-page',
    title: 'nav.entities',
    load: () => import('./entities/entity-merge-page.ts'),
  },
  {
    path: '/transfers',
    tag: 'transfer-list-page',
    title: 'nav.transfers',
    load: () => import('./transfers/transfer-list-page.ts'),
    can: ['transfer.draft', 'transfer.approve', 'transfer.rule', 'transfer.oversee'],
    nav: { word: 'nav.transfers', part: 'work', key: 'KeyY', initials: 'ys' },
  },
  {
    path: '/transfers/new',
    tag: 'transfer-start-page',
    title: 'transfers.begin',
    load: () => import('./transfers/transfer-start-page.ts'),
  },
  {
    path: '/transfers/:transfer-id/edit',
    tag: 'transfer-wizard-page',
    title: 'nav.transfers',
    load: () => import('./transfers/transfer-wizard-page.ts'),
  },
  {
    path: '/transfers/:transfer-id',
    tag: 'transfer-page',
    title: 'nav.transfers',
    load: () => import('./transfers/transfer-page.ts'),
  },
  {
    path: '/police',
    tag: 'police-page',
    title: 'transfers.inbox',
    load: () => import('./transfers/police-page.ts'),
    can: ['transfer.receive', 'transfer.police'],
    nav: { word: 'nav.inbox', part: 'work', initials: 'sjt' },
  },
  {
    path: '/clocks',
    tag: 'clocks-page',
    title: 'nav.clocks',
    load: () => import('./clocks/clocks-page.ts'),
    can: ['dossier.read'],
    nav: { word: 'nav.clocks', part: 'work', initials: 'sxqd' },
  },
  ...OWN_ROUTES,
];

/** The pages whoever is signed in finds in the navigation. */
export const openRoutes = (): readonly AppRoute[] =>
  ROUTES.filter(({ nav, can }) => nav && (!can || can.some((permission) => may(permission))));

/** Whether the address is this page or lies below it. */
export const isHere = (path: string): boolean =>
  path === '/' ? location.pathname === '/' : location.pathname === path || location.pathname.startsWith(`${path}/`);
