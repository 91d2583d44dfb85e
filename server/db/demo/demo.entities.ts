import { fileEntity } from '#server/entities/entity.file.ts';
import { mergeEntities } from '#server/entities/entity.merge.ts';
import type { EntityColumns } from '#server/entities/entity.table.ts';
import { askWatch, decideWatch } from '#server/entities/watch.service.ts';
import type { Work } from '#server/kernel/work.ts';
import { logVisit, setCap } from '#server/visits/visit.service.ts';
import type { Actor } from '#shared/auth/permissions.ts';
import { type LICENCE_KINDS, RISK_CLASSES } from '#shared/entities/entity.lists.ts';
import type { EntityFiling } from '#shared/entities/entity.schema.ts';
import { creditCodeOf } from '#shared/entities/identity.ts';
import { addDays } from '#shared/kernel/calendar.ts';
import { COUNTIES, PREFECTURE, REGIONS, type RegionCode } from '#shared/offices/regions.ts';
import { VISIT_PURPOSES } from '#shared/visits/visit.ts';
import { Chance } from './chance.ts';
import { type Cast, inventedName } from './demo.people.ts';
import { COUNTIES_BO, GENERAL_SHOP, NAMES_BO, SHOPS } from './demo.shops.ts';
import { NAMES, STREETS, TOWNSHIPS } from './demo.texts.ts';

/** Shops in each county, besides persons and doubles. */
const SHOPS_A_COUNTY = 42;
const PERSONS = 16;
const DOUBLES = 14;
const VISITS = 170;

/** A shop of the library as the stories need it. */
export interface Stock {
  readonly id: number;
  readonly county: string;
  readonly shop: string;
  readonly kind: 'company' | 'sole_trader' | 'unlicensed';
  readonly code: string | null;
  readonly name: string;
  readonly township: string;
  readonly address: string;
}

type WorkOf = (actor: Actor) => Work;
type Filed = Stock & { readonly row: EntityColumns; readonly filing: EntityFiling };

const stocked = ({ id, kind, code }: EntityColumns) => ({ id, kind: kind as Stock['kind'], code });

/** The library of the sample workspace: shops, their owners, doubles, and who was where. */
export class Library {
  readonly #chance = new Chance(92_623);
  readonly #stock: Filed[] = [];
  readonly #cast: Cast;
  readonly #today: string;

  constructor(cast: Cast, today: string) {
    this.#cast = cast;
    this.#today = today;
  }

  get stock(): readonly Stock[] {
    return this.#stock;
  }

  /** Files everything that stood there before the sample year began, as the people of each county would. */
  async file(workOf: WorkOf): Promise<void> {
    for (const county of COUNTIES) {
      const work = workOf(this.#cast.who(this.#cast.office('market', county), 'liaison'));
      const owners: number[] = [];
      for (let n = 0; n < PERSONS / 8; n += 1) owners.push((await fileEntity(work, this.#person(county))).id);
      const first = this.#stock.length;
      for (let n = 0; n < SHOPS_A_COUNTY; n += 1) await this.#open(work, county, owners);
      for (let n = 0; n < DOUBLES / 7; n += 1) await this.#double(workOf, this.#stock.slice(first));
    }
    await this.#setCaps(workOf);
  }

  async #open(work: Work, county: RegionCode, owners: readonly number[]): Promise<void> {
    const chance = this.#chance;
    const shop = chance.one(Object.keys(SHOPS));
    const own = chance.one(NAMES);
    const place = REGIONS.find(({ code }) => code === county)!;
    const name = `${place.name}${own}${shop}`;
    if (this.#stock.some((one) => one.name === name)) return this.#open(work, county, owners);
    const filing = this.#shop(county, { own, shop, name }, owners);
    const row = await fileEntity(work, filing);
    const { township = '', address = '' } = filing.places[0]!;
    this.#stock.push({ ...stocked(row), county, shop, name, township, address, row, filing });
  }

  #shop(
    county: RegionCode,
    { own, shop, name }: { own: string; shop: string; name: string },
    owners: readonly number[],
  ): EntityFiling {
    const chance = this.#chance;
    const { industry, licences, bo, small } = SHOPS[shop] ?? GENERAL_SHOP;
    const stall = small === true && chance.is(0.6);
    const kind = stall ? ('unlicensed' as const) : chance.is(0.22) ? ('company' as const) : ('sole_trader' as const);
    const code = creditCodeOf(
      `${kind === 'company' ? '91' : '92'}${county}`,
      `MA${chance.one(['7', '72', '73'])}${String(chance.between(0, 999_999)).padStart(6, '0')}`.slice(0, 8),
    );
    const wrong = chance.is(0.03); // as one in some sixty typed codes is
    const [ownBo, placeBo] = [NAMES_BO[own], COUNTIES_BO[county]];
    const form = kind === 'company' ? '有限责任公司' : chance.is(0.12) ? '（个体工商户）' : '';
    const township = chance.one(TOWNSHIPS[county] ?? ['城关镇']);
    return {
      kind,
      name: `${name}${form}`,
      ...(ownBo && placeBo && chance.is(0.8) ? { nameBo: `${placeBo}་${ownBo}་${bo}` } : {}),
      ...(stall
        ? { noCodeReason: 'stall' as const }
        : { code: wrong ? `${code.slice(0, 17)}${code[17] === '0' ? '1' : '0'}` : code }),
      industry,
      ...(chance.is(0.7)
        ? {
            riskClass: chance.weighted([
              [RISK_CLASSES[0], 3],
              [RISK_CLASSES[1], 5],
              [RISK_CLASSES[2], 3],
              [RISK_CLASSES[3], 1],
            ] as const),
          }
        : {}),
      standing: chance.weighted([
        ['open', 92],
        ['suspended', 4],
        ['closed', 3],
        ['missing', 1],
      ] as const),
      person: {
        operator: inventedName(chance),
        phone: chance.is(0.8)
          ? `1${chance.one(['39', '38', '77', '89', '52'])}${String(chance.between(0, 99_999_999)).padStart(8, '0')}`
          : `0941-${chance.between(6_000_000, 8_999_999)}`,
      },
      formerNames: chance.is(0.06)
        ? [{ name: `${chance.one(NAMES)}${shop}`, until: addDays(this.#today, -chance.between(400, 2000)) }]
        : [],
      oldNumbers: chance.is(0.1)
        ? [{ kind: 'registration', number: `62302${chance.between(1_000_000_000, 9_999_999_999)}` }]
        : [],
      places: [
        {
          county,
          township,
          address: `${township}${chance.one(STREETS)}${stall ? '路口' : `${chance.between(1, 220)}号`}`,
        },
      ],
      owners: chance.is(0.1)
        ? [{ entityId: chance.one(owners), role: chance.one(['operator', 'owner'] as const) }]
        : [],
      licences: stall ? [] : licences.map((licence) => this.#licence(licence, county)),
    };
  }

  #licence(kind: (typeof LICENCE_KINDS)[number], county: string): EntityFiling['licences'][number] {
    const chance = this.#chance;
    const ends = chance.weighted([
      [() => addDays(this.#today, chance.between(61, 1500)), 80],
      [() => addDays(this.#today, chance.between(1, 60)), 10],
      [() => addDays(this.#today, -chance.between(1, 200)), 6],
    ] as const)();
    const number = `${kind === 'food_trade' ? 'JY' : 'GS'}1${county}${chance.between(1_000_000, 9_999_999)}`;
    const place = REGIONS.find(({ code }) => code === county)!.name;
    return { kind, number, issuer: `${place}市场监督管理局`, expiresOn: ends };
  }

  #person(county: RegionCode): EntityFiling {
    const chance = this.#chance;
    return {
      kind: 'person',
      name: inventedName(chance),
      standing: 'open',
      person: { phone: `139${String(chance.between(0, 99_999_999)).padStart(8, '0')}` },
      formerNames: [],
      oldNumbers: [],
      places: [{ county, township: chance.one(TOWNSHIPS[county] ?? ['城关镇']) }],
      owners: [],
      licences: [],
    };
  }

  /** Somebody filed a shop again, under another writing of its name and without its code: a double to be merged. */
  async #double(workOf: WorkOf, among: readonly Filed[]): Promise<void> {
    const chance = this.#chance;
    const { county, shop, filing } = chance.one(among);
    const core = filing.name.replace(/^.*?[县市]/, '').replace(/（个体工商户）|有限责任公司/, '');
    const department = chance.one(['agriculture', 'commerce'] as const);
    const work = workOf(this.#cast.who(this.#cast.office(department, county), 'inspector'));
    const { code: _, ...known } = filing;
    const again: EntityFiling = {
      ...known,
      name: chance.is(0.5) ? core : `${core}（${filing.places[0]!.township}）`,
      noCodeReason: 'not_known',
      owners: [],
      licences: [],
      person: filing.person.phone ? { phone: filing.person.phone } : {},
    };
    const row = await fileEntity(work, again);
    const { township = '', address = '' } = again.places[0]!;
    this.#stock.push({ ...stocked(row), county, shop, name: again.name, township, address, row, filing: again });
  }

  async #setCaps(workOf: WorkOf): Promise<void> {
    const work = workOf(this.#cast.who(this.#cast.office('coordination', PREFECTURE), 'coordinator'));
    const year = Number(work.clock.today().slice(0, 4));
    await setCap(work, { region: '623027', year, cap: 3, reason: '夏河县年度涉企行政检查计划' });
  }

  /** Visits of the year by day, each as what is done on that day: some entities are on everybody's way. */
  visits(days: number): Map<string, ((workOf: WorkOf) => Promise<void>)[]> {
    const chance = this.#chance;
    const planned = new Map<string, ((workOf: WorkOf) => Promise<void>)[]>();
    for (let n = 0; n < VISITS; n += 1) {
      const busy = chance.is(0.4);
      const stock = busy ? this.#stock[chance.between(0, 24) * 13]! : chance.one(this.#stock);
      const day = addDays(this.#today, -chance.between(1, days - 1));
      const department = chance.one(['market', 'market', 'market', 'agriculture', 'commerce'] as const);
      const purpose = chance.one(VISIT_PURPOSES);
      const officers = [inventedName(chance), inventedName(chance)].map(
        (name, at) => `${name} 6230${at}${chance.between(100, 999)}`,
      );
      const notice = chance.is(0.6) ? { noticeNumber: `检通〔${day.slice(0, 4)}〕${chance.between(1, 90)}号` } : {};
      const act = async (workOf: WorkOf) => {
        const work = workOf(this.#cast.who(this.#cast.office(department, stock.county), 'inspector'));
        const overCapReason = '上级部署的专项检查，已与其他部门合并进行。';
        await logVisit(work, stock.id, { visitedOn: day, purpose, officers, ...notice, overCapReason });
      };
      planned.set(day, [...(planned.get(day) ?? []), act]);
    }
    return planned;
  }

  /** Near the end of the year: marks in force, one waiting for approval, and a double that was merged. */
  async finish(workOf: WorkOf): Promise<void> {
    const market = this.#cast.office('market', '623027');
    const liaison = workOf(this.#cast.who(market, 'liaison'));
    const head = workOf(this.#cast.who(market, 'approver'));
    const here = this.#stock.filter(({ county }) => county === '623027');
    const today = liaison.clock.today();
    const marks = [
      ['focus', '三个月内两次被投诉销售过期食品', true],
      ['strict', '虫草以次充好，多名游客反映', true],
      ['notice', '食品经营许可证临近到期', true],
      ['focus', '旅游旺季价格投诉集中', false],
    ] as const;
    for (const [at, [level, reason, approved]] of marks.entries()) {
      const mark = await askWatch(liaison, here[at * 7]!.id, {
        level,
        reason,
        validFrom: today,
        validUntil: addDays(today, 30 + at * 30),
        offices: [this.#cast.office('agriculture', '623027')],
        departments: at === 1 ? ['market'] : [],
      });
      if (approved) await decideWatch(head, mark.id, { approve: true });
    }
    await this.#mergeOne(workOf);
  }

  async #mergeOne(workOf: WorkOf): Promise<void> {
    const double = this.#stock.find(({ row }) => row.noCodeReason === 'not_known');
    const original = this.#stock.find(
      ({ row, address, county }) => row.code && double && address === double.address && county === double.county,
    );
    if (!double || !original) return;
    const work = workOf(this.#cast.who(this.#cast.office('market', double.county), 'liaison'));
    await mergeEntities(work, original.id, {
      version: original.row.version,
      otherId: double.id,
      otherVersion: double.row.version,
      take: [],
      reason: '同一家店，电话和地址相同，另一份没有代码。',
    });
  }
}
