import type { Choice, ChoiceSource } from '#client/elements/combo-box.ts';
import { call } from '#client/kernel/api.ts';
import { t } from '#client/kernel/words.ts';
import { entityApi } from '#shared/entities/entity.api.ts';
import type { EntityHit } from '#shared/entities/entity.schema.ts';
import { busyText, toldApart, word } from './entity-look.ts';

/** The value of the choice that files a new entity. */
export const NEW_ENTITY = 'new';

/** A choice that carries the entity it stands for; none where a new one is to be filed. */
export interface EntityChoice extends Choice {
  readonly hit?: EntityHit;
}

/** An entity as a choice: its name, and what tells it from others of the same name. */
const asChoice = (hit: EntityHit): EntityChoice => ({
  hit,
  value: String(hit.id),
  label: hit.name,
  hint: [toldApart(hit), busyText(hit), hit.watch ? word('watch.level', hit.watch) : ''].filter(Boolean).join(' · '),
});

/** Asks the server for entities that fit what is typed, those of a county first; `offerNew` ends the list with a new one. */
export const entitySource =
  (county: () => string | undefined, { offerNew = false, without = 0 } = {}): ChoiceSource =>
  async (typed, signal) => {
    const near = county();
    const hits = await call(entityApi.suggest, {
      body: { q: typed.slice(0, 60), ...(near ? { county: near } : {}) },
      signal,
    });
    const choices = hits.filter(({ id }) => id !== without).map(asChoice);
    return offerNew
      ? [...choices, { value: NEW_ENTITY, label: typed, hint: t('entity.file_from_box'), byHand: true }]
      : choices;
  };
