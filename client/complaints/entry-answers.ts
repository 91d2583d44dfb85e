import { session } from '#client/auth/session.ts';
import { answersOf } from '#client/kernel/fields.ts';
import { officeOf } from '#client/offices/directory.ts';
import { Complainant, ComplaintIntake } from '#shared/complaints/complaint.schema.ts';
import { identityIn, withoutIdentity } from '#shared/complaints/extraction.identity.ts';
import type { Found } from '#shared/complaints/extraction.ts';
import type { Day } from '#shared/kernel/calendar.ts';
import { COUNTIES } from '#shared/offices/regions.ts';

/** What stands in quick entry's form. */
export type Answers = Record<string, unknown>;

/** The form's answers: the intake's and, beside them, who complains. */
export function read(form: ParentNode): Answers {
  const answers: Answers = { ...answersOf(Complainant, form), ...answersOf(ComplaintIntake, form) };
  const checked = (name: string) => form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.checked;
  answers['anonymity'] = checked('anonymous') ? 'anonymous' : checked('secret') ? 'secret' : 'named';
  const subject = form.querySelector<HTMLElement & { text: string }>('subject-box');
  if (subject?.text) answers['subjectName'] = subject.text;
  return answers;
}

/** Whether the complainant asked to be kept secret. */
export const secret = (form: ParentNode) => form.querySelector<HTMLInputElement>('[name="secret"]')?.checked ?? false;

/** The county one serves in; undefined where one serves the prefecture. */
export function ownCounty(): string | undefined {
  const me = session();
  const region = me ? officeOf(me.officeId)?.region : undefined;
  return COUNTIES.find((code) => code === region);
}

const FIELD_OF: Partial<Record<Found['kind'], string>> = {
  phone: 'phone',
  idNo: 'idNo',
  amount: 'amountFen',
  day: 'happenedOn',
  county: 'county',
  township: 'township',
  subject: 'subjectName',
  name: 'name',
  title: 'title',
};

/** Puts a find into its field where that is empty, or where it was chosen by hand. */
export function fill(answers: Answers, { kind, value }: Found, chosen: boolean): void {
  if (kind === 'demand') {
    answers['demands'] = [...new Set([...((answers['demands'] as string[] | undefined) ?? []), String(value)])];
    return;
  }
  const field = FIELD_OF[kind];
  if (field && (chosen || !answers[field])) answers[field] = value;
}

/** The answers with who complains taken from the content into its own fields, as far as those are empty. */
export function identityTakenOut(answers: Answers, today: Day): Answers {
  const next = { ...answers };
  const content = String(next['content'] ?? '');
  for (const one of identityIn(content, today)) fill(next, one, false);
  return { ...next, content: withoutIdentity(content, today) };
}
