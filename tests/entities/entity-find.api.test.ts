import { describe, expect, test } from 'vitest';
import type { EntityHit } from '#shared/entities/entity.schema.ts';
import { aCode, anEntity, world } from '#tests/support/world.ts';

async function library() {
  const people = await world();
  const { liaison } = people;
  const file = async (change: Parameters<typeof anEntity>[0]) =>
    (await liaison.post('/api/entities', anEntity(change))).json().id as number;
  const shop = await file({});
  const other = await file({
    name: '碌曲县扎西特产店（个体工商户）',
    nameBo: 'ཀླུ་ཆུ་རྫོང་བཀྲ་ཤིས་ཚོང་ཁང་།',
    code: aCode(2),
    person: { operator: '尕藏加措', phone: '09418612345' },
    places: [{ county: '623026', township: '玛艾镇', address: '团结路3号' }],
  });
  const inn = await file({
    name: '尕藏·才让藏餐吧',
    nameBo: 'སྐལ་བཟང་ཟ་ཁང་།',
    code: aCode(3),
    industry: 'catering',
    person: { operator: '尕藏才让', phone: '13909417654' },
    places: [{ county: '623027', address: '人民街20号' }],
  });
  const ids = async (q: string, county?: string) =>
    ((await liaison.post('/api/entities/suggest', { q, ...(county ? { county } : {}) })).json() as EntityHit[]).map(
      ({ id }) => id,
    );
  const similar = async (ask: object) =>
    ((await liaison.post('/api/entities/similar', ask)).json() as EntityHit[]).map(({ id, why }) => ({ id, why }));
  return { ...people, file, shop, other, inn, ids, similar };
}

describe('a few signs are enough', () => {
  test('initials find a shop without the place before its name, the one in the asked county first', async () => {
    const { ids, shop, other } = await library();

    expect(await ids('zxtc', '623027')).toEqual([shop, other]);
    expect(await ids('zxtc', '623026')).toEqual([other, shop]);
    expect(await ids('xhxzxtc')).toEqual([shop]);
    expect(await ids('zhaxitechan', '623026')).toEqual([other, shop]);
    expect(await ids('tc', '623027')).toEqual([shop, other]);
  });

  test('every reading of a sign counts', async () => {
    const { ids, inn } = await library();

    expect(await ids('gzcr')).toContain(inn);
    expect(await ids('gccr')).toContain(inn);
  });

  test('a code, an end of a telephone number, a Chinese and a Tibetan word find what they name', async () => {
    const { ids, shop, other, inn } = await library();

    expect(await ids(aCode(2).toLowerCase())).toEqual([other]);
    expect(await ids(aCode(1).slice(0, 16))).toContain(shop);
    expect(await ids('0001')).toEqual([shop]);
    expect(await ids('0941-8612345')).toEqual([other]);
    expect(await ids('特产')).toEqual(expect.arrayContaining([shop, other]));
    expect(await ids('尕藏才让')).toEqual([inn]);
    expect(await ids('བཀྲ་ཤིས')).toContain(shop);
    expect(await ids('སྐལ༌བཟང་ཟ་ཁང')).toEqual([inn]);
    expect(await ids('人民街18号')).toEqual([shop]);
    expect(await ids('。，')).toEqual([]);
  });

  test('what stands beside a find tells how busy it is, and why it was found', async () => {
    const { liaison, shop } = await library();

    const [hit] = (await liaison.post('/api/entities/suggest', { q: aCode(1) })).json();

    expect(hit).toMatchObject({
      id: shop,
      why: expect.arrayContaining(['code']),
      complaints: 0,
      open: 0,
      visits: 0,
      cap: 4,
      watch: null,
    });
  });
});

describe('before something is filed, what may be the same is shown', () => {
  test.each([
    ['a code in other writing', { code: `  ${aCode(1).toLowerCase()}` }, 'code'],
    ['a code with letters for figures', { code: aCode(1).replace(/0/g, 'O') }, 'number'],
    ['the same name', { name: '夏河县扎西特产店', county: '623027' }, 'name'],
    ['a name with another legal form', { name: '扎西特产店（个体工商户）', county: '623027' }, 'core_name'],
    ['a Tibetan name with other signs between', { nameBo: 'བཀྲ༌ཤིས༌དམིགས༌བསལ༌ཚོང༌ཁང' }, 'tibetan'],
    ['a telephone number', { phone: '139 0941 0001' }, 'phone'],
    ['a resident ID', { idNo: '623027199001011234' }, 'id_no'],
    ['an address', { county: '623027', address: '人民街１８号' }, 'address'],
    ['a name that sounds the same', { name: '札西特产店', county: '623027' }, 'initials'],
    ['a part of a name', { name: '西特产' }, 'part'],
  ] as const)('by %s', async (_, ask, why) => {
    const { similar, shop } = await library();

    const found = await similar(ask);

    expect(found.find(({ id }) => id === shop)?.why).toContain(why);
  });

  test('not itself, and nothing that only lies in the same county', async () => {
    const { similar, shop } = await library();

    expect(
      (await similar({ name: '夏河县扎西特产店', county: '623027', notId: shop })).map(({ id }) => id),
    ).not.toContain(shop);
    expect(await similar({ name: '夏河县洮河家具城', county: '623027', address: '滨河路7号' })).toEqual([]);
    expect(await similar({})).toEqual([]);
  });
});

describe('the list', () => {
  test('is filtered, sorted by name in pinyin, and read page by page without a row twice', async () => {
    const { liaison, file, shop, other, inn } = await library();
    for (let n = 10; n < 30; n += 1)
      await file({ name: `合作市第${n}号店`, code: aCode(n), places: [{ county: '623001' }], industry: 'retail' });
    const page = async (query: string) => (await liaison.get(`/api/entities?${query}`)).json();

    const read: number[] = [];
    for (let cursor = ''; ; ) {
      const { rows, next } = await page(`sort=name&limit=7${cursor}`);
      read.push(...rows.map(({ id }: { id: number }) => id));
      if (!next) break;
      cursor = `&cursor=${encodeURIComponent(next)}`;
    }

    expect(new Set(read).size).toBe(23);
    expect(read.length).toBe(23);
    expect(read.indexOf(inn)).toBeLessThan(read.indexOf(other)); // g before l before x
    expect(read.indexOf(other)).toBeLessThan(read.indexOf(shop));
    expect((await page('county=623027&industry=catering')).rows).toMatchObject([{ id: inn }]);
    expect((await liaison.get('/api/entities/counts?county=623001')).json()).toEqual({ total: 20, capped: false });
    const found = await liaison.post('/api/entities/find', { q: 'zxtc', county: '623026' });
    expect(found.json().rows).toMatchObject([{ id: other }]);
    expect((await liaison.get('/api/entities?cursor=nonsense')).statusCode).toBe(400);
  });

  test('licences past their day or near it are found', async () => {
    const { liaison, file } = await library();
    const licence = (number: string, expiresOn: string) => ({ kind: 'food_trade' as const, number, expiresOn });
    const past = await file({ name: '过期店', code: aCode(50), licences: [licence('JY1', '2026-11-01')] });
    const near = await file({
      name: '临期店',
      code: aCode(51),
      licences: [licence('JY2', '2030-01-01'), licence('JY3', '2026-12-20')],
    });
    await file({ name: '长期店', code: aCode(52), licences: [licence('JY4', '2030-01-01')] });
    const ids = async (licence: string) =>
      (await liaison.get(`/api/entities?licence=${licence}&sort=licence`))
        .json()
        .rows.map(({ id }: { id: number }) => id);

    expect(await ids('expired')).toEqual([past]);
    expect(await ids('soon')).toEqual([near]);
    expect((await liaison.post('/api/entities/suggest', { q: 'JY3' })).json()).toMatchObject([{ id: near }]);
  });
});
