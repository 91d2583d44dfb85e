import type { Kind } from '../dossiers/dossier.kinds.ts';
import type { Fit, Form, Making, Recipient } from './form.ts';
import { CLOSING_FORMS } from './forms/closing.forms.ts';
import { COMPLAINT_FORMS } from './forms/complaint.forms.ts';
import { DECISION_FORMS } from './forms/decision.forms.ts';
import { FILING_FORMS } from './forms/filing.forms.ts';
import { MEDIATION_FORMS } from './forms/mediation.forms.ts';
import { placesIn } from './layout.ts';
import type { PlaceName } from './places.ts';

/** Every form of the product, in the order of its series. A ledger's own stand in one file each beside these. */
export const FORMS = {
  ...COMPLAINT_FORMS,
  ...MEDIATION_FORMS,
  ...FILING_FORMS,
  ...DECISION_FORMS,
  ...CLOSING_FORMS,
} as const satisfies Record<string, Form>;

export type FormCode = keyof typeof FORMS;
export const FORM_CODES = Object.keys(FORMS) as FormCode[];

/** One form as the table's general shape. */
export const formOf = (code: FormCode): Form => FORMS[code];

/** The forms of one ledger's records. */
export const formsOf = (kind: Kind): FormCode[] => FORM_CODES.filter((code) => formOf(code).kinds.includes(kind));

/** The places a form names, in the order of its paper. */
export const placesOf = (code: FormCode): PlaceName[] => placesIn(formOf(code).layout) as PlaceName[];

/** For whom a form may be made: its own addressees, and others where the complainant stands in one of these. */
export function makingsOf(form: Form): readonly Making[] {
  return form.makings.some(({ named }) => named) ? [...form.makings, { to: 'others' }] : form.makings;
}

/** How a form is made for one addressee; undefined where it is made for no such one. */
export const makingFor = (form: Form, to: Recipient): Making | undefined =>
  makingsOf(form).find((making) => making.to === to);

/** Whether a record standing so is where this form is its next paper. */
export const fitsNow = (fits: readonly Fit[], standing: Readonly<Record<string, string>>): boolean =>
  fits.some((fit) => Object.entries(fit).every(([name, wanted]) => wanted.includes(standing[name] ?? '')));
