import { html } from 'lit';
import { today } from '#client/clocks/law.ts';
import type { StepAsk, StepAsked, StepBook } from '#client/dossiers/step-book.ts';
import '#client/elements/row-list.ts';
import { call } from '#client/kernel/api.ts';
import { fieldOf } from '#client/kernel/fields.ts';
import { say } from '#client/kernel/words.ts';
import { allOffices, officeName } from '#client/offices/directory.ts';
import { TELLING_WAYS } from '#shared/complaints/complaint.lists.ts';
import { ENDS } from '#shared/dossiers/dossier.kinds.ts';
import type { Faults, FormSchema } from '#shared/kernel/faults.ts';
import { transferApi } from '#shared/transfers/transfer.api.ts';
import { TransferGoods, TransferStepAsk } from '#shared/transfers/transfer.asks.ts';
import { resultsOf } from '#shared/transfers/transfer.lists.ts';
import type { Transfer } from '#shared/transfers/transfer.schema.ts';
import { type TransferStepName, transferSteps } from '#shared/transfers/transfer.workflow.ts';
import './step-files.ts';

const plain: StepAsk = { asks: [] };
const silent: StepAsk = { asks: [], noReason: true };

const ASKS: Record<TransferStepName, StepAsk> = {
  submit: silent,
  recall: plain,
  discard: plain,
  approve: { asks: [], undoable: false, reasonWord: 'TransferStepAsk.opinion' },
  disapprove: { asks: [], undoable: false },
  send: { asks: [], noReason: true, undoable: false },
  withdraw: { asks: [], undoable: false },
  acknowledge: { asks: ['signedBy'], must: ['signedBy'], noReason: true, undoable: false },
  enter_receipt: {
    asks: ['signedBy', 'on', 'time', 'fileIds'],
    must: ['signedBy', 'on', 'time', 'fileIds'],
    noReason: true,
    undoable: false,
  },
  accept: { asks: [], noReason: true, undoable: false },
  reject: { asks: [], undoable: false },
  dispute: plain,
  rule: { asks: ['officeId'], undoable: false },
  rule_back: { asks: [], undoable: false },
  answer: { asks: ['result', 'fileIds'], must: ['result'], reasonWord: 'TransferStepAsk.resultText', undoable: false },
  forward: { asks: ['officeId'], must: ['officeId'], undoable: false },
  ask_more: { asks: [], reasonWord: 'TransferStepAsk.asked' },
  supplement: { asks: ['fileIds'], must: ['fileIds'], reasonWord: 'TransferStepAsk.supplement' },
  file: { asks: ['number', 'fileIds'], undoable: false, reasonWord: 'TransferStepAsk.opinion' },
  refuse: { asks: ['number', 'fileIds'], undoable: false },
  ask_review: { asks: ['fileIds'], undoable: false },
  review_file: { asks: ['number', 'fileIds'], undoable: false, reasonWord: 'TransferStepAsk.opinion' },
  uphold: { asks: ['number', 'fileIds'], undoable: false },
  ask_supervision: { asks: ['fileIds'], undoable: false },
  supervise_file: { asks: ['number', 'fileIds'], undoable: false, reasonWord: 'TransferStepAsk.opinion' },
  end_supervision: { asks: ['fileIds'], undoable: false, reasonWord: 'TransferStepAsk.procuratorate' },
  accept_refusal: { asks: [], undoable: false },
  hand_goods: {
    asks: ['handedBy', 'signedBy', 'on', 'goods', 'fileIds'],
    must: ['handedBy', 'signedBy'],
    noReason: true,
    undoable: false,
  },
};

const ORDER: readonly TransferStepName[] = [
  'submit',
  'approve',
  'send',
  'acknowledge',
  'accept',
  'file',
  'review_file',
  'supervise_file',
  'rule',
  'hand_goods',
  'answer',
  'ask_review',
  'dispute',
  'supplement',
  'enter_receipt',
  'disapprove',
  'recall',
  'refuse',
  'uphold',
  'reject',
  'forward',
  'ask_more',
  'ask_supervision',
  'end_supervision',
  'accept_refusal',
  'rule_back',
  'withdraw',
  'discard',
];

const AWAY: ReadonlySet<string> = new Set<TransferStepName>([
  'supplement',
  'enter_receipt',
  'disapprove',
  'recall',
  'refuse',
  'uphold',
  'reject',
  'forward',
  'ask_more',
  'ask_supervision',
  'end_supervision',
  'accept_refusal',
  'rule_back',
  'withdraw',
  'discard',
]);

type Asked = StepAsked<Transfer>;
const schema = TransferStepAsk as unknown as FormSchema;
/** Where `rule` and `forward` may send it. */
const officesFor = ({ ownerOfficeId, toOfficeId, road }: Transfer, step: string) =>
  allOffices().filter(
    ({ id, department, validUntil }) =>
      !validUntil &&
      id !== ownerOfficeId &&
      (department === 'police') === (road === 'police') &&
      !['coordination', 'procuratorate'].includes(department) &&
      (step !== 'forward' || id !== toOfficeId),
  );

const CUSTOM: Record<string, (asked: Asked) => (id: string) => unknown> = {
  officeId:
    ({ record, step }) =>
    (id) =>
      html`<select id=${id} name="officeId"><option value=""></option>${officesFor(record, step).map(
        (office) =>
          html`<option value=${office.id} ?selected=${step === 'rule' && office.id === record.toOfficeId}>${officeName(office.id)}</option>`,
      )}</select>`,
  result:
    ({ record }) =>
    (id) =>
      html`<select id=${id} name="result"><option value=""></option>${resultsOf(record.road ?? 'department').map(
        (one) => html`<option value=${one}>${say(`transfer.result.${one}`)}</option>`,
      )}</select>`,
  time: () => (id) => html`<input id=${id} name="time" type="time" />`,
  fileIds:
    ({ record }) =>
    (id) =>
      html`<step-files id=${id} name="fileIds" .dossier=${record.id} .version=${record.version}></step-files>`,
  goods:
    ({ record, faults }) =>
    () =>
      html`<row-list name="goods" words="TransferGoods" .schema=${TransferGoods as unknown as FormSchema} .only=${['name', 'spec', 'thousandths', 'unit']} .rows=${record.goods} .faults=${faults}></row-list>`,
};

const TELLING = {
  way: () => (id: string) =>
    html`<select id=${id} name="way"><option value=""></option>${TELLING_WAYS.map((one) => html`<option value=${one}>${say(`complaint.way.${one}`)}</option>`)}</select>`,
};

/** Whether whoever complained is to be told in writing when it is sent. */
const tells = ({ links, road }: Transfer) =>
  road === 'department' && links.some(({ kind, link }) => kind === 'complaint' && link === 'transferred');

/** The steps of a transfer as its sides take them: the same panel for who sends, who receives and who rules. */
export const transferBook = (record: Transfer): StepBook<Transfer> => {
  const rows = transferSteps(record.road ?? 'department');
  const send: StepAsk = tells(record) ? { ...ASKS.send, asks: ['telling'] } : ASKS.send;
  return {
    kind: 'transfer',
    order: ORDER,
    away: AWAY,
    asks: { ...ASKS, send },
    schema,
    words: 'TransferStepAsk',
    row: (step) => rows[step]!,
    done: ({ state }) => ENDS.transfer.includes(state),
    waitsFor: ({ state, ownerOfficeId, toOfficeId }) => (WITH_RECEIVER.includes(state) ? toOfficeId : ownerOfficeId),
    blockers: ({ blockers }, step) => blockers[step] ?? [],
    control(field, asked) {
      if (field === 'telling') return telling(asked);
      const draw = CUSTOM[field]?.(asked);
      const look = { name: 'TransferStepAsk', ...(draw ? { custom: { [field]: draw } } : {}) };
      const start = field === 'on' ? today() : undefined;
      return fieldOf(schema, field, { faults: asked.faults, values: { [field]: start }, look });
    },
    read: (answers, root, ask) => read(answers, root, ask),
    take: ({ id }, body) => call(transferApi.step, { params: { id }, body: body as TransferStepAsk }),
  };
};

/** States in which the other side is waited for. */
const WITH_RECEIVER: readonly string[] = ['sent', 'acknowledged', 'accepted', 'goods_handed', 'in_review'];

function telling({ faults }: Asked) {
  const shape = (TransferStepAsk.properties.telling as unknown as { properties: FormSchema['properties'] }).properties;
  const asked = { properties: shape, required: [] } as unknown as FormSchema;
  const look = { name: 'Telling', custom: { way: TELLING.way() } };
  return html`<fieldset class="telling"><legend>${say('TransferStepAsk.telling')}</legend><div class="fields">${[
    'way',
    'toldOn',
    'text',
  ].map((field) => fieldOf(asked, field, { faults, values: { toldOn: today() }, look }))}</div></fieldset>`;
}

function read(answers: Record<string, unknown>, root: ParentNode, { asks }: StepAsk): Faults {
  const typedIn = (name: string) =>
    (root.querySelector(`[name="${name}"]`) as { value?: unknown } | null)?.value as string | undefined;
  if (asks.includes('officeId')) {
    const office = Number(typedIn('officeId'));
    if (office) answers['officeId'] = office;
    else delete answers['officeId'];
  }
  if (asks.includes('fileIds')) {
    const files = typedIn('fileIds') as unknown as number[];
    if (files.length > 0) answers['fileIds'] = files;
    else delete answers['fileIds'];
  }
  if (asks.includes('goods') && Array.isArray(answers['goods']) && answers['goods'].length === 0)
    delete answers['goods'];
  if (asks.includes('goods') && Array.isArray(answers['goods']))
    answers['goods'] = answers['goods'].map((row: object) => ({ perishable: false, ...row }));
  if (!asks.includes('telling')) return {};
  const [way, toldOn, text] = ['way', 'toldOn', 'text'].map(typedIn);
  if (!way && !text?.trim()) return {};
  answers['telling'] = { way, toldOn, text: text ?? '' };
  return { ...(way ? {} : { way: 'required' }), ...(text?.trim() ? {} : { text: 'required' }) };
}
