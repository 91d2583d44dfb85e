/** What stands for a violation that an imported file did not tell, until somebody completes it. */
export const NOT_STATED = '未载明';
/** Why a party of an imported decision has no code, until somebody completes it. */
export const CODE_NOT_STATED = '导入资料未载明';
/** How the source of an imported decision begins. */
export const IMPORTED = '导入：';

/** Whether a case came with its decision, from a file. */
export const isImported = (sourceNote: string | null): boolean => sourceNote?.startsWith(IMPORTED) ?? false;

interface Told {
  readonly sourceNote: string | null;
  readonly violation: string | null;
  readonly basis: string | null;
  readonly parties?: readonly { readonly noCode?: string | null }[];
}

/** What an imported decision's file left out, by field: it stands as a gap to be completed, never as a fact. */
export function leftOut({ sourceNote, violation, basis, parties = [] }: Told): ('violation' | 'basis' | 'parties')[] {
  if (!isImported(sourceNote)) return [];
  return [
    ...(violation === NOT_STATED ? (['violation'] as const) : []),
    ...(basis === null ? (['basis'] as const) : []),
    ...(parties.some(({ noCode }) => noCode === CODE_NOT_STATED) ? (['parties'] as const) : []),
  ];
}
