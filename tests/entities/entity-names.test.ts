import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressKey, codeKey, coreName, nameKey, tibetanKey } from '#shared/entities/entity.names.ts';
import {
  codeAdviceOf,
  codeClassOf,
  creditCodeOf,
  idNoAdviceOf,
  isCreditCode,
  isRegistrationNo,
  suggestCreditCode,
} from '#shared/entities/identity.ts';

describe('names are compared', () => {
  test.each([
    ['夏河县扎西特产店', '夏河县扎西特产店（个体工商户）'],
    ['夏河县扎西特产店', '扎西特产店'],
    ['甘南藏族自治州夏河县扎西特产店', '夏河扎西特产店'],
    ['甘肃省甘南州合作市雪域商贸有限责任公司', '合作市雪域商贸有限公司'],
    ['扎西·才让超市', '扎西•才让超市'],
    ['扎西·才让超市', '扎西才让超市'],
    ['ＡＢＣ超市', 'abc超市'],
    ['玛曲县草原牛羊养殖农民专业合作社', '玛曲县草原牛羊养殖专业合作社'],
  ])('%s is known by the same core as %s', (one, other) => {
    expect(coreName(one)).toBe(coreName(other));
  });

  test('two shops are not the same because both lie in a county and are firms', () => {
    expect(coreName('夏河县有限公司')).not.toBe(coreName('碌曲县有限公司'));
    expect(coreName('夏河县扎西特产店')).not.toBe(coreName('夏河县扎西超市'));
    expect(coreName('合作社')).toBe('合作社');
  });

  test('tsheg, shad and spaces do not tell two Tibetan names apart', () => {
    expect(tibetanKey('བཀྲ་ཤིས་ཚོང་ཁང་།')).toBe(tibetanKey('བཀྲ༌ཤིས་ཚོང་ཁང'));
    expect(tibetanKey('བཀྲ་ཤིས')).not.toBe(tibetanKey('བཀྲ་ཤས'));
  });

  const place = fc.constantFrom('', '夏河县', '甘南州夏河县', '甘肃省甘南藏族自治州夏河县');
  const form = fc.constantFrom('', '有限公司', '（个体工商户）', '(个体工商户)', '有限责任公司');
  const own = fc
    .array(fc.constantFrom(...'扎西雪域金桥香巴拉草原福源顺达万家吉祥洮河'), { minLength: 2, maxLength: 6 })
    .map((signs) => `${signs.join('')}超市`);
  const typing = fc.constantFrom(
    (name: string) => name,
    (name: string) => ` ${name}　`,
    (name: string) => [...name].join(' '),
    (name: string) => name.replace('超', '超·'),
    (name: string) => `${name}。`,
  );

  test('whatever the place before, the legal form behind, and the way it is typed', () => {
    fc.assert(
      fc.property(own, place, form, typing, (name, before, behind, type) => {
        expect(coreName(type(`${before}${name}${behind}`))).toBe(coreName(name));
      }),
    );
  });

  test('a core name is its own core, and says something wherever the name does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
        expect(coreName(coreName(name))).toBe(coreName(name));
        expect(coreName(name) === '').toBe(nameKey(name) === '');
        expect(nameKey(nameKey(name))).toBe(nameKey(name));
      }),
    );
  });
});

test('an address is compared without its county and signs; one that says next to nothing is not compared', () => {
  expect(addressKey('夏河县 拉卜楞镇人民街18号')).toBe(addressKey('拉卜楞镇人民街１８号'));
  expect(addressKey('路口')).toBeNull();
});

describe('codes', () => {
  const organisation = fc
    .array(fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), { minLength: 8, maxLength: 8 })
    .map((signs) => signs.join(''));

  test('one wrong sign in a credit code is always noticed', () => {
    fc.assert(
      fc.property(organisation, fc.nat(17), fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), (own, at, sign) => {
        const code = creditCodeOf('92623027', own);
        const wrong = code.slice(0, at) + sign + code.slice(at + 1);
        expect(isCreditCode(code)).toBe(true);
        expect(isCreditCode(wrong)).toBe(wrong === code);
      }),
    );
  });

  test('letters read for figures are mended where the checks then agree, and only there', () => {
    fc.assert(
      fc.property(organisation, (own) => {
        const code = creditCodeOf('92623027', own);
        const misread = code.replace(/0/g, 'O').replace(/1/g, 'l');
        fc.pre(misread !== code);
        expect(suggestCreditCode(misread)).toBe(code);
        expect(suggestCreditCode(code)).toBeNull();
        expect(suggestCreditCode(`${code.slice(0, 17)}?`)).toBeNull();
      }),
    );
  });

  test('an old registration number is told by its own check digit', () => {
    expect(isRegistrationNo('110108000000016')).toBe(true);
    expect(isRegistrationNo('110108000000017')).toBe(false);
    expect(codeClassOf('110108000000016')).toBe('registration');
    expect(codeClassOf('企合浙绍总字第000123号')).toBe('other');
    expect(codeKey(' 1101 0800-0000016 ')).toBe('110108000000016');
  });

  test('what a spreadsheet has cut short is called damaged, a wrong check digit is only warned of', () => {
    expect(codeAdviceOf('9.2623E+17')).toEqual({ problem: 'damaged', mended: null });
    expect(codeAdviceOf('926230271234567000')).toEqual({ problem: 'damaged', mended: null });
    expect(codeAdviceOf('92623027MA70000012')?.problem).toBe('check');
    expect(codeAdviceOf(creditCodeOf('92623027', 'MA700001'))).toBeNull();
  });

  test('a resident’s number is warned of by its birth date and check digit; another paper’s number is kept as typed', () => {
    expect(idNoAdviceOf('11010519491231002X')).toBeNull();
    expect(idNoAdviceOf(' 11010519491231002x ')).toBeNull();
    expect(idNoAdviceOf('110105194912310021')?.problem).toBe('id_check');
    expect(idNoAdviceOf('11010519491331002X')?.problem).toBe('id_check');
    expect(idNoAdviceOf('G12345678')?.problem).toBe('not_id');
    expect(idNoAdviceOf('1.10105E+17')?.problem).toBe('damaged');
    expect(idNoAdviceOf('')).toBeNull();
  });
});
