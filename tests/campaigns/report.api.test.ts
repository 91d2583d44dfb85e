import { expect, test } from 'vitest';
import { anOrder } from '#tests/rectifications/a-rectification.ts';
import { opened } from '#tests/support/word.ts';
import { OFFICES, world } from '#tests/support/world.ts';
import { assigned, drafted } from './a-campaign.ts';

test('bulletin and closing report take their numbers from the records; what changes after the end is restated, not rewritten', async () => {
  const { coordinator, liaison, lintan, farmer, inspector } = await world();
  const road = await drafted(coordinator);
  const report = (who: typeof liaison, kind: string) => who.post(`${road.path}/reports`, { kind });
  expect((await report(coordinator, 'bulletin')).statusCode).toBe(409);
  await road.step('issue');
  const ids = [OFFICES.xiahe.id, OFFICES.lintan.id, OFFICES.agriculture.id].map(road.assignmentOf);
  const hands = [liaison, lintan, farmer];
  for (const [at, id] of ids.entries()) await assigned(hands[at]!, id, 'acknowledge');
  const campaignId = road.now.id;
  const order = (await inspector.post('/api/rectifications', anOrder({ campaignId }))).json();

  const bulletin = await report(coordinator, 'bulletin');
  expect(bulletin.statusCode, bulletin.body).toBe(200);
  const { text } = await opened(bulletin.rawPayload);
  expect(text).toContain('工作简报');
  expect(text).toContain('共登记1件，其中检查0件、责令改正1件、案件0件、移送0件；逾期未办0件。');
  expect(text).toContain('尚未报送3个（夏河县市场监督管理局、临潭县市场监督管理局、夏河县农业农村局）');
  expect((await report(lintan, 'bulletin')).statusCode).toBe(403); // it takes part, but sees no other office's numbers

  await assigned(liaison, ids[0]!, 'report', { text: '已完成。' });
  await assigned(lintan, ids[1]!, 'report_zero');
  await assigned(coordinator, ids[2]!, 'excuse', { reason: '无监管对象。' });
  await road.step('sum_up');
  expect((await report(coordinator, 'closing')).statusCode).toBe(409);
  await road.step('end', { text: '行动达到预期目标。' });
  const first = (await opened((await report(coordinator, 'closing')).rawPayload)).text;
  expect(first).toContain('行动达到预期目标。');
  expect(first).toContain('已报送1个（夏河县市场监督管理局）；零报告1个（临潭县市场监督管理局）；免报1个');
  expect(first).not.toContain('结束后更正');

  const out = await inspector.put(`/api/dossiers/${order.id}/campaign`, { campaignId: null, version: order.version });
  expect(out.statusCode, out.body).toBe(200);
  const later = (await opened((await report(coordinator, 'closing')).rawPayload)).text;
  expect(later).toContain('责令改正1件');
  expect(later).toContain('结束后更正：责令改正由1件更正为0件。');
});
