import { say } from '#client/kernel/words.ts';
import type { Kind } from '#shared/dossiers/dossier.kinds.ts';

/** Where each ledger's records stand in the product. */
const PATHS: Record<Kind, string> = {
  complaint: '/complaints',
  case: '/cases',
  transfer: '/transfers',
  rectification: '/rectifications',
};

/** The address of a record of any ledger. */
export const pathOf = ({ kind, id }: { readonly kind: Kind | string; readonly id: number }): string =>
  `${PATHS[kind as Kind] ?? PATHS.complaint}/${id}`;

/** The address of a ledger's list. */
export const listPath = (kind: Kind): string => PATHS[kind];

/** A ledger's word for a state of its records. */
export const stateWord = (kind: string, state: string | null | undefined): string =>
  state ? (say(`${kind}.state.${state}`) ?? state) : '';

/** A ledger's word for a step. */
export const stepWord = (kind: string, step: unknown): string | undefined => say(`${kind}.step.${step}`);
