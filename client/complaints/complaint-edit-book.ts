import { html } from 'lit';
import type { EditBook } from '#client/dossiers/edit-dialog.ts';
import '#client/elements/combo-box.ts';
import { call } from '#client/kernel/api.ts';
import { t } from '#client/kernel/words.ts';
import { complaintApi } from '#shared/complaints/complaint.api.ts';
import { OWN_FIELD_NAMES } from '#shared/complaints/complaint.own-fields.ts';
import { type Complaint, ComplaintEdit } from '#shared/complaints/complaint.schema.ts';
import type { FormSchema } from '#shared/kernel/faults.ts';
import { matterChoices } from './entry-fields.ts';

/** What of a complaint may be edited or corrected. */
export const COMPLAINT_EDIT: EditBook<Complaint> = {
  fields: [
    'title',
    'subjectName',
    'subjectContact',
    'matter',
    'content',
    'demands',
    'demandText',
    'amountFen',
    'happenedOn',
    'township',
    'address',
    ...OWN_FIELD_NAMES,
  ],
  schema: ComplaintEdit as unknown as FormSchema,
  words: () => 'ComplaintIntake',
  prose: new Set(['content', 'demandText']),
  lists: new Set(['demands']),
  controls: ({ matter }) => ({
    matter: (id) =>
      html`<combo-box id=${id} name="matter" label=${t('ComplaintIntake.matter')} .value=${matter ?? ''} .choices=${matterChoices()}></combo-box>`,
  }),
  save: ({ id }, body) => call(complaintApi.edit, { params: { id }, body: body as ComplaintEdit }),
};
