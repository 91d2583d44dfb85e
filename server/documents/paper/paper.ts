import type Piscina from 'piscina';
import { workerFile } from '#server/kernel/worker-file.ts';
import { copiesText } from '#shared/documents/form.ts';
import { type FormCode, formOf } from '#shared/documents/forms.ts';
import type { Layout } from '#shared/documents/layout.ts';
import { Refusal } from '#shared/kernel/errors.ts';

/** A missing fact as the filler takes it: marked, and not to be overlooked. */
export interface Missing {
  readonly _type: 'missing';
  readonly text: string;
}
export type PaperCell = string | Missing;
/** What the places of a template are filled with: texts, ticks, rows. */
export type PaperData = Readonly<Record<string, PaperCell | boolean | readonly Readonly<Record<string, PaperCell>>[]>>;

const LONGEST_MS = 20_000;
/** A template may take this much when it is read, and no more. */
const MEMORY_MB = 300;

let pool: Piscina | undefined;

async function run<T>(ask: { act: string } & Record<string, unknown>): Promise<T> {
  pool ??= new (await import('piscina')).default({
    filename: workerFile('server/documents/paper/paper.worker.mjs'),
    maxThreads: 1,
    minThreads: 0,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  return pool.run(ask, { signal: AbortSignal.timeout(LONGEST_MS) }) as Promise<T>;
}

function formFor(code: FormCode) {
  const { name, copies, layout } = formOf(code);
  return { code, name, layout, copies: copiesText(copies) };
}

/** Makes a paper by an office's template, or by the standard one; `draft` is the line over one that is not in force. */
export async function fillPaper(
  code: FormCode,
  template: Buffer | null,
  data: PaperData,
  draft: string | null,
): Promise<Buffer> {
  return Buffer.from(await run<Uint8Array>({ act: 'fill', form: formFor(code), template, data, draft }));
}

/** The standard paper of a form with its places in braces, for an office to make its own from. */
export async function standardPaper(code: FormCode): Promise<Buffer> {
  return Buffer.from(await run<Uint8Array>({ act: 'standard', form: formFor(code) }));
}

/** The places an office's template names; throws `unsupported_type` with what is wrong with the file. */
export async function placesOfTemplate(template: Buffer): Promise<string[]> {
  const { fault, places } = await run<{ fault: string | null; places: string[] }>({ act: 'inspect', template }).catch(
    () => ({ fault: 'unreadable', places: [] }),
  );
  if (fault) throw new Refusal(fault === 'too_large' ? 'too_large' : 'unsupported_type', { reason: fault });
  return places;
}

/** Lays out a paper that is no official form: what it says is written already, office and date alone are filled in. */
export async function layOut(name: string, layout: Layout, data: PaperData): Promise<Buffer> {
  const form = { code: name, name, layout, copies: '' };
  return Buffer.from(await run<Uint8Array>({ act: 'fill', form, template: null, data, draft: null }));
}
