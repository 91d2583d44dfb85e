import { may } from '#client/auth/session.ts';
import { askCampaign } from '#client/campaigns/ask-campaign.ts';
import { askCase, askSummary } from '#client/cases/ask-case.ts';
import { askEntry } from '#client/complaints/ask-entry.ts';
import { type Command, provideCommands } from '#client/kernel/commands.ts';
import { DENSITIES, prefer, TEXT_SIZES, THEMES } from '#client/kernel/preferences.ts';
import { t } from '#client/kernel/words.ts';
import { askRectification } from '#client/rectifications/ask-rectification.ts';
import { openRoutes } from '#client/routes.ts';
import { askSpotCheck } from '#client/spot-checks/ask-spot-check.ts';

/** Offers every page one may open, registering, and how the screen looks, to the command palette. */
export function provideRoutes(): () => void {
  const undo = [
    provideCommands({
      group: 'pages',
      find: () =>
        openRoutes().flatMap(({ path, nav }): Command[] =>
          nav
            ? [
                {
                  id: path,
                  label: t(nav.word),
                  href: path,
                  ...(nav.initials ? { initials: nav.initials } : {}),
                  ...(nav.key ? { key: `KeyG ${nav.key}` } : {}),
                },
              ]
            : [],
        ),
    }),
    provideCommands({
      group: 'actions',
      find: () => [
        ...(may('complaint.register')
          ? [{ id: 'register', label: t('entry.title'), key: 'KeyN', initials: 'ksdj', run: () => askEntry() }]
          : []),
        ...(may('case.register')
          ? [{ id: 'register-case', label: t('cases.register'), key: 'KeyL', initials: 'ladj', run: () => askCase() }]
          : []),
        ...(may('case.handle')
          ? [
              {
                id: 'decide-on-the-spot',
                label: t('summary.decide'),
                key: 'Shift+KeyL',
                initials: 'dccf',
                run: () => askSummary(),
              },
            ]
          : []),
        ...(may('spot_check.handle')
          ? [{ id: 'plan-check', label: t('spot_checks.plan'), initials: 'lrjc', run: () => askSpotCheck() }]
          : []),
        ...(may('campaign.run')
          ? [{ id: 'campaign', label: t('campaigns.draft'), initials: 'xjzx', run: () => askCampaign() }]
          : []),
        ...(may('rectification.handle')
          ? [{ id: 'order', label: t('rectifications.order'), initials: 'zlgz', run: () => askRectification() }]
          : []),
      ],
    }),
    provideCommands({
      group: 'settings',
      find: () => [
        ...THEMES.map((theme) => ({
          id: `theme-${theme}`,
          label: `${t('settings.theme')} ${t(`theme.${theme}`)}`,
          run: () => prefer({ theme }),
        })),
        ...TEXT_SIZES.map((textSize) => ({
          id: `size-${textSize}`,
          label: `${t('settings.size')} ${t(`size.${textSize}`)}`,
          run: () => prefer({ textSize }),
        })),
        ...DENSITIES.map((density) => ({
          id: `density-${density}`,
          label: `${t('settings.density')} ${t(`density.${density}`)}`,
          run: () => prefer({ density }),
        })),
        ...(['zh', 'en'] as const).map((one) => ({
          id: one,
          label: `${t('settings.language')} ${t(`language.${one}`)}`,
          run: () => prefer({ language: one }),
        })),
      ],
    }),
  ];
  return () => {
    for (const one of undo) one();
  };
}
