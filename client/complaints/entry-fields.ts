import { html, nothing } from 'lit';
import '#client/campaigns/campaign-field.ts';
import { today } from '#client/clocks/law.ts';
import '#client/elements/combo-box.ts';
import '#client/entities/subject-box.ts';
import { requiredNow } from '#client/fields/required.ts';
import { fieldOf, fieldsOf } from '#client/kernel/fields.ts';
import { countyChoices } from '#client/kernel/places.ts';
import { listed, say, t } from '#client/kernel/words.ts';
import { handlingOffices } from '#client/offices/directory.ts';
import { INTAKES } from '#shared/complaints/complaint.lists.ts';
import { OWN_FIELD_NAMES } from '#shared/complaints/complaint.own-fields.ts';
import { ComplaintIntake } from '#shared/complaints/complaint.schema.ts';
import { identityIn } from '#shared/complaints/extraction.identity.ts';
import { MATTER_CODES } from '#shared/complaints/routing.ts';
import type { Faults } from '#shared/kernel/faults.ts';
import { MATTER_INITIALS } from './matter-initials.ts';

type Answers = Readonly<Record<string, unknown>>;
const textOf = (value: unknown) => (value === undefined || value === null ? '' : String(value));

/** Every matter with the group it belongs to and the initials it answers to. */
export const matterChoices = () =>
  MATTER_CODES.map((code) => ({
    value: code,
    label: `${say(`matter.${code.split('.')[0]}`) ?? ''} › ${say(`matter.${code}`) ?? code}`,
    initials: MATTER_INITIALS[code] ?? '',
  }));

const RARER: readonly string[] = [
  'happenedOn',
  'address',
  'subjectContact',
  'demandText',
  ...OWN_FIELD_NAMES,
  'officeId',
  'consentPublic',
  'consentEntrust',
  'restricted',
];

/** The nine fields of a telephone call in the order it goes, then the rarer ones folded away. */
export function entryFields(answers: Answers, faults: Faults, takeOut: () => void) {
  const asked = { faults, values: answers, look: {} };
  const needed = requiredNow();
  const field = (name: string, look = {}) =>
    fieldOf(ComplaintIntake, name, { ...asked, look: { ...look, optional: ['content', 'demands'], needed } });
  return html`<div class="fields">
      <div class="third">${field('channel')}</div><div class="third">${field('receivedOn')}</div><div class="third">${field('foreignNumber')}</div>
      <div class="wide">${field('intake', { custom: { intake: () => intakeRadios(textOf(answers['intake'])) } })}</div>
      ${who(answers, faults)}
      <div class="wide">${field('subjectName', { custom: { subjectName: (id: string) => subject(id, answers, faults) } })}</div>
      <div class="third">${field('matter', { custom: { matter: (id: string) => combo(id, 'matter', textOf(answers['matter']), matterChoices(), faults) } })}</div>
      <div class="third">${field('county', { custom: { county: (id: string) => combo(id, 'county', textOf(answers['county']), countyChoices(), faults) } })}</div>
      <div class="third">${field('township')}</div>
      <div class="two-thirds">${field('title')}</div><div class="third">${field('amountFen')}</div>
      <div class="wide">${field('content')}${identityTold(answers, takeOut)}</div>
      <div class="wide">${field('demands')}</div>
    </div>
    <details ?open=${needed.some((field) => RARER.includes(field))}>
      <summary>${t('entry.more')}</summary>
      ${fieldsOf(ComplaintIntake, faults, answers, {
        only: RARER,
        needed,
        custom: { officeId: (id) => combo(id, 'officeId', textOf(answers['officeId']), handlingOffices(), faults) },
      })}
      <campaign-field .value=${textOf(answers['campaignId'])} fault=${faults['campaignId'] ?? ''}></campaign-field>
    </details>`;
}

/** Who complains is not for everybody who reads the content: whatever of it stands there is offered to be taken out. */
function identityTold(answers: Answers, takeOut: () => void) {
  const told = identityIn(textOf(answers['content']), today());
  if (told.length === 0) return nothing;
  const kinds = [...new Set(told.map(({ kind }) => t(`entry.found.${kind as 'name' | 'phone' | 'idNo'}`)))];
  return html`<p class="identity" role="status">${t('entry.identity_told', { what: listed(kinds) })} <button type="button" class="small" @click=${takeOut}>${t('entry.identity_out')}</button></p>`;
}

function intakeRadios(value: string) {
  return html`<div class="choices" role="radiogroup" aria-label=${say('ComplaintIntake.intake') ?? ''}>${INTAKES.map(
    (one) =>
      html`<label><input type="radio" name="intake" value=${one} ?checked=${one === value} .checked=${one === value} />${say(`complaint.intake.${one}`)}</label>`,
  )}</div>`;
}

function who(answers: Answers, faults: Faults) {
  const anonymity = answers['anonymity'];
  const fault = faults['name'];
  return html`<div class="field third">
      <label for="field-name">${say('Complainant.name')}</label>
      ${line('field-name', 'name', answers['name'], faults, anonymity === 'anonymous')}
      ${fault ? html`<span class="fault">${say(`fault.${fault}`)}</span>` : ''}
    </div>
    <div class="field third"><label for="field-phone">${say('Complainant.phone')}</label>${line('field-phone', 'phone', answers['phone'], faults, anonymity === 'anonymous', 'tel')}</div>
    <div class="third guard">
      <label><input type="checkbox" name="anonymous" .checked=${anonymity === 'anonymous'} />${t('entry.anonymous')}</label>
      <label><input type="checkbox" name="secret" .checked=${anonymity === 'secret'} />${t('entry.secret')}</label>
    </div>`;
}

/** Whom the complaint is about: its name as it was said, linked to the library where it is on file. */
function subject(id: string, answers: Answers, faults: Faults) {
  return html`<subject-box id=${id} name="subjectId" label=${say('ComplaintIntake.subjectName') ?? ''} .value=${textOf(answers['subjectId'])} .text=${textOf(answers['subjectName'])}
    county=${textOf(answers['county'])} ?invalid=${faults['subjectName'] !== undefined || faults['subjectId'] !== undefined}></subject-box>`;
}

function line(id: string, name: string, value: unknown, faults: Faults, disabled = false, mode = 'text') {
  return html`<input id=${id} name=${name} inputmode=${mode} autocomplete="off" ?disabled=${disabled} aria-invalid=${faults[name] ? 'true' : 'false'} .value=${textOf(value)} />`;
}

function combo(
  id: string,
  name: string,
  value: string,
  choices: readonly { value: string; label: string }[],
  faults: Faults,
) {
  return html`<combo-box id=${id} name=${name} label=${say(`ComplaintIntake.${name}`) ?? name} .value=${value} .choices=${choices} ?invalid=${faults[name] !== undefined}></combo-box>`;
}
