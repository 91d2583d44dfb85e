import { Type } from 'typebox';
import { Day, orNull } from '../kernel/shapes.ts';

/** The nearest clock as lists of every ledger carry it: static facts, from which light and strip are computed for any moment. */
export const faceShape = {
  clockName: orNull(Type.String()),
  clockFrom: orNull(Day),
  clockLength: orNull(Type.Integer()),
  clockPausedDays: orNull(Type.Integer()),
  pausedOn: orNull(Day),
  dueOn: orNull(Day),
  /** The moment a limit in hours ends. */
  dueAt: orNull(Type.String()),
  soonOn: orNull(Day),
  unsettledYear: orNull(Type.Integer()),
};

/** A record whose clocks all stand, or a stub, which tells nothing of them. */
export const NO_FACE = {
  clockName: null,
  clockFrom: null,
  clockLength: null,
  clockPausedDays: null,
  pausedOn: null,
  dueOn: null,
  dueAt: null,
  soonOn: null,
  unsettledYear: null,
} as const;

export const FACE = Object.keys(NO_FACE) as (keyof typeof NO_FACE)[];
