import { html } from 'lit';
import type { Filter, FilterOp } from '#client/kernel/address.ts';
import { t } from '#client/kernel/words.ts';
import '../day-field.ts';
import type { FilterField } from './field.ts';

type Change = (values: readonly string[], op: FilterOp) => void;

/** The control that sets one filter; every change counts at once. */
export function filterControl(field: FilterField, filters: readonly Filter[], change: Change) {
  const now = (op?: FilterOp) => filters.find((one) => one.key === field.key && (!op || one.op === op))?.values ?? [];
  if (field.kind === 'days') {
    const day = (
      op: 'from' | 'to',
    ) => html`<label>${t(`filter.${op}`)}<day-field .value=${now(op)[0] ?? ''} label="${field.label} ${t(`filter.${op}`)}"
      @change=${(event: Event) => change([(event.target as HTMLElement & { value: string }).value].filter(isDay), op)}></day-field></label>`;
    return html`<div class="days">${day('from')}${day('to')}</div>`;
  }
  if (field.kind === 'text') {
    return html`<input type="text" aria-label=${field.label} .value=${now()[0] ?? ''}
      @change=${(event: Event) => change([(event.target as HTMLInputElement).value.trim()].filter(Boolean), 'has')} />`;
  }
  return field.kind === 'one' ? oneOf(field, now()[0] ?? '', change) : anyOf(field, now(), change);
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

function oneOf(field: FilterField, value: string, change: Change) {
  return html`<div class="list" role="radiogroup" aria-label=${field.label}>
    ${field.options?.map(
      (option) => html`<label><input type="radio" name=${field.key} .checked=${option.value === value}
        @change=${() => change([option.value], 'eq')} />${option.label}</label>`,
    )}
  </div>`;
}

function anyOf(field: FilterField, values: readonly string[], change: Change) {
  const toggle = (value: string) =>
    change(values.includes(value) ? values.filter((one) => one !== value) : [...values, value], 'in');
  return html`<div class="list" role="group" aria-label=${field.label}>
    ${field.options?.map(
      (option) =>
        html`<label><input type="checkbox" .checked=${values.includes(option.value)} @change=${() => toggle(option.value)} />${option.label}</label>`,
    )}
  </div>`;
}
