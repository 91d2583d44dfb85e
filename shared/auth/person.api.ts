import { type Static, Type } from 'typebox';
import { Id, oneOf, orNull, Version } from '../kernel/shapes.ts';
import { ROLES } from './permissions.ts';

const tags = ['people'];
const ById = Type.Object({ id: Id });

/** A person as administrators see them: whom they serve, never what they work on. */
export const Person = Type.Object(
  {
    id: Id,
    account: Type.String(),
    name: Type.String(),
    phone: orNull(Type.String()),
    officeId: orNull(Id),
    posts: Type.Array(Type.Object({ officeId: Id, roles: Type.Array(Type.String()) })),
    disabled: Type.Boolean(),
    /** Has chosen a password. */
    active: Type.Boolean(),
    secondFactor: Type.Boolean(),
    version: Type.Integer(),
  },
  { $id: 'Person' },
);
export type Person = Static<typeof Person>;

export const PersonForm = Type.Object(
  {
    account: Type.String({ minLength: 2, maxLength: 40, pattern: '^[A-Za-z0-9._-]+$' }),
    name: Type.String({ minLength: 1, maxLength: 40 }),
    phone: Type.Optional(Type.String({ maxLength: 40 })),
    officeId: Id,
  },
  { $id: 'PersonForm', additionalProperties: false },
);
export const PersonEdit = Type.Object(
  {
    version: Version,
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    phone: Type.Optional(orNull(Type.String({ maxLength: 40 }))),
    officeId: Type.Optional(Id),
  },
  { $id: 'PersonEdit', additionalProperties: false },
);
export const PostsGrant = Type.Object(
  {
    posts: Type.Array(
      Type.Object(
        { officeId: Id, roles: Type.Array(oneOf(ROLES, 'role'), { uniqueItems: true, maxItems: ROLES.length }) },
        { additionalProperties: false },
      ),
      { maxItems: 12 },
    ),
    reason: Type.String({ minLength: 2, maxLength: 500 }),
  },
  { $id: 'PostsGrant', additionalProperties: false },
);
export const Policy = Type.Object(
  {
    mixedCharacters: Type.Boolean(),
    changeDays: Type.Integer({ minimum: 0, maximum: 730 }),
    formerKept: Type.Integer({ minimum: 0, maximum: 24 }),
    secondFactorRoles: Type.Array(oneOf(ROLES, 'role'), { uniqueItems: true, maxItems: ROLES.length }),
    helpPhone: Type.String({ maxLength: 40 }),
    version: Type.Integer({ minimum: 1 }),
  },
  { $id: 'Policy', additionalProperties: false },
);

const code = Type.Object({ code: Type.String(), until: Type.String() });

/** People and their posts: the system administrator keeps persons, the security administrator grants roles. */
export const personApi = {
  list: {
    method: 'GET',
    url: '/api/people',
    config: { can: 'health.read' },
    schema: { tags, response: { 200: Type.Array(Person) } },
  },
  add: {
    method: 'POST',
    url: '/api/people',
    config: { can: 'person.edit' },
    schema: { tags, body: PersonForm, response: { 201: Type.Object({ person: Person, ...code.properties }) } },
  },
  edit: {
    method: 'PATCH',
    url: '/api/people/:id',
    config: { can: 'person.edit' },
    schema: { tags, params: ById, body: PersonEdit, response: { 200: Person } },
  },
  newCode: {
    method: 'POST',
    url: '/api/people/:id/code',
    config: { can: 'person.edit', proof: true },
    schema: { tags, params: ById, response: { 200: code } },
  },
  disable: {
    method: 'PUT',
    url: '/api/people/:id/disabled',
    config: { can: 'person.edit', proof: true },
    schema: {
      tags,
      params: ById,
      body: Type.Object(
        { disabled: Type.Boolean(), reason: Type.String({ minLength: 2, maxLength: 500 }) },
        { $id: 'Disabling', additionalProperties: false },
      ),
      response: { 200: Person },
    },
  },
  grant: {
    method: 'PUT',
    url: '/api/people/:id/posts',
    config: { can: 'role.grant', proof: true },
    schema: { tags, params: ById, body: PostsGrant, response: { 200: Person } },
  },
  endSessions: {
    method: 'DELETE',
    url: '/api/people/:id/sessions',
    config: { can: 'session.end' },
    schema: { tags, params: ById, response: { 200: Type.Object({ ended: Type.Integer() }) } },
  },
  policy: {
    method: 'GET',
    url: '/api/policy',
    config: { can: 'role.grant' },
    schema: { tags, response: { 200: Policy } },
  },
  setPolicy: {
    method: 'PUT',
    url: '/api/policy',
    config: { can: 'role.grant', proof: true },
    schema: { tags, body: Policy, response: { 200: Policy } },
  },
} as const;
