import type { EntityName } from '#shared/entities/entity.schema.ts';
import { maskName } from '#shared/kernel/masking.ts';
import type { EntityColumns } from './entity.table.ts';

/** A name as lists, hits and pages may show it: a natural person's is masked wherever it stands. */
export const nameShown = ({ kind, name }: Pick<EntityColumns, 'kind' | 'name'>): string =>
  kind === 'person' ? maskName(name) : name;

/** The same for the Tibetan name. */
export const tibetanShown = ({ kind, nameBo }: Pick<EntityColumns, 'kind' | 'nameBo'>): string | null =>
  kind === 'person' && nameBo ? maskName(nameBo) : nameBo;

/** Another entity by name. */
export const named = (row: Pick<EntityColumns, 'id' | 'kind' | 'name'>): EntityName => ({
  id: row.id,
  kind: row.kind,
  name: nameShown(row),
});

/** What every list and hit shows of an entity. */
export const faceOf = (row: EntityColumns) => ({
  id: row.id,
  kind: row.kind,
  name: nameShown(row),
  nameBo: tibetanShown(row),
  code: row.code,
  county: row.county,
  township: row.township,
  address: row.places[0]?.address ?? null,
  operatorMask: row.operatorMask,
  idTail: row.idTail,
});
