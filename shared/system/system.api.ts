import { type Static, Type } from 'typebox';
import { oneOf, orNull } from '../kernel/shapes.ts';

/** What a system administrator has to be told, the worst first. */
export const ALARMS = [
  'damaged',
  'storage_failed',
  'space_low',
  'backup_failed',
  'backup_old',
  'files_damaged',
  'calendar_missing',
  'review_late',
] as const;
export type Alarm = (typeof ALARMS)[number];

/** How the product itself is: what it runs on, whether it can write, and whether there is a good backup. */
export const SystemState = Type.Object(
  {
    version: Type.String(),
    state: oneOf(['ready', 'read_only'], 'system.state'),
    alarms: Type.Array(oneOf(ALARMS, 'system.alarm')),
    startedAt: Type.String(),
    databaseSize: Type.Integer(),
    freeSpace: Type.Integer(),
    reserve: Type.Integer(),
    backups: Type.Integer(),
    backupFolder: Type.String(),
    lastBackup: orNull(
      Type.Object({
        madeAt: Type.String(),
        size: Type.Integer(),
        files: Type.Integer(),
        auditLines: Type.Integer(),
        auditHead: Type.String(),
      }),
    ),
    lastCheck: orNull(Type.Object({ at: Type.String(), verdict: Type.String() })),
    missingYear: orNull(Type.Integer()),
  },
  { $id: 'SystemState' },
);
export type SystemState = Static<typeof SystemState>;

/** The state of the product, for its administrators. */
export const systemApi = {
  state: {
    method: 'GET',
    url: '/api/system',
    config: { can: 'health.read' },
    schema: { tags: ['system'], response: { 200: SystemState } },
  },
  /** A backup that could not be made is an alarm in the answer. */
  backUp: {
    method: 'POST',
    url: '/api/system/backups',
    config: { can: 'backup.run' },
    schema: { tags: ['system'], response: { 200: SystemState } },
  },
} as const;
