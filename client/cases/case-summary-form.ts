import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Type } from 'typebox';
import { session } from '#client/auth/session.ts';
import '#client/campaigns/campaign-field.ts';
import { today } from '#client/clocks/law.ts';
import { matterChoices } from '#client/complaints/entry-fields.ts';
import { type Answers, EntryDrawer } from '#client/dossiers/entry-drawer.ts';
import '#client/elements/combo-box.ts';
import '#client/elements/row-list.ts';
import { call } from '#client/kernel/api.ts';
import { fieldOf } from '#client/kernel/fields.ts';
import { countyChoices } from '#client/kernel/places.ts';
import { say } from '#client/kernel/words.ts';
import { caseApi } from '#shared/cases/case.api.ts';
import { Officer, Party, SummaryCase } from '#shared/cases/case.asks.ts';
import { isPerson, type PartyKind, SUMMARY_PENALTIES } from '#shared/cases/case.lists.ts';
import { fitsSummary } from '#shared/cases/case.money.ts';
import { namesPerson } from '#shared/cases/case.title.ts';
import type { Faults, FormSchema } from '#shared/kernel/faults.ts';
import { Fen, oneOf } from '#shared/kernel/shapes.ts';
import { askCase } from './ask-case.ts';
import { PARTY_FIELDS } from './case-entry.ts';
import './summary-outlook.ts';

const Penalty = Type.Object({ kind: oneOf(SUMMARY_PENALTIES, 'case.penalty'), amountFen: Type.Optional(Fen) });
/** The form asks for its one party as a list of one, and only for the penalties the summary procedure knows. */
const Form = Type.Object(
  {
    ...SummaryCase.properties,
    party: Type.Array(Party, { minItems: 1, maxItems: 1 }),
    penalties: Type.Array(Penalty, { minItems: 1, maxItems: 2, words: 'Penalty' }),
  },
  { $id: 'SummaryCase' },
);
const schema = Form as unknown as FormSchema;

/** What a case is called by its party and violation; a natural person is not named in it. */
function titleOf({ party, violation }: Answers): string {
  const [first] = (party ?? []) as { kind?: PartyKind; name?: string }[];
  if (!violation || !first?.kind) return '';
  return `${isPerson(first.kind) ? '' : (first.name ?? '')}${violation}案`.slice(0, 120);
}

/** Decides a penalty on the spot (程序规定 66-70). */
@customElement('case-summary-form')
export class CaseSummaryForm extends EntryDrawer {
  @state() private now: Answers = {};
  #suggested = '';
  #team: readonly Answers[] | undefined;

  constructor() {
    super({
      kind: 'case',
      draft: 'summary',
      asked: 'summary-asked',
      schema,
      verb: 'summary.decide',
      done: 'summary.decided',
      first: 'party',
    });
  }

  /** The officers stay: whoever fines one stall fines the next one with the same colleague. */
  protected override fresh(): Answers {
    const me = session()?.person.name ?? '';
    return { decidedOn: today(), officers: this.#team ?? [{ name: me }], penalties: [{ kind: 'warning' }] };
  }

  protected override async make({ party, ...answers }: Answers, key: string) {
    const [first] = party as Party[];
    const body = { heard: false, ...answers, party: first } as unknown as SummaryCase;
    const { id, number, decisionNumber } = await call(caseApi.decideOnTheSpot, { body, key });
    this.#team = body.officers;
    return { id, number: decisionNumber ?? number };
  }

  /** What the law asks is told together with what was left out, by the function the server decides with. */
  protected override check(answers: Answers): Faults {
    const faults = super.check(answers);
    const [party] = (answers['party'] ?? []) as Party[];
    const penalties = ((answers['penalties'] ?? []) as SummaryCase['penalties']).map(({ kind, amountFen }) => ({
      kind,
      amountFen: amountFen ?? null,
    }));
    const person = party && isPerson(party.kind);
    const readable = !Object.keys(faults).some((place) => /^(party|penalties)/.test(place));
    return {
      ...faults,
      ...(readable && party && !fitsSummary(penalties, party.kind)
        ? { penalties: person ? 'beyond_summary_person' : 'beyond_summary' }
        : {}),
      ...(party && namesPerson(String(answers['title'] ?? ''), [party]) ? { title: 'names_person' } : {}),
      ...(Number(answers['collectedFen'] ?? 0) > 0 && !answers['collectGround'] ? { collectGround: 'required' } : {}),
      ...(answers['heard'] === true ? {} : { heard: 'required' }),
    };
  }

  protected override typed(answers: Answers): void {
    this.now = answers;
    const title = this.renderRoot.querySelector<HTMLInputElement>('form [name="title"]');
    const suggested = titleOf(answers);
    if (!title || suggested === '' || (title.value !== '' && title.value !== this.#suggested)) return;
    title.value = suggested;
    this.#suggested = suggested;
  }

  /** The clue of the ordinary procedure begins with what was typed here. */
  readonly #ordinary = () => {
    const { party, facts, decidedOn, matter, county, township, place, violation, title, sourceId, campaignId } =
      this.now;
    this.collapse();
    const told = {
      parties: party,
      content: facts,
      foundOn: decidedOn,
      matter,
      county,
      township,
      place,
      violation,
      title,
      sourceId,
      campaignId,
    };
    void askCase(Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined && value !== '')));
  };

  protected override fields() {
    const field = (name: string, draw?: (id: string) => unknown) =>
      fieldOf(schema, name, {
        faults: this.faults,
        values: this.answers,
        look: draw ? { custom: { [name]: draw } } : {},
      });
    const combo = (name: string, choices: readonly { value: string; label: string }[]) =>
      field(
        name,
        (id) =>
          html`<combo-box id=${id} name=${name} label=${say(`SummaryCase.${name}`) ?? ''} .value=${String(this.answers[name] ?? '')} .choices=${choices} ?invalid=${this.faults[name] !== undefined}></combo-box>`,
      );
    const rows = (name: string, words: string, row: unknown, only: readonly string[], least: number, most: number) =>
      html`<div class="wide">${field(name, (id) => html`<row-list id=${id} name=${name} role="group" aria-labelledby="${id}-label" words=${words} .schema=${row as FormSchema} .only=${only} .rows=${(this.answers[name] ?? []) as Answers[]} .least=${least} .most=${most} .faults=${this.faults}></row-list>`)}</div>`;
    return html`<div class="fields">
      ${rows('party', 'Party', Party, PARTY_FIELDS, 1, 1)}
      ${combo('matter', matterChoices())} ${combo('county', countyChoices())}
      <div class="wide">${field('violation')}</div>
      <div class="wide">${field('facts')}</div>
      ${field('violated')} ${field('basis')}
      ${rows('penalties', 'Penalty', Penalty, ['kind', 'amountFen'], 1, 2)}
      <div class="wide"><summary-outlook .answers=${this.now} @ordinary-asked=${this.#ordinary}></summary-outlook></div>
      ${rows('officers', 'Officer', Officer, ['name', 'certificate', 'validUntil'], 2, 6)}
      ${field('decidedOn')} ${field('collectedFen')} ${field('collectGround')} ${field('place')} ${field('township')}
      ${field('sourceId', (id) => html`<input id=${id} name="sourceId" autocomplete="off" .value=${String(this.answers['sourceId'] ?? '')} />`)}
      ${field('title')}
      <campaign-field class="wide" .value=${String(this.answers['campaignId'] ?? '')} fault=${this.faults['campaignId'] ?? ''}></campaign-field>
      <div class="wide">${field('heard')}</div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-summary-form': CaseSummaryForm;
  }
}
