import { html, nothing, type TemplateResult } from 'lit';
import '#client/elements/day-field.ts';
import { steadyValue } from '#client/kernel/ime.ts';
import { say, t } from '#client/kernel/words.ts';
import type { PaperAnswer, PlaceFilled } from '#shared/documents/document.api.ts';
import { placeName } from './names.ts';
import './row-table.ts';
import type { Row } from './sheet-pieces.ts';

/** A place as it is asked for: what stands in it, what is wrong with it, and who hears what is typed. */
export interface PlaceAsked {
  readonly place: PlaceFilled;
  readonly answer: PaperAnswer | undefined;
  readonly fault: string | undefined;
  readonly typed: (place: string, answer: PaperAnswer) => void;
}

/** One place that is entered in the paper itself, with label and fault; the star says that it is not put in force without. */
export function placeField({ place, answer, fault, typed }: PlaceAsked): TemplateResult {
  const { place: name, shape, must } = place;
  const star = must ? html`<span class="must" aria-hidden="true">*</span>` : nothing;
  if (shape === 'tick')
    return html`<div class="field"><div class="choices"><label><input type="checkbox" name=${name} .checked=${answer === true}
      @change=${(event: Event) => typed(name, (event.target as HTMLInputElement).checked)} />${placeName(name)}</label></div></div>`;
  const wide = shape === 'text' || shape === 'rows';
  return html`<div class="field ${wide ? 'wide' : ''}" data-place=${name}>
    ${shape === 'rows' ? html`<span class="label">${star}${placeName(name)}</span>` : html`<label for="place-${name}">${star}${placeName(name)}</label>`}
    ${control(place, { answer, fault, typed })}
    ${fault ? html`<span class="fault" id="fault-${name}">${say(`fault.${fault}`) ?? t('fault.type')}</span>` : nothing}
  </div>`;
}

function control({ place, shape, must, columns }: PlaceFilled, { answer, fault, typed }: Omit<PlaceAsked, 'place'>) {
  const hear = (event: Event) => typed(place, (event.target as HTMLInputElement).value);
  const text = typeof answer === 'string' ? answer : '';
  const id = `place-${place}`;
  const told = fault ? `fault-${place}` : nothing;
  const invalid = fault ? 'true' : 'false';
  if (shape === 'rows')
    return html`<row-table label=${placeName(place)} .columns=${columns ?? []} .rows=${(Array.isArray(answer) ? answer : []) as Row[]}
      @rows-changed=${(event: CustomEvent<{ rows: Row[] }>) => typed(place, event.detail.rows)}></row-table>`;
  if (shape === 'text')
    return html`<textarea id=${id} name=${place} maxlength="20000" aria-required=${must ? 'true' : 'false'} aria-invalid=${invalid} aria-describedby=${told} @input=${hear} ${steadyValue(text)}></textarea>`;
  if (shape === 'day')
    return html`<day-field id=${id} name=${place} label=${placeName(place)} ?invalid=${fault !== undefined} .value=${text} @change=${hear}></day-field>`;
  return html`<input id=${id} name=${place} type=${shape === 'moment' ? 'datetime-local' : 'text'} maxlength="2000" autocomplete="off" aria-required=${must ? 'true' : 'false'}
    aria-invalid=${invalid} aria-describedby=${told} @input=${hear} ${steadyValue(text)} />`;
}
