import type { CaseIntake, Party, SummaryCase } from '#shared/cases/case.asks.ts';
import { isPerson } from '#shared/cases/case.lists.ts';
import { creditCodeOf } from '#shared/entities/identity.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import type { Chance } from './chance.ts';
import type { Stock } from './demo.entities.ts';
import { inventedName } from './demo.people.ts';
import type { Story } from './demo.texts.ts';

/** What a case is about, in either procedure. */
export interface CaseStory {
  readonly intake: CaseIntake;
  readonly summary?: SummaryCase;
}

/** Where and when a case begins. */
export interface Where {
  readonly county: string;
  readonly name: string;
  readonly day: string;
  readonly recent: boolean;
  /** Shops on file the case may be about. */
  readonly stock: readonly Stock[];
}

const VIOLATED: Record<string, readonly [string, string, string]> = {
  food: ['经营不符合食品安全标准的食品', '食品安全法第三十四条', '食品安全法第一百二十四条'],
  farm: ['经营不合格农业投入品', '农产品质量安全法第三十八条', '农产品质量安全法第七十条'],
  drug: ['未按规定销售药品', '药品管理法第五十八条', '药品管理法第一百三十条'],
  product: ['销售不符合保障人身财产安全标准的产品', '产品质量法第十三条', '产品质量法第四十九条'],
  price: ['未按规定明码标价', '价格法第十三条', '价格法第四十二条'],
  measure: ['使用不合格的计量器具', '计量法第十六条', '计量法第二十六条'],
  trade: ['作引人误解的商业宣传', '反不正当竞争法第九条', '反不正当竞争法第二十五条'],
};
const OTHER = ['违反经营管理规定', '相关管理规定第十条', '相关管理规定第三十条'] as const;

/** Invents what a case is about. */
export function storyOf(chance: Chance, { county, name, day, stock }: Where, told: Story): CaseStory {
  const [violation, violated, basis] = VIOLATED[told.matter.split('.')[0]!] ?? OTHER;
  const party = partyOnFile(stock, told) ?? inventParty(chance, county, told);
  const title = `${isPerson(party.kind) ? '' : party.name}${violation}案`.slice(0, 110);
  const place = { county, township: told.township, place: `${name}${told.township}` };
  const intake: CaseIntake = {
    source: chance.weighted([
      ['inspection', 60],
      ['complaint', 24],
      ['superior', 6],
      ['department', 6],
      ['campaign', 4],
    ] as const),
    title,
    matter: told.matter,
    violation,
    content: told.content,
    parties: [party],
    ...place,
    foundOn: day,
    actEndedOn: addDays(day, -chance.between(0, 40)),
    graveHarm: chance.is(0.06),
    goodsValueFen: chance.between(50, 90_000) * 100,
    ...(chance.is(0.5) ? { illegalGainsFen: chance.between(10, 8_000) * 100 } : {}),
    restricted: chance.is(0.02),
  };
  if (!chance.is(0.14)) return { intake };
  const summary: SummaryCase = {
    title,
    matter: told.matter,
    violation,
    facts: told.content,
    violated,
    basis,
    party,
    ...place,
    decidedOn: day,
    officers: officers(chance),
    penalties: [
      chance.is(0.4)
        ? { kind: 'warning' }
        : { kind: 'fine', amountFen: chance.between(1, party.kind === 'unlicensed' ? 4 : 30) * 5_000 },
    ],
    heard: true,
  };
  return { intake, summary };
}

/** The shop on file a story is about, as a party of its case. */
function partyOnFile(stock: readonly Stock[], { subjectId }: Story): Party | undefined {
  const shop = stock.find(({ id }) => id === subjectId);
  if (!shop) return undefined;
  const { id, kind, name, code } = shop;
  return { kind, name, ...(code ? { creditCode: code } : { noCode: '流动摊贩，未取得营业执照' }), entityId: id };
}

function inventParty(chance: Chance, county: string, { subjectName }: Story): Party {
  const keeper = inventedName(chance);
  if (chance.is(0.1))
    return {
      kind: 'unlicensed',
      name: keeper,
      noCode: '流动摊贩，未取得营业执照',
      phone: `1390941${chance.between(1000, 9999)}`,
    };
  const organisation = `MA7${chance.between(10_000, 99_999)}`;
  return {
    kind: chance.weighted([
      ['sole_trader', 70],
      ['company', 24],
      ['cooperative', 6],
    ] as const),
    name: subjectName,
    creditCode: creditCodeOf(`92${county}`, organisation),
    legalRep: keeper,
    phone: `1390941${chance.between(1000, 9999)}`,
  };
}

/** Two officers with their certificates. */
export const officers = (chance: Chance) => {
  const first = chance.between(100, 140);
  const name = inventedName(chance);
  let other = inventedName(chance);
  while (other === name) other = inventedName(chance);
  return [
    { name, number: first },
    { name: other, number: first + chance.between(1, 9) },
  ].map(({ name, number }) => ({ name, certificate: `甘0941${number}`, validUntil: '2029-12-31' }));
};
