import { type Static, Type } from 'typebox';
import { Id, oneOf } from '../kernel/shapes.ts';
import { CampaignFigures, MatrixCell } from './campaign.schema.ts';

/** A bulletin 简报 of how far a campaign has come, and the report that closes it. */
export const REPORT_KINDS = ['bulletin', 'closing'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** The numbers of a campaign as they stood when it ended; what changes afterwards is restated beside them. */
export const FrozenFigures = Type.Object({
  on: Type.String(),
  figures: CampaignFigures,
  cells: Type.Array(MatrixCell),
});
export type FrozenFigures = Static<typeof FrozenFigures>;

/** Reports of a campaign as Word files, their numbers taken from the records. */
export const reportApi = {
  make: {
    method: 'POST',
    url: '/api/campaigns/:id/reports',
    config: { can: 'dossier.read' },
    schema: {
      tags: ['campaigns'],
      params: Type.Object({ id: Id }),
      body: Type.Object(
        { kind: oneOf(REPORT_KINDS, 'campaign.report') },
        { $id: 'CampaignReportAsk', additionalProperties: false },
      ),
    },
  },
} as const;
