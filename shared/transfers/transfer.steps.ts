import type { Permission } from '../auth/permissions.ts';
import { openSteps } from '../kernel/workflow.ts';
import { MATERIALS, type Material, type Road } from './transfer.lists.ts';
import type { Side, TransferState } from './transfer.states.ts';
import { type TransferStepName, transferSteps } from './transfer.workflow.ts';

/** A material of a transfer: its files, or why there is none. */
export interface MaterialStanding {
  readonly fileIds: readonly number[];
  readonly none: string | null;
}
export type MaterialsStanding = Readonly<Partial<Record<Material, MaterialStanding>>>;

/** What of a transfer decides which steps are open, and what stands in their way. */
export interface TransferStanding {
  readonly state: TransferState;
  readonly road: Road;
  /** An arbiter sent it: it cannot be rejected again. */
  readonly ruled: boolean;
  readonly crime: string | null;
  readonly crimeBasis: string | null;
  readonly summary: string | null;
  readonly parties: readonly unknown[];
  readonly officers: readonly { readonly name: string }[];
  readonly goods: readonly unknown[];
  readonly materials: MaterialsStanding;
}

/** Materials that are neither there nor explained; a goods list may stand in the record itself. */
export function missingMaterials({ road, goods, materials }: TransferStanding): Material[] {
  if (road !== 'police') return [];
  return MATERIALS.filter((name) => {
    const standing = materials[name];
    if (name === 'goods_list' && goods.length > 0) return false;
    return !standing || (standing.fileIds.length === 0 && !standing.none?.trim());
  });
}

/** What a report to the chief cannot do without, as words' keys (移送规定 5). */
function missingReport({ road, crime, crimeBasis, summary, parties, officers }: TransferStanding): string[] {
  const missing: string[] = [];
  if (!summary?.trim()) missing.push('summary');
  if (parties.length === 0) missing.push('parties');
  if (road !== 'police') return missing;
  if (!crime?.trim()) missing.push('crime');
  if (!crimeBasis?.trim()) missing.push('crime_basis');
  if (new Set(officers.map(({ name }) => name.trim())).size < 2) missing.push('two_officers');
  return missing;
}

/** What keeps a step that is open by state from being taken; only steps with something in their way are named. */
export function transferBlockers(at: TransferStanding): Partial<Record<TransferStepName, string[]>> {
  const all: Partial<Record<TransferStepName, string[]>> = {
    submit: missingReport(at),
    send: missingMaterials(at).map((name) => `material.${name}`),
  };
  return Object.fromEntries(Object.entries(all).filter(([, blockers]) => blockers.length > 0));
}

/** The steps one side may take now: the page's buttons and the service's guard are the same list. */
export function transferStepsFor(
  at: Pick<TransferStanding, 'state' | 'road' | 'ruled'>,
  side: Side | null,
  permissions: ReadonlySet<Permission>,
): TransferStepName[] {
  const steps = transferSteps(at.road);
  return (openSteps(steps, at.state, permissions) as TransferStepName[]).filter((name) => {
    if (steps[name]!.side !== side) return false;
    return !(name === 'reject' && at.ruled);
  });
}
