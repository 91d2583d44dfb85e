import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How a filter compares: equals, one of, from, to, contains. */
export type FilterOp = 'eq' | 'in' | 'from' | 'to' | 'has';

/** One condition of a list: field, comparison, values. */
export interface Filter {
  readonly key: string;
  readonly op: FilterOp;
  readonly values: readonly string[];
}

const OPS: readonly string[] = ['eq', 'in', 'from', 'to', 'has'] satisfies FilterOp[];

/** Filters as the address carries them: `county.eq.623027~light.in.overdue,soon`. */
export function filtersToText(filters: readonly Filter[]): string {
  return filters.map(({ key, op, values }) => [key, op, values.map(armour).join(',')].join('.')).join('~');
}

/** Reads filters back from an address; what cannot be read is left out rather than guessed. */
export function filtersFromText(text: string | null): Filter[] {
  return (text ?? '').split('~').flatMap((part) => {
    const [key, op, ...rest] = part.split('.');
    const values = rest.join('.').split(',').filter(Boolean).map(disarm);
    return key && op && OPS.includes(op) && values.length > 0 ? [{ key, op: op as FilterOp, values }] : [];
  });
}

/** The first value of one filter; undefined where the list is not filtered by it. */
export const filterValue = (filters: readonly Filter[], key: string, op?: FilterOp) =>
  filters.find((one) => one.key === key && (op === undefined || one.op === op))?.values[0];

const armour = (value: string) => value.replace(/[!~,]/g, (sign) => `!${sign.charCodeAt(0).toString(16)}`);
const disarm = (value: string) =>
  value.replace(/!([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The query part of the address. */
export const queryNow = () => new URLSearchParams(location.search);

/** Changes parts of the query; null or '' removes one. Refining a view replaces the entry, leaving it pushes one. */
export function changeQuery(
  change: Readonly<Record<string, string | null>>,
  how: 'push' | 'replace' = 'replace',
): void {
  const query = queryNow();
  for (const [name, value] of Object.entries(change)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString();
  const url = `${location.pathname}${text ? `?${text}` : ''}`;
  if (how === 'push') history.pushState({}, '', url);
  else history.replaceState(history.state, '', url);
  window.dispatchEvent(new Event('address-changed'));
}

/** Redraws its host whenever the address changes, so that filters, sort and view live in the URL and nowhere else. */
export class Address implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #changed = () => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get query(): URLSearchParams {
    return queryNow();
  }

  get filters(): Filter[] {
    return filtersFromText(queryNow().get('f'));
  }

  /** Puts filters into the address; a changed filter begins at the first page again. */
  filter(filters: readonly Filter[]): void {
    changeQuery({ f: filtersToText(filters), cursor: null });
  }

  hostConnected(): void {
    window.addEventListener('address-changed', this.#changed);
  }

  hostDisconnected(): void {
    window.removeEventListener('address-changed', this.#changed);
  }
}
