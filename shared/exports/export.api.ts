import { Type } from 'typebox';
import { CaseFilter } from '../cases/case.api.ts';
import { ComplaintFilter } from '../complaints/complaint.api.ts';
import { EntityFilter } from '../entities/entity.api.ts';
import { Id, oneOf } from '../kernel/shapes.ts';
import { Year } from '../numbers/number.api.ts';
import { PAPER_CODES } from '../numbers/paper.codes.ts';
import { RectificationFilter } from '../rectifications/rectification.api.ts';
import { SpotCheckFilter } from '../spot-checks/spot-check.api.ts';
import { TransferFilter } from '../transfers/transfer.api.ts';

/** No file holds more rows than this: whoever needs more narrows the filter. */
export const EXPORT_MOST = 20_000;

/** One office's register of a year, of one paper or of all. */
export const NumberExport = Type.Object(
  { officeId: Id, year: Year, paper: Type.Optional(oneOf(PAPER_CODES, 'paper')) },
  { $id: 'NumberExport', additionalProperties: false },
);

/** What leaves the product in one file leaves it by somebody's own hand (G13). */
const running = { can: 'export.run', proof: true } as const;

/** A list as a spreadsheet, in the ledger's own columns, as far as its reader may see it. */
export const exportApi = {
  complaints: {
    method: 'POST',
    url: '/api/exports/complaints',
    config: running,
    schema: {
      tags: ['exports'],
      body: Type.Object(
        { ...ComplaintFilter.properties, q: Type.Optional(Type.String({ maxLength: 60 })) },
        { $id: 'ExportAsk', additionalProperties: false },
      ),
    },
  },
  cases: {
    method: 'POST',
    url: '/api/exports/cases',
    config: running,
    schema: {
      tags: ['exports'],
      body: Type.Object(
        { ...CaseFilter.properties, q: Type.Optional(Type.String({ maxLength: 60 })) },
        { $id: 'CaseExportAsk', additionalProperties: false },
      ),
    },
  },
  rectifications: {
    method: 'POST',
    url: '/api/exports/rectifications',
    config: running,
    schema: {
      tags: ['exports'],
      body: Type.Object(
        { ...RectificationFilter.properties, q: Type.Optional(Type.String({ maxLength: 60 })) },
        { $id: 'RectificationExport', additionalProperties: false },
      ),
    },
  },
  spotChecks: {
    method: 'POST',
    url: '/api/exports/spot-checks',
    config: running,
    schema: {
      tags: ['exports'],
      body: Type.Object(
        { ...SpotCheckFilter.properties, q: Type.Optional(Type.String({ maxLength: 60 })) },
        { $id: 'SpotCheckExport', additionalProperties: false },
      ),
    },
  },
  transfers: {
    method: 'POST',
    url: '/api/exports/transfers',
    config: running,
    schema: {
      tags: ['exports'],
      body: Type.Object(
        { ...TransferFilter.properties, q: Type.Optional(Type.String({ maxLength: 60 })) },
        { $id: 'TransferExport', additionalProperties: false },
      ),
    },
  },
  entities: {
    method: 'POST',
    url: '/api/exports/entities',
    config: running,
    schema: {
      tags: ['exports'],
      body: Type.Object(
        { ...EntityFilter.properties, q: Type.Optional(Type.String({ maxLength: 60 })) },
        { $id: 'EntityExportAsk', additionalProperties: false },
      ),
    },
  },
  numbers: {
    method: 'POST',
    url: '/api/exports/numbers',
    config: running,
    schema: { tags: ['exports'], body: NumberExport },
  },
} as const;
