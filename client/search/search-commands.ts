import { may } from '#client/auth/session.ts';
import { pathOf, stateWord } from '#client/dossiers/ledgers.ts';
import { busyText, toldApart } from '#client/entities/entity-look.ts';
import { call } from '#client/kernel/api.ts';
import { type Command, provideCommands } from '#client/kernel/commands.ts';
import { regionShort } from '#client/kernel/places.ts';
import { t } from '#client/kernel/words.ts';
import { officeShort } from '#client/offices/directory.ts';
import { entityApi } from '#shared/entities/entity.api.ts';
import { searchApi } from '#shared/search/search.api.ts';

/** Offers whatever the server finds for what is typed; the words travel in the body, never in an address. */
export function provideSearch(): () => void {
  return provideCommands({
    group: 'found',
    find: async (typed, signal) => {
      const [records, entities] = await Promise.all([findRecords(typed, signal), findEntities(typed, signal)]);
      return [...records, ...entities];
    },
  });
}

async function findRecords(typed: string, signal: AbortSignal): Promise<Command[]> {
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
}

async function findEntities(typed: string, signal: AbortSignal): Promise<Command[]> {
  if (!may('entity.read')) return [];
  const hits = await call(entityApi.suggest, { body: { q: typed.slice(0, 60), limit: 5 }, signal });
  return hits.map((hit) => ({
    id: `found-entity-${hit.id}`,
    label: hit.name,
    hint: [t(`entity.kind.${hit.kind}`), toldApart(hit), busyText(hit)].join(' · '),
    href: `/entities/${hit.id}`,
  }));
}
