import { type Static, Type } from 'typebox';
import type { FormCode } from './forms.ts';

/**
 * A paper the law asks for before a step, and that is neither there nor explained: one of these forms. It stands apart from the papers'
 * own API because lists read it: whoever looks at a list is not sent the text of every form.
 */
export const PaperLack = Type.Object(
  { forms: Type.Array(Type.Unsafe<FormCode>(Type.String())), law: Type.String(), article: Type.String() },
  { $id: 'PaperLack' },
);
export type PaperLack = Static<typeof PaperLack>;
