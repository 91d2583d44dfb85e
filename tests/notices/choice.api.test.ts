import { expect, test } from 'vitest';
import type { Message } from '#server/kernel/outbox.ts';
import { tellWaiting } from '#server/notices/notice.service.ts';
import { USUAL } from '#shared/notices/telling.ts';
import { type Asker, anIntake, world } from '#tests/support/world.ts';

type World = Awaited<ReturnType<typeof world>>;

const act = async (who: Asker) => (await who.get('/api/notices/count')).json().act;
const choose = (who: Asker, change: object) => who.put('/api/notices/choice', { ...USUAL, ...change });
const dispatched = ({ registrar }: World) => registrar.post('/api/complaints', anIntake());
/** What the stream would tell, event and how many persons. */
function hearing({ app }: World) {
  const heard: string[] = [];
  app.bus.listen((message: Message) => {
    if (message.topic === 'notice') heard.push(`${message.event} ${message.personIds?.length}`);
  });
  return heard;
}
const tick = ({ app }: World) => tellWaiting(app);

test('who chose the daily digest is counted to nothing by day, and told of all of it at half past eight', async () => {
  const people = await world();
  await choose(people.liaison, { act: 'daily' });
  const heard = hearing(people);

  await dispatched(people);
  await dispatched(people);
  const early = [await tick(people), await act(people.liaison)];
  const listed = (await people.liaison.get('/api/notices')).json().rows;
  people.clock.pass({ minutes: 22 * 60 + 29 });
  const justBefore = await tick(people);
  await people.later(0);
  people.clock.pass({ minutes: 1 });
  const onTime = [await tick(people), await act(people.liaison)];

  expect([early, justBefore, onTime]).toEqual([[0, 0], 0, [1, 2]]);
  expect(heard).toEqual(['waits 1', 'waits 1', 'digest 1']);
  expect(listed.map((group: { notices: { tellAt: string }[] }) => group.notices[0]!.tellAt)).toEqual([
    '2026-11-25T00:30:00.000Z',
    '2026-11-25T00:30:00.000Z',
  ]);
  expect(await tick(people)).toBe(0);
});

test('in quiet hours nothing is told, after them all of it at once; somebody else without them hears at once', async () => {
  const people = await world();
  await people.hold('inspector', 'liaison');
  await choose(people.liaison, { quietFrom: '09:30', quietUntil: '10:30' });
  const heard = hearing(people);

  await dispatched(people);
  const during = [await act(people.liaison), await act(people.inspector)];
  people.clock.pass({ minutes: 30 });
  await people.later(0);
  await tick(people);

  expect([during, await act(people.liaison)]).toEqual([[0, 1], 1]);
  expect(heard.sort()).toEqual(['digest 1', 'dispatched 1', 'waits 1']);
});

test('who wants no reminder finds it in the list and is counted to nothing, until they choose otherwise', async () => {
  const people = await world();
  await choose(people.liaison, { act: 'never' });
  await dispatched(people);
  people.clock.pass({ days: 1 });
  await people.later(0);
  await tick(people);
  const never = [await act(people.liaison), (await people.liaison.get('/api/notices?need=act')).json().rows.length];

  await choose(people.liaison, { act: 'at_once' });
  await tick(people);

  expect([never, await act(people.liaison)]).toEqual([[0, 1], 1]);
});

test('what was dealt with meanwhile is in no digest', async () => {
  const people = await world();
  await choose(people.liaison, { act: 'daily' });
  const { id, version } = (await dispatched(people)).json();
  await people.liaison.post(`/api/complaints/${id}/steps`, { step: 'acknowledge', version });
  people.clock.pass({ days: 1 });
  await people.later(0);

  expect([await tick(people), await act(people.liaison)]).toEqual([0, 0]);
});

test('half a quiet time is refused, named; a choice is one’s own', async () => {
  const { liaison, chief } = await world();

  const half = await choose(liaison, { quietFrom: '22:00' });
  const none = await choose(liaison, { quietFrom: '22:00', quietUntil: '22:00' });
  await choose(liaison, { know: 'never' });

  expect([half.json().detail, none.json().detail]).toEqual([
    { fields: { quietUntil: 'required' } },
    { fields: { quietUntil: 'same_time' } },
  ]);
  expect([(await liaison.get('/api/notices/choice')).json(), (await chief.get('/api/notices/choice')).json()]).toEqual([
    { ...USUAL, know: 'never' },
    USUAL,
  ]);
});
