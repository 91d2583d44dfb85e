import { eq } from 'drizzle-orm';
import { entityWords } from '#server/db/search.sqlite.ts';
import type { Work } from '#server/kernel/work.ts';
import { addressKey, codeKey, coreName, nameKey, phoneKey, tibetanKey } from '#shared/entities/entity.names.ts';
import type { EntityPerson } from '#shared/entities/entity.schema.ts';
import { indexText, questionOf, STOP } from '#shared/search/text.ts';
import { type EntityColumns, entityKeys, type KeyKind } from './entity.table.ts';

/** A county as a word of the index, so that what lies near can be asked for first. */
export const countyWord = (county: string) => `c${county}`;

/** The parts of an entity it is found by. */
export type Findable = Pick<
  EntityColumns,
  'id' | 'name' | 'nameBo' | 'code' | 'formerNames' | 'oldNumbers' | 'places' | 'licences'
>;

/** What of an asked or stored entity two others are compared by. */
export interface Comparable {
  readonly names: readonly string[];
  readonly nameBo?: string | null | undefined;
  readonly code?: string | null | undefined;
  readonly numbers?: readonly string[];
  readonly places?: readonly { county?: string | undefined; address?: string | undefined }[];
  readonly person?: EntityPerson;
}

/** The keys of an entity by kind. Of personal data only digests that whoever holds the database alone cannot turn back. */
export async function keysOf(work: Pick<Work, 'vault'>, it: Comparable): Promise<Map<KeyKind, Set<string>>> {
  const { wholeInitials } = await import('#server/search/initials.ts'); // its dictionary is large: loaded when first needed
  const { person = {}, places = [] } = it;
  const keys = new Map<KeyKind, Set<string>>();
  const add = (kind: KeyKind, key: string | null | undefined) => {
    if (key) keys.set(kind, (keys.get(kind) ?? new Set()).add(key));
  };
  add('code', it.code && codeKey(it.code));
  for (const number of it.numbers ?? []) add('number', codeKey(number));
  for (const name of it.names) {
    const core = coreName(name);
    add('name', nameKey(name));
    add('core', core);
    for (const { county } of places) for (const one of wholeInitials(core)) add('initials', `${county ?? ''} ${one}`);
  }
  add('bo', it.nameBo && tibetanKey(it.nameBo));
  for (const { county, address } of places) {
    const key = address && addressKey(address);
    if (key) add('address', `${county ?? ''} ${key}`);
  }
  const phone = phoneKey(person.phone ?? '');
  if (phone.length >= 7) add('phone', work.vault.blind(phone, 'entity.phone'));
  if (phone.length >= 4) add('tail', work.vault.blind(phone.slice(-4), 'entity.tail'));
  if (person.idNo) add('id_no', work.vault.blind(codeKey(person.idNo), 'entity.id_no'));
  return keys;
}

/** What a stored entity is compared by. */
export const comparableOf = (row: Findable, person: EntityPerson): Comparable => ({
  names: [row.name, ...row.formerNames.map(({ name }) => name)],
  nameBo: row.nameBo,
  code: row.code,
  numbers: row.oldNumbers.map(({ number }) => number),
  places: row.places,
  person,
});

/** Makes an entity findable by what it is now: exact keys, and the words of its names, numbers and addresses. */
export async function makeFindable(
  work: Pick<Work, 'tx' | 'vault'>,
  row: Findable,
  person: EntityPerson,
  fresh: boolean,
): Promise<void> {
  if (!fresh) await work.tx.delete(entityKeys).where(eq(entityKeys.entityId, row.id));
  const keys = await keysOf(work, comparableOf(row, person));
  const rows = [...keys].flatMap(([kind, all]) => [...all].map((key) => ({ kind, key, entityId: row.id })));
  if (rows.length > 0) await work.tx.insert(entityKeys).values(rows);
  await entityWords.store(work.tx, row.id, await wordsOf(row), fresh);
}

/** Takes an entity out of word search; its exact keys stay, since whoever holds its old code or name is led on to the survivor. */
export const hideWords = (work: Pick<Work, 'tx'>, id: number) => entityWords.forget(work.tx, id);

/** Before a word that stands for the whole beginning of a name, so that beginnings are found without walking through all that hold it. */
const BEGINS = '0';

async function wordsOf(row: Findable) {
  const { spokenForms } = await import('#server/search/initials.ts');
  const names = [row.name, ...row.formerNames.map(({ name }) => name)];
  const spoken = [...new Set(names.flatMap((name) => [nameKey(name), coreName(name)]))].filter(Boolean);
  const forms = spoken.map(spokenForms);
  const numbers = [row.code ?? '', ...row.oldNumbers.map(({ number }) => number)].map(codeKey).filter(Boolean);
  const join = (parts: readonly string[]) => parts.filter(Boolean).join(` ${STOP} `);
  const begin = (word: string) => BEGINS + word;
  return {
    head: join([
      [...spoken, ...(row.nameBo ? [tibetanKey(row.nameBo)] : [])].map(begin).join(' '),
      ...names.map(indexText),
      ...(row.nameBo ? [indexText(row.nameBo)] : []),
      ...numbers.map((number) => number.toLowerCase()),
    ]),
    body: join([
      ...row.places.map(({ county, township, address }) =>
        [countyWord(county), indexText(`${township ?? ''} ${address ?? ''}`)].join(' '),
      ),
      ...row.licences.map(({ number }) => indexText(number)),
    ]),
    initials: [
      ...new Set(forms.flatMap(({ beginnings, within }) => [...beginnings.map(begin), ...beginnings, ...within])),
    ].join(' '),
  };
}

/** What was typed as questions to the index: names that begin so, and entities that hold it anywhere. Null where nothing is left to ask. */
export function questionsFor(typed: string): { begins: string; holds: string } | null {
  const holds = questionOf(typed, 'words');
  if (!holds) return null;
  const key = nameKey(typed);
  const bo = tibetanKey(typed);
  const begins = [...new Set([key, bo])].filter(Boolean).map((word) => `head : "${BEGINS}${word}"*`);
  const letters = typed.normalize('NFKC').trim().toLowerCase();
  if (!/^[a-z]{1,24}$/.test(letters)) return { begins: begins.join(' OR '), holds };
  const spoken = [...begins, `initials : "${BEGINS}${letters}"*`].join(' OR ');
  if (letters.length === 1) return { begins: spoken, holds: spoken }; // what holds one letter somewhere is nearly everything
  return { begins: spoken, holds: `(${holds}) OR (initials : "${letters}"*)` };
}
