import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditLines } from '#server/audit/audit.table.ts';
import { clocks } from '#server/clocks/clock.table.ts';
import { ASSIGNMENT_STATES, ASSIGNMENT_STEP_NAMES } from '#shared/campaigns/assignment.workflow.ts';
import type { Assignment, Campaign } from '#shared/campaigns/campaign.schema.ts';
import { CAMPAIGN_STATES, CAMPAIGN_STEP_NAMES } from '#shared/campaigns/campaign.workflow.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { OFFICES, world } from '#tests/support/world.ts';
import { drafted } from './a-campaign.ts';

type World = Awaited<ReturnType<typeof world>>;
type Walked = Campaign | Assignment;
const HANDS = ['coordinator', 'liaison', 'farmer'] as const;

/** Facts a step may come with: mostly right, now and then wrong, so that refusals are walked too. */
function factsFor(step: string, pick: () => number, today: string, now: Walked): Record<string, unknown> {
  const odd = pick() % 6 === 0;
  const later = 'until' in now && now.until ? { until: addDays(now.until, odd ? 0 : 1 + (pick() % 30)) } : {};
  const all: Record<string, Record<string, unknown>> = {
    extend: later,
    end: odd ? {} : { text: '工作总结。' },
    report: odd ? {} : { text: '工作总结。' },
    send_back: { until: addDays(today, odd ? -1 : pick() % 40) },
    resume: { until: addDays(today, pick() % 40) },
  };
  return { reason: '依法办理。', ...all[step] };
}

/** One line for the step, running limits only while something is owed, an end with its day. */
async function proveSound({ db }: World, kind: 'campaign' | 'assignment', before: Walked, after: Walked) {
  const lines = (await db.read.select().from(auditLines)).filter(
    ({ dossierId, event }) => dossierId === after.id && event === `${kind}.stepped`,
  );
  expect(lines.length).toBeGreaterThan(0);
  expect(after.version).toBeGreaterThan(before.version);
  const ended = ENDS[kind].includes(after.state);
  const running = (await db.read.select().from(clocks).where(eq(clocks.dossierId, after.id))).filter(
    (one) => one.running,
  );
  expect([after.state, after.closedOn !== null]).toEqual([after.state, ended]);
  expect([after.state, running.length > 0]).toEqual([after.state, !ended]);
  if (kind === 'campaign' && after.state === 'ended')
    expect((after as Campaign).members.every(({ state }) => ENDS.assignment.includes(state!))).toBe(true);
}

test('whatever is done in whatever order, a campaign and what it assigns stay sound', {
  timeout: 120_000,
}, async () => {
  const states = new Set<string>();
  const taken = new Set<string>();
  const refused = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.noBias(fc.nat(1_000_000)), { minLength: 300, maxLength: 300 }), async (numbers) => {
      const people = await world({ today: '2026-03-02' });
      let at = 0;
      const pick = () => numbers[at++ % numbers.length]!;
      const { now } = await drafted(people.coordinator, {
        ...{ from: '2026-03-01', until: '2026-03-20', reportBy: '2026-03-10', phases: [] },
        members: [
          { officeId: OFFICES.xiahe.id, part: 'lead', targets: [{ kind: 'case', n: 1 }] },
          { officeId: OFFICES.agriculture.id, part: 'supporting', targets: [] },
        ],
      });
      for (let step = 0; step < 30; step += 1) {
        if (pick() % 3 === 0) await people.later(1 + (pick() % 9));
        const seen = (await people.coordinator.get(`/api/campaigns/${now.id}`)).json() as Campaign;
        states.add(`campaign.${seen.state}`);
        const open: {
          who: World['liaison'];
          path: string;
          kind: 'campaign' | 'assignment';
          name: string;
          now: Walked;
        }[] = seen.openSteps.map((name) => ({
          ...{ who: people.coordinator, path: `/api/campaigns/${now.id}`, kind: 'campaign' as const, name, now: seen },
        }));
        for (const { assignmentId } of seen.members.filter((one) => one.assignmentId))
          for (const hand of HANDS) {
            const path = `/api/assignments/${assignmentId}`;
            const answer = await people[hand].get(path);
            if (answer.statusCode !== 200) continue;
            const one = answer.json() as Assignment;
            states.add(`assignment.${one.state}`);
            open.push(
              ...one.openSteps.map((name) => ({
                ...{ who: people[hand], path, kind: 'assignment' as const, name, now: one },
              })),
            );
          }
        if (open.length === 0) break;
        const fresh = open.filter(({ kind, name }) => !taken.has(`${kind}.${name}`));
        const pool = fresh.length > 0 && pick() % 4 > 0 ? fresh : open;
        const chosen = pool[pick() % pool.length]!;
        const answer = await chosen.who.post(`${chosen.path}/steps`, {
          ...{ step: chosen.name, version: chosen.now.version },
          ...factsFor(chosen.name, pick, people.clock.today(), chosen.now),
        });
        if (answer.statusCode === 200) {
          taken.add(`${chosen.kind}.${chosen.name}`);
          await proveSound(people, chosen.kind, chosen.now, answer.json() as Walked);
          continue;
        }
        expect(422, answer.body).toBe(answer.statusCode);
        for (const rule of Object.values((answer.json().detail.fields ?? {}) as Record<string, string>))
          refused.add(rule);
        expect((await chosen.who.get(chosen.path)).json().version).toBe(chosen.now.version);
      }
    }),
    { numRuns: 60, seed: 310 },
  );
  const all = (kind: string, names: readonly string[]) => names.map((name) => `${kind}.${name}`);
  const steps = [...all('campaign', CAMPAIGN_STEP_NAMES), ...all('assignment', ASSIGNMENT_STEP_NAMES)];
  expect(steps.filter((one) => !taken.has(one))).toEqual([]);
  expect(
    [...all('campaign', CAMPAIGN_STATES), ...all('assignment', ASSIGNMENT_STATES)].filter((one) => !states.has(one)),
  ).toEqual([]);
  expect(refused.size).toBeGreaterThan(0);
});
