import { invalid } from '#shared/kernel/errors.ts';

/** The value a step cannot do without; throws `invalid_input` naming the field. */
export function need<T>(value: T | undefined | null | '', field: string): T {
  if (value === undefined || value === null || value === '') throw invalid({ [field]: 'required' });
  return value;
}
