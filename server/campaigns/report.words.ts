import type { Kind } from '#shared/dossiers/dossier.kinds.ts';
import { campaignWords } from '#shared/words/campaign.words.ts';

const words: Record<string, readonly [string, string]> = campaignWords;

/** How an office stands, as a paper says it; nothing before it was asked. */
export const assignmentWord = (state: string | null): string => words[`assignment.state.${state}`]?.[0] ?? '';

const KINDS: Partial<Record<Kind, string>> = {
  complaint: '投诉举报',
  case: '案件',
  transfer: '移送',
  rectification: '整改',
  spot_check: '监督抽查',
};

/** A ledger's name as a paper says it. */
export const kindWord = (kind: Kind): string => KINDS[kind] ?? kind;
