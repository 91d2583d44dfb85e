import type { Route } from '#client/kernel/router.ts';
import type { WordKey } from '#client/kernel/words.ts';
import type { Permission } from '#shared/auth/permissions.ts';

/** A page of the product; with `nav` it also stands in the navigation, in this order. */
export interface AppRoute extends Route {
  /** Whoever holds one of these finds the page in the navigation; without it everybody does. The server decides anyway. */
  readonly can?: readonly Permission[];
  readonly nav?: {
    readonly word: WordKey;
    /** `work` above the line, `own` below it. */
    readonly part: 'work' | 'own';
    /** Shown in the bar at the foot of a phone. */
    readonly phone?: boolean;
    /** The second key after `g`. */
    readonly key?: string;
    /** Initials the command palette finds it by. */
    readonly initials?: string;
  };
}

/** The pages below the line: one's own things, and the product's. */
export const OWN_ROUTES: readonly AppRoute[] = [
  {
    path: '/imports',
    tag: 'import-list-page',
    title: 'imports.title',
    load: () => import('./imports/import-list-page.ts'),
    can: ['import.run'],
    nav: { word: 'imports.title', part: 'own', initials: 'dr' },
  },
  {
    path: '/imports/:import-id',
    tag: 'import-page',
    title: 'imports.title',
    load: () => import('./imports/import-page.ts'),
  },
  {
    path: '/notices',
    tag: 'notice-page',
    title: 'notices.title',
    load: () => import('./notices/notice-page.ts'),
    nav: { word: 'nav.notices', part: 'own', initials: 'tzzx' },
  },
  {
    path: '/law',
    tag: 'law-page',
    title: 'law.title',
    load: () => import('./clocks/law-page.ts'),
    can: ['calendar.edit', 'complaint.handle', 'complaint.approve', 'complaint.rule'],
    nav: { word: 'nav.law', part: 'own', initials: 'sxgz' },
  },
  {
    path: '/fields',
    tag: 'fields-page',
    title: 'nav.fields',
    load: () => import('./fields/fields-page.ts'),
    can: ['dictionary.edit'],
    nav: { word: 'nav.fields', part: 'own', initials: 'btzd' },
  },
  {
    path: '/papers',
    tag: 'papers-page',
    title: 'nav.papers',
    load: () => import('./documents/papers-page.ts'),
    can: ['template.keep', 'number.keep'],
    nav: { word: 'nav.papers', part: 'own', initials: 'wsywh' },
  },
  {
    path: '/people',
    tag: 'people-page',
    title: 'nav.people',
    load: () => import('./auth/people-page.ts'),
    can: ['person.edit', 'role.grant'],
    nav: { word: 'nav.people', part: 'own', initials: 'ryqx' },
  },
  {
    path: '/offices',
    tag: 'offices-page',
    title: 'nav.offices',
    load: () => import('./offices/offices-page.ts'),
    can: ['office.edit'],
    nav: { word: 'nav.offices', part: 'own', initials: 'jg' },
  },
  {
    path: '/audit',
    tag: 'audit-page',
    title: 'nav.audit',
    load: () => import('./audit/audit-page.ts'),
    can: ['audit.read'],
    nav: { word: 'nav.audit', part: 'own', initials: 'sj' },
  },
  {
    path: '/system',
    tag: 'system-page',
    title: 'system.title',
    load: () => import('./system/system-page.ts'),
    can: ['health.read'],
    nav: { word: 'system.title', part: 'own', initials: 'xtzt' },
  },
  {
    path: '/account',
    tag: 'account-page',
    title: 'nav.account',
    load: () => import('./auth/account-page.ts'),
    nav: { word: 'nav.account', part: 'own', initials: 'wdzh' },
  },
  {
    path: '/settings',
    tag: 'settings-page',
    title: 'nav.settings',
    load: () => import('./settings/settings-page.ts'),
    nav: { word: 'nav.settings', part: 'own', initials: 'sz' },
  },
  {
    path: '/feedback',
    tag: 'feedback-page',
    title: 'app.feedback',
    load: () => import('./feedback/feedback-page.ts'),
    nav: { word: 'app.feedback', part: 'own', initials: 'yjjy' },
  },
];
