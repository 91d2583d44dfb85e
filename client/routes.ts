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

/** Every page, in the order of the navigation; a domain adds its lines here. */
export const ROUTES: readonly AppRoute[] = [
  {
    path: '/settings',
    tag: 'settings-page',
    title: 'nav.settings',
    load: () => import('./settings/settings-page.ts'),
    nav: { word: 'nav.settings', part: 'own', initials: 'sz' },
  },
];
