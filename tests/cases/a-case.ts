import type { CaseEdit, CaseIntake, CaseStep, SummaryCase } from '#shared/cases/case.asks.ts';
import type { Case } from '#shared/cases/case.schema.ts';
import type { Asker } from '#tests/support/world.ts';

/** A plain clue as an inspector would enter it; tests change what they are about. */
export function aClue(change: Partial<CaseIntake> = {}): CaseIntake {
  return {
    source: 'inspection',
    title: '夏河县扎西特产店销售过期食品案',
    matter: 'food.quality',
    violation: '经营超过保质期的食品',
    content: '检查发现货架上有超过保质期的酸奶十二盒。',
    parties: [
      {
        kind: 'sole_trader',
        name: '夏河县扎西特产店',
        creditCode: '92623027MA72ABCD1X',
        legalRep: '扎西才让',
        phone: '13909411234',
        idNo: '623027199001011234',
      },
    ],
    county: '623027',
    foundOn: '2026-11-24',
    actEndedOn: '2026-11-24',
    graveHarm: false,
    goodsValueFen: 12_000,
    restricted: false,
    ...change,
  };
}

export const OFFICERS = [
  { name: '李军', certificate: '甘夏 0101' },
  { name: '才让', certificate: '甘夏 0102', validUntil: '2030-12-31' },
];
export const CONDITIONS = ['filing.1', 'filing.2', 'filing.3', 'filing.4'];
export const FINE = [{ kind: 'fine' as const, amountFen: 500_000 }];

/** Everything the file must hold before its review. */
export const FILE: Omit<CaseEdit, 'version'> = {
  facts: '当事人销售超过保质期的酸奶十二盒，货值一百二十元。',
  nature: '经营超过保质期的食品',
  violated: '食品安全法第三十四条第十项',
  basis: '食品安全法第一百二十四条第一款第五项',
  discretion: '初次违法，货值金额较小，从轻处罚。',
  proposal: '罚款五千元。',
  proposed: FINE,
};

/** A penalty on the spot as an inspector would record it. */
export function aSummary(change: Partial<SummaryCase> = {}): SummaryCase {
  return {
    title: '某商店未明码标价案',
    matter: 'price.untagged',
    violation: '未按规定明码标价',
    facts: '货架上三种商品没有标价。',
    violated: '价格法第十三条',
    basis: '价格法第四十二条',
    party: { kind: 'sole_trader', name: '夏河县卓玛商店', creditCode: '92623027MA72ABCE0K' },
    county: '623027',
    decidedOn: '2026-11-24',
    officers: OFFICERS,
    penalties: [{ kind: 'fine', amountFen: 20_000 }],
    heard: true,
    ...change,
  };
}

/** Why the papers the law asks for before a step are not in the record, for roads that are about something else. */
export const KEPT_ELSEWHERE = '文书在省局执法办案系统制作，纸质件存卷。';

/** Takes a case from hand to hand; each act is checked to have been allowed, and answers the case as it then stands. */
export function following(made: Case) {
  const box = { now: made };
  const take = async (answer: { statusCode: number; json(): unknown; body: string }) => {
    if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`);
    box.now = answer.json() as Case;
    return box.now;
  };
  return {
    get now() {
      return box.now;
    },
    tryStep: (by: Asker, step: CaseStep['step'], more: Partial<CaseStep> = {}) =>
      by.post(`/api/cases/${made.id}/steps`, { step, version: box.now.version, ...more }),
    async step(by: Asker, step: CaseStep['step'], more: Partial<CaseStep> = {}) {
      return take(await this.tryStep(by, step, { without: KEPT_ELSEWHERE, ...more }));
    },
    edit: async (by: Asker, fields: Omit<CaseEdit, 'version'>) =>
      take(await by.patch(`/api/cases/${made.id}`, { version: box.now.version, ...fields })),
    refresh: async (by: Asker) => take(await by.get(`/api/cases/${made.id}`)),
    async addEvidence(by: Asker) {
      const evidence = {
        kind: 'record',
        title: '现场笔录',
        source: '现场检查',
        collectedOn: box.now.receivedOn!,
        collectedBy: '李军、才让',
        version: box.now.version,
      };
      const answer = await by.post(`/api/cases/${made.id}/evidence`, evidence);
      if (answer.statusCode !== 200) throw new Error(answer.body);
      return this.refresh(by);
    },
  };
}
