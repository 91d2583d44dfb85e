import { html } from 'lit';
import { matterChoices } from '#client/complaints/entry-fields.ts';
import type { EditBook } from '#client/dossiers/edit-dialog.ts';
import '#client/elements/combo-box.ts';
import '#client/elements/row-list.ts';
import { call } from '#client/kernel/api.ts';
import { t } from '#client/kernel/words.ts';
import { peopleOf } from '#client/offices/directory.ts';
import { caseApi } from '#shared/cases/case.api.ts';
import { CaseEdit, Officer, Party, PenaltyShape } from '#shared/cases/case.asks.ts';
import type { Case } from '#shared/cases/case.schema.ts';
import { leftOut } from '#shared/cases/not-stated.ts';
import type { Faults, FormSchema } from '#shared/kernel/faults.ts';

const CLUE = [
  'title',
  'violation',
  'content',
  'matter',
  'parties',
  'actEndedOn',
  'graveHarm',
  'goodsValueFen',
  'illegalGainsFen',
  'township',
  'place',
  'foreignNumber',
];
const FILE = ['officers', 'handlerId', 'facts', 'nature', 'violated', 'basis', 'discretion', 'proposal', 'proposed'];
const FIXED = new Set([
  'violation',
  'parties',
  'facts',
  'nature',
  'violated',
  'basis',
  'discretion',
  'proposal',
  'proposed',
]);
/** States in which what was told or decided stands. */
const STANDING = new Set(['told', 'to_decide', 'decided', 'performing', 'to_close', 'with_police']);
const PARTY_FIELDS = ['kind', 'name', 'creditCode', 'noCode', 'legalRep', 'idNo', 'phone', 'address'];
const INTAKE = new Set(CLUE);

function controls({ matter, ownerOfficeId, handlerId, parties, officers, proposed }: Case, faults: Faults) {
  const rows =
    (name: string, words: string, schema: unknown, values: readonly unknown[], only?: readonly string[]) => () =>
      html`<row-list name=${name} words=${words} .schema=${schema as FormSchema} .only=${only} .rows=${values as []} .faults=${faults}></row-list>`;
  return {
    matter: (id: string) =>
      html`<combo-box id=${id} name="matter" label=${t('CaseIntake.matter')} .value=${matter ?? ''} .choices=${matterChoices()}></combo-box>`,
    handlerId: (id: string) =>
      html`<select id=${id} name="handlerId"><option value=""></option>${peopleOf(ownerOfficeId).map(
        ({ value, label }) => html`<option value=${value} ?selected=${Number(value) === handlerId}>${label}</option>`,
      )}</select>`,
    // an ID number stands masked here: left as it is, it is not said again
    parties: rows(
      'parties',
      'Party',
      Party,
      parties.map(({ idNo: _, ...party }) => party),
      PARTY_FIELDS,
    ),
    officers: rows('officers', 'Officer', Officer, officers, ['name', 'certificate', 'validUntil']),
    proposed: rows('proposed', 'Penalty', PenaltyShape, proposed),
  };
}

const book = (fields: readonly string[]): EditBook<Case> => ({
  fields,
  schema: CaseEdit as unknown as FormSchema,
  words: (field) => (INTAKE.has(field) ? 'CaseIntake' : 'Case'),
  prose: new Set(['content', 'facts', 'nature', 'violated', 'basis', 'discretion', 'proposal']),
  lists: new Set(['parties', 'officers', 'proposed']),
  controls,
  was: ({ parties }, field) => (field === 'parties' ? parties.map(asAsked) : undefined),
  save: ({ id }, body) => call(caseApi.edit, { params: { id }, body: body as CaseEdit }),
});

/** A party as the form would answer it: without what only the server knows, in the order of its fields. */
const asAsked = ({ kind, name, creditCode, noCode, legalRep }: Case['parties'][number]) => ({
  kind,
  name,
  ...(creditCode ? { creditCode } : {}),
  ...(noCode ? { noCode } : {}),
  ...(legalRep ? { legalRep } : {}),
});

/** What of a case may be edited now: the clue, and once it is filed the file; what the party was told stands. */
export function caseEditBook({ state, filedOn, sourceNote, violation, basis }: Case): EditBook<Case> {
  const open: readonly string[] = leftOut({ sourceNote, violation, basis }); // an imported file never told it
  const all = [...new Set([...(filedOn ? FILE : []), ...CLUE, ...open])];
  return book(STANDING.has(state) ? all.filter((field) => !FIXED.has(field) || open.includes(field)) : all);
}
