import type { AssignmentStep, CampaignDraft, CampaignStep } from '#shared/campaigns/campaign.asks.ts';
import type { Assignment, Campaign } from '#shared/campaigns/campaign.schema.ts';
import { type Asker, OFFICES } from '#tests/support/world.ts';

/** A plain campaign of three offices as a coordinator would draft it; tests change what they are about. */
export function aCampaign(change: Partial<CampaignDraft> = {}): CampaignDraft {
  return {
    title: '冬季旅游市场联合整治',
    basis: '州质量发展领导小组2026年工作要点',
    aims: '规范旅游市场秩序，整治欺客宰客。',
    matters: ['service.lodging', 'food.quality'],
    from: '2026-11-20',
    until: '2026-12-31',
    reportBy: '2027-01-10',
    reporting: 'fortnight',
    phases: [
      { phase: 'mobilise', from: '2026-11-20', until: '2026-11-30' },
      { phase: 'carry_out', from: '2026-12-01', until: '2026-12-25' },
      { phase: 'sum_up', from: '2026-12-26', until: '2026-12-31' },
    ],
    members: [
      { officeId: OFFICES.xiahe.id, part: 'lead', targets: [{ kind: 'rectification', n: 2 }] },
      { officeId: OFFICES.lintan.id, part: 'supporting', targets: [{ kind: 'rectification', n: 1 }] },
      { officeId: OFFICES.agriculture.id, part: 'supporting', targets: [] },
    ],
    ...change,
  };
}

function taken(answer: { statusCode: number; json(): unknown; body: string }) {
  if (answer.statusCode !== 200 && answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${answer.body}`);
  return answer.json();
}

/** Drafts a campaign and leads it from step to step; each is checked to have been allowed. */
export async function drafted(by: Asker, change: Partial<CampaignDraft> = {}) {
  const box = { now: taken(await by.post('/api/campaigns', aCampaign(change))) as Campaign };
  const path = `/api/campaigns/${box.now.id}`;
  return {
    path,
    get now() {
      return box.now;
    },
    tryStep: (step: CampaignStep['step'], more: Partial<CampaignStep> = {}) =>
      by.post(`${path}/steps`, { step, version: box.now.version, ...more }),
    async step(step: CampaignStep['step'], more: Partial<CampaignStep> = {}) {
      await this.refresh();
      box.now = taken(await this.tryStep(step, more)) as Campaign;
      return box.now;
    },
    async refresh(who: Asker = by) {
      box.now = taken(await who.get(path)) as Campaign;
      return box.now;
    },
    assignmentOf: (officeId: number) => box.now.members.find((one) => one.officeId === officeId)!.assignmentId!,
  };
}

/** Takes one step of an assignment, whatever stands in it now. */
export async function tryAssignment(
  by: Asker,
  id: number,
  step: AssignmentStep['step'],
  more: Partial<AssignmentStep> = {},
) {
  const now = (await by.get(`/api/assignments/${id}`)).json() as Assignment;
  return by.post(`/api/assignments/${id}/steps`, { step, version: now.version ?? 1, ...more });
}

/** The same where it must be allowed. */
export const assigned = async (...asked: Parameters<typeof tryAssignment>) =>
  taken(await tryAssignment(...asked)) as Assignment;
