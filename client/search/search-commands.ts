import { may } from '#client/auth/session.ts';
import { pathOf, stateWord } from '#client/dossiers/ledgers.ts';
import { call } from '#client/kernel/api.ts';
import { provideCommands } from '#client/kernel/commands.ts';
import { regionShort } from '#client/kernel/places.ts';
import { t } from '#client/kernel/words.ts';
import { officeShort } from '#client/offices/directory.ts';
import { searchApi } from '#shared/search/search.api.ts';

/** Offers whatever the server finds for what is typed; the words travel in the body, never in an address. */
export function provideSearch(): () => void {
  return provideCommands({
    group: 'found',
    find: async (typed, signal) => {
      if (!may('dossier.read')) return [];
      const { hits } = await call(searchApi.search, { body: { q: typed, limit: 20 }, signal });
      return hits.map(({ id, kind, number, title, subjectName, state, county, ownerOfficeId }) => ({
        id: `found-${id}`,
        label: `${number} ${title || t('dossier.restricted')}`,
        hint: [subjectName, regionShort(county), officeShort(ownerOfficeId), stateWord(kind, state)]
          .filter(Boolean)
          .join(' · '),
        href: pathOf({ kind, id }),
      }));
    },
  });
}
