import { html, nothing, type TemplateResult } from 'lit';
import '#client/elements/day-field.ts';
import '#client/elements/number-advice.ts';
import '#client/elements/row-list.ts';
import type { Faults, FormSchema } from '#shared/kernel/faults.ts';
import {
  choicesOf,
  type FieldRule,
  fenFrom,
  fenToYuan,
  halfWidth,
  isHalfWidth,
  kindOf,
  plainRule,
  thousandthsFrom,
} from './field-kinds.ts';
import { steadyValue } from './ime.ts';
import { type Params, say, t } from './words.ts';

/** Answers of a form by field, typed as the schema wants them. */
export type Values = Readonly<Record<string, unknown>>;

/** What a form may say beyond its schema. */
export interface FieldsLook {
  /** Only these fields, in this order; otherwise all, in the schema's. */
  readonly only?: readonly string[];
  /** The name words are looked up by, where it is not the schema's `$id`. */
  readonly name?: string;
  /** Fields drawn by hand: their control, given the id its label points to. */
  readonly custom?: Readonly<Record<string, (id: string) => unknown>>;
  /** Fields the schema requires but the form fills in by itself: drawn without the star. */
  readonly optional?: readonly string[];
  /** Set in the rows of a list, so that each row's labels point to its own fields. */
  readonly row?: string;
  /** Fields this form needs although their schema does not: drawn with the star. */
  readonly needed?: readonly string[];
  /** A first field that has the focus when the form opens. */
  readonly focus?: string;
}

/** Draws one field per property of a schema, with label, helper and fault; answers are read back by `answersOf()`. */
export function fieldsOf(schema: FormSchema, faults: Faults = {}, values: Values = {}, look: FieldsLook = {}) {
  const fields = look.only ?? Object.keys(schema.properties);
  return html`<div class="fields">${fields.map((field) => fieldOf(schema, field, { faults, values, look }))}</div>`;
}

interface Asked {
  readonly faults: Faults;
  readonly values: Values;
  readonly look: FieldsLook;
}

/** One field alone, for forms laid out by hand. */
export function fieldOf(schema: FormSchema, field: string, asked: Asked): TemplateResult {
  const rule = schema.properties[field] as FieldRule;
  const id = idOf(field, asked.look);
  const fault = asked.faults[field];
  const helper = say(`${schemaName(schema, asked.look)}.${field}.helper`);
  const kind = kindOf(rule);
  const many = kind === 'choices' || kind === 'rows';
  return html`<div class="field ${kind === 'long' || many ? 'wide' : ''}" data-field=${field}>
    ${kind === 'flag' ? nothing : labelOf(schema, field, asked, many)}
    ${asked.look.custom?.[field]?.(id) ?? control(schema, field, asked)}
    ${helper ? html`<small id="${id}-helper">${helper}</small>` : nothing}
    ${fault ? html`<span class="fault" id="${id}-fault">${faultText(rule, fault)}</span>` : nothing}
  </div>`;
}

/** The name of a field as people say it. */
export function fieldLabel(schema: FormSchema, field: string, name?: string): string {
  return say(`${name ?? (schema as { $id?: string }).$id}.${field}`) ?? field;
}

const idOf = (field: string, { row = '' }: FieldsLook) => `field-${row}${field}`;
const schemaName = (schema: FormSchema, look: FieldsLook) => look.name ?? (schema as { $id?: string }).$id ?? '';

const isNeeded = (schema: FormSchema, field: string, { needed, optional }: FieldsLook) =>
  needed?.includes(field) || (schema.required?.includes(field) && !optional?.includes(field));

function labelOf(schema: FormSchema, field: string, { look }: Asked, many: boolean) {
  const id = idOf(field, look);
  const required = isNeeded(schema, field, look);
  const must = required ? html`<span class="must" aria-hidden="true">*</span>` : nothing;
  const text = fieldLabel(schema, field, schemaName(schema, look));
  return many
    ? html`<span class="label" id="${id}-label">${must}${text}</span>`
    : html`<label for=${id}>${must}${text}</label>`;
}

/** What is wrong with an answer, in one phrase, with the number the rule names. */
export function faultText(rule: FieldRule | undefined, fault: string): string {
  const plain = rule ? plainRule(rule) : {};
  const limit = (plain as Record<string, unknown>)[fault];
  const params: Params = typeof limit === 'number' ? { limit: plain.format === 'fen' ? fenToYuan(limit) : limit } : {};
  const kind = rule && kindOf(rule);
  const shape = kind === 'rows' || kind === 'flag' ? kind : plain.format;
  return say(`fault.${fault}.${shape}`, params) ?? say(`fault.${fault}`, params) ?? t('fault.type');
}

/** The faults of a form in one list at its head, each a way to its field: shown after a submit that did not pass. */
export function faultSummary(schema: FormSchema, faults: Faults, name?: string) {
  const fields = Object.keys(faults);
  if (fields.length === 0) return nothing;
  const jump = (event: Event, field: string) => {
    event.preventDefault();
    focusField((event.target as Element).getRootNode() as ParentNode, field);
  };
  return html`<div class="problem" role="alert">
    <strong>${t('form.faults', { count: fields.length })}</strong>
    <ul>
      ${fields.map(
        (field) => html`<li><a href="#field-${field}" @click=${(event: Event) => jump(event, field)}
          >${placeOf(schema, field, name)}</a> — ${faultText(ruleAt(schema, field), faults[field]!)}</li>`,
      )}
    </ul>
  </div>`;
}

/** A field as a list of faults names it: one inside a row with its list and row before it. */
function placeOf(schema: FormSchema, place: string, name?: string): string {
  const [field = '', row, inner] = place.split('.');
  const label = fieldLabel(schema, field, name);
  if (inner === undefined) return label;
  const words = rowWords(plainRule(schema.properties[field] as FieldRule));
  return [label, t('rows.nth', { n: Number(row) + 1 }), say(`${words}.${inner}`)].filter(Boolean).join(' ');
}

function ruleAt(schema: FormSchema, place: string): FieldRule | undefined {
  const [field = '', , inner] = place.split('.');
  const rule = schema.properties[field] as FieldRule | undefined;
  return inner === undefined || !rule ? rule : plainRule(rule).items?.properties?.[inner];
}

/** Puts the focus into a field of a form; a place inside a list's row leads to the list, which knows its faulty field. */
export function focusField(root: ParentNode, place: string): void {
  root.querySelector<HTMLElement>(`[name="${place.split('.')[0]}"]`)?.focus();
}

function control(schema: FormSchema, field: string, { faults, values, look }: Asked) {
  const rule = plainRule(schema.properties[field] as FieldRule);
  const id = idOf(field, look);
  const fault = faults[field];
  const told = [fault ? `${id}-fault` : '', say(`${schemaName(schema, look)}.${field}.helper`) ? `${id}-helper` : ''];
  const it: Control = {
    id,
    field,
    rule,
    value: values[field] ?? rule.default,
    invalid: fault ? 'true' : 'false',
    told: told.filter(Boolean).join(' ') || undefined,
    required: isNeeded(schema, field, look) ? 'true' : 'false',
    focus: look.focus === field,
    faults,
    label: fieldLabel(schema, field, schemaName(schema, look)),
  };
  return CONTROLS[kindOf(rule)](it);
}

interface Control {
  readonly id: string;
  readonly field: string;
  readonly rule: FieldRule;
  readonly value: unknown;
  readonly invalid: 'true' | 'false';
  readonly told: string | undefined;
  readonly required: 'true' | 'false';
  readonly focus: boolean;
  /** Of the whole form: a list's are those of its rows. */
  readonly faults: Faults;
  readonly label: string;
}

const textOf = (value: unknown) => (value === undefined || value === null ? '' : String(value));
const narrow = (event: Event) => {
  const input = event.target as HTMLInputElement;
  const half = halfWidth(input.value);
  if (half !== input.value) input.value = half;
};

function line(it: Control, type: string, mode: string, value = textOf(it.value)) {
  return html`<input id=${it.id} name=${it.field} type=${type} inputmode=${mode} ?autofocus=${it.focus} autocomplete="off"
    aria-invalid=${it.invalid} aria-describedby=${it.told ?? nothing} aria-required=${it.required}
    @change=${isHalfWidth(it.rule) ? narrow : nothing} ${steadyValue(value)} />`;
}

/** The name the fields of a list's rows are looked up by. */
const rowWords = (rule: FieldRule): string => rule.items?.$id ?? rule.words ?? '';
const choiceText = (rule: FieldRule, value: string) => say(`${rule.words}.${value}`) ?? value;

const CONTROLS: Record<ReturnType<typeof kindOf>, (it: Control) => TemplateResult> = {
  text: (it) => line(it, 'text', it.rule.format === 'phone' ? 'tel' : it.rule.format === 'email' ? 'email' : 'text'),
  number: (it) =>
    html`${line(it, 'text', 'text')}<number-advice format=${it.rule.format ?? ''} .stored=${textOf(it.value)}></number-advice>`,
  secret: (it) => line(it, 'password', 'text'),
  integer: (it) => line(it, 'text', 'numeric'),
  fen: (it) => line(it, 'text', 'decimal', typeof it.value === 'number' ? fenToYuan(it.value) : textOf(it.value)),
  thousandths: (it) =>
    line(it, 'text', 'decimal', typeof it.value === 'number' ? String(it.value / 1000) : textOf(it.value)),
  day: (it) => html`<day-field id=${it.id} name=${it.field} label=${it.label} ?invalid=${it.invalid === 'true'}
    .value=${textOf(it.value)} aria-describedby=${it.told ?? nothing}></day-field>`,
  long: (it) => html`<textarea id=${it.id} name=${it.field} ?autofocus=${it.focus} aria-invalid=${it.invalid}
    aria-describedby=${it.told ?? nothing} aria-required=${it.required} ${steadyValue(textOf(it.value))}></textarea>`,
  choice: (it) => html`<select id=${it.id} name=${it.field} ?autofocus=${it.focus} aria-invalid=${it.invalid}
    aria-describedby=${it.told ?? nothing} aria-required=${it.required}>
    <option value="" ?selected=${textOf(it.value) === ''}></option>
    ${choicesOf(it.rule).map(
      (value) =>
        html`<option value=${value} ?selected=${textOf(it.value) === value}>${choiceText(it.rule, value)}</option>`,
    )}
  </select>`,
  choices: (
    it,
  ) => html`<div class="choices" role="group" aria-labelledby="${it.id}-label" aria-describedby=${it.told ?? nothing}>
    ${choicesOf(it.rule.items ?? {}).map(
      (value) => html`<label><input type="checkbox" name=${it.field} value=${value}
        ?checked=${Array.isArray(it.value) && it.value.includes(value)} />${choiceText({ words: it.rule.words ?? it.rule.items?.words }, value)}</label>`,
    )}
  </div>`,
  rows: (
    it,
  ) => html`<row-list id=${it.id} name=${it.field} role="group" aria-labelledby="${it.id}-label" words=${rowWords(it.rule)}
    .schema=${it.rule.items as unknown as FormSchema} .rows=${(it.value ?? []) as Values[]} .least=${Math.max(1, it.rule.minItems ?? 0)}
    .most=${it.rule.maxItems ?? 50} .faults=${it.faults}></row-list>`,
  flag: (
    it,
  ) => html`<div class="choices"><label><input type="checkbox" id=${it.id} name=${it.field} ?checked=${it.value === true}
    aria-describedby=${it.told ?? nothing} />${it.label}</label></div>`,
};

/** What a form holds now, typed as its schema wants it; a field left empty is left out. */
export function answersOf(schema: FormSchema, form: ParentNode): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (const [field, rule] of Object.entries(schema.properties)) {
    const found = [...form.querySelectorAll<HTMLInputElement>(`[name="${field}"]`)];
    if (found.length === 0) continue;
    const answer = answerOf(plainRule(rule as FieldRule), found);
    if (answer !== undefined && answer !== '') answers[field] = answer;
  }
  return answers;
}

/** What cannot be read as its type stays as typed, so that the check names it and nothing is lost. */
function answerOf(rule: FieldRule, found: HTMLInputElement[]): unknown {
  const kind = kindOf(rule);
  const first = found[0]!;
  if (first.type === 'radio') return found.find((one) => one.checked)?.value;
  if (kind === 'flag') return first.checked;
  if (kind === 'choices' && first.type === 'checkbox')
    return found.filter((one) => one.checked).map((one) => one.value);
  if (typeof first.value !== 'string') return first.value;
  const text = isHalfWidth(rule) ? halfWidth(first.value) : first.value.trim();
  if (text === '') return undefined;
  if (kind === 'fen') return fenFrom(text) ?? text;
  if (kind === 'thousandths') return thousandthsFrom(text) ?? text;
  if (kind === 'integer') return /^-?\d+$/.test(text) ? Number(text) : text;
  return text;
}
