import { Type } from 'typebox';
import { Id, oneOf } from '../kernel/shapes.ts';

/** What the page of a record of any ledger shows beside its own: who takes part, whom it names, its links, and the steps open to the reader. */
export const recordShape = {
  createdBy: Id,
  createdAt: Type.String(),
  parts: Type.Array(Type.Object({ officeId: Id, part: Type.String(), former: Type.Boolean() })),
  names: Type.Array(Id),
  links: Type.Array(
    Type.Object({
      id: Id,
      kind: Type.String(),
      number: Type.String(),
      state: Type.String(),
      link: Type.String(),
      direction: oneOf(['from', 'to'], 'link.direction'),
    }),
  ),
  openSteps: Type.Array(Type.String()),
};
