import { isPerson, type PartyKind } from './case.lists.ts';

const bare = (text: string) => text.normalize('NFKC').replace(/[\s·་]/g, '');

/** Whether a title tells the name of a natural person among the parties: lists, notices and stubs carry titles, and names only masked. */
export function namesPerson(
  title: string,
  parties: readonly { readonly kind: PartyKind; readonly name: string }[],
): boolean {
  const told = bare(title);
  return parties.some(({ kind, name }) => {
    const asked = bare(name ?? '');
    return isPerson(kind) && asked.length >= 2 && told.includes(asked);
  });
}
