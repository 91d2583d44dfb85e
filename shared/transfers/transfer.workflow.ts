import type { ClockName } from '../clocks/clock.rules.ts';
import { DEPARTMENT_STEPS } from './department.workflow.ts';
import { POLICE_STEPS } from './police.workflow.ts';
import type { Road } from './transfer.lists.ts';
import type { TransferState, TransferStep } from './transfer.states.ts';

export type TransferStepName = keyof typeof DEPARTMENT_STEPS | keyof typeof POLICE_STEPS;
export const TRANSFER_STEP_NAMES = [
  ...new Set([...Object.keys(POLICE_STEPS), ...Object.keys(DEPARTMENT_STEPS)]),
] as TransferStepName[];

/** The steps of a road, as the table's general shape. */
export const transferSteps = (road: Road): Readonly<Record<string, TransferStep>> =>
  road === 'police' ? POLICE_STEPS : DEPARTMENT_STEPS;

/** States in which it has not left the sender: nobody outside knows of it. */
export const UNSENT = ['drafted', 'to_approve', 'approved', 'not_approved'] as const satisfies TransferState[];

/** Clocks the other side owes, so that it is the one reminded. */
export const RECEIVER_CLOCKS: readonly ClockName[] = [
  'transfer.acknowledge',
  'transfer.forward',
  'transfer.file',
  'transfer.review',
];
