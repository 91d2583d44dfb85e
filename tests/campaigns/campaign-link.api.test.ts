import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { record } from '#server/audit/audit.service.ts';
import { openDossier } from '#server/dossiers/dossier.service.ts';
import { campaignTallies, dossiers } from '#server/dossiers/dossier.table.ts';
import { setPart } from '#server/dossiers/parts.service.ts';
import { settleSights } from '#server/dossiers/sights.service.ts';
import { turnOf } from '#server/kernel/turns.ts';
import { aClue } from '#tests/cases/a-case.ts';
import { anOrder } from '#tests/rectifications/a-rectification.ts';
import { anIntake, OFFICES, world } from '#tests/support/world.ts';

type World = Awaited<ReturnType<typeof world>>;
const ROLES = { personId: 1, name: 'coordinator', officeId: OFFICES.coordination.id, roles: [], scope: null } as const;

/** A campaign in a state, issued to some offices, as the spine keeps it. */
function campaignOf({ app }: World, state: string, offices: readonly number[]): Promise<number> {
  return turnOf(app, ROLES, { requestId: 'test', address: '' }, async (work) => {
    const made = await openDossier(work, {
      kind: 'campaign',
      title: '冬季旅游市场联合整治',
      county: '623000',
      ownerOfficeId: OFFICES.coordination.id,
      state,
      receivedOn: work.clock.today(),
    });
    for (const officeId of offices) await setPart(work, made, officeId, 'reader');
    await settleSights(work, made);
    await record(work, 'campaign.drafted', made.id, { number: made.number });
    return made.id;
  });
}

const fields = (answer: { json(): { detail?: { fields?: Record<string, string> } } }) => answer.json().detail?.fields;

test('a record of any ledger is begun under a campaign issued to its office, and under no other', async () => {
  const people = await world();
  const { liaison, inspector, lintan, coordinator } = people;
  const running = await campaignOf(people, 'running', [OFFICES.xiahe.id]);
  const drafted = await campaignOf(people, 'drafted', [OFFICES.xiahe.id]);
  const elsewhere = await campaignOf(people, 'running', [OFFICES.lintan.id]);

  const joined = (await liaison.get('/api/campaigns/joined')).json() as { id: number }[];
  expect(joined.map(({ id }) => id)).toEqual([running]);
  for (const [url, who, body] of [
    ['/api/complaints', liaison, anIntake()],
    ['/api/cases', inspector, aClue()],
    ['/api/rectifications', inspector, anOrder()],
    ['/api/transfers', inspector, { road: 'department', toOfficeId: OFFICES.agriculture.id, title: '线索移送' }],
  ] as const) {
    for (const campaignId of [drafted, elsewhere, 99_999])
      expect([url, fields(await who.post(url, { ...body, campaignId }))]).toEqual([url, { campaignId: 'not_issued' }]);
    const made = await who.post(url, { ...body, campaignId: running });
    expect([url, made.statusCode, made.json().links]).toMatchObject([url, 201, [{ id: running, link: 'campaign' }]]);
    const rows = (await who.get(`${url}?campaign=${running}`)).json().rows as { id: number }[];
    expect([url, rows.map(({ id }) => id)]).toEqual([url, [made.json().id]]);
    expect((await who.get(`${url}?campaign=${elsewhere}`)).json().rows).toEqual([]);
  }
  const all = (await coordinator.get(`/api/dossiers?campaign=${running}`)).json().rows as { id: number }[];
  expect(all.length).toBe(4);
  expect((await lintan.get(`/api/dossiers?campaign=${running}`)).json().rows).toEqual([]);
});

test('what comes of a record under a campaign is under it too, and counted as the office sees it', async () => {
  const people = await world();
  const { inspector, db } = people;
  const campaignId = await campaignOf(people, 'running', [OFFICES.xiahe.id]);
  const order = (await inspector.post('/api/rectifications', anOrder({ campaignId }))).json();
  const clue = (await inspector.post('/api/cases', aClue({ sourceId: order.id }))).json();
  const [row] = await db.read.select().from(dossiers).where(eq(dossiers.id, clue.id));
  expect(row!.campaignId).toBe(campaignId);

  const counted = async () =>
    (await db.read.select().from(campaignTallies).where(eq(campaignTallies.officeId, OFFICES.coordination.id)))
      .filter(({ n }) => n > 0)
      .map(({ kind, state, n }) => [kind, state, n]);
  expect(await counted()).toEqual([
    ['case', 'clue', 1],
    ['rectification', 'to_correct', 1],
  ]);
  const out = await inspector.put(`/api/dossiers/${clue.id}/campaign`, { campaignId: null, version: clue.version });
  expect(out.statusCode, out.body).toBe(200);
  expect(await counted()).toEqual([['rectification', 'to_correct', 1]]);
  const told = (await inspector.get(`/api/dossiers/${clue.id}/timeline`)).json() as {
    event: string;
    detail: unknown;
  }[];
  expect(told[0]).toMatchObject({
    event: 'dossier.campaign_set',
    detail: { changes: { campaignId: [campaignId, null] } },
  });
});

test('a drafted campaign is its office’s alone: not even the prefecture’s coordinators find a county’s', async () => {
  const people = await world();
  const { coordinator, blockCoordinator, liaison } = people;
  const id = await campaignOf(people, 'drafted', [OFFICES.xiahe.id]);
  const seen = async (who: World['liaison']) => (await who.get('/api/dossiers?kind=campaign')).json().rows.length;
  expect([await seen(coordinator), await seen(blockCoordinator), await seen(liaison)]).toEqual([1, 0, 0]);
  const sent = await liaison.put(`/api/dossiers/${id}/campaign`, { campaignId: null, version: 1 });
  expect(sent.statusCode).toBe(404);
});
