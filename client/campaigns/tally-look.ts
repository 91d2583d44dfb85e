import { html, nothing } from 'lit';
import { t } from '#client/kernel/words.ts';
import type { TallyPeriod } from '#shared/campaigns/tally.api.ts';
import { CLAIMED, TYPED } from '#shared/campaigns/tally.ts';

/** The figures of a period in one line, those that are not zero. */
export function figuresText({ tally }: TallyPeriod): string {
  if (!tally) return '';
  return TYPED.filter((name) => tally.figures[name] > 0)
    .map((name) => `${t(`TallySending.${name}`)} ${tally.figures[name]}`)
    .join('，');
}

/** Where an office says another number than its ledgers hold: both, side by side. */
export function differences({ tally, now }: TallyPeriod): string[] {
  if (!tally) return [];
  return CLAIMED.filter((kind) => tally.claimed[kind] !== null && tally.claimed[kind] !== now[kind]).map((kind) =>
    t('tally.differs', { kind: t(`kind.${kind}`), said: tally.claimed[kind] ?? 0, held: now[kind] }),
  );
}

/** How a period stands, in words. */
export const standingText = ({ standing, tally }: TallyPeriod) =>
  html`${tally?.late ? t('campaign.late') : t(`tally.standing.${standing}`)} ${tally && tally.seq > 1 ? t('tally.nth', { n: tally.seq }) : nothing}`;
