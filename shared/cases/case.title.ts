import { isPerson, type PartyKind } from './case.lists.ts';

const bare = (text: string) => text.normalize('NFKC').replace(/[\s·་]/g, '');

/** Words for somebody nobody knows by name: a stall, a hawker. */
const NAMELESS =
  /^(流动|固定|临时|占道|无证|无照|无名|路边|街头|夜市|早市|集市|市场|农贸|水果|蔬菜|肉类|烧烤|小吃|食品|服装|个体|[某一二三两个名家处])*(摊贩|商贩|小贩|摊位|摊点|摊主|摊档|游商|商户|经营者|经营户|当事人|业主)$/;

/** Whether what stands for a name describes somebody without naming them. */
export const isNameless = (name: string): boolean => NAMELESS.test(bare(name));

/** Whether a title tells the name of a natural person among the parties: lists, notices and stubs carry titles, and names only masked. */
export function namesPerson(
  title: string,
  parties: readonly { readonly kind: PartyKind; readonly name: string }[],
): boolean {
  const told = bare(title);
  return parties.some(({ kind, name }) => {
    const asked = bare(name ?? '');
    return isPerson(kind) && asked.length >= 2 && !isNameless(asked) && told.includes(asked);
  });
}
