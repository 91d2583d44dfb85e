import type { CampaignFigures, MatrixCell } from '#shared/campaigns/campaign.schema.ts';
import {
  type Block,
  cell,
  type Layout,
  label,
  line,
  note,
  p,
  row,
  sign,
  table,
  title,
} from '#shared/documents/layout.ts';
import { doneStates } from '#shared/dossiers/dossier.kinds.ts';
import { assignmentWord, kindWord } from './report.words.ts';

/** What a campaign's report tells, in the order it tells it. */
export interface ReportFacts {
  readonly kind: 'bulletin' | 'closing';
  readonly name: string;
  readonly number: string;
  readonly basis: string;
  readonly aims: string;
  readonly from: string;
  readonly until: string;
  readonly on: string;
  readonly figures: CampaignFigures;
  readonly cells: readonly (MatrixCell & { readonly office: string })[];
  readonly conclusion: string | null;
  /** What was corrected after the numbers were frozen: the figure, what it was, what it is. */
  readonly restated: readonly (readonly [figure: string, was: number, is: number])[];
}

/** Braces would be read as places of a template. */
const plain = (text: string) => text.replace(/[{}]/g, '').trim();
const share = (done: number, due: number) => (due === 0 ? '' : `，完成${Math.round((done * 1000) / due) / 10}%`);

function progress({ figures, on }: ReportFacts): string {
  const { due, done, records, checks, rectifications, cases, transfers, overdue } = figures;
  const asked = due > 0 ? `任务${due}件，已办结${done}件${share(done, due)}。` : '';
  return `截至${on}，${asked}共登记${records}件，其中检查${checks}件、责令改正${rectifications}件、案件${cases}件、移送${transfers}件；逾期未办${overdue}件。`;
}

function standing({ cells }: ReportFacts): string {
  const asked = cells.filter(({ part }) => part !== null);
  const names = (states: readonly string[]) =>
    asked.filter(({ state }) => state && states.includes(state)).map(({ office }) => office);
  const told = (words: string, some: readonly string[]) =>
    some.length > 0 ? `${words}${some.length}个（${some.join('、')}）` : '';
  const parts = [
    `参与单位${asked.length}个`,
    told('已报送', names(['reported'])),
    told('零报告', names(['zero_reported'])),
    told('免报', names(['excused'])),
    told('缺报', names(['missing'])),
    told('尚未报送', names(['to_acknowledge', 'in_progress'])),
    told(
      '迟报',
      asked.filter(({ late }) => late).map(({ office }) => office),
    ),
  ];
  return `${parts.filter(Boolean).join('；')}。`;
}

const HEADS = ['单位', '应办', '已办', '记录', '逾期', '报送'];
const WIDTHS = [56, 18, 18, 18, 18, 28];

function officesTable({ cells }: ReportFacts): Block {
  const rows = cells.map(({ office, due, done, records, overdue, state, late }) =>
    row([
      cell(plain(office)),
      ...[due, done, records, overdue].map((n) => cell(String(n), { align: 'center' })),
      cell(`${assignmentWord(state)}${late ? '（迟）' : ''}`, { align: 'center' }),
    ]),
  );
  return table(WIDTHS, [row(HEADS.map((head) => label(head))), ...rows]);
}

/** What each number means, so that it can be counted again. */
function definitions(): string {
  const ends = `检查为${kindWord('spot_check')}台账、责令改正为${kindWord('rectification')}台账中归入本行动的记录`;
  return `口径：各项数字取自各单位台账中归入本行动的记录，按现承办单位计；已办为已到终结状态且未撤销的记录（如整改须已销号或者转案，共${doneStates('rectification').length}种）；${ends}；逾期为未办结且已过最近期限的记录。`;
}

/** A bulletin or a closing report as a paper: heads, paragraphs, the offices' table, the definitions, the seal. */
export function reportLayout(facts: ReportFacts): Layout {
  const closing = facts.kind === 'closing';
  const heads = ['一、', '二、', '三、', '四、', '五、'];
  let at = 0;
  const head = (text: string) => line(`${heads[at++]}${text}`);
  const paragraphs = (text: string) =>
    plain(text)
      .split('\n')
      .filter((one) => one.trim() !== '')
      .map((one) => p(one));
  const part = (name: string, text: string) => (plain(text) ? [head(name), ...paragraphs(text)] : []);
  return {
    blocks: [
      title(plain(facts.name)),
      title(closing ? '总结报告' : '工作简报'),
      p(`${facts.number}，${facts.from}至${facts.until}。`),
      ...part('行动依据', facts.basis),
      ...part('目标和内容', facts.aims),
      ...part('进展情况', progress(facts)),
      ...part('各单位报送情况', standing(facts)),
      officesTable(facts),
      ...(facts.conclusion ? part('结论和下一步工作', facts.conclusion) : []),
      ...facts.restated.map(([figure, was, is]) => p(`结束后更正：${figure}由${was}件更正为${is}件。`)),
      note(definitions()),
      sign(),
    ],
  };
}
