import { Type } from 'typebox';
import { ComplaintFilter } from '../complaints/complaint.api.ts';

/** No file holds more rows than this: whoever needs more narrows the filter. */
export const EXPORT_MOST = 20_000;

/** A list as a spreadsheet, in the ledger's own columns, as far as its reader may see it. */
export const exportApi = {
  complaints: {
    method: 'POST',
    url: '/api/exports/complaints',
    config: { can: 'export.run' },
    schema: {
      tags: ['exports'],
      body: Type.Object(
        { ...ComplaintFilter.properties, q: Type.Optional(Type.String({ maxLength: 60 })) },
        { $id: 'ExportAsk', additionalProperties: false },
      ),
    },
  },
} as const;
