import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import '#client/dossiers/ledger-list.ts';
import type { ListAsk, ListOf } from '#client/dossiers/ledger-list.ts';
import { nextWord } from '#client/dossiers/ledgers.ts';
import {
  dueColumn,
  handlerColumn,
  kindColumn,
  lightColumn,
  type MixedRow,
  nextColumn,
  numberColumn,
  ownerColumn,
  placeColumn,
  returnsColumn,
  stripColumn,
  subjectColumn,
  titleColumn,
} from '#client/dossiers/spine-columns.ts';
import {
  countyFilter,
  kindFilter,
  lightFilter,
  officeFilter,
  receivedFilter,
  returnedFilter,
  spineQuery,
} from '#client/dossiers/spine-filters.ts';
import type { Column } from '#client/elements/grid/column.ts';
import { call } from '#client/kernel/api.ts';
import { t } from '#client/kernel/words.ts';
import { type DossierRow, dossierListApi } from '#shared/dossiers/dossier-list.api.ts';

/** What has a clock, running or paused; nothing else belongs here. */
const CLOCKED = 'overdue,due_soon,running,paused';

function columns(): Column<never>[] {
  const all: Column<MixedRow & { readonly returns: number }>[] = [
    { ...lightColumn(), sort: false },
    numberColumn(),
    kindColumn(),
    { ...titleColumn(), label: t('column.item'), width: 11 },
    { ...subjectColumn(), label: t('column.about'), width: 8 },
    placeColumn(),
    ownerColumn(),
    handlerColumn(),
    nextColumn(),
    dueColumn(),
    stripColumn(),
    returnsColumn(),
  ];
  return all as unknown as Column<never>[];
}

/** The endpoint knows one order, soonest first. */
const asked = ({ sort: _, q: __, ...ask }: ListAsk) => ({ light: CLOCKED, ...ask });

/** Every clock of every ledger as one list shows it. */
const ledger: ListOf<DossierRow> = {
  kind: null,
  get heading() {
    return t('clocks.title');
  },
  get empty() {
    return t('clocks.empty');
  },
  page: (ask, cursor, limit, signal) =>
    call(dossierListApi.list, { query: { ...asked(ask), limit, ...(cursor ? { cursor } : {}) }, signal }),
  counts: (ask) => call(dossierListApi.counts, { query: asked(ask) }),
  columns,
  filters: () => [kindFilter(), lightFilter(), countyFilter(), officeFilter(), receivedFilter(), returnedFilter()],
  query: (filters) => spineQuery(filters),
  next: nextWord,
};

/** S02b: every running clock of every ledger, soonest first, across offices as far as one sees them. */
@customElement('clocks-page')
export class ClocksPage extends LitElement {
  static override styles =
    css`:host { display: block; height: 100%; } @media (max-width: 640px) { :host { height: auto; } }`;

  override render() {
    return html`<ledger-list .ledger=${ledger}></ledger-list>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'clocks-page': ClocksPage;
  }
}
