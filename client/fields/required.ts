import { today } from '#client/clocks/law.ts';
import { call } from '#client/kernel/api.ts';
import { fieldApi, type RequiredField, requiredOn } from '#shared/fields/field.api.ts';
import type { Faults } from '#shared/kernel/faults.ts';

let rules: readonly RequiredField[] = [];

/** Loads which fields are a must, for every form that asks for one. */
export async function loadRequired(): Promise<void> {
  rules = await call(fieldApi.list, {});
}

/** The fields of a complaint that have to be filled in today. */
export const requiredNow = (): readonly string[] => requiredOn(rules, today());

/** Which of them an answer lacks. */
export const faultsOfRequired = (answers: Readonly<Record<string, unknown>>): Faults =>
  Object.fromEntries(
    requiredNow()
      .filter((field) => answers[field] === undefined || String(answers[field]).trim() === '')
      .map((field) => [field, 'required']),
  );
