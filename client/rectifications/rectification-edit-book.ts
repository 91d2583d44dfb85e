import { html } from 'lit';
import { matterChoices } from '#client/complaints/entry-fields.ts';
import type { EditBook } from '#client/dossiers/edit-dialog.ts';
import '#client/elements/combo-box.ts';
import { call } from '#client/kernel/api.ts';
import { t } from '#client/kernel/words.ts';
import { peopleOf } from '#client/offices/directory.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import type { FormSchema } from '#shared/kernel/faults.ts';
import { rectificationApi } from '#shared/rectifications/rectification.api.ts';
import { RectificationEdit } from '#shared/rectifications/rectification.asks.ts';
import type { Rectification } from '#shared/rectifications/rectification.schema.ts';

const FIELDS = [
  'title',
  'subjectName',
  'problem',
  'violated',
  'basis',
  'requirement',
  'consequence',
  'matter',
  'orderNumber',
  'creditCode',
  'township',
  'place',
  'handlerId',
];

/** What of an order may be edited; once it ended, one field at a time. */
export const RECTIFICATION_EDIT: EditBook<Rectification> = {
  fields: FIELDS,
  closed: ({ state }) => ENDS.rectification.includes(state),
  schema: RectificationEdit as unknown as FormSchema,
  words: (field) => (field === 'handlerId' ? 'Rectification' : 'RectificationOrder'),
  prose: new Set(['problem', 'violated', 'basis', 'requirement', 'consequence']),
  lists: new Set(),
  controls: ({ matter, ownerOfficeId, handlerId }) => ({
    matter: (id: string) =>
      html`<combo-box id=${id} name="matter" label=${t('RectificationOrder.matter')} .value=${matter ?? ''} .choices=${matterChoices()}></combo-box>`,
    handlerId: (id: string) =>
      html`<select id=${id} name="handlerId"><option value=""></option>${peopleOf(ownerOfficeId).map(
        ({ value, label }) => html`<option value=${value} ?selected=${Number(value) === handlerId}>${label}</option>`,
      )}</select>`,
  }),
  save: ({ id }, body) => call(rectificationApi.edit, { params: { id }, body: body as RectificationEdit }),
};
