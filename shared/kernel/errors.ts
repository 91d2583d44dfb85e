/** Every refusal the product can give, with its HTTP status. The code travels; the words are looked up on screen. */
export const REFUSALS = {
  unauthenticated: 401,
  sign_in_failed: 401,
  second_factor_needed: 401,
  sign_in_again: 401,
  forbidden: 403,
  cross_site: 403,
  not_found: 404,
  not_allowed_in_state: 409,
  key_reused: 409,
  already_exists: 409,
  has_moved_on: 409,
  facts_changed: 409,
  merged_away: 409,
  changed_meanwhile: 412,
  too_large: 413,
  unsupported_type: 415,
  invalid_query: 400,
  invalid_input: 422,
  version_missing: 428,
  locked_out: 429,
  too_many: 429,
  damaged: 500,
  overloaded: 503,
  read_only: 503,
  storage_full: 507,
} as const;
export type RefusalCode = keyof typeof REFUSALS;

/** An expected "no". Whatever else is thrown is a bug and answers 500. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly detail: Record<string, unknown>;

  constructor(code: RefusalCode, detail: Record<string, unknown> = {}) {
    super(code);
    this.code = code;
    this.detail = detail;
  }

  get status(): number {
    return REFUSALS[this.code];
  }
}

/** A refusal of one or more fields: `{ field: rule }`, shown beside each input. */
export function invalid(fields: Record<string, string>): Refusal {
  return new Refusal('invalid_input', { fields });
}
