import { type Static, Type } from 'typebox';
import { type Day, daysBetween } from '../kernel/calendar.ts';
import { Day as DayShape, Id, oneOf, orNull } from '../kernel/shapes.ts';

/** The ladder of chasing: 提醒 → 催办 → 督办 → 通报. */
export const LADDER = ['remind', 'urge', 'supervise', 'circulate'] as const;
export type Rung = (typeof LADDER)[number];

/** What of a record tells how far it may be chased. */
export interface Chased {
  readonly dueOn: Day | null;
  readonly soonOn: Day | null;
  readonly today: Day;
  /** The highest rung not yet answered; null where none was sent, or the last one was answered. */
  readonly last: Rung | null;
}

/**
 * The rung that comes next, or null where nothing is to be chased: a reminder once it is near, the urging after it; a supervised item and a
 * circular only once it is overdue. No rung is left out.
 */
export function nextRung({ dueOn, soonOn, today, last }: Chased): Rung | null {
  if (!dueOn || (today <= dueOn && (!soonOn || today < soonOn))) return null;
  const at = last === null ? 0 : LADDER.indexOf(last) + 1;
  const most = today > dueOn ? LADDER.length - 1 : LADDER.indexOf('urge');
  return LADDER[Math.min(at, most)] === undefined || at > most ? null : LADDER[at]!;
}

/** What an urging says, ready to be read out, printed or pasted where there is no mail. */
export interface UrgingFacts {
  readonly number: string;
  readonly rung: Rung;
  readonly office: string;
  readonly from: string;
  readonly title: string;
  readonly record: string;
  readonly dueOn: Day;
  readonly today: Day;
}

const HEADS: Record<Rung, string> = { remind: '提醒', urge: '催办', supervise: '督办', circulate: '通报' };
const ASKS: Record<Rung, string> = {
  remind: '请按期办理并报送。',
  urge: '请抓紧办理，并回复办理情况。',
  supervise: '请于三个工作日内办结，书面说明逾期原因。',
  circulate: '经提醒、催办、督办仍未办结，现予通报。请主要负责同志督促办理。',
};

/** The text of an urging; data of the offices, so Chinese alone. */
export function urgingText({ number, rung, office, from, title, record, dueOn, today }: UrgingFacts): string {
  const over = daysBetween(dueOn, today);
  const standing = over > 0 ? `已逾期${over}天` : over === 0 ? '今天到期' : `还有${-over}天到期`;
  return `【${HEADS[rung]} ${number}】${office}：“${title}”（${record}）应于${dueOn}前完成，${standing}。${ASKS[rung]}\n${from} ${today}`;
}

const tags = ['campaigns'];
const ById = Type.Object({ id: Id });

/** One urging as it was sent, and the reply that stopped it. */
export const Urging = Type.Object(
  {
    id: Id,
    number: Type.String(),
    dossierId: Id,
    rung: oneOf(LADDER, 'urging.rung'),
    toOfficeId: Id,
    on: DayShape,
    text: Type.String(),
    personId: Id,
    answeredOn: orNull(DayShape),
    answer: orNull(Type.String()),
  },
  { $id: 'Urging' },
);
export type Urging = Static<typeof Urging>;

/** Records to be chased, each by the rung that is its next; whoever was chased today already is left out and named. */
export const UrgingAsk = Type.Object(
  { dossierIds: Type.Array(Id, { minItems: 1, maxItems: 150, uniqueItems: true }) },
  { $id: 'UrgingAsk', additionalProperties: false },
);

/** Chasing what is late: numbered, one for each record and day, stopped by a reply. */
export const urgingApi = {
  send: {
    method: 'POST',
    url: '/api/urgings',
    config: { can: 'campaign.run' },
    schema: {
      tags,
      body: UrgingAsk,
      response: {
        200: Type.Object({
          sent: Type.Array(Urging),
          left: Type.Array(
            Type.Object({ dossierId: Id, why: oneOf(['today', 'nothing_due', 'ladder_ended'], 'urging.left') }),
          ),
        }),
      },
    },
  },
  ofDossier: {
    method: 'GET',
    url: '/api/dossiers/:id/urgings',
    config: { can: 'dossier.read' },
    schema: { tags, params: ById, response: { 200: Type.Array(Urging) } },
  },
  answer: {
    method: 'POST',
    url: '/api/dossiers/:id/urgings/answer',
    config: { can: 'dossier.read' },
    schema: {
      tags,
      params: ById,
      body: Type.Object(
        { text: Type.String({ minLength: 2, maxLength: 4000 }) },
        { $id: 'UrgingAnswer', additionalProperties: false },
      ),
      response: { 200: Type.Array(Urging) },
    },
  },
} as const;
