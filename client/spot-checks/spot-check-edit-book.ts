import { html } from 'lit';
import { matterChoices } from '#client/complaints/entry-fields.ts';
import type { EditBook } from '#client/dossiers/edit-dialog.ts';
import '#client/elements/combo-box.ts';
import { call } from '#client/kernel/api.ts';
import { say, t } from '#client/kernel/words.ts';
import { peopleOf } from '#client/offices/directory.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import type { FormSchema } from '#shared/kernel/faults.ts';
import { spotCheckApi } from '#shared/spot-checks/spot-check.api.ts';
import { SpotCheckEdit } from '#shared/spot-checks/spot-check.asks.ts';
import type { SpotCheck } from '#shared/spot-checks/spot-check.schema.ts';

const FIELDS = ['title', 'task', 'approval', 'matter', 'creditCode', 'township', 'place', 'handlerId'];
/** What is known only once they were there. */
const FOUND = ['noticeNumber', 'entryCode', 'findings', 'party'];
const PLANNED = 'SpotCheckPlan';
const wordsOf = (field: string) =>
  say(`${PLANNED}.${field}`) ? PLANNED : say(`SpotCheckStep.${field}`) ? 'SpotCheckStep' : 'SpotCheck';

/** What of a check may be edited; once it ended, one field at a time. */
export const SPOT_CHECK_EDIT: EditBook<SpotCheck> = {
  fields: [...FIELDS, ...FOUND],
  closed: ({ state }) => ENDS.spot_check.includes(state),
  schema: SpotCheckEdit as unknown as FormSchema,
  words: wordsOf,
  prose: new Set(['findings', 'party']),
  lists: new Set(),
  controls: ({ matter, ownerOfficeId, handlerId }) => ({
    matter: (id: string) =>
      html`<combo-box id=${id} name="matter" label=${t('SpotCheckPlan.matter')} .value=${matter ?? ''} .choices=${matterChoices()}></combo-box>`,
    handlerId: (id: string) =>
      html`<select id=${id} name="handlerId"><option value=""></option>${peopleOf(ownerOfficeId).map(
        ({ value, label }) => html`<option value=${value} ?selected=${Number(value) === handlerId}>${label}</option>`,
      )}</select>`,
  }),
  save: ({ id }, body) => call(spotCheckApi.edit, { params: { id }, body: body as SpotCheckEdit }),
};
