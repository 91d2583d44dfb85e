import type { Static, TSchema } from 'typebox';
import { REFUSALS, Refusal, type RefusalCode } from '#shared/kernel/errors.ts';

/** One endpoint as shared/ describes it: spread into Fastify on the server, passed to `call()` here. */
export interface Contract {
  readonly method: string;
  readonly url: string;
  readonly schema: {
    readonly params?: TSchema;
    readonly querystring?: TSchema;
    readonly body?: TSchema;
    readonly response?: Readonly<Record<number | string, unknown>>;
  };
}

type Part<C extends Contract, K extends 'params' | 'querystring' | 'body'> = C['schema'][K] extends TSchema
  ? Static<C['schema'][K]>
  : undefined;
type Need<K extends string, V> = undefined extends V
  ? { readonly [P in K]?: undefined }
  : Record<never, never> extends V
    ? { readonly [P in K]?: V }
    : { readonly [P in K]: V };

/** What a call must be given: exactly the parts its contract has, and all of them. */
export type Ask<C extends Contract> = Need<'params', Part<C, 'params'>> &
  Need<'query', Part<C, 'querystring'>> &
  Need<'body', Part<C, 'body'>> & {
    readonly signal?: AbortSignal;
    /** Makes a repeated write the same write; made for each POST where none is given. */
    readonly key?: string;
  };

type Answers<C extends Contract> = C['schema']['response'] extends infer R
  ? {
      [S in keyof R]: S extends 200 | 201 | 202 | '200' | '201' | '202'
        ? R[S] extends TSchema
          ? Static<R[S]>
          : never
        : never;
    }[keyof R]
  : never;

/** What a contract answers when all goes well; nothing where it answers without a body. */
export type Answer<C extends Contract> = [Answers<C>] extends [never] ? undefined : Answers<C>;

/** The server could not be reached: nothing was lost, the same call may be made again. */
export class Offline extends Error {
  override readonly name = 'Offline';
  readonly code = 'offline';
}

/** The server failed in a way it did not foresee; the id finds the line in its log. */
export class Bug extends Error {
  override readonly name = 'Bug';
  readonly code = 'bug';
  readonly id: string | undefined;

  constructor(id?: string) {
    super('bug');
    this.id = id;
  }
}

/** Who is asked over the page when the server wants to know again who acts; each is told of the refusal. */
interface Askers {
  /** The session has ended: resolves once the same person is signed in again. */
  readonly signIn: () => Promise<void>;
  /** The act needs a fresh password: resolves to false where the person would rather not. */
  readonly prove: () => Promise<boolean>;
}
let askers: Askers | undefined;

/** Names who is asked; calls wait for the answer and then go on by themselves, so that nothing typed is lost. */
export function whoAsksAgain(named: Askers): void {
  askers = named;
}

/** Calls one endpoint. Throws the server's `Refusal`, `Offline` when it cannot be reached, `Bug` for anything else. */
export async function call<const C extends Contract>(contract: C, ask: Ask<C>): Promise<Answer<C>> {
  return read<C>(await answered(requestOf(contract, ask)));
}

/** Sends a form with a file; everything else goes by `call`. */
export async function send<T>(contract: Contract, body: FormData): Promise<T> {
  const headers = { accept: 'application/json' };
  const answer = await answered({
    url: addressOf(contract),
    init: { method: contract.method, headers, credentials: 'same-origin', body },
  });
  return (await read(answer)) as T;
}

/** Asks for a file by POST and hands it to the browser to keep, under the name the server gave it. */
export async function download(
  contract: Contract,
  body: unknown,
  params?: Readonly<Record<string, unknown>>,
): Promise<void> {
  const answer = await answered(requestOf(contract, { body, params } as never));
  if (!answer.ok) throw await refusalOf(answer);
  const told = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = told ? decodeURIComponent(told) : '';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The address of an endpoint with its params and query filled in, for links and downloads. */
export function addressOf(contract: Contract, ask: { params?: unknown; query?: unknown } = {}): string {
  const params = (ask.params ?? {}) as Record<string, unknown>;
  const path = contract.url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries((ask.query ?? {}) as Record<string, unknown>)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** A v4 uuid from `getRandomValues`: `crypto.randomUUID` is younger than the oldest browser we serve. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

interface Sent {
  url: string;
  init: RequestInit;
}

function requestOf<C extends Contract>(contract: C, ask: Ask<C>): Sent {
  const { params, query, body, signal, key } = ask as {
    params?: unknown;
    query?: unknown;
    body?: unknown;
    signal?: AbortSignal;
    key?: string;
  };
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (contract.method === 'POST' || key) headers['idempotency-key'] = key ?? uuid();
  return {
    url: addressOf(contract, { params, query }),
    init: {
      method: contract.method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    },
  };
}

/** What asks who somebody is has no session to lose. */
const SIGNING_IN = /^\/api\/session(?!\/(proof|second-factor))/;

/** Sends a request; where the server first wants to know again who acts, that is asked and the same request sent once more. */
async function answered(request: Sent): Promise<Response> {
  const answer = await fetched(request);
  if (answer.status !== 401 || !askers) return answer;
  const refusal = await refusalOf(answer);
  const code = refusal instanceof Refusal ? refusal.code : undefined;
  if (code === 'unauthenticated' && !SIGNING_IN.test(request.url)) await askers.signIn();
  else if (code !== 'sign_in_again' || !(await askers.prove())) throw refusal;
  return fetched(request);
}

async function fetched({ url, init }: Sent): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    window.dispatchEvent(new Event('server-lost'));
    throw new Offline();
  }
}

async function read<C extends Contract>(answer: Response): Promise<Answer<C>> {
  window.dispatchEvent(new Event('server-found'));
  if (!answer.ok) throw await refusalOf(answer);
  const text = await answer.text();
  return (text === '' ? undefined : JSON.parse(text)) as Answer<C>;
}

/** The server's `{ code, detail, id }` as the error it stands for. */
async function refusalOf(answer: Response): Promise<Refusal | Bug | Offline> {
  const told = (await answer.json().catch(() => ({}))) as {
    code?: string;
    detail?: Record<string, unknown>;
    id?: string;
  };
  if (told.code && told.code in REFUSALS) {
    return new Refusal(told.code as RefusalCode, { ...told.detail, ...(told.id ? { errorId: told.id } : {}) });
  }
  return answer.status === 502 || answer.status === 504 ? new Offline() : new Bug(told.id);
}
