import { createHash } from 'node:crypto';
import type { DossierRow } from '#server/dossiers/dossier.table.ts';
import type { Work } from '#server/kernel/work.ts';
import { latestNumbers } from '#server/numbers/number.register.ts';
import type { PaperAnswer } from '#shared/documents/document.api.ts';
import type { Form, Making, Recipient } from '#shared/documents/form.ts';
import { type FormCode, fitsNow, formOf, makingFor, makingsOf, placesOf } from '#shared/documents/forms.ts';
import { type PlaceName, placeOf } from '#shared/documents/places.ts';
import {
  dayOnPaper,
  isFilled,
  missingOf,
  momentOnPaper,
  type Value,
  type Values,
  withoutNumbers,
  withoutSecrets,
} from '#shared/documents/values.ts';
import { VEILED } from '#shared/dossiers/dossier.kinds.ts';
import { invalid, Refusal } from '#shared/kernel/errors.ts';
import { type Facts, type FactsAsk, LEDGERS } from './document.facts.ts';
import type { PaperCell, PaperData } from './paper/paper.ts';

/** A paper as it would be made now: every fact gathered, nothing printed yet. */
export interface Plan {
  readonly form: Form;
  readonly code: FormCode;
  readonly making: Making;
  readonly party: number;
  readonly places: readonly PlaceName[];
  readonly values: Values;
  readonly missing: readonly PlaceName[];
  /** The places of this paper that print what the ledger keeps sealed. */
  readonly sealed: readonly PlaceName[];
  readonly fits: boolean;
  /** Of what the record says: another digest means that the record has changed. */
  readonly digest: string;
}

type Answers = Readonly<Record<string, PaperAnswer>>;

/** What one plan asks: which paper, for whom, with what was entered for it. */
interface PlanAsk {
  readonly form: FormCode;
  readonly to?: Recipient | undefined;
  readonly party?: number | undefined;
  readonly answers?: Answers;
}

/** Gathers what a paper would say, now, for one addressee, with what was entered for it. */
export const planOf = (work: Work, dossier: DossierRow, ask: PlanAsk): Promise<Plan> => planner(work, dossier)(ask);

/** Plans papers of one record as it stands now: what several say alike is gathered once. */
export function planner(work: Work, dossier: DossierRow): (ask: PlanAsk) => Promise<Plan> {
  const ledger = LEDGERS[dossier.kind];
  const gathered = new Map<string, Promise<Known>>();
  const gather = async (ask: FactsAsk) => {
    const facts = await ledger!.factsOf(work, dossier, ask);
    return { facts, known: { ...facts.values, ...(await numberFacts(work, dossier)) } };
  };
  return async (ask) => {
    const form = formOf(ask.form);
    if (!ledger || !form.kinds.includes(dossier.kind)) throw invalid({ form: 'unknown' });
    if (!writesPapers(work, dossier)) throw new Refusal('forbidden', { need: 'own' });
    const making = makingFor(form, ask.to ?? makingsOf(form)[0]!.to);
    if (!making) throw invalid({ to: 'unknown' });
    const party = await partyFor(work, dossier, form, ask.party);
    const key = `${making.to}:${making.named === true}:${party}`;
    if (!gathered.has(key)) gathered.set(key, gather({ to: making.to, named: making.named === true, party }));
    return planned({ form, making, party, ask }, await gathered.get(key)!);
  };
}

/** The parties a form is made for each; none where one paper serves. */
export async function partiesFor(work: Work, { id, kind }: DossierRow, form: Form): Promise<string[]> {
  const names = form.eachParty ? ((await LEDGERS[kind]?.partiesOf?.(work, id)) ?? []) : [];
  return names.length > 1 ? names : [];
}

/** The party a paper is for: the first where nothing is said, 0 where one paper serves all. */
async function partyFor(work: Work, dossier: DossierRow, form: Form, asked: number | undefined): Promise<number> {
  const names = await partiesFor(work, dossier, form);
  if (names.length === 0) return 0;
  if (asked !== undefined && (asked < 1 || asked > names.length)) throw invalid({ party: 'unknown' });
  return asked ?? 1;
}

/** Of a record that is handed on only the owner's office writes papers: whoever takes part in it sees what was handed on. */
export const writesPapers = ({ actor }: Pick<Work, 'actor'>, { kind, ownerOfficeId }: DossierRow): boolean =>
  !VEILED.includes(kind) || ownerOfficeId === actor.officeId;

/** What a record says, and what of it must not be read where it is not named. */
interface Known {
  readonly facts: Facts;
  readonly known: Values;
}

interface Planning {
  readonly form: Form;
  readonly making: Making;
  readonly party: number;
  readonly ask: PlanAsk;
}

function planned({ form, making, party, ask }: Planning, { facts, known }: Known): Plan {
  const { form: code, answers = {} } = ask;
  const values = cleaned({ ...known, ...entered(code, answers) }, facts);
  return {
    form,
    code,
    making,
    party,
    places: placesOf(code),
    values,
    missing: missingOf(code, values),
    sealed: facts.sealed.filter((place) => placesOf(code).includes(place) && isFilled(place, values[place])),
    fits: fitsNow(form.fits, facts.standing),
    digest: digestOf(code, known),
  };
}

/** Numbers of other papers of the record, as a paper refers to them. */
async function numberFacts(work: Work, dossier: DossierRow): Promise<Values> {
  const numbers = await latestNumbers(work.tx, dossier.id);
  const decision = numbers.get('penalty') ?? numbers.get('no_penalty') ?? numbers.get('spot_penalty');
  const list = numbers.get('goods_list');
  return { ...(list ? { 清单编号: list } : {}), ...(decision ? { 处理决定文书: decision } : {}) };
}

/** What was entered for this paper; places the record itself tells are corrected in the record. */
function entered(code: FormCode, answers: Answers): Values {
  const own: Record<string, Value> = {};
  const known = new Set<string>(placesOf(code));
  for (const [place, answer] of Object.entries(answers)) {
    const told = placeOf(place);
    if (!told) throw new Refusal('invalid_input', { fields: { [`answers.${place}`]: 'unknown' } });
    if (told.source !== 'here') throw new Refusal('invalid_input', { fields: { [`answers.${place}`]: 'by_record' } });
    if (!known.has(place)) continue;
    own[place] = typed(place as PlaceName, answer);
  }
  return own;
}

function typed(place: PlaceName, answer: PaperAnswer): Value {
  const { shape, columns = [] } = placeOf(place)!;
  const wrong = () => new Refusal('invalid_input', { fields: { [`answers.${place}`]: 'type' } });
  if (shape === 'tick' || shape === 'rows') {
    if (shape === 'tick' ? typeof answer !== 'boolean' : !Array.isArray(answer)) throw wrong();
    if (!Array.isArray(answer)) return answer;
    return answer.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]?.trim() ?? ''])));
  }
  if (typeof answer !== 'string') throw wrong();
  const text = answer.replace(/\r\n?/g, '\n').trim();
  const day = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/;
  if ((shape === 'day' || shape === 'moment') && text !== '' && !day.test(text)) throw wrong();
  return text;
}

/** Who complained stands in no paper that does not lawfully name them, and nobody's number where a form has no place for it. */
function cleaned(values: Values, { secrets }: Facts): Values {
  const clean = (text: string, personal: boolean) => {
    const open = withoutSecrets(text, secrets); // first, for what is half masked is no longer recognised
    return personal ? open : withoutNumbers(open);
  };
  return Object.fromEntries(
    Object.entries(values).map(([place, value]) => {
      const personal = placeOf(place)?.personal === true;
      if (typeof value === 'string') return [place, clean(value, personal)];
      if (typeof value === 'boolean' || !value) return [place, value];
      return [
        place,
        value.map((row) =>
          Object.fromEntries(Object.entries(row).map(([name, text]) => [name, clean(text, personal)])),
        ),
      ];
    }),
  );
}

function digestOf(code: FormCode, values: Values): string {
  const told = placesOf(code).filter(
    (place) => placeOf(place)!.source !== 'here' && placeOf(place)!.source !== 'issue',
  );
  return createHash('sha256')
    .update(JSON.stringify(told.map((place) => values[place] ?? null)))
    .digest('base64url');
}

/** The values as a template's places are filled: days written out, lists numbered; what lacks is marked, or struck where it is final. */
export function paperData(values: Values, { places, lacking, draft }: PaperWish): PaperData {
  const data: Record<string, PaperData[string]> = {};
  for (const [place, value] of Object.entries(values)) data[place] = printed(place, value as Value);
  for (const place of places) {
    if (isFilled(place as PlaceName, values[place as PlaceName])) continue;
    const lacks = lacking.includes(place as PlaceName);
    const empty = placeOf(place)?.byHand ? '' : '／';
    const blank = draft ? ({ _type: 'missing', text: `【缺：${place}】` } as const) : empty;
    if (lacks) data[place] = placeOf(place)?.shape === 'rows' ? [rowOf(place, blank)] : blank;
  }
  for (const place of places) if (placeOf(place)?.shape === 'tick') data[place] ??= false;
  return data;
}
/** The one row of a list nothing is known of. */
const rowOf = (place: string, blank: PaperCell) =>
  Object.fromEntries(['序号', ...(placeOf(place)?.columns ?? [])].map((column, at) => [column, at === 1 ? blank : '']));

interface PaperWish {
  readonly places: readonly string[];
  readonly lacking: readonly PlaceName[];
  readonly draft: boolean;
}

function printed(place: string, value: Value): PaperData[string] {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return value.map((row, at) => ({ 序号: String(at + 1), ...row }));
  const shape = placeOf(place)?.shape;
  if (value === '' || (shape !== 'day' && shape !== 'moment')) return value;
  return shape === 'day' ? dayOnPaper(value) : momentOnPaper(value);
}
