import sharp from 'sharp';
import type { RectificationOrder, RectificationStep } from '#shared/rectifications/rectification.asks.ts';
import type { Rectification } from '#shared/rectifications/rectification.schema.ts';
import { attach } from '#tests/support/uploads.ts';
import type { Asker } from '#tests/support/world.ts';

/** A plain order as an inspector would write it; tests change what they are about. */
export function anOrder(change: Partial<RectificationOrder> = {}): RectificationOrder {
  return {
    source: 'inspection',
    title: '消防通道堵塞',
    subjectKind: 'sole_trader',
    subjectName: '夏河县拉卜楞客栈',
    creditCode: '92623027MA72ABCD1X',
    matter: 'service.lodging',
    problem: '二楼安全通道堆放杂物，无法通行。',
    violated: '消防法第二十八条',
    basis: '消防法第六十条',
    requirement: '清除通道杂物，保持畅通。',
    county: '623027',
    orderedOn: '2026-11-24',
    until: '2026-12-01',
    restricted: false,
    ...change,
  };
}

export const OFFICERS = [
  { name: '李军', certificate: '甘夏 0101' },
  { name: '才让', certificate: '甘夏 0102', validUntil: '2030-12-31' },
];

/** A visit that found everything in order, for which there is nothing to photograph. */
export const PASSED = {
  result: 'passed',
  officers: OFFICERS,
  text: '已清除，畅通。',
  noPictures: '资料类问题',
} as const;
/** A visit that found nothing done. */
export const FAILED = { result: 'failed', officers: OFFICERS, text: '通道仍被占用。' } as const;

/** A picture like no other: the same content twice in a record is refused. */
export const aPicture = (shade: number) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: { r: shade, g: 80, b: 120 } } })
    .jpeg()
    .toBuffer();

/** Takes a rectification from hand to hand; each act is checked to have been allowed, and answers it as it then stands. */
export function following(made: Rectification) {
  const box = { now: made };
  const path = `/api/rectifications/${made.id}`;
  const take = (answer: { statusCode: number; json(): unknown; body: string }) => {
    if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`);
    box.now = answer.json() as Rectification;
    return box.now;
  };
  return {
    get now() {
      return box.now;
    },
    tryStep: (by: Asker, step: RectificationStep['step'], more: Partial<RectificationStep> = {}) =>
      by.post(`${path}/steps`, { step, version: box.now.version, ...more }),
    async step(by: Asker, step: RectificationStep['step'], more: Partial<RectificationStep> = {}) {
      return take(await this.tryStep(by, step, more));
    },
    refresh: async (by: Asker) => take(await by.get(path)),
    pair: async (by: Asker, ask: { spot: string; beforeId?: number; afterId?: number }) =>
      take(await by.post(`${path}/pairs`, { version: box.now.version, ...ask })),
    async picture(by: Asker, shade: number): Promise<number> {
      const answer = await attach(by, box.now, `照片${shade}.jpg`, await aPicture(shade));
      if (answer.statusCode !== 201) throw new Error(answer.body);
      const { file, version } = answer.json() as { file: { id: number }; version: number };
      box.now = { ...box.now, version };
      return file.id;
    },
  };
}

/** Orders, and follows what becomes of it. */
export async function ordered(by: Asker, change: Partial<RectificationOrder> = {}) {
  const answer = await by.post('/api/rectifications', anOrder(change));
  if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${answer.body}`);
  return following(answer.json() as Rectification);
}
