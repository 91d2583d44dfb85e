import { fieldWord } from '#client/dossiers/ledgers.ts';
import { toast } from '#client/elements/toast-line.ts';
import { call } from '#client/kernel/api.ts';
import { listed, say, sentenceOf, t } from '#client/kernel/words.ts';
import { UNDONE } from '#client/shell/live.ts';
import { type Operation, type OperationKind, operationApi, type Undone } from '#shared/operations/operation.api.ts';

/** The fields of a change in words, for a message. */
export const fieldsSaid = (kind: OperationKind, fields: readonly string[]): string =>
  listed([...new Set(fields.map((field) => (kind === 'entity' ? entityField(field) : fieldWord(kind, field))))]);

/** Fields of an entity's compartment are named `person.phone` and so on in an operation. */
const entityField = (field: string) => say(`EntityFiling.${field.replace('person.', '')}`) ?? field;

/** Tells of a change once, with the way to take it back where it is an operation. */
export function tellDone(text: string, operation?: number | null): void {
  toast(text, operation ? () => undoOperation(operation) : undefined);
}

/** Takes an operation back, in as many calls as it has rows for, and says what became of it. */
export async function undoOperation(id: number): Promise<void> {
  try {
    const parts: Undone[] = [];
    do parts.push(await call(operationApi.undo, { params: { id } }));
    while (parts[parts.length - 1]!.left > 0);
    tellUndone(parts);
  } catch (error) {
    toast(sentenceOf(error));
  }
  for (const topic of ['dossier', 'entity'])
    window.dispatchEvent(new CustomEvent('changed-elsewhere', { detail: { topic, id: 0, event: UNDONE } }));
}

function tellUndone(parts: readonly Undone[]): void {
  const [first] = parts;
  const n = parts.reduce((sum, { restored, removed }) => sum + restored + removed, 0);
  const kept = parts.flatMap((part) => part.kept);
  const way = first!.way === 'redone' ? 'redone' : 'undone';
  const params = { n, what: whatOf(first!), kept: kept.length, numbers: named(kept) };
  const again = first!.way === 'undone' && n > 0 && (first!.act === 'edit' || first!.act === 'link');
  const how = kept.length === 0 ? '' : n > 0 ? '_partly' : '_nothing';
  toast(t(`operation.${way}${how}`, params), again ? redoLast : undefined, { verb: t('operation.redo') });
}

/** An act in words, a change with the fields it was of. */
function whatOf({ act, kind, fields }: Operation): string {
  if (act !== 'edit' || fields.length > 3) return t(`operation.act.${act}`);
  return t('operation.change_of', { fields: fieldsSaid(kind, fields) });
}

/** The first few by number; the rest, and those no longer to be seen, are only counted. */
function named(kept: Undone['kept']): string {
  const numbers = kept.flatMap(({ number }) => (number ? [number] : []));
  if (kept.length > 0 && numbers.length === 0) return t('operation.unseen');
  const shown = listed(numbers.slice(0, 5));
  return numbers.length > 5 || numbers.length < kept.length ? t('operation.and_more', { shown }) : shown;
}

/** Whole batches are taken back only when asked twice: the first time it is said what would go. */
let asked = 0;

/** Ctrl+Z: takes back one's last operation of this day. */
export async function undoLast(): Promise<void> {
  const { undo } = await last();
  if (!undo) toast(t('operation.nothing_to_undo'));
  else if (isBatch(undo) && asked !== undo.id) ask(undo);
  else await undoOperation(undo.id);
}

/** Ctrl+Y: does again what was taken back last. */
export async function redoLast(): Promise<void> {
  const { redo } = await last();
  if (redo) await undoOperation(redo.id);
  else toast(t('operation.nothing_to_redo'));
}

const last = () => call(operationApi.last, {}).catch(() => ({ undo: null, redo: null }));
const isBatch = ({ act }: Operation) => act === 'import' || act === 'paste';

function ask(batch: Operation): void {
  asked = batch.id;
  toast(t('operation.ask_batch', { what: t(`operation.act.${batch.act}`) }), () => undoOperation(batch.id));
}
