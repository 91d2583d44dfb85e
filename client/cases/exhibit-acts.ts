import type { Static } from 'typebox';
import { today } from '#client/clocks/law.ts';
import { call } from '#client/kernel/api.ts';
import type { Evidence } from '#shared/cases/exhibit.api.ts';
import {
  EvidenceAdding,
  exhibitApi,
  GoodsMoving,
  GoodsTaking,
  MeasureAsking,
  MeasureTurn,
} from '#shared/cases/exhibit.api.ts';
import type { FormSchema } from '#shared/kernel/faults.ts';

type Answers = Record<string, unknown>;
type Turn = 'approve' | 'refuse' | 'lifted' | 'converted' | 'confiscated' | 'dealt_with';

/** What is about to be done with evidence, a measure or goods. */
export type ExhibitAct =
  | { readonly kind: 'add_evidence' | 'ask_measure' | 'take_goods' }
  | { readonly kind: 'replace'; readonly piece: Static<typeof Evidence> }
  | { readonly kind: 'withdraw' | 'move'; readonly id: number }
  | { readonly kind: 'turn'; readonly id: number; readonly turn: Turn };

/** How an act is asked for and sent. */
export interface ActForm {
  readonly schema: FormSchema;
  readonly only: readonly string[];
  readonly words: string;
  readonly values: Answers;
  /** Whether the dialog's reason goes along, and whether it must be given. */
  readonly reason: 'none' | 'may' | 'must';
  send(caseId: number, body: Answers): Promise<unknown>;
}

const EVIDENCE = ['kind', 'title', 'source', 'collectedOn', 'collectedBy', 'place', 'fileId'];
const schemaOf = (schema: unknown) => schema as FormSchema;

/** The form of an act with what it begins with; file numbers come from the record's own files. */
export function formOf(act: ExhibitAct): ActForm {
  switch (act.kind) {
    case 'add_evidence':
    case 'replace': {
      const replacing = act.kind === 'replace' ? { ...act.piece, place: act.piece.place ?? undefined } : {};
      return {
        schema: schemaOf(EvidenceAdding),
        only: EVIDENCE,
        words: 'EvidenceAdding',
        values: { collectedOn: today(), ...replacing },
        reason: 'none',
        send: (id, body) =>
          call(exhibitApi.addEvidence, {
            params: { id },
            body: { ...body, ...(act.kind === 'replace' ? { replacesId: act.piece.id } : {}) } as never,
          }),
      };
    }
    case 'withdraw':
      return {
        schema: schemaOf(MeasureTurn),
        only: [],
        words: 'MeasureTurn',
        values: {},
        reason: 'must',
        send: (id, body) =>
          call(exhibitApi.withdrawEvidence, { params: { id, evidenceId: act.id }, body: body as never }),
      };
    case 'ask_measure':
      return {
        schema: schemaOf(MeasureAsking),
        only: ['kind', 'urgent', 'takenOn', 'basis', 'place', 'goods'],
        words: 'MeasureAsking',
        values: {},
        reason: 'none',
        send: (id, body) => call(exhibitApi.askMeasure, { params: { id }, body: body as never }),
      };
    case 'turn':
      return {
        schema: schemaOf(MeasureTurn),
        only: ['on'],
        words: 'MeasureTurn',
        values: { on: today() },
        reason: act.turn === 'approve' ? 'none' : 'must',
        send: (id, body) =>
          call(exhibitApi.turnMeasure, {
            params: { id, measureId: act.id },
            body: { ...body, turn: act.turn } as never,
          }),
      };
    case 'take_goods':
      return {
        schema: schemaOf(GoodsTaking),
        only: ['name', 'spec', 'thousandths', 'unit', 'valueFen', 'place', 'takenOn', 'from', 'to', 'perishable'],
        words: 'GoodsTaking',
        values: { takenOn: today(), perishable: false },
        reason: 'none',
        send: (id, body) => call(exhibitApi.takeGoods, { params: { id }, body: body as never }),
      };
    case 'move':
      return {
        schema: schemaOf(GoodsMoving),
        only: ['act', 'on', 'thousandths', 'place', 'from', 'to'],
        words: 'GoodsMoving',
        values: { on: today() },
        reason: 'may',
        send: (id, body) => call(exhibitApi.moveGoods, { params: { id, goodsId: act.id }, body: body as never }),
      };
  }
}
