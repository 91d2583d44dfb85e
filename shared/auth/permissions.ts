/** What a person may do at all; whether in *this* record is the other question (access.ts). `noun.verb`, plain data. */
export const PERMISSIONS = [
  'dossier.read',
  'dossier.assign',
  'dossier.restrict',
  'complaint.register',
  'complaint.dispatch',
  'complaint.handle',
  'complaint.decide',
  'complaint.approve',
  'complaint.rule',
  'complaint.reopen',
  'complaint.correct',
  'case.register',
  'case.handle',
  'case.review',
  'case.approve',
  'case.reopen',
  'transfer.draft',
  'transfer.approve',
  'transfer.approve_police',
  'transfer.receive',
  'transfer.police',
  'transfer.rule',
  'transfer.oversee',
  'rectification.handle',
  'rectification.approve',
  'campaign.run',
  'assignment.report',
  'spot_check.handle',
  'spot_check.approve',
  'spot_check.draw',
  'clock.pause',
  'clock.extend',
  'clock.rule.edit',
  'calendar.edit',
  'identity.open',
  'entity.read',
  'entity.edit',
  'entity.merge',
  'watch.ask',
  'watch.approve',
  'visit.log',
  'visit_cap.edit',
  'import.run',
  'export.run',
  'file.add',
  'number.keep',
  'template.keep',
  'view.share',
  'office.edit',
  'person.edit',
  'role.grant',
  'session.end',
  'dictionary.edit',
  'backup.run',
  'health.read',
  'audit.read',
  'feedback.read',
  'token.issue',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const reading = ['dossier.read', 'entity.read', 'export.run', 'token.issue'] as const satisfies Permission[];
const working = [
  ...reading,
  'complaint.handle',
  'complaint.decide',
  'clock.pause',
  'identity.open',
  'entity.edit',
  'watch.ask',
  'visit.log',
  'file.add',
  'case.register',
  'case.handle',
  'transfer.draft',
  'transfer.receive',
  'rectification.handle',
  'spot_check.handle',
] as const satisfies Permission[];

/** What a head of an office decides; a transfer to the police is the chief's alone (移送规定 5). */
const heading = [
  ...reading,
  'dossier.assign',
  'dossier.restrict',
  'complaint.decide',
  'complaint.approve',
  'complaint.reopen',
  'complaint.correct',
  'case.approve',
  'case.reopen',
  'transfer.approve',
  'transfer.rule',
  'rectification.approve',
  'spot_check.approve',
  'spot_check.draw',
  'watch.approve',
  'clock.extend',
  'clock.pause',
  'identity.open',
  'file.add',
  'number.keep',
  'template.keep',
  'view.share',
] as const satisfies Permission[];

/** Who may do what. The three administrators share nothing and see no record; nobody holds two of the three. */
export const ROLE_PERMISSIONS = {
  liaison: [
    ...working,
    'dossier.assign',
    'complaint.register',
    'complaint.dispatch',
    'complaint.correct',
    'assignment.report',
    'entity.merge',
    'spot_check.draw',
    'import.run',
    'number.keep',
    'template.keep',
    'view.share',
  ],
  inspector: [...working],
  approver: [...heading],
  chief: [...heading, 'transfer.approve_police'],
  legal_reviewer: [...reading, 'case.review', 'file.add'],
  police_liaison: [...reading, 'transfer.receive', 'transfer.police', 'transfer.draft', 'file.add'],
  prosecutor: [...reading, 'transfer.oversee'],
  coordinator: [
    ...reading,
    'complaint.dispatch',
    'complaint.rule',
    'transfer.rule',
    'campaign.run',
    'visit_cap.edit',
    'view.share',
    'feedback.read',
  ],
  auditor: [...reading, 'audit.read'],
  system_admin: [
    'office.edit',
    'person.edit',
    'calendar.edit',
    'clock.rule.edit',
    'dictionary.edit',
    'backup.run',
    'health.read',
    'feedback.read',
  ],
  security_admin: ['role.grant', 'session.end', 'health.read'],
  audit_admin: ['audit.read', 'health.read'],
} as const satisfies Record<string, readonly Permission[]>;

export type Role = keyof typeof ROLE_PERMISSIONS;
export const ROLES = Object.keys(ROLE_PERMISSIONS) as Role[];

/** The three separated administrators (三员): one person holds at most one of them, and no other role beside it. */
export const ADMIN_ROLES = ['system_admin', 'security_admin', 'audit_admin'] as const satisfies Role[];

/** Whether somebody heads an office 部门负责人, the chief or one in charge of a part of it. */
export const heads = (roles: readonly string[]): boolean => roles.includes('approver') || roles.includes('chief');

/** Who acts: a person in one office with the roles held there. `scope` narrows a token; null means all the roles give. */
export interface Actor {
  readonly personId: number;
  readonly name: string;
  readonly officeId: number;
  readonly roles: readonly Role[];
  readonly scope: readonly Permission[] | null;
}

const byRoles = new Map<string, ReadonlySet<Permission>>();

/** Everything the actor's roles together allow, less what a token's scope leaves out. */
export function permissionsOf(actor: Pick<Actor, 'roles' | 'scope'>): ReadonlySet<Permission> {
  const key = `${actor.roles.join()}/${actor.scope?.join() ?? '*'}`;
  const known = byRoles.get(key);
  if (known) return known;
  const all = actor.roles.flatMap((role) => [...ROLE_PERMISSIONS[role]]) as Permission[];
  const held = new Set(actor.scope ? all.filter((p) => actor.scope!.includes(p)) : all);
  byRoles.set(key, held);
  return held;
}

/** True where one person's roles break the separation of the three administrators. */
export function breaksSeparation(roles: readonly Role[]): boolean {
  return roles.length > 1 && roles.some((role) => (ADMIN_ROLES as readonly Role[]).includes(role));
}
