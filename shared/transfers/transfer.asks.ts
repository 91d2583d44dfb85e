import { type Static, Type } from 'typebox';
import { campaignAsked } from '../campaigns/campaign.link.ts';
import { Officer, Party } from '../cases/case.asks.ts';
import { PENALTY_KINDS } from '../cases/case.lists.ts';
import { Thousandths } from '../cases/exhibit.api.ts';
import { TELLING_WAYS } from '../complaints/complaint.lists.ts';
import { Day, Fen, Id, oneOf, orNull, Version } from '../kernel/shapes.ts';
import { MATERIALS, RESULTS, ROADS } from './transfer.lists.ts';
import { TRANSFER_STEP_NAMES } from './transfer.workflow.ts';

const text = (maxLength: number) => Type.Optional(orNull(Type.String({ maxLength })));
const sum = Type.Optional(orNull(Fen));

/** Goods that go along 涉案物品; the quantity in thousandths of its unit, so that 12.5 kg is a whole number. */
export const TransferGoods = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    spec: Type.Optional(Type.String({ maxLength: 200 })),
    unit: Type.String({ minLength: 1, maxLength: 20 }),
    thousandths: Thousandths,
    place: Type.Optional(Type.String({ maxLength: 200 })),
    perishable: Type.Boolean(),
    note: Type.Optional(Type.String({ maxLength: 400 })),
    /** The row of the case's own ledger of goods. */
    goodsId: Type.Optional(Id),
  },
  { $id: 'TransferGoods', additionalProperties: false },
);
export type TransferGoods = Static<typeof TransferGoods>;

/** A penalty given before the transfer: it stands, and a fine is set off by the court (移送规定 11). */
export const GivenPenalty = Type.Object(
  {
    kind: oneOf(PENALTY_KINDS, 'case.penalty'),
    amountFen: Type.Optional(Fen),
    number: Type.Optional(Type.String({ maxLength: 80 })),
    decidedOn: Type.Optional(Day),
  },
  { $id: 'GivenPenalty', additionalProperties: false },
);
export type GivenPenalty = Static<typeof GivenPenalty>;

/** What is written while a transfer is drafted; what is left out of a new one is taken from the record it comes from. */
const written = {
  title: Type.Optional(Type.String({ minLength: 2, maxLength: 120 })),
  summary: text(20_000),
  basis: text(4000),
  crime: text(120),
  crimeBasis: text(2000),
  salesFen: sum,
  goodsValueFen: sum,
  gainsFen: sum,
  lossFen: sum,
  parties: Type.Optional(Type.Array(Party, { maxItems: 20 })),
  goods: Type.Optional(Type.Array(TransferGoods, { maxItems: 200 })),
  officers: Type.Optional(Type.Array(Officer, { maxItems: 10 })),
  penalties: Type.Optional(Type.Array(GivenPenalty, { maxItems: 20 })),
  contact: text(200),
};

export const TransferDraft = Type.Object(
  {
    road: oneOf(ROADS, 'transfer.road'),
    /** The record it comes from. */
    sourceId: Type.Optional(Id),
    ...campaignAsked,
    /** Left out, a police transfer goes to the police of the sender's own region. */
    toOfficeId: Type.Optional(Id),
    ...written,
  },
  { $id: 'TransferDraft', additionalProperties: false },
);
export type TransferDraft = Static<typeof TransferDraft>;

export const TransferEdit = Type.Object(
  { version: Version, toOfficeId: Type.Optional(Id), ...written },
  { $id: 'TransferEdit', additionalProperties: false },
);
export type TransferEdit = Static<typeof TransferEdit>;

/** One of the five materials: files of the transfer, or why there is none. */
export const MaterialEdit = Type.Object(
  {
    version: Version,
    material: oneOf(MATERIALS, 'transfer.material'),
    fileIds: Type.Array(Id, { maxItems: 50, uniqueItems: true }),
    none: text(1000),
  },
  { $id: 'MaterialEdit', additionalProperties: false },
);
export type MaterialEdit = Static<typeof MaterialEdit>;

/** A step with the facts it may carry; which of them it needs is checked by the service, field by field. */
export const TransferStepAsk = Type.Object(
  {
    step: oneOf(TRANSFER_STEP_NAMES, 'transfer.step'),
    version: Version,
    on: Type.Optional(Day),
    /** The time of that day on the paper, `14:30`. */
    time: Type.Optional(Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })),
    reason: Type.Optional(Type.String({ maxLength: 8000 })),
    /** Why a paper the law asks for before the step is not in the record. */
    without: Type.Optional(Type.String({ maxLength: 2000 })),
    /** forward, rule: the office it goes to. */
    officeId: Type.Optional(Id),
    /** Who signed the receipt, or took the goods over. */
    signedBy: Type.Optional(Type.String({ maxLength: 60 })),
    handedBy: Type.Optional(Type.String({ maxLength: 60 })),
    /** Papers that belong to the step, as files of the transfer. */
    fileIds: Type.Optional(Type.Array(Id, { maxItems: 20, uniqueItems: true })),
    /** The number on the other side's paper. */
    number: Type.Optional(Type.String({ maxLength: 80 })),
    result: Type.Optional(oneOf(RESULTS, 'transfer.result')),
    goods: Type.Optional(Type.Array(TransferGoods, { maxItems: 200 })),
    /** send: the written notice to whoever complained (食品安全法 115, 农产品质量安全法 56). */
    telling: Type.Optional(
      Type.Object(
        {
          way: oneOf(TELLING_WAYS, 'complaint.way'),
          toldOn: Day,
          text: Type.String({ minLength: 1, maxLength: 8000 }),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { $id: 'TransferStepAsk', additionalProperties: false },
);
export type TransferStepAsk = Static<typeof TransferStepAsk>;
