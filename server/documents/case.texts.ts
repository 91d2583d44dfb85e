import type { CaseColumns, StoredPenalty } from '#server/cases/case.table.ts';
import type { evidence, goods } from '#server/cases/exhibit.table.ts';
import { dayOnPaper, yuanOnPaper } from '#shared/documents/values.ts';
import { caseWords } from '#shared/words/case.words.ts';

type Evidence = typeof evidence.$inferSelect;
type Goods = typeof goods.$inferSelect;

const words: Record<string, readonly [string, string]> = caseWords;
const word = (key: string) => words[key]?.[0] ?? '';

/** Numbered lines, one to a paragraph. */
const numbered = (lines: readonly string[]) =>
  lines.map((line, at) => `${at + 1}.${line}${at === lines.length - 1 ? '。' : '；'}`).join('\n');

/** `1.没收违法所得2600元；` and so on. */
export const penaltiesText = (penalties: readonly StoredPenalty[]): string =>
  numbered(
    penalties.map(({ kind, amountFen, note }) =>
      [
        word(`case.penalty.${kind}`),
        amountFen === null ? '' : `${yuanOnPaper(amountFen)}元`,
        note ? `（${note}）` : '',
      ].join(''),
    ),
  );

/** The evidence that stands, with its sources, as a decision lists it. */
export const evidenceText = (pieces: readonly Evidence[]): string =>
  numbered(
    pieces
      .filter(({ withdrawnOn, replaced }) => withdrawnOn === null && !replaced)
      .map(
        ({ title, kind, source, collectedOn }) =>
          `${title}（${word(`case.evidence_kind.${kind}`)}，${source}，${dayOnPaper(collectedOn)}取得）`,
      ),
  );

/** The goods in keeping, as rows of the list that goes with a measure. */
export const goodsRows = (all: readonly Goods[]) =>
  all.map(({ name, spec, unit, thousandths, place }) => ({
    名称: name,
    规格: spec ?? '',
    单位: unit,
    数量: String(thousandths / 1000),
    备注: place,
  }));

/** How the case came and went on until its end: a beginning the officer writes on from. */
export function courseText(own: CaseColumns, receivedOn: string): string {
  const source = word(`case.source.${own.source}`);
  const found = `${dayOnPaper(receivedOn)}，本局通过${source}发现案件线索：${own.content}`;
  return own.filedOn ? `${found}\n${dayOnPaper(own.filedOn)}，经批准，本局依法立案调查。` : found;
}

/** What the party was told and what it said to it. */
export function heardText(own: CaseColumns): string {
  if (!own.toldOn) return '';
  const told = `${dayOnPaper(own.toldOn)}，本局依法向当事人送达《行政处罚告知书》，告知拟作出行政处罚的内容及事实、理由、依据和依法享有的权利。`;
  const heard =
    own.statement === 'made'
      ? `当事人提出陈述、申辩：${own.statementText ?? ''}\n经复核：${own.statementAnswer ?? ''}`
      : own.statement
        ? '当事人在法定期限内未提出陈述、申辩意见。'
        : '';
  const hearing = own.hearingHeldOn ? `${dayOnPaper(own.hearingHeldOn)}，本局依法举行听证。` : '';
  return [told, heard, hearing].filter(Boolean).join('\n');
}

/** What is intended, with facts, reasons and basis, as the notice says it. */
export function proposalText(own: CaseColumns): string {
  const law = own.violated && own.basis ? `上述行为违反了${own.violated}，依据${own.basis}，拟作出如下行政处罚：` : '';
  return [own.facts ?? '', own.nature ?? '', law, penaltiesText(own.proposed)].filter(Boolean).join('\n');
}
