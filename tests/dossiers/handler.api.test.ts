import { expect, test } from 'vitest';
import { aClue } from '#tests/cases/a-case.ts';
import { anOrder } from '#tests/rectifications/a-rectification.ts';
import { type Asker, anIntake, world } from '#tests/support/world.ts';

const fields = (answer: { json(): { detail?: { fields?: Record<string, string> } } }) => answer.json().detail?.fields;

const idOf = async (who: Asker) => (await who.get('/api/session')).json().person.id as number;

test('a record of any ledger is handled by somebody who serves in its office', async () => {
  const { liaison, inspector, lintan, outsider } = await world();
  const [mine, ...others] = [await idOf(liaison), await idOf(lintan), await idOf(outsider), 99_999];
  for (const [url, who, body] of [
    ['/api/complaints', liaison, anIntake()],
    ['/api/cases', inspector, aClue()],
    ['/api/rectifications', inspector, anOrder()],
  ] as const) {
    const { id, version } = (await who.post(url, body)).json();
    for (const elsewhere of others)
      expect([url, fields(await who.patch(`${url}/${id}`, { version, handlerId: elsewhere }))]).toEqual([
        url,
        { handlerId: 'not_serving' },
      ]);
    const here = await who.patch(`${url}/${id}`, { version, handlerId: mine });
    expect([url, here.statusCode, here.json().handlerId]).toEqual([url, 200, mine]);
    const nobody = await who.patch(`${url}/${id}`, { version: here.json().version, handlerId: null });
    expect([url, nobody.json().handlerId]).toEqual([url, null]);
  }
});
