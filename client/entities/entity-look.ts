import { html, nothing } from 'lit';
import { regionShort } from '#client/kernel/places.ts';
import { say, t } from '#client/kernel/words.ts';
import type { WatchLevel } from '#shared/entities/entity.lists.ts';
import './watch-mark.ts';

/** A word of one of the entity's lists; the code itself where there is none. */
export const word = (prefix: string, value: string | null | undefined): string =>
  value ? (say(`${prefix}.${value}`) ?? value) : '';

/** Where it is, in few signs. */
export const placeShort = ({ county, township }: { county: string | null; township: string | null }): string =>
  [county ? regionShort(county) : '', township].filter(Boolean).join(' ');

/** What tells two of the same name apart: code, place, who runs it, the end of an ID number. */
export function toldApart(one: {
  readonly code: string | null;
  readonly county: string | null;
  readonly township: string | null;
  readonly operatorMask: string | null;
  readonly idTail: string | null;
}): string {
  return [one.code, placeShort(one), one.operatorMask, one.idTail ? `…${one.idTail}` : ''].filter(Boolean).join(' · ');
}

/** How busy it keeps one's office, and this year's visits of everybody: 今年投诉 3 · 在办 1 · 检查 2/4. */
export const busyText = (one: { complaints: number; open: number; visits: number; cap: number }): string =>
  t('entity.busy', { complaints: one.complaints, open: one.open, visits: one.visits, cap: one.cap });

/** The mark that asks to keep an eye on it; nothing for whoever it is not for. */
export const watchMark = (level: WatchLevel | null | undefined) =>
  level ? html`<watch-mark level=${level}></watch-mark>` : nothing;

/** A Tibetan name in its own script and line. */
export const tibetan = (text: string | null | undefined) =>
  text ? html`<span class="bo" lang="bo">${text}</span>` : nothing;
