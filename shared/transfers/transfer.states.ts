import type { Access } from '../auth/access.ts';
import type { Permission } from '../auth/permissions.ts';
import type { ClockName } from '../clocks/clock.rules.ts';
import type { Step } from '../kernel/workflow.ts';

export const TRANSFER_STATES = [
  'drafted',
  'to_approve',
  'approved',
  'not_approved',
  'sent',
  'acknowledged',
  'accepted',
  'rejected',
  'disputed',
  'withdrawn',
  'answered',
  'filed',
  'goods_handed',
  'refused',
  'in_review',
  'upheld',
  'supervised',
  'ended',
] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

/** Who takes a step: the office that sends, the one it was sent to, or whoever rules between them. */
export const SIDES = ['sender', 'receiver', 'arbiter'] as const;
export type Side = (typeof SIDES)[number];

export interface TransferStep extends Step<TransferState, Permission, ClockName> {
  readonly side: Side;
  /** What access the step needs; 'own' where nothing is said. */
  readonly access?: Access;
  /** The step leaves the record in the state it found; `to` names the usual one. */
  readonly stays?: true;
}

/** What the other side does, it does before it may read the whole: seeing that the transfer is there is enough. */
export const receiver = { side: 'receiver', access: 'overview' } as const;
/** Whoever rules between two offices sees that the matter is there, and no more. */
export const arbiter = { side: 'arbiter', access: 'overview' } as const;
/** The office it comes from. */
export const sender = { side: 'sender' } as const;
