import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DIGEST_AT, isQuiet, type NoticeChoice, TELLINGS, tellingOf, USUAL } from '#shared/notices/telling.ts';

/** An instant as the office's clock shows it. */
const shown = (at: string | null) => at && new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16);
const at = (written: string) => new Date(`${written}:00+08:00`).toISOString();
const choice = (change: Partial<NoticeChoice>): NoticeChoice => ({ ...USUAL, ...change });

test('what waits for somebody is told at once; what they only should know, at the next half past eight', () => {
  const now = at('2026-11-25T14:20');

  expect([tellingOf(USUAL, 'act', now), shown(tellingOf(USUAL, 'know', now))]).toEqual([now, '2026-11-26T08:30']);
  expect(shown(tellingOf(USUAL, 'know', at('2026-11-25T08:30')))).toBe('2026-11-25T08:30');
});

test('quiet hours over midnight hold back until the morning they end, and the digest with them', () => {
  const quiet = choice({ quietFrom: '22:00', quietUntil: '09:00' });

  expect(shown(tellingOf(quiet, 'act', at('2026-11-25T23:10')))).toBe('2026-11-26T09:00');
  expect(shown(tellingOf(quiet, 'act', at('2026-11-26T09:00')))).toBe('2026-11-26T09:00');
  expect(shown(tellingOf(quiet, 'know', at('2026-11-25T14:20')))).toBe('2026-11-26T09:00');
});

test('whatever is chosen and whenever it happens: never before, never in quiet hours, within two days, never where not wanted', () => {
  const time = fc
    .integer({ min: 0, max: 1439 })
    .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`);
  const hours = fc.option(
    fc.tuple(time, time).filter(([from, until]) => from !== until),
    { nil: null },
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...TELLINGS),
      hours,
      fc.integer({ min: 0, max: 4_000_000_000_000 }),
      (act, quiet, ms) => {
        const mine = choice({ act, quietFrom: quiet?.[0] ?? null, quietUntil: quiet?.[1] ?? null });
        const told = tellingOf(mine, 'act', new Date(ms).toISOString());
        if (act === 'never') return told === null;
        const when = Date.parse(told!);
        const onTime = act === 'at_once' && !isQuiet(mine, ms) ? when === ms : when >= ms && when - ms < 2 * 86_400_000;
        const sharp = act === 'at_once' || shown(told)!.endsWith(DIGEST_AT) || shown(told)!.endsWith(mine.quietUntil!);
        return onTime && sharp && !isQuiet(mine, when);
      },
    ),
  );
});
