import { type Static, Type } from 'typebox';
import { pageOf } from '../kernel/paging.ts';
import { Day, Id, orNull } from '../kernel/shapes.ts';

/** One audit line as its readers see it: who did what to which, with the names of changed fields and never their content. */
export const AuditLine = Type.Object(
  {
    id: Id,
    at: Type.String(),
    event: Type.String(),
    dossierId: orNull(Type.Integer()),
    number: orNull(Type.String()),
    subject: orNull(Type.String()),
    personId: Type.Integer(),
    officeId: Type.Integer(),
    address: Type.String(),
    step: orNull(Type.String()),
    fields: Type.Array(Type.String()),
  },
  { $id: 'AuditLine' },
);
export type AuditLine = Static<typeof AuditLine>;

/** The audit for those who watch over it. */
export const auditApi = {
  list: {
    method: 'GET',
    url: '/api/audit',
    config: { can: 'audit.read' },
    schema: {
      tags: ['audit'],
      querystring: Type.Object({
        event: Type.Optional(Type.String({ maxLength: 60 })),
        person: Type.Optional(Type.Integer({ minimum: 1 })),
        /** The number of the record it is about. */
        number: Type.Optional(Type.String({ maxLength: 40 })),
        from: Type.Optional(Day),
        until: Type.Optional(Day),
        cursor: Type.Optional(Type.String({ maxLength: 40 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 100 })),
      }),
      response: { 200: pageOf(AuditLine) },
    },
  },
  verify: {
    method: 'GET',
    url: '/api/audit/verification',
    config: { can: 'audit.read' },
    schema: {
      tags: ['audit'],
      response: { 200: Type.Object({ lines: Type.Integer(), brokenAt: orNull(Type.Integer()), head: Type.String() }) },
    },
  },
} as const;
