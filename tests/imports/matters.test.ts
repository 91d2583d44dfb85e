import { expect, test } from 'vitest';
import { checkRow } from '#server/imports/import.check.ts';

const read = (matter: string) =>
  checkRow(['2026-11-20', '内容', matter], {
    mapping: { receivedOn: 0, content: 1, matter: 2 },
    defaults: { channel: 'web', intake: 'complaint', answered: 'open', county: '623027' },
    offices: [],
    own: [],
    officeId: 3,
    today: '2026-11-24',
    meanings: {},
    matterNames: new Map([
      ['服务', 'service.other'],
      ['食品', 'food.quality'],
    ]),
  });

test.each([
  ['住宿服务', 'service.lodging'],
  ['餐饮服务', 'food.catering'],
  ['食品标签问题', 'food.label'],
  ['食品', 'food.quality'],
  ['其他 服务', 'service.other'],
  ['家政服务', 'service.other'],
  ['food.label', 'food.label'],
])('a category is read by its whole name first, then by the longest term it holds: %s', (written, matter) => {
  expect(read(written).intake.matter).toBe(matter);
});

test('a category nobody knows is a fault of its row, not a guess', () => {
  expect(read('邻里纠纷')).toMatchObject({ faults: { matter: 'unknown' } });
});
