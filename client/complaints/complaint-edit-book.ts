import { html } from 'lit';
import type { EditBook } from '#client/dossiers/edit-dialog.ts';
import '#client/elements/combo-box.ts';
import '#client/entities/subject-box.ts';
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
  along: { subjectName: ['subjectId'] },
  /** Whom it is about: the name as it stands in the box, and the entity it is linked to. */
  read(form) {
    const box = form.querySelector('subject-box');
    if (!box) return {};
    return {
      ...(box.text.trim() ? { subjectName: box.text.trim() } : {}),
      ...(box.value ? { subjectId: Number(box.value) } : {}),
    };
  },
  controls: ({ matter, subjectId, subjectName, county }) => ({
    subjectName: (id) =>
      html`<subject-box id=${id} name="subject" label=${t('ComplaintIntake.subjectName')} .value=${String(subjectId ?? '')} .text=${subjectName ?? ''} county=${county}></subject-box>`,
    matter: (id) =>
      html`<combo-box id=${id} name="matter" label=${t('ComplaintIntake.matter')} .value=${matter ?? ''} .choices=${matterChoices()}></combo-box>`,
  }),
  save: ({ id }, body) => call(complaintApi.edit, { params: { id }, body: body as ComplaintEdit }),
};
