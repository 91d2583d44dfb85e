import { arbiter, receiver, sender, type TransferStep } from './transfer.states.ts';

/**
 * A transfer between departments, and from the police to an agency. Read: "`accept` takes it from acknowledged to accepted, is the
 * receiver's, needs transfer.receive." A rejection by an office of the same line is a dispute at once (程序规定 14).
 */
export const DEPARTMENT_STEPS = {
  submit: { from: ['drafted'], to: 'to_approve', permission: 'transfer.draft', ...sender },
  recall: { from: ['to_approve'], to: 'drafted', permission: 'transfer.draft', needsReason: true, ...sender },
  discard: { from: ['drafted'], to: 'withdrawn', permission: 'transfer.draft', needsReason: true, ...sender },
  approve: { from: ['to_approve'], to: 'approved', permission: 'transfer.approve', ...sender },
  disapprove: {
    from: ['to_approve'],
    to: 'not_approved',
    permission: 'transfer.approve',
    needsReason: true,
    ...sender,
  },
  send: {
    from: ['approved'],
    to: 'sent',
    permission: 'transfer.draft',
    starts: 'transfer.acknowledge',
    ...sender,
  },
  withdraw: {
    from: ['approved', 'sent', 'acknowledged'],
    to: 'withdrawn',
    permission: 'transfer.draft',
    needsReason: true,
    stops: 'transfer.acknowledge',
    ...sender,
  },
  acknowledge: {
    from: ['sent'],
    to: 'acknowledged',
    permission: 'transfer.receive',
    stops: 'transfer.acknowledge',
    ...receiver,
  },
  enter_receipt: {
    from: ['sent'],
    to: 'acknowledged',
    permission: 'transfer.draft',
    stops: 'transfer.acknowledge',
    ...sender,
  },
  accept: { from: ['acknowledged'], to: 'accepted', permission: 'transfer.receive', ...receiver },
  reject: { from: ['acknowledged'], to: 'rejected', permission: 'transfer.receive', needsReason: true, ...receiver },
  dispute: {
    from: ['rejected'],
    to: 'disputed',
    permission: 'transfer.draft',
    needsReason: true,
    starts: 'transfer.dispute',
    ...sender,
  },
  rule: {
    from: ['disputed'],
    to: 'sent',
    permission: 'transfer.rule',
    needsReason: true,
    stops: 'transfer.dispute',
    starts: 'transfer.acknowledge',
    ...arbiter,
  },
  rule_back: {
    from: ['disputed'],
    to: 'ended',
    permission: 'transfer.rule',
    needsReason: true,
    stops: 'transfer.dispute',
    ...arbiter,
  },
  answer: { from: ['accepted'], to: 'answered', permission: 'transfer.receive', needsReason: true, ...receiver },
} as const satisfies Record<string, TransferStep>;
