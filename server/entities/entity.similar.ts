import { and, eq, inArray } from 'drizzle-orm';
import type { Work } from '#server/kernel/work.ts';
import type { SimilarAsk } from '#shared/entities/entity.api.ts';
import type { MatchReason } from '#shared/entities/entity.lists.ts';
import { coreName } from '#shared/entities/entity.names.ts';
import type { EntityHit } from '#shared/entities/entity.schema.ts';
import { suggestCreditCode } from '#shared/entities/identity.ts';
import { indexText } from '#shared/search/text.ts';
import { Finds, hitsOf, idsByWords } from './entity.find.ts';
import { keysOf } from './entity.keys.ts';
import { entityKeys, type KeyKind } from './entity.table.ts';

/** A hint beside the fields, not a list. */
const MOST = 8;
const LOOKED_AT = 40;

/** By which keys two entities may be one, the surest first; a code stands in for an old number and the other way round. */
const SIGNS: readonly (readonly [asked: KeyKind, held: readonly KeyKind[], why: MatchReason])[] = [
  ['code', ['code', 'number'], 'code'],
  ['number', ['number', 'code'], 'number'],
  ['id_no', ['id_no'], 'id_no'],
  ['name', ['name'], 'name'],
  ['bo', ['bo'], 'tibetan'],
  ['core', ['core'], 'core_name'],
  ['phone', ['phone'], 'phone'],
  ['address', ['address'], 'address'],
  ['initials', ['initials'], 'initials'],
];

/** What is on file already and may be the same as what is being filed: by codes, names, telephone or address. */
export async function similarEntities(work: Work, ask: SimilarAsk): Promise<EntityHit[]> {
  const { name = '', code, notId } = ask;
  const mended = code ? suggestCreditCode(code) : null;
  const keys = await keysOf(work, {
    names: name.trim() ? [name] : [],
    nameBo: ask.nameBo,
    code,
    numbers: [...(ask.numbers ?? []), ...(mended ? [mended] : [])],
    places: [{ county: ask.county, address: ask.address }],
    person: { ...(ask.phone ? { phone: ask.phone } : {}), ...(ask.idNo ? { idNo: ask.idNo } : {}) },
  });
  const finds = new Finds();
  for (const [asked, held, why] of SIGNS) {
    if (asked === 'initials' && coreName(name).length < 3) continue; // two letters are half the county
    finds.add(await idsByKeys(work, held, [...(keys.get(asked) ?? [])]), why);
  }
  const core = coreName(name);
  if (core.length >= 3 && finds.size < MOST) finds.add(await idsByWords(work, `head : "${indexText(core)}"`), 'part');
  const found = (await finds.rows(work, ask.county)).filter(({ row }) => row.id !== notId);
  return hitsOf(work, found.slice(0, MOST));
}

async function idsByKeys(work: Work, kinds: readonly KeyKind[], keys: readonly string[]): Promise<number[]> {
  if (keys.length === 0) return [];
  const rows = await work.tx
    .selectDistinct({ id: entityKeys.entityId })
    .from(entityKeys)
    .where(
      and(
        kinds.length === 1 ? eq(entityKeys.kind, kinds[0]!) : inArray(entityKeys.kind, [...kinds]),
        inArray(entityKeys.key, keys.slice(0, 40)),
      ),
    )
    .limit(LOOKED_AT);
  return rows.map(({ id }) => id);
}
