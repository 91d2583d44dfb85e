import { say } from '#client/kernel/words.ts';
import { checklistOf } from '#shared/spot-checks/checklist.ts';
import type { SpotCheck } from '#shared/spot-checks/spot-check.schema.ts';

const unique = (texts: readonly string[]) => [...new Set(texts)].join('、');

/** The items not met, each with what is wrong there and the provision it offends. */
function failures({ list, listVersion, answers }: SpotCheck) {
  const items = list && listVersion ? (checklistOf(list, listVersion)?.items ?? []) : [];
  return answers
    .filter(({ answer }) => answer === 'fails')
    .map(({ item, note }) => ({
      told: note ?? say(`checklist.${list}.${item}`) ?? item,
      clause: items.find((one) => one.item === item)?.clause ?? '',
    }));
}

const told = (record: SpotCheck): string =>
  [...failures(record).map((one) => one.told), record.findings ?? ''].filter(Boolean).join('\n');

/** A masked name is nobody's: who it is stands in the file of the entity. */
const named = ({ subjectName }: SpotCheck) => (subjectName && !subjectName.includes('*') ? { subjectName } : {});

const place = ({ county, township, place: at, matter }: SpotCheck) => ({
  county,
  ...(township ? { township } : {}),
  ...(at ? { place: at } : {}),
  ...(matter ? { matter } : {}),
});

/** What an order to correct begins with where a check found what it is about. */
export function orderBegun(record: SpotCheck) {
  const [found, violated] = [
    told(record),
    unique(
      failures(record)
        .map(({ clause }) => clause)
        .filter(Boolean),
    ),
  ];
  return {
    sourceId: record.number,
    source: 'inspection' as const,
    title: record.title,
    ...named(record),
    ...(record.subjectId ? { subjectId: record.subjectId } : {}),
    ...(record.subjectKind ? { subjectKind: record.subjectKind } : {}),
    ...(record.creditCode ? { creditCode: record.creditCode } : {}),
    ...place(record),
    ...(found ? { problem: found } : {}),
    ...(violated ? { violated } : {}),
  };
}

/** What a clue begins with where a check found it. */
export function caseBegun(record: SpotCheck): Record<string, unknown> {
  const { number, subjectKind, subjectName, creditCode, subjectId, begunOn } = record;
  const content = told(record);
  const party = {
    kind: subjectKind ?? 'company',
    name: subjectName ?? '',
    ...(creditCode ? { creditCode } : {}),
    ...(subjectId ? { entityId: subjectId } : {}),
  };
  return {
    sourceId: number,
    source: 'inspection',
    ...place(record),
    ...(begunOn ? { foundOn: begunOn } : {}),
    ...(content ? { content } : {}),
    parties: Object.keys(named(record)).length > 0 ? [party] : [],
  };
}
