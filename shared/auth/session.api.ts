import { type Static, Type } from 'typebox';
import { Id, oneOf, orNull } from '../kernel/shapes.ts';
import { PERMISSIONS } from './permissions.ts';

const tags = ['session'];
const Account = Type.String({ minLength: 2, maxLength: 40 });
const Password = Type.String({ minLength: 1, maxLength: 200, format: 'password' });
const NewPassword = Type.String({ minLength: 12, maxLength: 200, format: 'password' });
const Code = Type.String({ minLength: 6, maxLength: 40 });
const Done = Type.Object({ done: Type.Boolean() });
const ById = Type.Object({ id: Id });

/** A password given this long ago still proves who acts; after it a dangerous act asks again (G13). */
export const PROOF_MINUTES = 5;

/** What a person has to do before anything else counts. */
export const MUSTS = ['change_password', 'enrol_second_factor'] as const;

/** Who is signed in: the person, the office acted for and the roles there, the other posts, and how they want the screen. */
export const Session = Type.Object(
  {
    person: Type.Object({ id: Id, name: Type.String(), account: Type.String() }),
    officeId: Type.Integer(),
    roles: Type.Array(Type.String()),
    posts: Type.Array(Type.Object({ officeId: Id, roles: Type.Array(Type.String()) })),
    permissions: Type.Array(Type.String()),
    preferences: Type.Record(Type.String(), Type.Unknown()),
    must: orNull(oneOf(MUSTS, 'auth.must')),
    secondFactor: Type.Boolean(),
    /** The sign-in before this one, so that a stranger's use of the account is noticed. */
    last: Type.Union([Type.Object({ at: Type.String(), address: Type.String() }), Type.Null()]),
    demo: Type.Boolean(),
  },
  { $id: 'Session' },
);
export type Session = Static<typeof Session>;

export const SignIn = Type.Object(
  { account: Type.String({ maxLength: 40 }), password: Password, code: Type.Optional(Code) },
  { $id: 'SignIn', additionalProperties: false },
);

/** One browser somebody is signed in with. */
export const OtherSession = Type.Object({
  id: Id,
  address: Type.String(),
  agent: Type.String(),
  createdAt: Type.String(),
  seenAt: Type.String(),
  current: Type.Boolean(),
});

/** One account of the sample workspace; none exists anywhere else. */
export const DemoAccount = Type.Object({
  account: Type.String(),
  password: Type.String(),
  name: Type.String(),
  office: Type.String(),
  officeEn: Type.String(),
  roles: Type.Array(Type.String()),
});
export type DemoAccount = Static<typeof DemoAccount>;

export const FirstAdministrator = Type.Object(
  {
    token: Type.String({ minLength: 10, maxLength: 100 }),
    account: Account,
    name: Type.String({ minLength: 1, maxLength: 40 }),
    password: NewPassword,
  },
  { $id: 'FirstAdministrator', additionalProperties: false },
);
export const Activation = Type.Object(
  { code: Type.String({ minLength: 6, maxLength: 60 }), account: Account, password: NewPassword },
  { $id: 'Activation', additionalProperties: false },
);
export const PasswordChange = Type.Object(
  { password: Password, newPassword: NewPassword },
  { $id: 'PasswordChange', additionalProperties: false },
);

const Token = Type.Object({
  id: Id,
  name: Type.String(),
  scope: Type.Array(Type.String()),
  createdAt: Type.String(),
  expiresAt: Type.String(),
  lastUsedAt: orNull(Type.String()),
});

/** Signing in and out, and everything a person does with their own account. */
export const sessionApi = {
  read: {
    method: 'GET',
    url: '/api/session',
    config: { can: 'signed_in' },
    schema: { tags, response: { 200: Session } },
  },
  begin: {
    method: 'POST',
    url: '/api/session',
    config: { can: 'anyone' },
    schema: { tags, body: SignIn, response: { 200: Session } },
  },
  end: {
    method: 'DELETE',
    url: '/api/session',
    config: { can: 'signed_in' },
    schema: { tags, response: { 200: Done } },
  },
  change: {
    method: 'PATCH',
    url: '/api/session',
    config: { can: 'signed_in' },
    schema: {
      tags,
      body: Type.Object({ officeId: Id }, { $id: 'PostSwitch', additionalProperties: false }),
      response: { 200: Session },
    },
  },
  others: {
    method: 'GET',
    url: '/api/session/others',
    config: { can: 'signed_in' },
    schema: { tags, response: { 200: Type.Array(OtherSession) } },
  },
  endOther: {
    method: 'DELETE',
    url: '/api/session/others/:id',
    config: { can: 'signed_in' },
    schema: { tags, params: ById, response: { 200: Done } },
  },
  prove: {
    method: 'POST',
    url: '/api/session/proof',
    config: { can: 'signed_in' },
    schema: {
      tags,
      body: Type.Object(
        { password: Password, code: Type.Optional(Code) },
        { $id: 'Proof', additionalProperties: false },
      ),
      response: { 200: Done },
    },
  },
  password: {
    method: 'PUT',
    url: '/api/session/password',
    config: { can: 'signed_in' },
    schema: { tags, body: PasswordChange, response: { 200: Done } },
  },
  preferences: {
    method: 'PUT',
    url: '/api/session/preferences',
    config: { can: 'signed_in' },
    schema: {
      tags,
      body: Type.Object(
        { preferences: Type.Record(Type.String({ maxLength: 60 }), Type.Unknown()) },
        { $id: 'PreferencesChange', additionalProperties: false },
      ),
      response: { 200: Done },
    },
  },
  startSecondFactor: {
    method: 'POST',
    url: '/api/session/second-factor',
    config: { can: 'signed_in', proof: true },
    schema: { tags, response: { 200: Type.Object({ secret: Type.String(), uri: Type.String() }) } },
  },
  confirmSecondFactor: {
    method: 'PUT',
    url: '/api/session/second-factor',
    config: { can: 'signed_in', proof: true },
    schema: {
      tags,
      body: Type.Object(
        { secret: Type.String({ minLength: 16, maxLength: 64 }), code: Code },
        { $id: 'SecondFactor', additionalProperties: false },
      ),
      response: { 200: Type.Object({ recoveryCodes: Type.Array(Type.String()) }) },
    },
  },
  endSecondFactor: {
    method: 'DELETE',
    url: '/api/session/second-factor',
    config: { can: 'signed_in', proof: true },
    schema: { tags, response: { 200: Done } },
  },
  setup: {
    method: 'GET',
    url: '/api/setup',
    config: { can: 'anyone' },
    schema: {
      tags,
      response: {
        200: Type.Object({ needed: Type.Boolean(), helpPhone: Type.String(), accounts: Type.Array(DemoAccount) }),
      },
    },
  },
  makeFirst: {
    method: 'POST',
    url: '/api/setup',
    config: { can: 'anyone' },
    schema: {
      tags,
      body: FirstAdministrator,
      response: {
        201: Type.Object({
          codes: Type.Array(Type.Object({ role: Type.String(), account: Type.String(), code: Type.String() })),
        }),
      },
    },
  },
  activate: {
    method: 'POST',
    url: '/api/activation',
    config: { can: 'anyone' },
    schema: { tags, body: Activation, response: { 200: Done } },
  },
  tokens: {
    method: 'GET',
    url: '/api/tokens',
    config: { can: 'token.issue' },
    schema: { tags: ['tokens'], response: { 200: Type.Array(Token) } },
  },
  issueToken: {
    method: 'POST',
    url: '/api/tokens',
    config: { can: 'token.issue', proof: true },
    schema: {
      tags: ['tokens'],
      body: Type.Object(
        {
          name: Type.String({ minLength: 2, maxLength: 60 }),
          scope: Type.Array(oneOf(PERMISSIONS, 'permission'), {
            minItems: 1,
            maxItems: PERMISSIONS.length,
            uniqueItems: true,
          }),
          days: Type.Integer({ minimum: 1, maximum: 366 }),
        },
        { $id: 'TokenAsk', additionalProperties: false },
      ),
      response: { 201: Type.Object({ ...Token.properties, secret: Type.String() }) },
    },
  },
  revokeToken: {
    method: 'DELETE',
    url: '/api/tokens/:id',
    config: { can: 'token.issue' },
    schema: { tags: ['tokens'], params: ById, response: { 200: Done } },
  },
} as const;
